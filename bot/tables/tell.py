"""Values taken from tables → an Answer: what was added up, from which cells, and what the table itself says of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from bot.answer import Answer, Derivation, Operand, Part, SaidFigure, Status, Tabled
from bot.cite import Footnotes, long_date
from bot.derive import digits
from bot.query import Query
from bot.tables.catalog import Listed
from bot.tables.entries import repeated
from bot.tables.final import MARKED
from bot.tables.noted import notes_on
from bot.tables.of_every_age import of_every_age
from bot.tables.precision import ROUNDED
from bot.tables.proof import place_of
from bot.tables.said import SPELT_OUT, label_of, marks, short, shown_value, state
from bot.tables.take import Taken
from corpus.cube import cell_name
from corpus.patterns import regex
from corpus.records import Qualifier, Source, Span

__all__ = ["Teller"]

_CODED = regex(r"\b((?:19|20)\d\d)(\d\d)\b")
"""A year of two years in digits alone, as open data writes it: 202223."""


@dataclass
class Teller:
    """Builds one answer from values of tables."""

    query: Query
    text_of: Callable[[str], str]
    source_of: Callable[[str], Source]
    notes: Footnotes = field(init=False)
    operands: list[Operand] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.notes = Footnotes(self.text_of, self.source_of)

    # What is cited

    def cite(self, taken: Taken) -> tuple[int, ...]:
        """The numbers of the citations of a value's rows, in order; its operands are kept for the derivation."""
        one, told = taken.slice.listed, any(t is taken for t in self.taken)
        numbers = []
        for seen in taken.seen:
            row = Span(seen.row_start, seen.row_end)
            place = place_of(one.dataset.id, cell_name(seen.row, seen.column))
            n = self.notes.add(one.dataset.source_id, row, (Span(seen.start, seen.end),), place)
            numbers.append(n)
            if seen.value is not None and not told:
                scale = taken.slice.scale
                self.operands.append(
                    Operand(seen.value if scale == 1 else seen.value * scale, n, cell_name(seen.row, 1))
                )
        self.taken += [] if told else [taken]
        return tuple(dict.fromkeys(numbers))

    # Answers

    def value(self, taken: Taken, *, also: Taken | None = None) -> Answer:
        """One value: a cell, or the sum of several; and ALSO what another table gives that counts otherwise."""
        cited = self.cite(taken)
        lacking = taken.slice.times.lacking if taken.slice.times else ""
        if taken.value is None:
            return self._withheld(taken, cited)
        noted = marks(cited)
        shown = shown_value(taken)
        body = [f"{label_of(taken)}: {shown} {noted}."]
        derivation = None
        if taken.added:
            derivation = self.sum(taken)
            body = [f"{label_of(taken)}: {shown}, {_worked(derivation)} {noted}."]
        body.append(self.source_line(taken.slice.listed))
        figures = [self.said(taken, cited)]
        if also is not None and not (also.added and also.shown is not None):  # a rounded sum beside it is not shown
            others = self.cite(also)
            body.append(f"Counted otherwise: {label_of(also)}: {shown_value(also)} {marks(others)}.")
            body += [*self.sums((also,)), self.source_line(also.slice.listed)]
            figures.append(self.said(also, others))
            every = self.listing((taken, also))
            if derivation is not None and derivation.rounding:
                derivation = replace(derivation, operands=every.operands, parts=every.parts)
            elif derivation is not None or also.added:
                derivation = every
        if lacking:
            body.append(f"The record does not hold {lacking}.")
        plain = Status.COMPUTED if taken.added else Status.ANSWERED
        return self.answer(
            Status.PARTIAL if lacking else plain,
            body,
            headline=shown,
            what=label_of(taken),
            figures=tuple(figures),
            derivation=derivation,
            uncovered=(lacking,) if lacking else (),
        )

    # Parts of an answer

    def worked(self, *of: Taken) -> tuple[Status, tuple[str, ...]]:
        """The status of what is worked out from values, and what of the times they are asked for the table lacks."""
        lacking = tuple(dict.fromkeys(t.slice.times.lacking for t in of if t.slice.times and t.slice.times.lacking))
        return (Status.PARTIAL if lacking else Status.COMPUTED), lacking

    def both(self, a: Taken, b: Taken) -> tuple[tuple[int, ...], tuple[int, ...]]:
        return self.cite(a), self.cite(b)

    def _withheld(self, taken: Taken, cited: tuple[int, ...]) -> Answer:
        seen = taken.seen[0]
        suppressed = taken.qualifier is Qualifier.SUPPRESSED
        mark = f" (\u201c{seen.mark}\u201d)" if seen.mark else ""
        why = "suppressed: the table withholds it" if suppressed else "not available: the table does not give it"
        meant = next((words for m, words in taken.slice.listed.dataset.notes if m and m == seen.mark), "")
        body = [f"{label_of(taken)}: {why}{mark} {marks(cited)}.", self.source_line(taken.slice.listed)]
        figure = SaidFigure("", taken.unit or "count", str(taken.qualifier), cited)
        return self.answer(
            Status.NOT_KNOWN,
            body,
            headline="Suppressed" if suppressed else "Not available",
            what=label_of(taken),
            figures=(figure,) if suppressed else (),
            caveats=(f"The table says of it: {meant}",) if meant else (),
        )

    def said(self, taken: Taken, cited: tuple[int, ...]) -> SaidFigure:
        shown = taken.value if taken.shown is None else taken.shown * taken.slice.scale
        value = "" if shown is None else digits(shown).replace(",", "")
        percent = "%" if taken.unit == "%" and value else ""
        return SaidFigure(value + percent, taken.unit or "count", str(taken.qualifier), cited, label_of(taken))

    def sum(self, taken: Taken) -> Derivation:
        operands = self._own(taken)
        assert taken.value is not None
        result = digits(taken.value)
        if len(operands) <= SPELT_OUT:
            expression = " + ".join(digits(o.value) for o in operands) + f" = {result}"
        else:
            expression = f"the sum of {len(operands)} figures = {result}"
        if taken.shown is not None and len(operands) <= SPELT_OUT:
            shown = digits(taken.shown * taken.slice.scale)
            return Derivation("sum", expression, operands, shown.replace(",", ""), ROUNDED)
        if taken.shown is not None:
            expression = f"the sum of {len(operands)} figures = {digits(taken.shown * taken.slice.scale)}"
            return Derivation("sum", expression, operands, expression.partition("= ")[2].replace(",", ""), ROUNDED)
        return Derivation("sum", expression, operands, result.replace(",", ""))

    def _own(self, taken: Taken) -> tuple[Operand, ...]:
        at = self._place(taken)
        return tuple(self.operands[at : at + sum(o.value is not None for o in taken.seen)])

    def _place(self, taken: Taken) -> int:
        at = 0
        for one in self.taken:
            if one is taken:
                return at
            at += sum(o.value is not None for o in one.seen)
        raise KeyError(label_of(taken))

    def derived(
        self, operation: str, expression: str, result: str, of: Sequence[Taken], rounding: str | None = None
    ) -> Derivation:
        """A formula of values of which some may be sums."""
        parts: list[Part] = []
        operands: list[Operand] = []
        for one in of:
            own = self._own(one)
            assert one.value is not None
            places = tuple(range(len(operands), len(operands) + len(own)))
            parts.append(Part(label_of(one), places, one.value))
            operands += own
        plain = all(len(p.of) == 1 for p in parts)
        told = () if plain else tuple(parts)
        return Derivation(operation, expression, tuple(operands), result.replace(",", ""), rounding, told)

    def listing(self, rows: Sequence[Taken]) -> Derivation:
        valued = [r for r in rows if r.value is not None]
        made = self.derived("listing", "", "", valued)
        lines = [f"{r.words[0] if r.words else short(r)}: {digits(r.value or Decimal(0))}" for r in valued]
        return replace(made, expression="; ".join(lines), parts=made.parts or self._parts(valued))

    def _parts(self, rows: Sequence[Taken]) -> tuple[Part, ...]:
        return tuple(Part(label_of(r), (n,), r.value or Decimal(0)) for n, r in enumerate(rows))

    def sums(self, of: Sequence[Taken]) -> list[str]:
        """How each value of several that was added up came about: written out where that is short."""
        told = []
        for one in of:
            if one.added and one.shown is not None:
                told.append(f"{short(one)}: added up from figures that the table shows rounded.")
            elif one.added and len(one.seen) <= SPELT_OUT:
                told.append(f"{short(one)}: {self.sum(one).expression}.")
            elif one.added:
                told.append(f"{short(one)}: added up from the table's cells, which are all cited.")
        return told

    def source_line(self, listed: Listed) -> str:
        one, source = listed.dataset, listed.source
        title = source.title.rstrip(".")
        where = f", sheet {one.sheet}" if one.sheet and one.sheet.lower() not in title.lower() else ""
        day = f", {long_date(source.published)}" if source.published else ""
        by = f" ({source.publisher})" if source.publisher else ""
        return f"Source: {title}{by}{where}{day}."

    def tabled(self, rows: Sequence[Taken], heads: str, *, dated: bool = False) -> Tabled:
        unit = rows[0].unit
        lines = tuple((r.words[0], _in_table(r), state(r)) for r in rows)
        marked = any(line[2] for line in lines)
        columns = (heads or "Row", rows[0].slice.listed.dataset.measure or "Value", "Note")
        return Tabled(
            label_of(rows[0], skip=1),
            columns if marked else columns[:2],
            tuple(line if marked else line[:2] for line in lines),
            unit,
            dated,
        )

    def answer(
        self,
        status: Status,
        body: Sequence[str],
        *,
        headline: str,
        what: str,
        figures: tuple[SaidFigure, ...] = (),
        derivation: Derivation | None = None,
        table: Tabled | None = None,
        caveats: tuple[str, ...] = (),
        uncovered: tuple[str, ...] = (),
    ) -> Answer:
        first = self.taken[0].slice
        last = first.times.last if first.times else None
        told = (*caveats, *self._caveats())  # before the citations are gathered, since a note is cited too
        if status in (Status.ANSWERED, Status.COMPUTED) and (lacking := self.worked(*self.taken)[1]):
            status, uncovered = Status.PARTIAL, uncovered or lacking  # rows of a part of a time are not those of all
            told = tuple(dict.fromkeys((*told, *(f"The record does not hold {words}." for words in lacking))))
        return Answer(
            question=self.query.text,
            status=status,
            text=" ".join(body),
            headline=headline,
            what=what,
            meta=self._meta(first.listed),
            figures=figures,
            derivation=derivation,
            citations=tuple(self.notes.made),
            interpretation=self._read_as(" ".join(body)),
            conditions=self.query.conditions(),
            uncovered=uncovered,
            as_of=self.query.as_of,
            as_at=last.isoformat() if last else None,
            caveats=told,
            table=table,
            resolved_question=self.query.resolved,
        )

    def _meta(self, listed: Listed) -> str:
        parts = (str(listed.dataset.standing), listed.source.publisher, long_date(listed.source.published))
        return " \u00b7 ".join(p for p in parts if p and p != "not stated")

    def _read_as(self, text: str) -> str:
        """The question as the table was asked it, and how much of the table was gone through; and its codes in TEXT."""
        told = []
        for one in dict.fromkeys(t.slice.listed.dataset.id for t in self.taken):
            mine = [t for t in self.taken if t.slice.listed.dataset.id == one]
            dataset = mine[0].slice.listed.dataset
            sheet = f", sheet \u201c{dataset.sheet}\u201d" if dataset.sheet else ""
            read = "; ".join(dict.fromkeys(label_of(t) for t in mine[:4]))
            matched, added = sum(t.matched for t in mine), sum(len(t.seen) for t in mine)
            told.append(
                f"{read} (table \u201c{dataset.title}\u201d{sheet}: {dataset.rows:,} rows examined, "
                f"{matched:,} {'cell' if matched == 1 else 'cells'} matched, {added:,} taken)"
            )
        chosen = [t.slice.times.chosen for t in self.taken if t.slice.times and t.slice.times.chosen]
        return "Read as: " + "; ".join([*told, *dict.fromkeys(chosen), *self._areas(), *self._codes(text)]) + "."

    def _areas(self) -> list[str]:
        """The areas of which the table gives the code alone, each as another table of the record names it."""
        picked = (
            (t.slice.listed.ways[n], c) for t in self.taken[:_FIRST] for n, some in t.slice.codes.items() for c in some
        )
        named = {way.dimension.codes[c].words: way.called[c] for way, c in picked if c in way.called}
        told = list(named.items())[:_FIRST]
        return [f"{code} is the code of {name}, as another table of the record has it" for code, name in told]

    def _codes(self, text: str) -> list[str]:
        """The years of TEXT that the cited rows write in digits alone, each with what it stands for."""
        found = {m.group(): f"{m[1]}/{m[2]}" for c in self.notes.made for m in _CODED.finditer(c.quote)}
        return [f"{code} is read as {years}" for code, years in found.items() if years in text]

    def _noted(self) -> Iterator[str]:
        """What the tables' notes say with a number of the rows that answer, each cited."""
        said = {(t.slice.listed.dataset.source_id, words): None for t in self.taken[:_FIRST] for words in notes_on(t)}
        for source_id, words in said:
            at = self.text_of(source_id).find(words)
            if at >= 0:
                number = self.notes.add(source_id, Span(at, at + len(words)))
                yield f"The table's own note {marks((number,))}: {words}"

    def _caveats(self) -> tuple[str, ...]:
        found = []
        if len(self.taken) > 1:
            found += [f"The record does not hold {words}." for words in self.worked(*self.taken)[1]]
        for status in dict.fromkeys(o.status for t in self.taken for o in t.seen if o.status):
            found.append(MARKED.format(status))
        for words in dict.fromkeys(w for t in self.taken for w in t.slice.binding.loose):
            found.append(f"Read as the table's own \u201c{words}\u201d.")
        if any(t.qualifier is Qualifier.ABOUT for t in self.taken):
            found.append("Some of the figures that were added are themselves not exact.")
        if any(repeated(t.seen) for t in self.taken):
            found.append("Some of the rows that were added have the same labels as another: each is counted.")
        for words in dict.fromkeys(of_every_age(t) for t in self.taken[:_FIRST]):
            found += [f"\u201c{words}\u201d is of every age in this table, children among them."] if words else []
        found += self._noted()
        return tuple(found)


_FIRST = 4
"""So many of the values that an answer rests on are looked for in the notes: those that it sets against each other."""


def _in_table(taken: Taken) -> str:
    value = taken.value if taken.shown is None else taken.shown * taken.slice.scale
    return "" if value is None else digits(value)


def _worked(derivation: Derivation) -> str:
    if derivation.expression.startswith("the sum") and not derivation.rounding:
        return derivation.expression.partition(" = ")[0]
    if derivation.rounding:
        return "added up from figures that the table shows rounded"
    return f"worked out as {derivation.expression}"
