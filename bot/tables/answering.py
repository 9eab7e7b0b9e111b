"""One binding of a question to a table → an Answer, by what the question does with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from bot.answer import Answer
from bot.forms import Ask
from bot.query import Query
from bot.tables.against import against, less
from bot.tables.agreement import also_rows, also_value
from bot.tables.averages import average_of, average_of_parts, averaged_over
from bot.tables.bind import Binding, asked, bind
from bot.tables.budgeted import beside_budget
from bot.tables.day_by_day import adds_to, is_running
from bot.tables.foremost import most_of, over_all_its_times, swung_of
from bot.tables.given_moves import given_move
from bot.tables.kinds import for_each
from bot.tables.label import Way
from bot.tables.moves import ends_of
from bot.tables.paired import PAIRED, for_every
from bot.tables.reading import Reader, numbers
from bot.tables.said import state
from bot.tables.shape import (
    Grouping,
    Rank,
    apart,
    direction,
    each_place,
    either_way,
    foremost_of,
    grouping,
    names_an_extreme,
    ranks,
)
from bot.tables.slices import Refused, is_stock, leveled, slice_of
from bot.tables.spells import spells_in
from bot.tables.statistic import statistic
from bot.tables.steady import all_along, step_against
from bot.tables.swings import lost_or_gained, swing
from bot.tables.take import Taken, grouped
from bot.tables.tell import Teller
from bot.tables.tell_beside import beside
from bot.tables.tell_moves import compared, moved, share_moved
from bot.tables.tell_rows import at_times, breakdown, either
from bot.tables.tell_sum import added_up, both_added
from bot.tables.words import COUNTS
from corpus.cube import Role, is_share
from corpus.ledger import Ledger
from corpus.patterns import regex

__all__ = ["Answering"]

_PERCENT = regex(r"\b(?:per ?cent(?:age)?|proportion)|%", re.IGNORECASE)
_MARKED_AS = regex(r"\bprovisional\b", re.IGNORECASE)
"""What a figure may be asked for as, which it has to be marked as."""
_POINTS = regex(r"\bpercentage points?\b", re.IGNORECASE)
_MEAN = regex(r"\b(?:average|(?<!I\s)(?<!we\s)(?<!you\s)mean)\b", re.IGNORECASE)
_SO_MANY = rf"(?:\d[\d,.]*|{'|'.join(COUNTS)})"
_COMPARES = r"(?:more|fewer|less|greater|larger|higher|bigger|smaller|lower|longer|shorter)"
_CHOICE = regex(rf"\b{_COMPARES}\b.*\bor\b|\bor\b.*\b{_COMPARES}\b(?!\s+than\b)", re.IGNORECASE)
_BAND = regex(
    rf"(?<![\w,.-]){_SO_MANY}\s+(?:[a-z]+\s+){{0,2}}?(?:or|and)\s+(?:{_COMPARES}|over|above|older|under|below|younger)\b"
    rf"|\b{_COMPARES}\s+than\s+{_SO_MANY}(?![\w,-])",
    re.IGNORECASE,
)
"""A band that a label may be of ("idle for a week or more"): it sets nothing against another thing."""
_EITHER_WAY = regex(rf"\b{_COMPARES}\s+or\s+{_COMPARES}\b", re.IGNORECASE)
"""What asks how far something moved, whichever way ("how much higher or lower")."""
_COMPARED = regex(rf"\b{_COMPARES}\b.*\bthan\b", re.IGNORECASE)
_THAN_NOW = regex(
    rf"\b{_COMPARES}\b[^?]*\b(?:now|today|currently|at present)\b[^?]*\bthan\b"
    rf"|\b(?:now|today|currently|at present)\b[^?]*\b{_COMPARES}\b[^?]*\bthan\b",
    re.IGNORECASE,
)
_YES_NO = regex(r"^\W*(?:did|do|does|was|were|is|are|has|have|had)\b", re.IGNORECASE)
_APART = regex(r"\b(?:broken down|breakdown|split up|split) by\b", re.IGNORECASE)
_BY = regex(r"\b(?:by|per|for each|for every|in each|in every|each|every)\b", re.IGNORECASE)
_FEWER = regex(r"\b(?:fewer|less|smaller|lower|shorter)\b", re.IGNORECASE)
_HOW_FAR = regex(
    r"\bhow (?:much|many|far)\b|\bby what\b|\bpercentage (?:rise|fall|increase|decrease|drop|change)", re.I
)


_SO_MUCH_MORE = regex(
    rf"\bhow many (?:pounds|pence|euros|dollars|(?:percentage )?points|hours|minutes|days|miles|tonnes)"
    rf"\s+{_COMPARES}\b[^?]*\bthan\b",
    re.IGNORECASE,
)
"""How far two numbers are apart, told in their unit."""
_AS_ONE = regex(r"\b(?:together|combined|altogether|in total|in all|total|added|sum)\b", re.IGNORECASE)
"""What asks for one number of several things."""
_CHANGE = regex(r"\bchanges?\b(?!\s+(?:of|to)\b)", re.IGNORECASE)
"""A noun that asks how far something moved, where no verb does ("% change, 2019 to 2023")."""
_BESIDE = regex(r"\b(?:compared (?:with|to)|against|versus|vs|as opposed to)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Answering:
    """Answers one question from bindings. Raises Refused where the table does not answer."""

    ledger: Ledger
    query: Query
    text: str

    @property
    def _reader(self) -> Reader:
        return Reader(self.ledger)

    @property
    def _said(self) -> str:
        """The question, the bands that its labels may be of left blank: its other words stand where they stood."""
        said = _BAND.sub(lambda m: " " * len(m.group()), self.text)
        for start, end, _ in spells_in(said):
            said = said[:start] + " " * (end - start) + said[end:]
        return said

    def one(self, binding: Binding, twin: Binding | None = None, fellows: Sequence[Binding] = ()) -> Answer:
        """The answer of one table; TWIN is the same in a table that counts on another basis.

        FELLOWS count the same in other sources: what they give is told beside it.
        """
        if self.query.ask is Ask.AVERAGE and self._asks_whether():
            whether = replace(self.query, ask=Ask.YES_NO)
            return replace(self, query=whether).one(binding, twin, fellows)
        if (told := against(binding, self._reader, self._teller())) is not None:
            return told
        if binding.less:
            return self._less(binding)
        if (given := given_move(binding)) is not None and self._asks_move():
            return self._value(given, None, ())
        if (gap := beside_budget(self._reader, self._teller(), binding)) is not None:
            return gap
        if (each := for_each(self.text, binding.listed)) is not None:
            raise Refused("the table tells how many there are, and not how many to each", (each,))
        group, rank = grouping(self.text, binding.listed), ranks(self.text)
        rank = None if rank is not None and foremost_of(self.text, binding.listed.dataset, binding.picks) else rank
        if group is None and names_an_extreme(self.text, binding.listed.dataset, binding.picks):
            rank = None
        if group is None and (place := each_place(self.text)):
            raise Refused("the table does not tell apart what is asked for each of", (f"each {place}",))
        group = self._reader.dated(binding, group) if group is not None else None
        return (
            self._over_rows(binding, group, rank) or self._of_two(binding) or self._plain(binding, group, twin, fellows)
        )

    def _asks_whether(self) -> bool:
        """Whether it is asked if an average was more at one time than at another, or moved, and not what it was."""
        moved_ = _COMPARED.search(self._said) is not None or direction(self.text) is not None
        return moved_ and _YES_NO.match(self.text) is not None

    def _asks_move(self) -> bool:
        """Whether it is asked how far something moved, and neither in points nor whether it did."""
        moves = self.query.ask is Ask.CHANGE or "change" in statistic(self.text)
        return moves and ranks(self.text) is None and not _POINTS.search(self.text)

    def _over_rows(self, binding: Binding, group: Grouping | None, rank: Rank | None) -> Answer | None:
        """What many rows are gone through for: the greatest move, an average, the most; None where none is asked."""
        if (turn := swing(self.text, binding.listed)) is not None:
            return swung_of(self._reader, self._teller(), binding, group, turn)
        unit = averaged_over(self.text)
        if unit and "averag" not in binding.listed.about:
            return average_of(self._reader, self._teller(), binding, unit)
        if _MEAN.search(self.text) and not unit and not _of_averages(binding):
            if (of_parts := average_of_parts(self._reader, self._teller(), binding)) is not None:
                return of_parts
            raise Refused("the table gives no average of that", ("an average",))
        group = group or (over_all_its_times(binding) if rank is not None else None)
        if rank and group is not None:
            return most_of(self._reader, self._teller(), binding, group, rank)
        if rank is not None:
            raise Refused("the table does not tell apart what is to be ranked", ("a breakdown",))
        return None

    def _of_two(self, binding: Binding) -> Answer | None:
        """What two labels or two times come to, set against each other; None where no such thing is asked."""
        if (then := self._than_now(binding)) is not None:
            return self._change(then, _FEWER.search(self._said) is None if _YES_NO.match(self.text) else None)
        pair, ends, ask = _two_named(binding), apart(binding.times), self.query.ask
        if pair is not None and ends is None and ask in (Ask.CHANGE, Ask.DIFFERENCE):
            return self._between(binding, pair)
        if pair is not None and ends is None and ask in (Ask.FIGURE, Ask.YES_NO) and _COMPARED.search(self._said):
            return self._set_apart(binding, pair)
        if pair is None and ends is not None and _CHOICE.search(_EITHER_WAY.sub("", self._said)):
            least = _FEWER.search(self._said) is not None
            values = tuple(self._reader.value(replace(binding, times=(e,))) for e in ends)
            numbers(*values)
            return either(self._teller(), values, least=least, timed=True)
        if pair is None and ask is Ask.RATIO and len(binding.times) == 2:
            return self._times_as_many(binding)
        if self._moves(binding):
            moving = direction(self.text) if ask is Ask.YES_NO else None
            return self._change(binding, self._asked_more(binding) if moving is None else moving)
        return self._greater(binding, pair) if pair is not None and _CHOICE.search(self._said) else None

    def _plain(
        self, binding: Binding, group: Grouping | None, twin: Binding | None, fellows: Sequence[Binding]
    ) -> Answer:
        """One value, a share that the table gives, or a breakdown."""
        ask = self.query.ask
        if ask is Ask.SHARE:
            return self._given_share(binding)
        if ask is Ask.YES_NO or ask in PAIRED:
            raise Refused("a single figure of the table cannot settle that", ("what is to be set against what",))
        if group is not None and (ask is Ask.BREAKDOWN or _BY.search(self.text)):
            return self._breakdown(binding, group, fellows)
        if _APART.search(self.text):
            raise Refused("the table gives no breakdown of that", ("a breakdown",))
        if ask is Ask.WHEN:
            raise Refused("the table does not say when that was", ("when",))
        return self._each_named(binding, fellows) or self._value(binding, twin, fellows)

    def _each_named(self, binding: Binding, fellows: Sequence[Binding]) -> Answer | None:
        """What a stock or a rate is at each of the times that are named, or a rate of each of the labels: neither is
        added up over them. None where it is a sum that is asked for."""
        if _AS_ONE.search(self.text):
            return None
        first = slice_of(replace(binding, times=binding.times[:1]), self.ledger)
        several = [n for n, codes in binding.picks.items() if len(codes) > 1]
        held = is_stock(binding.listed, first.codes) or not first.additive
        if len(binding.times) > 1 and held and not several:
            rows = tuple(self._reader.value(replace(binding, times=(one,))) for one in binding.times)
            return at_times(self._teller(), rows)
        way = binding.listed.ways[several[0]] if len(several) == 1 else None
        if first.additive or way is None or way.role is Role.MEASURE or len(binding.times) > 1 or binding.others:
            return None
        named = Grouping(way, False, way.dimension.name.replace("_", " "))
        return self._breakdown(binding, named, fellows)

    def _moves(self, binding: Binding) -> bool:
        """Whether it is asked how far something moved, or which way."""
        ask, moving = self.query.ask, direction(self.text)
        if ask is Ask.CHANGE or (moving is not None and ask in (Ask.YES_NO, Ask.FIGURE, Ask.WHAT)):
            return True
        if ask is Ask.FIGURE and lost_or_gained(self.text, binding.listed):
            return True
        if ask is Ask.FIGURE and len(binding.times) == 2 and _SO_MUCH_MORE.search(self._said):
            return True
        added = ask is Ask.FIGURE and adds_to(self.text) and apart(binding.times) is not None
        if added and is_running(self._reader, binding):
            return True
        if either_way(self.text) or (ask is Ask.YES_NO and self._asked_more(binding) is not None):
            return True
        if ask is Ask.SHARE:
            return moving is not None and _HOW_FAR.search(self.text) is not None
        if ask in (Ask.FIGURE, Ask.WHAT) and _CHANGE.search(self.text) and apart(binding.times) is not None:
            return True
        if ask is Ask.FIGURE and _BESIDE.search(self.text) is None:
            return False
        return ask in (*PAIRED, Ask.FIGURE) and len(binding.times) == 2 and _two_named(binding) is None

    def _value(self, binding: Binding, twin: Binding | None, fellows: Sequence[Binding]) -> Answer:
        taken = self._reader.value(binding)
        if (wanted := _MARKED_AS.search(self.text)) is not None and state(taken) != wanted.group().lower():
            raise Refused("the table does not mark that figure so", (wanted.group(),))
        also = None
        if twin is not None and taken.value is not None:
            try:
                also = self._reader.value(twin)
            except Refused:
                also = None
            if also is not None and (also.value is None or _last(also) != _last(taken)):
                also = None
        teller = self._teller()
        answer = teller.value(taken, also=also)
        return beside(teller, answer, also_value(self._reader, taken, fellows) if also is None else ())

    def _given_share(self, binding: Binding) -> Answer:
        """A share that the table itself gives."""
        taken = self._reader.value(binding)
        if not is_share(taken.unit):
            raise Refused("the table gives no share of that", ("a whole to set it against",))
        return self._teller().value(taken)

    def _breakdown(self, binding: Binding, group: Grouping, fellows: Sequence[Binding]) -> Answer:
        rows = self._reader.rows(binding, group)
        if not rows:
            raise Refused("the table gives no breakdown of that", ("a breakdown",))
        teller = self._teller()
        answer = breakdown(teller, rows, group.heads, dated=group.way is binding.listed.time)
        spoken = [t for t in teller.taken if t in rows]
        return beside(teller, answer, also_rows(self._reader, spoken, fellows, self.text, group.by_year))

    def _greater(self, binding: Binding, way: Way) -> Answer:
        """ "More to Poland or to Lithuania?": each of those that are named, the greater first."""
        rows = self._both(binding, way)
        return either(self._teller(), rows, least=_FEWER.search(self._said) is not None)

    def _between(self, binding: Binding, way: Way) -> Answer:
        """ "More in the North East than in Wales": the difference of the two codes that are named."""
        rows = self._both(binding, way)
        return compared(self._teller(), rows[0], rows[1], operation="difference")

    def _times_as_many(self, binding: Binding) -> Answer:
        """ "How many times as many in 2021 as in 2012": what there was at the time named first, over the other."""
        a, b = (self._reader.value(replace(binding, times=(m,))) for m in binding.times)
        numbers(a, b)
        if a.slice.codes == b.slice.codes or not b.value:
            raise Refused("there is nothing that it could be a multiple of", ("a figure to set it against",))
        return compared(self._teller(), a, b, operation="ratio")

    def _set_apart(self, binding: Binding, way: Way) -> Answer:
        """ "Did Kent have more than Essex, and by how many?": whether it did, where that is asked, and by how many."""
        rows = self._both(binding, way)
        sides = _COMPARED.search(self._said)
        if sides is None or _YES_NO.match(self.text) is None:
            return compared(self._teller(), rows[0], rows[1], operation="difference")
        than = bind(asked(self.text[sides.end() :]), binding.listed, part=True)
        second = than.picks.get(way.n, ()) if than is not None else ()
        ordered = sorted(rows, key=lambda r: r.slice.codes[way.n] == second)
        if ordered[1].slice.codes[way.n] != second:
            raise Refused("it is not clear which is set against which", ("what is to be set against what",))
        more = _FEWER.search(self._said) is None
        return compared(self._teller(), ordered[0], ordered[1], operation="comparison", more=more)

    def _both(self, binding: Binding, way: Way) -> tuple[Taken, ...]:
        if binding.others:
            raise Refused("it is not clear which rows of the table are meant", ("which rows",))
        rows = grouped(slice_of(binding, self.ledger), self.ledger, way, by_year=False)
        if len(rows) != len(binding.picks[way.n]):
            raise Refused("the table does not give both", ("both of those named",))
        numbers(*rows)
        return rows

    def _asked_more(self, binding: Binding) -> bool | None:
        """Whether it is asked if there was more (True) or less (False) at the later of two times, if that is asked."""
        sides = _COMPARED.search(self._said)
        if sides is None or _YES_NO.match(self.text) is None or len(binding.times) != 2:
            return None
        first, second = (m.period.start or m.period.end or date.min for m in binding.times)
        return (_FEWER.search(self._said) is None) == (first > second)

    def _than_now(self, binding: Binding) -> Binding | None:
        """BINDING since the one time that it names, where it is asked if there is more or less now than then, or by how
        many."""
        named = binding.times[0] if len(binding.times) == 1 else None
        if named is None or named.when is None or (_YES_NO.match(self.text) is None and self.query.ask not in PAIRED):
            return None
        asked_now = _THAN_NOW.search(self._said) is not None and _two_named(binding) is None
        return replace(binding, times=(replace(named, relation="since"),)) if asked_now else None

    def _less(self, binding: Binding) -> Answer:
        """What a table counts less the codes that the question leaves out."""
        plain = self.query.ask not in (*PAIRED, Ask.YES_NO) and ranks(self.text) is None
        if not plain or self._moves(binding) or _MEAN.search(self.text):
            raise Refused(
                "what is left out of a table's figures is only taken from a single figure", ("what is left out",)
            )
        return less(binding, self._reader, self._teller())

    def _change(self, binding: Binding, up: bool | None) -> Answer:
        binding = leveled(binding)
        if up is not None and all_along(self.text):
            return self._told_change(*step_against(self._reader, binding, up=up), up)
        earlier, later = (self._reader.value(replace(binding, times=(e,))) for e in ends_of(binding))
        if earlier.slice.codes == later.slice.codes:
            raise Refused("both times are the same")
        return self._told_change(earlier, later, up)

    def across(self, first: Binding, second: Binding) -> Answer:
        """How far something moved between the times of two tables of one kind, the earlier FIRST."""
        if not self._moves(first):
            raise Refused("the question names different times, and asks for no change", ("a single time",))
        earlier, later = (self._reader.value(leveled(one)) for one in (first, second))
        return self._told_change(earlier, later, direction(self.text) if self.query.ask is Ask.YES_NO else None)

    def together(self, parts: Sequence[Binding], when: str) -> Answer:
        """What tables that are each of a part of a time give for all of it, WHEN: a sheet for each quarter."""
        plain = self.query.ask in (Ask.FIGURE, Ask.WHAT) and ranks(self.text) is None
        group = grouping(self.text, parts[0].listed)
        if not plain or group is not None or self._moves(parts[0]) or _MEAN.search(self.text) or parts[0].less:
            raise Refused("the table does not cover the time asked about", (when,))
        rows = tuple(self._reader.value(one) for one in parts)
        numbers(*rows)
        if any(not row.slice.additive or row.unit != rows[0].unit for row in rows):
            raise Refused("what the tables give is not added up", (when,))
        return added_up(self._teller(), rows, when)

    def both(self, one: Binding, other: Binding) -> Answer:
        """What two tables give of the two things that are asked for together, added up."""
        if self.query.ask not in (Ask.FIGURE, Ask.WHAT) or self._moves(one) or one.less or other.less:
            raise Refused("what such tables give is not set against each other", ("a single figure",))
        rows = (self._reader.value(one), self._reader.value(other))
        numbers(*rows)
        if any(not row.slice.additive or row.unit != rows[0].unit for row in rows):
            raise Refused("what the tables give is not added up", ("the same unit",))
        return both_added(self._teller(), rows)

    def _told_change(self, earlier: Taken, later: Taken, up: bool | None) -> Answer:
        numbers(earlier, later)
        wanted = bool(_PERCENT.search(self.query.text)) and not _POINTS.search(self.query.text)
        percent = self.query.direction == "percentage" or (wanted and not is_share(later.unit))
        if percent and not earlier.value:
            raise Refused("there is nothing that it could be a percentage of", ("a figure to set it against",))
        return moved(self._teller(), earlier, later, percent=percent, asked_up=up)

    def set_against(self, first: Binding, second: Binding) -> Answer:
        """The answer of two values of one table: the part and the whole, or one beside the other."""
        each = for_every(self.text)
        if self.query.ask not in PAIRED and not each and direction(self.text) is not None:
            return self._share_moved(first, second)
        if first.less or second.less:
            raise Refused(
                "what is left out of a table's figures is only taken from a single figure", ("what is left out",)
            )
        a, b = self._reader.value(first), self._reader.value(second)
        numbers(a, b)
        same = a.slice.codes == b.slice.codes or _cells(a) == _cells(b)  # of those that all are
        if same and a.slice.listed.dataset.id == b.slice.listed.dataset.id:
            raise Refused("both of what is set against each other read as the same figure", ("what sets them apart",))
        ask = Ask.RATIO if each else self.query.ask if self.query.ask in PAIRED else Ask.SHARE
        if a.unit != b.unit:
            raise Refused(f"the unit differs: {a.unit or 'a count'} and {b.unit or 'a count'}", ("the same unit",))
        if ask in (Ask.SHARE, Ask.RATIO) and not b.value:
            raise Refused("there is nothing that it could be a part of", ("a whole to set it against",))
        if ask is Ask.SHARE and ((a.value or 0) > (b.value or 0) or is_share(a.unit)):
            raise Refused("it is no part of that", ("the whole",))
        return compared(self._teller(), a, b, operation=str(ask), more=_FEWER.search(self._said) is None)

    def _share_moved(self, part: Binding, whole: Binding) -> Answer:
        """How many percentage points a share rose or fell by between two times."""
        shares = []
        for end in ends_of(part):
            a, b = (self._reader.value(replace(one, times=(end,))) for one in (part, whole))
            numbers(a, b)
            if not b.value or a.unit != b.unit or is_share(a.unit) or (a.value or 0) > b.value:
                raise Refused("it is no part of that", ("the whole",))
            shares.append((a, b))
        return share_moved(self._teller(), *shares)

    def _teller(self) -> Teller:
        return Teller(self.query, self.ledger.text, cache(self.ledger.source))


def _cells(taken: Taken) -> list[tuple[int, int]]:
    return sorted((one.row, one.column) for one in taken.seen)


def _last(taken: Taken) -> date | None:
    return taken.slice.times.last if taken.slice.times is not None else None


def _two_named(binding: Binding) -> Way | None:
    """The dimension of which a question names two codes."""
    return next((binding.listed.ways[n] for n, codes in binding.picks.items() if len(codes) == 2), None)


def _of_averages(binding: Binding) -> bool:
    """Whether what a table gives is an average of its own."""
    listed = binding.listed
    words = [listed.dataset.title, listed.dataset.measure]
    words += [label.code.words for n in binding.picks for label in listed.ways[n].labels if label.n in binding.picks[n]]
    unpicked = listed.measures is not None and listed.measures.n not in binding.picks
    words += [label.code.words for label in (listed.measures.labels if listed.measures and unpicked else ())]
    return any(statistic(w) & {"average", "median"} for w in words)
