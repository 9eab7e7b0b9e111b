"""A question over the statistical tables of a record: which table it is about, and the value that it asks for.

Everything is counted from the ledger: of the table that bears out every word of the question, every observation that
the question names is read, and nothing is taken from a search.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from bot.answer import Answer, Nearest, Status
from bot.forms import Ask
from bot.query import Query
from bot.tables.bind import Asked, Binding, asked, bind
from bot.tables.catalog import Listed, Way, listed_in
from bot.tables.shape import Grouping, apart, direction, grouping, ranks
from bot.tables.take import Refused, Slice, Taken, grouped, slice_of, take
from bot.tables.tell import Teller, label_of, shown_value
from bot.tables.when import latest, nature_of
from corpus.extract.dates import PeriodMention
from corpus.ledger import Ledger
from corpus.records import Nature, Period

__all__ = ["Tables", "Tried"]

_LEAVE = (Ask.DECLINED, Ask.SAID, Ask.WHO, Ask.WHY, Ask.UNKNOWN, Ask.PERIOD, Ask.SUM_CHECK)
_TRIED = 6
"""So many tables, of those that bear the whole question out, are tried in turn where the best cannot answer."""
_PERCENT = re.compile(r"\b(?:per ?cent(?:age)?|proportion|%)", re.IGNORECASE)
_AVERAGE = re.compile(
    r"\b(?:average|mean)\b.*?\b(?:per|a|each|every)\s+(?P<a>year|quarter|month)\b"
    r"|\b(?P<b>annual|yearly|quarterly|monthly)\s+(?:average|mean)\b|\baverage\s+(?P<c>annual|yearly|quarterly|monthly)\b",
    re.IGNORECASE,
)
_SPAN = {"annual": "year", "yearly": "year", "quarterly": "quarter", "monthly": "month"}
_MONTHS = {"year": 12, "quarter": 3, "month": 1}


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of a question over tables. ``answer`` is None where no table is about it.

    ``sure`` says that it is answered; else it is the best that can be said of why a table does not answer it.
    """

    answer: Answer | None = None
    sure: bool = False


