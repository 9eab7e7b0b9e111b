"""Keys, and what refers to them: unique in the sheet, and known where a reference names no other sheet."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.formats.sheet.models import FigureEntry, SheetEntry, StatementEntry
from corpus.formats.sheet.problem import Path, SheetError
from corpus.formats.sheet.tree import Tree

__all__ = ["record_id", "refuse_unknown"]


def record_id(sheet: str, key: str) -> str:
    """The id in the ledger of KEY in the sheet named SHEET, or of ``NAME/KEY`` in the sheet so named."""
    name, slash, own = key.rpartition("/")
    return f"{name if slash else sheet}-{own}".lower()


def refuse_unknown(sheet: SheetEntry, tree: Tree, file: str) -> None:
    """Raises SheetError for a key given twice (capitals do not tell keys apart), or a reference to none."""
    known: set[str] = set()
    for path, key in _keys(sheet):
        if key.lower() in known:
            raise SheetError(file, f"the key '{key}' is given twice; give each record its own", tree.line(path), path)
        known.add(key.lower())
    for own, path, key in _references(sheet):
        if key.lower() == own.lower():
            raise SheetError(file, f"'{key}' refers to itself; name another record", tree.line(path), path)
        if "/" not in key and key.lower() not in known:
            reason = f"no record in this sheet has the key '{key}'; write NAME/{key} for one in another file"
            raise SheetError(file, reason, tree.line(path), path)


def _keys(sheet: SheetEntry) -> Iterator[tuple[Path, str]]:
    for i, source in enumerate(sheet.sources):
        yield ("sources", i, "key"), source.key
        for path, entry in _entries(sheet, i):
            yield (*path, "key"), entry.key


def _entries(sheet: SheetEntry, i: int) -> Iterator[tuple[Path, FigureEntry | StatementEntry]]:
    for j, figure in enumerate(sheet.sources[i].figures):
        yield ("sources", i, "figures", j), figure
    for j, statement in enumerate(sheet.sources[i].statements):
        yield ("sources", i, "statements", j), statement


def _references(sheet: SheetEntry) -> Iterator[tuple[str, Path, str]]:
    """Each reference: the key of the record that makes it, where it stands, and the key that it names."""
    for i in range(len(sheet.sources)):
        for path, entry in _entries(sheet, i):
            for where, key in _targets(entry):
                yield entry.key, (*path, *where), key


def _targets(entry: FigureEntry | StatementEntry) -> Iterator[tuple[Path, str]]:
    if isinstance(entry, StatementEntry):
        yield from ((("about", n), key) for n, key in enumerate(entry.about))
    elif entry.part_of:
        yield ("part_of",), entry.part_of
    yield from ((("links", n, str(link.kind)), link.target) for n, link in enumerate(entry.links))
