"""The record as it stood on a date: what had been said by then, and how it hangs together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from bot.sheet_of import of_their_sheets
from corpus.extract.written import ASKED
from corpus.records import Figure, Link, LinkKind, Qualifier, Source, Statement

__all__ = ["View"]

_CHAIN = (LinkKind.SUPERSEDES, LinkKind.CORRECTS)


@dataclass
class View:
    """Figures, statements and links that had been said by ``as_of`` (None: everything), with their sources."""

    figures: dict[str, Figure]
    statements: dict[str, Statement]
    sources: dict[str, Source]
    as_of: date | None = None
    links: tuple[Link, ...] = ()
    _out: dict[str, list[Link]] = field(default_factory=lambda: defaultdict(list))
    _in: dict[str, list[Link]] = field(default_factory=lambda: defaultdict(list))
    _parts: dict[str, list[Figure]] = field(default_factory=lambda: defaultdict(list))
    _loose: dict[str, list[Figure]] = field(default_factory=lambda: defaultdict(list))
    _lines: dict[tuple[str, int], list[Figure]] = field(default_factory=lambda: defaultdict(list))

    @staticmethod
    def of(
        figures: Iterable[Figure],
        statements: Iterable[Statement],
        sources: Iterable[Source],
        links: Iterable[Link],
        as_of: date | None,
    ) -> View:
        by_id = {s.id: s for s in sources}
        told = (f for f in figures if f.note != ASKED)  # what only a question gives is no answer to another
        seen = {f.id: f for f in told if _said(f, by_id.get(f.source_id), as_of)}
        said = {s.id: s for s in statements if _said(s, by_id.get(s.source_id), as_of)}
        links = (*links, *of_their_sheets(seen.values(), by_id))
        if as_of is not None:
            seen, said = _not_later(seen, said, by_id, links)
        view = View(seen, said, by_id, as_of)
        known = {**dict.fromkeys(seen), **dict.fromkeys(said)}
        view.links = tuple(link for link in links if link.from_id in known and link.to_id in known)
        for link in view.links:
            view._out[link.from_id].append(link)
            view._in[link.to_id].append(link)
        return view

    def less(self, ids: Collection[str]) -> View:
        """The same without the figures of these IDS."""
        kept = (f for f in self.figures.values() if f.id not in ids)
        return View.of(kept, self.statements.values(), self.sources.values(), self.links, self.as_of)

    def source(self, record: Figure | Statement) -> Source:
        return self.sources[record.source_id]

    def superseded_by(self, figure: Figure, *, corrections_only: bool = False) -> Figure | None:
        """The figure that replaced this one, or the one that it only gives again, if any had by then."""
        kinds = (LinkKind.CORRECTS,) if corrections_only else _CHAIN
        incoming = [k for i in self._given_again(figure) for k in self._in[i] if k.kind in kinds]
        later = [self.figures[k.from_id] for k in incoming if k.from_id in self.figures]
        return max(later, key=lambda f: (f.said_on or date.min, f.id), default=None)

    def _given_again(self, figure: Figure) -> tuple[str, ...]:
        """The figure's id, and those of the figures of the same value that it restates."""
        again = [k.to_id for k in self._out[figure.id] if k.kind is LinkKind.RESTATES]
        return (figure.id, *(i for i in again if i in self.figures and self.figures[i].value == figure.value))

    def latest(self, figure: Figure, *, corrections_only: bool = False) -> Figure:
        """The end of the chain of replacements that begins at FIGURE."""
        seen = {figure.id}
        while (later := self.superseded_by(figure, corrections_only=corrections_only)) and later.id not in seen:
            seen.add(later.id)
            figure = later
        return figure

    def chain(self, figure: Figure) -> tuple[Figure, ...]:
        """Every figure of the same chain of replacements, from the first said to the latest."""
        start = next((i for i in self._given_again(figure)[1:] if self._linked_on(i)), figure.id)
        ids, queue = {start}, [start]
        while queue:
            here = queue.pop()
            near = [k.to_id for k in self._out[here] if k.kind in _CHAIN] + [
                k.from_id for k in self._in[here] if k.kind in _CHAIN
            ]
            fresh = [i for i in near if i not in ids and i in self.figures]
            ids.update(fresh)
            queue.extend(fresh)
        return tuple(sorted((self.figures[i] for i in ids), key=_when_told))

    def chain_of(self, figure_id: str) -> tuple[Figure, ...]:
        """The chain of replacements that the figure of this id stands in; empty for an id that is no figure's."""
        return self.chain(self.figures[figure_id]) if figure_id in self.figures else ()

    def redefined(self, figure: Figure) -> tuple[Figure, ...]:
        """Every figure of the same thing by another definition, the first said first; FIGURE among them."""
        ids, queue = {figure.id}, [figure.id]
        while queue:
            fresh = [i for i in self.linked(queue.pop(), LinkKind.REDEFINES) if i not in ids and i in self.figures]
            ids.update(fresh)
            queue.extend(fresh)
        return tuple(sorted((self.figures[i] for i in ids), key=lambda f: (f.said_on or date.min, f.id)))

    def links_from(self, record_id: str) -> list[Link]:
        """The links in which this record bears on another."""
        return self._out.get(record_id, [])

    def _linked_on(self, figure_id: str) -> bool:
        """Whether a figure stands in a chain of replacements."""
        return any(k.kind in _CHAIN for k in (*self._out[figure_id], *self._in[figure_id]))

    def beside(self, figure: Figure) -> tuple[Figure, ...]:
        """The other figures of FIGURE's own sentence or sheet line."""
        if not self._lines:
            for one in self.figures.values():
                self._lines[(one.source_id, one.context.start)].append(one)
        return tuple(f for f in self._lines[(figure.source_id, figure.context.start)] if f.id != figure.id)

    def rounded(self, figure: Figure) -> tuple[Figure, ...]:
        """The figures of the same source that give FIGURE's own value in round numbers ("almost 1,500": 1,486)."""
        if figure.value is None or figure.qualifier is not Qualifier.EXACTLY:
            return ()
        if not self._loose:
            for one in self.figures.values():
                if one.value is not None and one.qualifier in _ROUNDING:
                    self._loose[one.source_id].append(one)
        return tuple(f for f in self._loose.get(figure.source_id, ()) if _rounds(f, figure))

    def linked(self, record_id: str, kind: LinkKind) -> tuple[str, ...]:
        """Ids of the records that a link of KIND joins to this one, either way."""
        found = [k.to_id for k in self._out[record_id] if k.kind is kind]
        return tuple(dict.fromkeys(found + [k.from_id for k in self._in[record_id] if k.kind is kind]))

    def whole(self, figure: Figure) -> Figure | None:
        """The figure that this one is part of, where the record holds it."""
        return self.figures.get(figure.part_of) if figure.part_of else None

    def wholes(self, figure: Figure) -> tuple[Figure, ...]:
        """The whole, the whole's whole, and so on."""
        found: list[Figure] = []
        here = self.whole(figure)
        while here is not None and here not in found:
            found.append(here)
            here = self.whole(here)
        return tuple(found)

    def same_whole(self, a: Figure, b: Figure) -> bool:
        """Whether two figures are parts of one whole, its restatements included."""
        one, other = self.whole(a), self.whole(b)
        if one is None or other is None:
            return one is other
        return (
            one.id == other.id
            or other.id in {f.id for f in self.chain(one)}
            or other.id in self.linked(one.id, LinkKind.RESTATES)
        )

    def parts(self, whole: Figure) -> tuple[Figure, ...]:
        """The figures that are part of WHOLE, in the record's order."""
        if not self._parts:
            for one in self.figures.values():
                self._parts[one.part_of or ""].append(one)
        return tuple(self._parts.get(whole.id, ()))