@dataclass
class Tables:
    """The statistical tables of one record. What was read of them is kept until they change."""

    ledger: Ledger
    _known: dict[str, Listed] = field(default_factory=dict)

    def answer(self, query: Query) -> Tried:
        """QUERY answered from a table that bears out all of it, if there is one."""
        if query.ask in _LEAVE or not self.ledger.counts().datasets:
            return Tried()
        listed = listed_in(self.ledger, query.as_of, self._known)
        day = query.as_of or date.today()
        whole = asked(query.resolved or query.text, day)
        near: list[Binding] = []
        refused: tuple[Binding, Refused] | None = None
        for binding, tell in self._ways(query, whole, listed, day, near):
            try:
                answer = tell()
            except Refused as why:
                refused = refused or (binding, why)
                continue
            except ZeroDivisionError:
                refused = refused or (binding, Refused("what it would be a part of is nil"))
                continue
            return Tried(answer, sure=True)
        if refused is not None:
            return Tried(self._refusal(query, *refused))
        return Tried(self._lacking(query, near))

    def _ways(
        self, query: Query, whole: Asked, listed: Sequence[Listed], day: date, near: list[Binding]
    ) -> Iterator[tuple[Binding, Callable[[], Answer]]]:
        """The ways of answering, the likeliest first, each with the binding that it rests on."""
        if query.ask in _PAIRED and query.other is not None:
            halves = asked(query.wanted.words, day), asked(query.other.words, day)
            pairs = sorted(self._pairs(*halves, listed, share=query.ask is Ask.SHARE), key=lambda p: -p[0].score)
            for first, second in pairs[:_TRIED]:
                yield first, partial(self._set_against, query, first, second)
            if pairs:
                return
        bound = [b for one in listed if (b := bind(whole, one)) is not None]
        near += [b for b in bound if not b.complete]
        complete = sorted((b for b in bound if b.complete), key=lambda b: (-b.score, b.listed.dataset.id))
        for one_binding in complete[:_TRIED]:
            yield one_binding, partial(self._one, query, one_binding, whole)

    # One table, one question

    def _one(self, query: Query, binding: Binding, whole: Asked) -> Answer:
        text = whole.text
        listed = binding.listed
        group = grouping(text, listed)
        rank = ranks(text)
        average = _AVERAGE.search(text)
        if average and "averag" not in listed.about:
            unit = (average["a"] or average["b"] or average["c"]).lower()
            return self._average(query, binding, _SPAN.get(unit, unit))
        if rank and group is not None:
            return self._most(query, binding, group, least=rank == "least")
        pair = _two_named(binding)
        if pair is not None and query.ask in (Ask.CHANGE, Ask.DIFFERENCE) and apart(binding.times) is None:
            return self._between(query, binding, pair)
        moving = direction(text)
        if query.ask is Ask.CHANGE or (moving is not None and query.ask in (Ask.YES_NO, Ask.FIGURE, Ask.WHAT)):
            return self._change(query, binding, moving if query.ask is Ask.YES_NO else None)
        if (either := _either(binding, text)) is not None:
            return self._greater(query, binding, either)
        if query.ask is Ask.YES_NO or query.ask in _PAIRED:
            raise Refused("the table cannot settle that with one figure", ("what is to be set against what",))
        if group is not None and (query.ask is Ask.BREAKDOWN or _BY.search(text)):
            return self._breakdown(query, binding, group)
        if query.ask is Ask.WHEN:
            raise Refused("the table does not say when that was", ("when",))
        return self._teller(query).value(take(slice_of(binding, self.ledger), self.ledger))

    def _most(self, query: Query, binding: Binding, group: Grouping, *, least: bool) -> Answer:
        rows = [r for r in self._rows(binding, group) if r.value is not None]
        if len(rows) < 2:
            raise Refused("the table gives no two figures to compare", ("a breakdown",))
        return self._teller(query).most(rows, least=least, heads=group.heads)

    def _breakdown(self, query: Query, binding: Binding, group: Grouping) -> Answer:
        rows = self._rows(binding, group)
        if not rows:
            raise Refused("the table gives no breakdown of that", ("a breakdown",))
        return self._teller(query).breakdown(rows, group.heads, dated=group.way is binding.listed.time)

    def _greater(self, query: Query, binding: Binding, way: Way) -> Answer:
        """ "More to Poland or to Lithuania?": each of those that are named, the greater first."""
        rows = grouped(slice_of(binding, self.ledger), self.ledger, way, by_year=False)
        if len(rows) != len(binding.picks[way.n]):
            raise Refused("the table does not give both", ("both of those named",))
        _numbers(*rows)
        least = re.search(r"\b(?:fewer|less|smaller|lower)\b", query.text, re.IGNORECASE) is not None
        return self._teller(query).either(rows, least=least)

    def _between(self, query: Query, binding: Binding, way: Way) -> Answer:
        """ "More in the North East than in Wales": the difference of the two codes that are named."""
        rows = grouped(slice_of(binding, self.ledger), self.ledger, way, by_year=False)
        if len(rows) != len(binding.picks[way.n]):
            raise Refused("the table does not give both")
        _numbers(*rows)
        return self._teller(query).compared(rows[0], rows[1], operation="difference")

    def _rows(self, binding: Binding, group: Grouping) -> tuple[Taken, ...]:
        over_time = group.way is binding.listed.time
        if over_time and not binding.times:
            codes = {n: c for n, c in slice_of(binding, self.ledger).codes.items() if n != group.way.n}
            asked_for = Slice(binding, codes, None)
        else:
            asked_for = slice_of(binding, self.ledger)
        return grouped(asked_for, self.ledger, group.way, group.by_year)

    def _change(self, query: Query, binding: Binding, up: bool | None) -> Answer:
        ends = apart(binding.times)
        if ends is None:
            ends = self._since(binding)
        earlier, later = (take(slice_of(replace(binding, times=(e,)), self.ledger), self.ledger) for e in ends)
        _numbers(earlier, later)
        if earlier.slice.codes == later.slice.codes:
            raise Refused("both times are one and the same")
        percent = query.direction == "percentage" or (bool(_PERCENT.search(query.text)) and later.unit != "%")
        return self._teller(query).moved(earlier, later, percent=percent, asked_up=up)

    def _since(self, binding: Binding) -> tuple[PeriodMention, PeriodMention]:
        """From the one time that is named to the latest that the table has, of the same length."""
        listed = binding.listed
        if len(binding.times) != 1 or binding.times[0].when is None:
            raise Refused("a change is between two times", ("both times to set against each other",))
        first = binding.times[0]
        stock = nature_of(listed) is Nature.STOCK
        last = latest(listed, stock=stock)
        if last is None or last.first is None or last.last is None or first.when is None:
            raise Refused("a change is between two times", ("both times to set against each other",))
        start = replace(first, relation="in", period=Period(first.when.first, first.when.last, _bare(first)))
        end = replace(first, relation="in", when=None, period=Period(last.first, last.last, last.words))
        return start, end

    def _average(self, query: Query, binding: Binding, unit: str) -> Answer:
        taken = take(slice_of(binding, self.ledger), self.ledger)
        times = taken.slice.times
        if taken.value is None or times is None or times.first is None or times.last is None or times.lacking:
            raise Refused("the table does not give the whole of that time", ("the time asked about",))
        months = (times.last.year - times.first.year) * 12 + times.last.month - times.first.month + 1
        count, rest = divmod(months, _MONTHS[unit])
        if rest or count < 1:
            raise Refused(f"that time is no whole number of {unit}s", ("the time asked about",))
        return self._teller(query).average(taken, count, f"{unit}s")

    # Two things set against each other

    def _pairs(self, a: Asked, b: Asked, listed: Sequence[Listed], *, share: bool) -> Iterator[tuple[Binding, Binding]]:
        for one in listed:
            first, second = bind(a, one, part=True), bind(b, one, part=True)
            if first is None or second is None or not first.complete or not second.complete:
                continue
            fuller = bind(b, one) or bind(a, one) or bind(_joined(a, b), one)
            if fuller is None:
                continue
            left = _merged(first, second)
            right = second if share else _merged(second, first)
            if (dict(left.picks), left.times) != (dict(right.picks), right.times):
                yield replace(left, score=fuller.score + len(left.picks)), right

    def _set_against(self, query: Query, first: Binding, second: Binding) -> Answer:
        a = take(slice_of(first, self.ledger), self.ledger)
        b = take(slice_of(second, self.ledger), self.ledger)
        _numbers(a, b)
        if a.unit != b.unit:
            raise Refused(f"the unit differs: {a.unit or 'a count'} and {b.unit or 'a count'}", ("one unit",))
        if query.ask in (Ask.SHARE, Ask.RATIO) and not b.value:
            raise ZeroDivisionError
        if query.ask is Ask.SHARE and (a.value or 0) > (b.value or 0):
            raise Refused("the part is larger than the whole", ("the whole",))
        more = not re.search(r"\b(?:fewer|less|smaller|lower)\b", query.text, re.IGNORECASE)
        return self._teller(query).compared(a, b, operation=str(query.ask), more=more)

    # What cannot be answered

    def _refusal(self, query: Query, binding: Binding, why: Refused) -> Answer:
        listed = binding.listed
        lacking = tuple(w for w in why.uncovered if w)
        said = [w for w in lacking if w.lower() in query.text.lower()]
        named = ", ".join(f"\u201c{w}\u201d" for w in said)
        body = f"That cannot be given: {why}." if not named else f"Nothing in this record answers for {named}: {why}."
        return self._abstained(query, listed, body, lacking, binding)

    def _lacking(self, query: Query, near: Sequence[Binding]) -> Answer | None:
        """What the nearest table does not bear out; None where none is near."""
        if not near:
            return None
        best = max(near, key=lambda b: b.score - 2.0 * len(b.uncovered))
        if best.score < 2.0 * len(best.uncovered):
            return None
        named = " and ".join(f"\u201c{w}\u201d" for w in best.uncovered)
        return self._abstained(query, best.listed, f"Nothing in this record answers for {named}.", best.uncovered, best)

    def _abstained(
        self, query: Query, listed: Listed, body: str, uncovered: tuple[str, ...], binding: Binding
    ) -> Answer:
        held = "This says only what this record holds; it does not mean that the information is not held elsewhere."
        return Answer(
            question=query.text,
            status=Status.NOT_IN_RECORD,
            text=f"{body} {held}",
            headline="Not in this record",
            interpretation=query.explain(),
            conditions=query.conditions(),
            uncovered=uncovered,
            as_of=query.as_of,
            nearest=self._nearest(listed, binding),
            resolved_question=query.resolved,
        )

    def _nearest(self, listed: Listed, binding: Binding) -> tuple[Nearest, ...]:
        """The figure that the table gives where what it lacks is left out."""
        try:
            taken = take(slice_of(replace(binding, times=()), self.ledger), self.ledger)
        except Refused:
            return ()
        seen = taken.seen[0]
        quote = self.ledger.text(listed.dataset.source_id)[seen.row_start : seen.row_end]
        last = taken.slice.times.words if taken.slice.times else ""
        return (Nearest(shown_value(taken), label_of(taken), last, listed.source.title, quote),)

    def _teller(self, query: Query) -> Teller:
        sources = {s.id: s for s in self.ledger.sources()}
        return Teller(query, self.ledger.text, lambda i: sources[i])


