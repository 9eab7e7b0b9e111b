"""What of a table a binding asks for: the codes of each dimension that is settled, the one measure, and the time."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.tables.bind import Binding
from bot.tables.catalog import Listed
from bot.tables.counted import sorts_of_counted
from bot.tables.day_by_day import told_daily
from bot.tables.directions import gone
from bot.tables.heads import head_unsaid
from bot.tables.held import maybe_held
from bot.tables.label import Label, Way
from bot.tables.matching import whole_among
from bot.tables.month_ends import befell_over
from bot.tables.priced import many_or_worth
from bot.tables.room import without_room
from bot.tables.shape import ranks
from bot.tables.statistic import changed, statistic, suited
from bot.tables.verbs import OUTCOMES, came_in, put_in
from bot.tables.when import Times, as_labelled, at_end_of, in_all, latest, nature_of, times_of
from bot.tables.who import who_counted
from bot.tables.words import COUNTS, DAY_OF_YEAR, alike, features, implied
from corpus.cube import Code, Role, is_share
from corpus.extract.dates import PeriodMention, periods
from corpus.extract.numbers import quantities
from corpus.formats.statistics import measures as said
from corpus.ledger import Ledger
from corpus.patterns import regex
from corpus.records import Nature

__all__ = [
    "NoCell",
    "NoTime",
    "Refused",
    "Slice",
    "as_often",
    "counted_plainly",
    "is_stock",
    "leveled",
    "names_of",
    "one_measure",
    "slice_of",
]


class Refused(ValueError):
    """A value that may not be given, or cannot: the message says why; ``uncovered`` what the table does not cover."""

    def __init__(self, why: str, uncovered: tuple[str, ...] = ()) -> None:
        super().__init__(why)
        self.uncovered = uncovered


class NoTime(Refused):
    """The table has nothing of the time that is asked about, or not by itself."""


class NoCell(Refused):
    """The table has no cell at all for what is asked."""


@dataclass(frozen=True, slots=True)
class Slice:
    """What of a table is asked for: the codes of each dimension that is settled, and the time as it is read."""

    binding: Binding
    codes: Mapping[int, tuple[int, ...]]
    times: Times | None

    @property
    def listed(self) -> Listed:
        return self.binding.listed

    def measure(self) -> Code | None:
        """The one measure of several that is taken, or None where the table has but one."""
        way = self.listed.measures
        chosen = self.codes.get(way.n, ()) if way is not None else ()
        return way.dimension.codes[chosen[0]] if way is not None and len(chosen) == 1 else None

    @property
    def unit(self) -> str:
        code = self.measure()
        return code.unit if code is not None and code.unit is not None else self.listed.dataset.unit

    @property
    def scale(self) -> int:
        code = self.measure()
        return code.scale if code is not None and code.unit is not None else self.listed.dataset.scale

    @property
    def additive(self) -> bool:
        way = self.listed.measures
        some = [way.dimension.codes[n] for n in self.codes.get(way.n, ())] if way is not None else []
        alike = len({(code.unit, code.scale) for code in some}) < 2
        rated = way is not None and not all(code.additive for code in way.dimension.codes)  # of one of them it is said
        whole = self.listed.dataset.additive or (bool(some) and rated)
        return whole and alike and all(code.additive for code in some) and not is_share(self.unit)


def slice_of(binding: Binding, ledger: Ledger) -> Slice:
    """The codes and the time that BINDING asks for. Raises Refused where the table does not go so far."""
    listed = binding.listed
    codes = dict(binding.picks)
    measures = listed.measures
    if measures is not None and measures.n not in codes:
        codes[measures.n] = _of_its_sorts(binding, measures) or _one_held(binding, measures, ledger)
        if any(head_unsaid(binding.question, listed, code) for code in codes[measures.n]):
            raise Refused(_several(measures.labels))
    stock = is_stock(listed, codes) or (maybe_held(listed, codes) and any(map(_at_a_date, binding.times)))
    times = _times(binding, stock, ledger, codes)
    if times is not None and times.codes and listed.time is not None:
        codes[listed.time.n] = times.codes
    return Slice(binding, codes, times)


def _at_a_date(mention: PeriodMention) -> bool:
    """Whether a time that a question names is no longer than a month: people who may be a stock are counted then."""
    start, end = mention.period.start, mention.period.end
    return start is not None and end is not None and (end - start).days <= _MONTH


_MONTH = 31


def is_stock(listed: Listed, codes: Mapping[int, tuple[int, ...]]) -> bool:
    """Whether what is picked is counted at a date: the label that is picked says so, else its measure or the table."""
    way = listed.measures
    chosen = codes.get(way.n, ()) if way is not None else ()
    own = _nature_of_labels(listed, codes)
    return (own or nature_of(listed, chosen[0] if chosen else None)) is Nature.STOCK


def _nature_of_labels(listed: Listed, codes: Mapping[int, tuple[int, ...]]) -> Nature | None:
    """What the labels that are picked say of their nature, where sorts of one heading are of both ("Receipts" and
    "Open cases at end of quarter"); None where none does."""
    for n, some in codes.items():
        labels = listed.ways[n].labels
        if listed.ways[n].role is Role.TIME or len(labels) < 2 or listed.ways[n].name_ids & OUTCOMES:
            continue  # what came of what is counted, be it nothing yet, is no count of its own
        natures = {said.nature_of(label.code.words) for label in labels} - {None}
        mine = {said.nature_of(labels[c].code.words) for c in some}
        if len(natures) > 1 and len(mine) == 1 and (own := next(iter(mine))) is not None:
            return own
    return None


_OFTEN = regex(r"\b(?:annual|yearly|quarterly|monthly|weekly|daily)\b", re.IGNORECASE)


def as_often(binding: Binding, picks: Mapping[int, tuple[int, ...]]) -> bool:
    """Whether the labels of PICKS are of times as long as the question says ("the *annual* index"), if it does."""
    said = {m.group().lower() for m in _OFTEN.finditer(binding.question.text)}
    words = (binding.listed.ways[n].labels[c].code.words for n, codes in picks.items() for c in codes)
    told = {m.group().lower() for one in words for m in _OFTEN.finditer(one)}
    return not said or not told or bool(said & told)


def _one_held(binding: Binding, measures: Way, ledger: Ledger) -> tuple[int, ...]:
    """The measure that is meant; of several that may be, told apart by how often they are counted alone, the one of
    which the table has a cell at the time that is asked about ("Yearly price index", "Monthly price index")."""
    try:
        return one_measure(measures, binding)
    except Refused:
        fitting = suited(measures, binding.question.text)
        times = _times(binding, False, ledger, binding.picks)
        alike_but = {_OFTEN.sub("", label.code.words).strip().lower() for label in fitting}
        if times is None or not times.codes or binding.listed.time is None or len(alike_but) != 1:
            raise
        held = {**binding.picks, binding.listed.time.n: times.codes, measures.n: tuple(one.n for one in fitting)}
        found = {o.codes[measures.n] for o in ledger.observed(binding.listed.dataset, held)}
        if len(found) != 1 or not as_often(binding, {measures.n: tuple(found)}):
            raise
        return tuple(found)


def one_measure(way: Way, binding: Binding) -> tuple[int, ...]:
    """The measure that is meant where the question names none in full: the one of which it says the most.

    A word of the table's title tells its measures apart only where no other word does: of "visits to zoos" and
    "spending", "how much do *zoos* spend" means the second.
    """
    fitting = without_room(suited(way, binding.question.text), binding.question)
    fitting = came_in(binding.question.text, fitting) or put_in(binding.question.text, fitting) or fitting
    fitting = gone(binding.question, binding.listed, binding.picks, fitting) or fitting
    if len(fitting) == 1:
        return (fitting[0].n,)
    if (listed_so := many_or_worth(binding.question.text, way)) is not None:
        return (listed_so.n,)
    if len(way.totals) == 1:
        return tuple(way.totals)
    if (heads := _heads_counted(binding, fitting)) is not None:
        return (heads.n,)
    told = _told(binding, {label.n: label.ids for label in fitting})
    if not any(told.values()):
        told = _told(binding, {label.n: _with_implied(label) for label in fitting})
    most = max(told.values())
    of_all = features(binding.listed.source.title)
    named = {n: way.labels[n] for n, count in told.items() if count == most}
    lacking = {n: (len(label.needed), _length(label, of_all)) for n, label in named.items()}
    best = [n for n, count in lacking.items() if count == min(lacking.values())]
    best = whole_among(way, best) if most and len(best) > 1 else best
    if most and len(best) == 1 and _wider(way.labels[best[0]], [way.labels[n] for n in lacking], binding):
        return (best[0],)
    raise Refused(_several(fitting))


def _heads_counted(binding: Binding, fitting: Sequence[Label]) -> Label | None:
    """The one measure that only counts heads, where it is asked how many people there were and nothing of any other
    measure is said: "how many *pilots* were in the north", of "Headcount" beside "Pilots retired"."""
    question = binding.question
    heads = [one for one in fitting if _HEADS.fullmatch(one.code.words.strip())]
    who = who_counted(question)
    people = frozenset().union(*(w.ids for w in who))
    labels = [binding.listed.ways[n].labels[c] for n, codes in binding.picks.items() for c in codes]
    named = frozenset().union(*(label.ids | label.headed for label in labels))
    said = frozenset(i for w in question.words if w not in who and not w.ids & named for i in w.ids) - people
    others = (one for one in fitting if one not in heads)
    told = any(alike(frozenset({need.term}), said) for one in others for need in one.needed)
    return heads[0] if len(heads) == 1 and who and not told else None


_HEADS = regex(r"(?:total )?head ?count|(?:number of )?(?:people|persons|heads)", re.IGNORECASE)


def _length(label: Label, of_all: frozenset[str]) -> int:
    """How many words must be said to name a measure, but for those that its source is on OF_ALL."""
    return sum(len(need.words - of_all) if need.words else need.term not in of_all for need in label.needed)


def _told(binding: Binding, bearing: Mapping[int, frozenset[str]]) -> dict[int, int]:
    """How much the question says of each measure, by the terms that it bears."""
    words = [w for w in binding.question.words if any(alike(w.ids, ids) for ids in bearing.values())]
    own = [w for w in words if not alike(w.ids, binding.listed.titled)] or words
    return {n: sum(alike(w.ids, ids) for w in own) for n, ids in bearing.items()}


def _with_implied(label: Label) -> frozenset[str]:
    """The terms of a measure, and of who is counted by it without its saying so: learners are in education."""
    return label.ids.union(*(implied().get(i, frozenset()) for i in label.ids))


def _wider(one: Label, others: Sequence[Label], binding: Binding) -> bool:
    """Whether what a measure says beside the question is said by the OTHERS too, or of all that its source is on, so
    that it is the widest of them."""
    said = frozenset(i for w in binding.question.words for i in w.ids)
    of_all = said | features(binding.listed.source.title)
    unsaid = [need for need in one.needed if not alike(frozenset({need.term}), said) and not need.met(of_all)]
    return all(need.met(other.ids) for need in unsaid for other in others)


def counted_plainly(binding: Binding) -> Binding | None:
    """BINDING of the one measure that is a plain count, where none is named and others are averages or rates of it."""
    way = binding.listed.measures
    if statistic(binding.question.text) - {"average"}:
        return None
    plain = [label.n for label in way.labels if not statistic(label.code.words) and label.code.additive] if way else []
    named = [way.labels[c] for c in binding.picks.get(way.n, ())] if way else []
    if way is None or len(plain) != 1 or any("average" not in statistic(label.code.words) for label in named):
        return None
    return replace(binding, picks={**binding.picks, way.n: (plain[0],)})


def leveled(binding: Binding) -> Binding:
    """BINDING of what moved, where a table gives a change of it as a measure of its own, between two times that it
    names: what has changed is worked out from the one measure that the question else means."""
    way, said = binding.listed.measures, binding.question.text
    if way is None or way.n in binding.picks or not any("change" in statistic(one.code.words) for one in way.labels):
        return binding
    wanted = changed(said)
    levels = [
        one for one in way.labels if statistic(one.code.words) == wanted and (wanted or not is_share(one.code.unit))
    ]
    return replace(binding, picks={**binding.picks, way.n: (levels[0].n,)}) if len(levels) == 1 else binding


def _of_its_sorts(binding: Binding, measures: Way) -> tuple[int, ...]:
    """The measure that counts what a label that is named is a sort of, where the question says no measure's own words:
    "how many childminders" is of providers, not of places."""
    listed, said = binding.listed, frozenset(i for w in binding.question.words for i in w.ids)
    picked = frozenset(i for n, codes in binding.picks.items() for c in codes for i in listed.ways[n].labels[c].ids)
    if any(alike(said - picked, label.ids) for label in measures.labels):
        return ()
    named = said & picked  # "sailors moored", of the measure "Sailors" beside what is only estimated of the town
    if any(label.needed and all(need.met(named) for need in label.needed) for label in measures.labels):
        return ()
    of = frozenset().union(*(sorts_of_counted(listed.ways[n], listed) for n in binding.picks))
    found = [label.n for label in suited(measures, binding.question.text) if of & label.ids]
    return tuple(found) if len(found) == 1 else ()


_NAME_LIKE = regex(r"\b[A-Z][a-z]+ [A-Z][a-z]+")
"""Words that would seem to be somebody's name."""
_NUMBERED = regex(rf"\d|\b(?:{'|'.join(COUNTS)})\b", re.IGNORECASE)


