"""What the tests of this folder share: a file's document, and its observations by their labels."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from corpus.cube import Dataset, Observation
from corpus.formats import Document, read
from corpus.records import Qualifier

Labels = dict[str, str]


def document(content: str | bytes, name: str = "lamps.csv") -> Document:
    """The one document of CONTENT."""
    [found] = read(content.encode() if isinstance(content, str) else content, Path(name))
    return found


def dataset(content: str | bytes, name: str = "lamps.csv") -> Dataset:
    """Its one dataset."""
    [found] = document(content, name).datasets
    return found


def labels_of(one: Dataset, seen: Observation) -> Labels:
    """The words of an observation's codes by their dimensions' names; a dimension without one is known by its role."""
    pairs = zip(one.dimensions, seen.codes, strict=True)
    return {d.name or d.role.value: "" if code < 0 else d.codes[code].words for d, code in pairs}


def values(one: Dataset, **labels: str) -> list[Decimal | None]:
    """The values of the observations that have all LABELS; "_" in a name stands for a space."""
    asked = {name.replace("_", " "): words for name, words in labels.items()}
    return [o.value for o in one.observed() if asked.items() <= labels_of(one, o).items()]


def reread(document: Document) -> int:
    """Read every observation of DOCUMENT again at its offsets; how many there were."""
    from corpus.formats.statistics.readings import Marks

    seen = 0
    for one in document.datasets:
        marks = Marks({mark: words for mark, words in one.notes if mark})
        for o in one.observations:
            seen += 1
            said, row = document.text[o.start : o.end], document.text[o.row_start : o.row_end]
            assert said == said.strip() != "", o
            assert "\n" not in row
            assert row.split("\t")[o.column - 1].strip() == said
            assert o.row_start <= o.start < o.end <= o.row_end
            again = marks.read(said)
            assert _shows(again.value, o.value) or o.qualifier is Qualifier.SUPPRESSED, (said, o)
            assert all(-1 <= code < len(d.codes) for code, d in zip(o.codes, one.dimensions, strict=True))
    return seen


def _shows(shown: Decimal | None, held: Decimal | None) -> bool:
    """Whether a cell that holds one number shows the other: the same, to as many decimals or to fewer."""
    if shown is None or held is None:
        return shown == held
    return held.quantize(shown, ROUND_HALF_UP) == shown