def _either(binding: Binding, text: str) -> Way | None:
    """The dimension on which a question names two codes to choose between ("Poland or Lithuania")."""
    return _two_named(binding) if _CHOICE.search(text) else None


def _two_named(binding: Binding) -> Way | None:
    """The dimension of which a question names two codes."""
    return next((binding.listed.ways[n] for n, codes in binding.picks.items() if len(codes) == 2), None)


_CHOICE = re.compile(r"\b(?:more|fewer|less|greater|larger|higher|bigger|smaller|lower)\b.*\bor\b", re.IGNORECASE)
_PAIRED = (Ask.SHARE, Ask.DIFFERENCE, Ask.COMPARISON, Ask.RATIO)
_BY = re.compile(r"\b(?:by|per|for each|for every|in each|in every|each|every)\b", re.IGNORECASE)
_RELATION = re.compile(r"^(?:since|from|after|in|between)\s+", re.IGNORECASE)


def _bare(mention: PeriodMention) -> str:
    return _RELATION.sub("", mention.period.words)


def _joined(a: Asked, b: Asked) -> Asked:
    """Both halves of a question as one."""
    return asked(f"{a.text} {b.text}")


def _merged(part: Binding, rest: Binding) -> Binding:
    """PART with whatever it leaves unsaid taken from the other half of the question."""
    return replace(
        part,
        picks={**rest.picks, **part.picks},
        times=part.times or rest.times,
        loose=tuple(dict.fromkeys((*part.loose, *rest.loose))),
    )


def _numbers(*taken: Taken) -> None:
    """Raises Refused where a value is not given as a number: nothing is worked out from what a table withholds."""
    if any(t.value is None for t in taken):
        raise Refused("a figure that it needs is withheld or not given by the table", ("a figure that is given",))