def names_of(labels: Sequence[Label]) -> str:
    """Labels as they may stand in a sentence that gives no figure."""
    told = [label.code.words for label in labels]
    names = [words for words in told if not _NUMBERED.search(words) and not _NAME_LIKE.search(words)]
    return ", ".join(names[:6]) + (" \u2026" if len(labels) > 6 else "")


def _several(labels: Sequence[Label]) -> str:
    """That a table counts several things, which are named where none has a number in its name."""
    names = names_of(labels)
    return f"the table counts several things{f' ({names})' if names else ''}: say which is meant"


_TO_DATE = regex(r"\b(?:year|quarter|month)[ -]to[ -]date\b", re.IGNORECASE)


def _times(binding: Binding, stock: bool, ledger: Ledger, codes: Mapping[int, tuple[int, ...]]) -> Times | None:
    listed = binding.listed
    binding = replace(binding, times=tuple(m for m in binding.times if not _said_by_label(listed, codes, m)))
    if not binding.times:
        if (called := as_labelled(listed, binding.question.text)) is not None:
            return Times((called[0].n,), called[0].code.words)
        if (asked := _TO_DATE.search(binding.question.text)) is not None:
            raise Refused("the table gives no such stretch of time", (asked.group(),))
        if ranks(binding.question.text) is None and (whole := in_all(listed, binding.question.text)) is not None:
            return whole
        present = None
        if listed.time is not None and listed.time.n not in codes:
            held = {n: c for n, c in codes.items() if n != listed.time.n}
            present = {o.codes[listed.time.n] for o in ledger.observed(listed.dataset, held)} if held else None
        return latest(listed, stock=stock, codes=present)
    if (whole := _since_then(binding, ledger, codes)) is not None:
        return whole
    dated = _ends_in_label(listed, codes)
    chosen = codes.get(listed.measures.n, ()) if listed.measures is not None else ()
    flow = _is_flow(listed, codes, nature_of(listed, chosen[0] if chosen else None))
    found = [
        (at_end_of(listed, mention) if dated else None)
        or times_of(listed, mention, stock=stock, flow=flow, before=binding.question.text[: mention.span.start])
        for mention in binding.times
    ]
    if not stock and not flow and listed.time is not None and _adds_up(listed, codes):
        _check_of_a_day(listed.time, binding.times)
        if over := befell_over(listed.time, binding.times, binding.question.text):
            raise Refused("the table gives a number at each of several days, and does not say since when", (over,))
    lacking = [m.period.words or m.relation for m, t in zip(binding.times, found, strict=True) if t is None]
    if lacking:
        raise NoTime("the table does not cover the time asked about", tuple(lacking))
    told = [t for t in found if t is not None]
    if len(told) == 1:
        return told[0]
    every = tuple(dict.fromkeys(c for t in told for c in t.codes))
    firsts, lasts = [t.first for t in told if t.first], [t.last for t in told if t.last]
    words = " and ".join(t.words for t in told)
    lack = "; ".join(t.lacking for t in told if t.lacking)
    return Times(every, words, lack, "", min(firsts, default=None), max(lasts, default=None))