_ROUNDING = (Qualifier.ABOUT, Qualifier.NEARLY, Qualifier.MORE_THAN, Qualifier.FEWER_THAN)
_CLOSE = Decimal("0.04")
"""How far, as a part of itself, a round number may stand from the exact one that it stands for."""


def _rounds(loose: Figure, exact: Figure) -> bool:
    assert loose.value is not None
    assert exact.value is not None
    if loose.unit != exact.unit or exact.value <= 100 or loose.value <= 0:
        return False
    apart = exact.value - loose.value
    side = {Qualifier.NEARLY: apart < 0, Qualifier.FEWER_THAN: apart < 0, Qualifier.MORE_THAN: apart > 0}
    return abs(apart) <= _CLOSE * loose.value and side.get(loose.qualifier, True)


def _not_later(
    seen: dict[str, Figure], said: dict[str, Statement], sources: Mapping[str, Source], links: Sequence[Link]
) -> tuple[dict[str, Figure], dict[str, Statement]]:
    """Without the records that tell no day of their own and are about a figure which had not been said by then."""
    bears: dict[str, list[str]] = defaultdict(list)
    for link in links:
        bears[link.from_id].append(link.to_id)

    def late(record: Figure | Statement) -> bool:
        if _days_of(record, sources.get(record.source_id)):
            return False
        whole = record.part_of if isinstance(record, Figure) else None
        on = [*bears[record.id], *([whole] if whole else [])]
        return bool(on) and not any(i in seen or i in said for i in on)

    seen = {i: f for i, f in seen.items() if not late(f)}
    return seen, {i: s for i, s in said.items() if not late(s)}


def _told_on(record: Figure | Statement) -> date | None:
    """The day by which a record was said: the last of the month or year, where only that is known."""
    if isinstance(record, Figure) and record.said_in is not None:
        return record.said_in.last
    return record.said_on


def _said(record: Figure | Statement, source: Source | None, as_of: date | None) -> bool:
    """Whether a record was on the record by AS_OF: both said, and in a source that had been published.

    A record sheet tells when a thing was said, which may be earlier than the source that it is taken from.
    """
    if as_of is None:
        return True
    if source is not None and source.paraphrase and (said := _told_on(record)) is not None:
        return said <= as_of
    days = _days_of(record, source)
    return not days or max(days) <= as_of


def _days_of(record: Figure | Statement, source: Source | None) -> list[date]:
    """The days that tell when a record was said; none where it and its source tell of none."""
    days = [d for d in (record.said_on, source.known_by if source else None) if d is not None]
    if not days and isinstance(record, Figure) and record.as_at is not None:
        days = [record.as_at.last]
    return days


def _when_told(figure: Figure) -> tuple[date, str, int]:
    """What orders figures by when they were told: by the day, and within one document by their place."""
    return figure.said_on or date.min, figure.source_id, figure.span.start
