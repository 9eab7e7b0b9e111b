"""Values taken from tables → an Answer: what was added up, from which cells, and what the table itself says of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal

from bot.answer import Answer, Derivation, Operand, Part, SaidFigure, Status, Tabled
from bot.cite import Footnotes, long_date
from bot.derive import ROUNDING, digits
from bot.query import Query
from bot.shown import QUALIFIED, amount
from bot.tables.catalog import Listed
from bot.tables.proof import place_of
from bot.tables.take import Taken
from corpus.cube import Role, cell_name
from corpus.records import Qualifier, Source, Span

__all__ = ["Teller", "shown_value"]

SPELT_OUT = 12
"""A sum of up to so many operands is written out; of more, it is said how many they are."""
SAID = 12
"""Of a breakdown, so many rows are said in words; all of them stand in its table."""


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
        one = taken.slice.listed
        numbers = []
        for seen in taken.seen:
            row = Span(seen.row_start, seen.row_end)
            place = place_of(one.dataset.id, cell_name(seen.row, seen.column))
            n = self.notes.add(one.dataset.source_id, row, (Span(seen.start, seen.end),), place)
            numbers.append(n)
            if seen.value is not None:
                scale = taken.slice.scale
                self.operands.append(
                    Operand(seen.value if scale == 1 else seen.value * scale, n, cell_name(seen.row, 1))
                )
        self.taken.append(taken)
        return tuple(dict.fromkeys(numbers))

    # Answers

    def value(self, taken: Taken, *, lead: str = "", status: Status | None = None) -> Answer:
        """One value: a cell, or the sum of several."""
        cited = self.cite(taken)
        lacking = taken.slice.times.lacking if taken.slice.times else ""
        if taken.value is None:
            return self._withheld(taken, cited)
        marks = _marks(cited)
        shown = shown_value(taken)
        body = [f"{lead}{label_of(taken)}: {shown} {marks}."]
        derivation = None
        if taken.added:
            derivation = self._sum(taken)
            body = [f"{lead}{label_of(taken)}: {shown}, {_worked(derivation)} {marks}."]
        body.append(self._source_line(taken.slice.listed))
        if lacking:
            body.append(f"The record does not hold {lacking}.")
        plain = status or (Status.COMPUTED if taken.added else Status.ANSWERED)
        return self._answer(
            Status.PARTIAL if lacking else plain,
            body,
            headline=shown,
            what=label_of(taken),
            figures=(self._said(taken, cited),),
            derivation=derivation,
            uncovered=(lacking,) if lacking else (),
        )

    def moved(self, earlier: Taken, later: Taken, *, percent: bool, asked_up: bool | None = None) -> Answer:
        """How far a measure moved; where ASKED_UP says which way was asked about, whether it did."""
        old, new = self._both(earlier, later)
        assert earlier.value is not None
        assert later.value is not None
        gap = abs(later.value - earlier.value)
        way = "A rise of " if later.value > earlier.value else "A fall of " if later.value < earlier.value else ""
        answer = ""
        if asked_up is not None:
            answer = "Yes. " if (later.value > earlier.value) == asked_up and gap else "No. "
        if percent:
            if not earlier.value:
                raise ZeroDivisionError
            result = _rounded(100 * gap / abs(earlier.value))
            high, low = max(earlier.value, later.value), min(earlier.value, later.value)
            expression = f"({digits(high)} \u2212 {digits(low)}) \u00f7 {digits(earlier.value)} = {digits(result)}%"
            derivation = self._derived("change", expression, f"{digits(result)}%", (later, earlier), ROUNDING)
            said, unit = f"{digits(result)}%", "%"
        else:
            high, low = max(earlier.value, later.value), min(earlier.value, later.value)
            expression = f"{digits(high)} \u2212 {digits(low)} = {digits(gap)}"
            derivation = self._derived("change", expression, digits(gap), (later, earlier))
            unit = "percentage points" if later.unit == "%" else later.unit
            said = amount(gap, unit) + (" percentage points" if later.unit == "%" else "")
        flat = "No change" if not gap else f"{way}{said}"
        body = [
            f"{answer}{flat}: {label_of(later)}: {shown_value(later)} {_marks(new)}, "
            f"against {shown_value(earlier)} {_marks(old)} ({_distinct(earlier, later)})."
        ]
        body += [*self._sums((later, earlier)), self._source_line(later.slice.listed)]
        value = derivation.result.replace(",", "")
        return self._answer(
            Status.COMPUTED,
            body,
            headline=(answer + flat).strip(),
            what=label_of(later),
            figures=(SaidFigure(value, unit or "count", str(Qualifier.EXACTLY), (*new, *old)),),
            derivation=derivation,
        )

    def compared(self, a: Taken, b: Taken, *, operation: str, more: bool = True) -> Answer:
        """Two values set against each other: which is the greater, by how much, or what part one is of the other."""
        first, second = self._both(a, b)
        assert a.value is not None
        assert b.value is not None
        high, low = max(a.value, b.value), min(a.value, b.value)
        if operation == "share":
            result, unit = _rounded(100 * a.value / b.value), "%"
            expression, rounding = f"{digits(a.value)} \u00f7 {digits(b.value)} = {digits(result)}%", ROUNDING
            derivation = self._derived("share", expression, f"{digits(result)}%", (a, b), rounding)
            lead = headline = f"{digits(result)}%"
        elif operation == "ratio":
            result, unit = _rounded(a.value / b.value), "times"
            expression, rounding = f"{digits(a.value)} \u00f7 {digits(b.value)} = {digits(result)}", ROUNDING
            derivation = self._derived("ratio", expression, digits(result), (a, b), rounding)
            lead = headline = f"{digits(result)} to 1"
        else:
            unit = "percentage points" if a.unit == "%" else a.unit
            expression = f"{digits(high)} \u2212 {digits(low)} = {digits(high - low)}"
            derivation = self._derived("difference", expression, digits(high - low), (a, b))
            headline = amount(high - low, unit) + (" percentage points" if a.unit == "%" else "")
            lead = headline
            if operation == "comparison":
                lead = ("Yes" if (a.value > b.value) == more and a.value != b.value else "No") + f", by {headline}"
                headline = lead.split(",")[0]
        body = [
            f"{lead}: {label_of(a)}: {shown_value(a)} {_marks(first)}; "
            f"{_distinct(b, a) or label_of(b)}: {shown_value(b)} {_marks(second)}."
        ]
        body += [*self._sums((a, b)), self._source_line(a.slice.listed)]
        if b.slice.listed.dataset.id != a.slice.listed.dataset.id:
            body.append(self._source_line(b.slice.listed))
        figures: tuple[SaidFigure, ...] = (
            SaidFigure(derivation.result.replace(",", ""), unit or "count", str(Qualifier.EXACTLY), (*first, *second)),
        )
        if operation == "comparison":
            figures += (self._said(a, first), self._said(b, second))
        return self._answer(
            Status.COMPUTED, body, headline=headline, what=label_of(a), figures=figures, derivation=derivation
        )

    def average(self, taken: Taken, count: int, words: str) -> Answer:
        """A sum over so many periods."""
        cited = self.cite(taken)
        assert taken.value is not None
        result = _rounded(taken.value / count)
        expression = f"{digits(taken.value)} \u00f7 {count} {words} = {digits(result)}"
        derivation = self._derived("average", expression, digits(result), (taken,), ROUNDING)
        body = [f"{label_of(taken)}: {digits(result)} on average, worked out as {expression} {_marks(cited)}."]
        body += [f"Rounded {ROUNDING}.", self._source_line(taken.slice.listed)]
        figure = SaidFigure(digits(result).replace(",", ""), taken.unit or "count", str(Qualifier.ABOUT), cited)
        return self._answer(
            Status.COMPUTED,
            body,
            headline=digits(result),
            what=label_of(taken),
            figures=(figure,),
            derivation=derivation,
        )

    def most(self, rows: Sequence[Taken], *, least: bool, heads: str) -> Answer:
        """The largest or the smallest of the rows of a grouping; all of those that tie."""
        valued = [r for r in rows if r.value is not None]
        best = (min if least else max)(r.value for r in valued if r.value is not None)
        winners = [r for r in valued if r.value == best]
        cited = [self.cite(r) for r in winners]
        names = " and ".join(r.words[0] for r in winners)
        said = [
            f"{names}: {shown_value(winners[0])} {''.join(map(_marks, cited))}, the {'fewest' if least else 'most'} "
            f"of {label_of(winners[0], skip=1)}."
        ]
        derivation = self._listing(winners) if any(r.added for r in winners) else None
        said += [*self._sums(winners), self._source_line(winners[0].slice.listed)]
        hidden = len(rows) - len(valued)
        caveats = (
            (f"{hidden} of the {len(rows)} rows are withheld or not given, and are not compared.",) if hidden else ()
        )
        return self._answer(
            Status.COMPUTED if derivation else Status.ANSWERED,
            said,
            headline=names,
            what=f"{shown_value(winners[0])}, {label_of(winners[0], skip=1)}",
            figures=tuple(self._said(r, c) for r, c in zip(winners, cited, strict=True)),
            derivation=derivation,
            table=self._tabled(sorted(valued, key=lambda r: r.value or Decimal(0), reverse=not least), heads),
            caveats=caveats,
        )

    def either(self, rows: Sequence[Taken], *, least: bool) -> Answer:
        """Which of two is the greater (or the less), with both."""
        a, b = sorted(rows, key=lambda r: r.value or Decimal(0), reverse=not least)
        first, second = self._both(a, b)
        level = a.value == b.value
        names = f"{a.words[0]} and {b.words[0]} alike" if level else a.words[0]
        body = [
            f"{names}: {label_of(a)}: {shown_value(a)} {_marks(first)}; "
            f"{b.words[0]}: {shown_value(b)} {_marks(second)}.",
            *self._sums((a, b)),
            self._source_line(a.slice.listed),
        ]
        return self._answer(
            Status.COMPUTED if a.added or b.added else Status.ANSWERED,
            body,
            headline=names,
            what=f"{shown_value(a)}, against {shown_value(b)}",
            figures=(self._said(a, first), self._said(b, second)),
            derivation=self._listing((a, b)) if a.added or b.added else None,
        )

    def breakdown(self, rows: Sequence[Taken], heads: str, *, dated: bool) -> Answer:
        """Every row of a grouping: in order of time, else the largest first."""
        ordered = list(rows) if dated else sorted(rows, key=lambda r: (r.value is None, -(r.value or Decimal(0))))
        spoken = ordered[:SAID] if not dated else ordered[-SAID:]
        cited = [self.cite(r) for r in spoken]
        listed = "; ".join(f"{r.words[0]}: {shown_value(r)} {_marks(c)}" for r, c in zip(spoken, cited, strict=True))
        body = [f"{label_of(ordered[0], skip=1)}, by {heads.lower() or 'row'}: {listed}."]
        if len(ordered) > len(spoken):
            body.append("The rest stand in the table.")
        body.append(self._source_line(ordered[0].slice.listed))
        added = any(r.added for r in spoken)
        return self._answer(
            Status.COMPUTED if added else Status.ANSWERED,
            body,
            headline=f"By {heads.lower() or 'row'}",
            what=label_of(ordered[0], skip=1),
            figures=tuple(self._said(r, c) for r, c in zip(spoken, cited, strict=True)),
            derivation=self._listing(spoken) if added else None,
            table=self._tabled(ordered, heads, dated=dated),
        )

    # Parts of an answer

    def _both(self, a: Taken, b: Taken) -> tuple[tuple[int, ...], tuple[int, ...]]:
        return self.cite(a), self.cite(b)

    def _withheld(self, taken: Taken, cited: tuple[int, ...]) -> Answer:
        seen = taken.seen[0]
        suppressed = taken.qualifier is Qualifier.SUPPRESSED
        mark = f" (\u201c{seen.mark}\u201d)" if seen.mark else ""
        why = "suppressed: the table withholds it" if suppressed else "not available: the table does not give it"
        meant = next((words for m, words in taken.slice.listed.dataset.notes if m and m == seen.mark), "")
        body = [f"{label_of(taken)}: {why}{mark} {_marks(cited)}.", self._source_line(taken.slice.listed)]
        figure = SaidFigure("", taken.unit or "count", str(taken.qualifier), cited)
        return self._answer(
            Status.ANSWERED if suppressed else Status.NOT_KNOWN,
            body,
            headline="Suppressed" if suppressed else "Not available",
            what=label_of(taken),
            figures=(figure,) if suppressed else (),
            caveats=(f"The table says of it: {meant}",) if meant else (),
        )

    def _said(self, taken: Taken, cited: tuple[int, ...]) -> SaidFigure:
        value = "" if taken.value is None else digits(taken.value).replace(",", "")
        percent = "%" if taken.unit == "%" and value else ""
        return SaidFigure(value + percent, taken.unit or "count", str(taken.qualifier), cited, label_of(taken))

    def _sum(self, taken: Taken) -> Derivation:
        operands = self._own(taken)
        assert taken.value is not None
        result = digits(taken.value)
        if len(operands) <= SPELT_OUT:
            expression = " + ".join(digits(o.value) for o in operands) + f" = {result}"
        else:
            expression = f"the sum of {len(operands)} figures = {result}"
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

    def _derived(
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

    def _listing(self, rows: Sequence[Taken]) -> Derivation:
        valued = [r for r in rows if r.value is not None]
        made = self._derived("listing", "", "", valued)
        lines = [f"{r.words[0]}: {digits(r.value or Decimal(0))}" for r in valued]
        return replace(made, expression="; ".join(lines), parts=made.parts or self._parts(valued))

    def _parts(self, rows: Sequence[Taken]) -> tuple[Part, ...]:
        return tuple(Part(label_of(r), (n,), r.value or Decimal(0)) for n, r in enumerate(rows))

    def _sums(self, of: Sequence[Taken]) -> list[str]:
        """How each value of several that was added up came about: written out where that is short."""
        told = []
        for one in of:
            if one.added and len(one.seen) <= SPELT_OUT:
                told.append(f"{_short(one)}: {self._sum(one).expression}.")
            elif one.added:
                told.append(f"{_short(one)}: added up from the table's cells, which are all cited.")
        return told

    def _source_line(self, listed: Listed) -> str:
        one, source = listed.dataset, listed.source
        title = source.title.rstrip(".")
        where = f", sheet {one.sheet}" if one.sheet and one.sheet.lower() not in title.lower() else ""
        day = f", {long_date(source.published)}" if source.published else ""
        by = f" ({source.publisher})" if source.publisher else ""
        return f"Source: {title}{by}{where}{day}."

    def _tabled(self, rows: Sequence[Taken], heads: str, *, dated: bool = False) -> Tabled:
        unit = rows[0].unit
        lines = tuple((r.words[0], "" if r.value is None else digits(r.value), _state(r)) for r in rows)
        marked = any(line[2] for line in lines)
        columns = (heads or "Row", rows[0].slice.listed.dataset.measure or "Value", "Note")
        return Tabled(
            label_of(rows[0], skip=1),
            columns if marked else columns[:2],
            tuple(line if marked else line[:2] for line in lines),
            unit,
            dated,
        )

    def _answer(
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
            interpretation=self._read_as(),
            conditions=self.query.conditions(),
            uncovered=uncovered,
            as_of=self.query.as_of,
            as_at=last.isoformat() if last else None,
            caveats=(*caveats, *self._caveats()),
            table=table,
            resolved_question=self.query.resolved,
        )

    def _meta(self, listed: Listed) -> str:
        parts = (str(listed.dataset.standing), listed.source.publisher, long_date(listed.source.published))
        return " \u00b7 ".join(p for p in parts if p and p != "not stated")

    def _read_as(self) -> str:
        """The question as the table was asked it, and how much of the table was gone through."""
        told = []
        for one in dict.fromkeys(t.slice.listed.dataset.id for t in self.taken):
            mine = [t for t in self.taken if t.slice.listed.dataset.id == one]
            dataset = mine[0].slice.listed.dataset
            sheet = f", sheet \u201c{dataset.sheet}\u201d" if dataset.sheet else ""
            read = "; ".join(dict.fromkeys(label_of(t) for t in mine[:4]))
            matched, added = sum(t.matched for t in mine), sum(len(t.seen) for t in mine)
            told.append(
                f"{read} (table \u201c{dataset.title}\u201d{sheet}: {dataset.rows:,} rows examined, "
                f"{matched:,} cells matched, {added:,} taken)"
            )
        chosen = [t.slice.times.chosen for t in self.taken if t.slice.times and t.slice.times.chosen]
        return "Read as: " + "; ".join([*told, *dict.fromkeys(chosen)]) + "."

    def _caveats(self) -> tuple[str, ...]:
        found = []
        for status in dict.fromkeys(o.status for t in self.taken for o in t.seen if o.status):
            found.append(f"Marked as {status} in the table.")
        for words in dict.fromkeys(w for t in self.taken for w in t.slice.binding.loose):
            found.append(f"Read as the table's own \u201c{words}\u201d.")
        if any(t.qualifier is Qualifier.ABOUT for t in self.taken):
            found.append("Some of the figures that were added are themselves not exact.")
        return tuple(found)


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.1"), ROUND_HALF_UP)


def shown_value(taken: Taken) -> str:
    """A value as it may be read out; a mark in words."""
    if taken.value is None:
        return "suppressed" if taken.qualifier is Qualifier.SUPPRESSED else "not available"
    return QUALIFIED.get(taken.qualifier, "") + amount(taken.value, taken.unit)


def label_of(taken: Taken, skip: int = 0) -> str:
    """What a value counts: the table's measure, the codes that were picked and the time; less the first SKIP words."""
    one = taken.slice.listed.dataset
    measure = one.measure or one.title
    words = [w for w in taken.words[skip:] if w and w.lower() != measure.lower()]
    way = taken.slice.listed.time
    grouped_by_time = bool(skip) and way is not None and taken.slice.codes.get(way.n, ()) != _asked_codes(taken)
    times = taken.slice.times
    if times is not None and times.words and not grouped_by_time and times.words not in words:
        words.append(_said_time(times.words))
    return ", ".join([measure, *words])