def _is_flow(listed: Listed, codes: Mapping[int, tuple[int, ...]], nature: Nature) -> bool:
    """Whether what is picked is counted over a time: by its NATURE, else by what all the labels that are picked say."""
    if nature is not Nature.UNKNOWN:
        return nature is Nature.FLOW
    ways = [(listed.ways[n].labels, some) for n, some in codes.items() if listed.ways[n].role is not Role.TIME]
    told = {said.nature_of(labels[c].code.words) for labels, some in ways for c in some}
    return Nature.FLOW in told and Nature.STOCK not in told


def _adds_up(listed: Listed, codes: Mapping[int, tuple[int, ...]]) -> bool:
    """Whether what is picked is a count, and no rate."""
    way = listed.measures
    some = [way.dimension.codes[c] for c in codes.get(way.n, ())] if way is not None else []
    return listed.dataset.additive and not is_share(listed.dataset.unit) and all(one.additive for one in some)


def _check_of_a_day(way: Way, times: Sequence[PeriodMention]) -> None:
    """Raises Refused where several days are asked about of a table that gives a number for each, and does not say
    whether these may be added up."""
    for mention in times:
        start, end = mention.period.start, mention.period.end
        if mention.relation not in _AT_A_DAY and start != end and told_daily(way, start, end):
            raise Refused(
                "the table gives a number for each day, and does not say whether it is of that day alone",
                ("a single day",),
            )


_AT_A_DAY = frozenset({"by", "until", "before", "as at", "on"})


_BACK = regex(r"\b(?P<back>(?:previous|last|past)\s+\d+\s+(?:months|years|weeks|days))\b", re.IGNORECASE)


def _said_by_label(listed: Listed, codes: Mapping[int, tuple[int, ...]], mention: PeriodMention) -> bool:
    """Whether what a table counts has just that time in its name ("Boats lost since 2010"), and so needs no other."""
    way = listed.measures
    picked = [way.labels[c].code.words for c in codes.get(way.n, ())] if way is not None else []
    asked = (mention.period.start, mention.period.end)
    told = ([(m.period.start, m.period.end) for m in periods(words, None)] for words in picked)
    back = _BACK.search(mention.period.words)  # "screened in the previous 42 months": no time of the table's
    spelt = back is not None and all(back["back"].lower() in words.lower() for words in picked)
    return bool(picked) and (spelt or all(asked in some for some in told))


def _since_then(binding: Binding, ledger: Ledger, codes: Mapping[int, tuple[int, ...]]) -> Times | None:
    """The total that an answer's table gives of all its times, where its words say the same number of the very time
    that is asked about ("since May 2021, 97 boats have been lost"); None where they do not."""
    listed, way = binding.listed, binding.listed.time
    if (
        way is None
        or not listed.answers
        or len(binding.times) != 1
        or binding.times[0].relation not in ("since", "from")
    ):
        return None
    (mention,) = binding.times
    wholes = [one for one in way.labels if one.n in way.sums and one.code.period is None]
    held = {n: c for n, c in codes.items() if n != way.n} | {way.n: tuple(one.n for one in wholes)}
    given = list(ledger.observed(listed.dataset, held)) if len(wholes) == 1 else []
    if len(given) != 1 or given[0].value is None:
        return None
    for sentence in re.split(r"(?<=[.?!])\s+", listed.words_about):
        same = any(
            (m.period.start, m.period.end) == (mention.period.start, mention.period.end)
            for m in periods(sentence, None)
        )
        if same and any(q.value == given[0].value for q in quantities(sentence)):
            return Times(
                held[way.n],
                mention.period.words,
                chosen="all the times of the table together",
                first=mention.period.start,
            )
    return None


def _ends_in_label(listed: Listed, codes: Mapping[int, tuple[int, ...]]) -> bool:
    """Whether a label that is picked says of which day it counts ("Detained 31st March"), be its time a whole year."""
    picked = (listed.ways[n].labels[c].code.words for n, some in codes.items() for c in some)
    return any(DAY_OF_YEAR.search(words) for words in picked)