def _asked_codes(taken: Taken) -> tuple[int, ...]:
    times = taken.slice.times
    return times.codes if times is not None else ()


def _said_time(words: str) -> str:
    return " ".join(words.split())


def _short(taken: Taken) -> str:
    words = [w for w in taken.words if w] or [label_of(taken)]
    time = taken.slice.times.words if taken.slice.times else ""
    return ", ".join([*words, time] if time and time not in words else words)


def _distinct(one: Taken, other: Taken) -> str:
    """What sets one value apart from another: its codes, and its time, where they differ."""
    words = [w for w in one.words if w not in other.words]
    mine, theirs = one.slice.times, other.slice.times
    if mine is not None and (theirs is None or mine.codes != theirs.codes):
        words.append(_said_time(mine.words))
    return ", ".join(words)


def _state(taken: Taken) -> str:
    if taken.value is None:
        return shown_value(taken)
    return ", ".join(dict.fromkeys(o.status for o in taken.seen if o.status))


def _worked(derivation: Derivation) -> str:
    if derivation.expression.startswith("the sum"):
        return derivation.expression.partition(" = ")[0]
    return f"worked out as {derivation.expression}"


def _marks(cited: Sequence[int]) -> str:
    if len(cited) > SPELT_OUT:
        return f"[{cited[0]}] to [{cited[-1]}]"
    return "".join(f"[{n}]" for n in cited)


def role_name(role: Role) -> str:
    """What a dimension without a heading is called."""
    return {Role.TIME: "Period", Role.PLACE: "Place", Role.MEASURE: "Measure"}.get(role, "Kind")
