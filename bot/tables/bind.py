"""Holding a question against one table: which of its codes the words name, and which words nothing there bears out.

A condition that no code, heading or title of the table bears out is never dropped: the binding then is not complete,
and names it. That a number stands in the table is no evidence that it answers.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.tables.announced import announcing
from bot.tables.called import PEOPLED, WHOLE, Named
from bot.tables.catalog import Listed
from bot.tables.counted import asked_for
from bot.tables.directions import directed
from bot.tables.every import all_so_many, of_all_kinds, taken_in
from bot.tables.everyday import said_anyway, spelt_out
from bot.tables.fullest import fullest
from bot.tables.hear import Asked, asked
from bot.tables.label import Way, own_words
from bot.tables.lasting import asks_how_long, in_units, names_average_time
from bot.tables.lately import all_of_it, lately
from bot.tables.leaving import excluded, undone
from bot.tables.listed_sorts import sorts_unheard
from bot.tables.matching import beside, denied_before, is_light, not_done, turned
from bot.tables.meant import not_meant, of_some_only
from bot.tables.naming import named
from bot.tables.or_both import with_both
from bot.tables.particular import particular
from bot.tables.proved_beside import counted_as
from bot.tables.shape import apart, passed_over
from bot.tables.statistic import statistic
from bot.tables.unfit import unfit
from bot.tables.verbs import only_paid
from bot.tables.when import as_labelled, covers
from bot.tables.words import Word, alike, contrary, features, implied, light, listed_words, only_in, rivalled
from corpus.cube import Role, is_share
from corpus.extract.dates import PeriodMention
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["Asked", "Binding", "Picks", "asked", "bind"]

_HERE = frozenset({"united-kingdom", "great-britain"})
"""Where official statistics of this country are from: naming it restricts nothing in a table that names no place."""

_SEVERAL = 2
_NOWHERE = frozenset({"overseas", "abroad"})
"""Words of place that only say of what is counted of which sort it is ("overseas visitors")."""
_NATION = frozenset({"nation", "countri"})
Picks = Mapping[int, tuple[int, ...]]
_DEEDS = frozenset({"action", "word"})
"""The kinds of words for what somebody may or may not have done."""
_UNTIMELY = 1.5
"""What it weighs that a table has nothing of a time that is asked about."""


@dataclass(frozen=True, slots=True)
class Binding:
    """What a question's words stand for in one table. ``picks`` are the codes that it names, by dimension."""

    listed: Listed
    picks: Picks
    uncovered: tuple[str, ...]
    score: float
    times: tuple[PeriodMention, ...] = ()
    loose: tuple[str, ...] = ()
    """How labels were read that the question names only in part."""
    question: Asked = field(default=Asked("", (), (), ()))
    wholes: Picks = field(default_factory=dict)
    """The codes that it names of which those picked are parts ("of the 43 forces, the Met")."""
    others: tuple[Picks, ...] = ()
    """The other codes that the same words may stand for."""
    less: Picks = field(default_factory=dict)
    """The codes that it leaves out, by dimension ("excluding London")."""
    unnamed: int = 0
    """How many terms of what the table counts the question does not say."""
    untimely: int = 0
    """How many of the times that it names the table has nothing of."""

    @property
    def fits(self) -> float:
        """How well the table fits, whatever time it is of."""
        return self.score + _UNTIMELY * self.untimely

    @property
    def elsewhere(self) -> bool:
        """Whether all that the table counts is of a part of the country that the question does not name."""
        named = frozenset(i for w in self.question.words for i in w.ids)
        return bool(self.listed.places - _HERE) and not self.listed.places & (named | _HERE)

    @property
    def complete(self) -> bool:
        """Whether every word of the question is borne out."""
        return not self.uncovered


def bind(question: Asked, listed: Listed, *, part: bool = False) -> Binding | None:
    """QUESTION held against one table; None where it asks for nothing that the table counts.

    A PART of a question ("than women") need not say what is counted: the other part does.
    """
    question = spelt_out(question, listed)
    if turned(question, listed.pairs) or (_lasts(question.text) and not listed.lasting):
        return None
    groups, doubled = named(question, listed)
    over = passed_over(question.text)
    denied = [g for g in groups if not _within(question, g, over) and _is_denied(question, g)]
    denied += [g for g in groups if g not in denied and _denied_too(question, g, denied)]
    wide = of_all_kinds(question, listed, groups)
    wide += taken_in(question, [g for g in groups if g not in denied and g not in wide])
    groups = [g for g in groups if g not in denied and g not in wide]
    picks, wholes = _picked(groups)
    picks, doubled = _rather_measured(groups, doubled, picks)
    bared = fullest(question, listed, _bared(picks, denied))
    picks, going = directed(question, listed, with_both(question.text, listed, bared))
    moot = [g for g in denied if _beside(g, picks)]
    denied = [g for g in denied if g not in moot]
    less = excluded(question, denied, picks)
    used = {n for g in (*groups, *wide, *moot) for n in g.words} | (
        {n for g in denied for n in g.words} if less else set()
    )
    if (rest := undone(question, listed)) is not None and listed.measures is not None and not less:
        picks, less = {**picks, listed.measures.n: (rest.whole,)}, {listed.measures.n: (rest.done,)}
        denied = [g for g in denied if not g.words & rest.words]
        used |= rest.words
    told = frozenset().union(*(label.ids for g in groups for label in g.labels))
    if listed.measures is not None and (count := _count_beside(question, listed, picks)) is not None:
        picks = {**picks, listed.measures.n: (count,)}
        told |= listed.measures.labels[count].ids
    used |= going | _of_one_name(question, groups) | _in_manner(question, groups, listed) | announcing(question, groups)
    span = None if question.times else all_of_it(question.text, listed)
    borne = _borne(question, listed, used, told | _above(groups), picks, span)
    missing = [] if less and rest is None else _left_out(question, denied)
    missing += not_meant(question, listed, groups, used)
    missing += unfit(question, listed, picks, part=part)
    missing += sorts_unheard(question, listed, picks)
    missing += [] if part else of_some_only(question, listed)
    if not part and not asked_for(question, listed, told, borne, picks):
        return None
    unnamed = _unnamed(question, listed, groups)
    little = not part and listed.answers and not question.pointed
    if little and not particular(question, listed, groups, borne, unnamed):
        return None
    times = (span,) if span is not None else _times(question, listed)
    untimely = sum(not covers(listed, mention) for mention in apart(times) or times)
    score = _score(question, listed, groups, borne - used, unnamed, picks) - _UNTIMELY * untimely
    loose = tuple("; ".join(label.code.words for label in g.labels[:4]) for g in groups if g.weight < WHOLE)
    uncovered = tuple(dict.fromkeys([*_not_borne(question, listed, borne, picks), *missing]))
    others = tuple(_others(groups, doubled, picks))
    return Binding(
        listed, picks, uncovered, score, times, loose, question, wholes, others, less, len(unnamed), untimely
    )


def _lasts(text: str) -> bool:
    return asks_how_long(text) or names_average_time(text)


_HOW_MANY = regex(r"^\W*(?:and\s+|so\s+)?(?:how\s+many|(?:what\s+was\s+)?the\s+number\s+of)\b", re.IGNORECASE)


def _count_beside(question: Asked, listed: Listed, picks: Picks) -> int | None:
    """The count that is asked how many of, where a share beside it was heard: "how many were sampled for sail quality",
    of "Sail quality (%)" beside "Number sampled"; None where no share was, or no count or several are named in full."""
    way = listed.measures
    codes = picks.get(way.n, ()) if way is not None else ()
    if way is None or not codes or _HOW_MANY.search(question.text) is None or statistic(question.text):
        return None  # "how many coasts had a rate above 12%" counts coasts
    if not all(is_share(way.labels[c].code.unit) for c in codes):
        return None
    said = frozenset(i for w in question.words for i in w.ids)
    counts = [one for one in way.labels if not is_share(one.code.unit) and one.code.additive and one.needed]
    named_ = [one.n for one in counts if all(need.met(said) for need in one.needed)]
    return named_[0] if len(named_) == 1 else None


def _above(groups: Sequence[Named]) -> frozenset[str]:
    """The terms of what the labels that are named are parts of: a part of "Checks completed" is of those completed."""
    labels = (g.way.labels[above] for g in groups if g.weight >= WHOLE for c in g.codes for above in g.way.above(c))
    return frozenset(i for label in labels for i in label.ids)


def _borne(
    question: Asked,
    listed: Listed,
    used: Collection[int],
    told: frozenset[str],
    picks: Mapping[int, tuple[int, ...]],
    span: PeriodMention | None,
) -> set[int]:
    """The words that the table bears out: those USED for labels, what it says anyway, and its whole SPAN of time."""
    borne = set(used)
    called = None if question.times else as_labelled(listed, question.text)
    for n, w in enumerate(question.words):
        denies, denied = listed.denies(w.words), not_done(question, w)
        done = denies and not denied and not listed.answers and w.kind in _DEEDS  # "rowed", of those who never did
        undone = n not in used and (done or (denied and not denies))
        carried = not undone and (_carried(w, listed, told, picks) or said_anyway(question, w, listed))
        carried = carried or (not undone and (only_paid(w, listed, picks) or counted_as(w, question.times, listed)))
        carried = carried or (called is not None and called[1] <= w.start < called[2])
        if carried or (n in question.denied and n not in used) or (span is not None and _in_span(w, span)):
            borne.add(n)
    return borne


def _not_borne(question: Asked, listed: Listed, borne: Collection[int], picks: Picks) -> list[str]:
    """The words that nothing in the table bears out, less those that only say how many rows are meant."""
    counts = {len(codes) for codes in picks.values()}
    counts |= {len(listed.ways[n].parts(c)) for n, codes in picks.items() for c in codes[:1] if len(codes) == 1}
    every = all_so_many(question.text, (w for w in listed.ways if w.n not in picks))
    counts |= {every[1]} if every is not None else set()
    rest = [w for n, w in enumerate(question.words) if n not in borne and n not in question.aside]
    return [w.words for w in rest if not _tallied(question, w, counts)]


def _times(question: Asked, listed: Listed) -> tuple[PeriodMention, ...]:
    return tuple(lately(listed, m) for m in question.times if not _is_label(question, m, listed))


def _score(
    question: Asked,
    listed: Listed,
    groups: Sequence[Named],
    carried: Collection[int],
    unnamed: Collection[str],
    picks: Collection[int],
) -> float:
    """How well the table fits: by the labels named and the words CARRIED, less what it tells that nobody asked for."""
    score = sum(g.weight for g in groups) + sum(_worth(question.words[n], listed) for n in carried)
    score -= 0.25 * _unsaid_of_measures(question, groups)
    score -= 0.5 * len(unnamed) + 0.1 * len(_unsaid(question, listed) - set(unnamed))
    score -= 0.3 * sum(1 for w in listed.ways if w.role is not Role.TIME and w.n not in picks and not w.totals)
    return score + 0.4 * _worded(question, listed)


def _unsaid_of_measures(question: Asked, groups: Sequence[Named]) -> int:
    """How many terms of a measure that is named only in part the question does not say: "determined" is a faint sign of
    "Initial decisions from licensed boats"."""
    said = frozenset(i for w in question.words for i in w.ids)
    loose = (g for g in groups if g.way.role is Role.MEASURE and g.weight < WHOLE and not g.several)
    return sum(not need.met(said) for g in loose for label in g.labels[:1] for need in label.needed)


def _worded(question: Asked, listed: Listed) -> int:
    """How many pairs of words of what a table counts the question has in the same order ("overseas residents")."""
    near = beside(question)
    return sum(any(a & w.ids and b & v.ids for w, v in near) for a, b in listed.pairs)


def _in_span(word: Word, mention: PeriodMention) -> bool:
    return mention.span.start <= word.start < mention.span.end


def _is_label(question: Asked, mention: PeriodMention, listed: Listed) -> bool:
    """Whether a stretch back from no date is one that the table's labels name, and no time of the question's."""
    mine = (w for w in question.words if w.kind == "recent" and w.start < mention.span.end)
    return any(w.end > mention.span.start and w.ids & listed.lately for w in mine)


def _of_one_name(question: Asked, groups: Sequence[Named]) -> set[int]:
    """The other words of a people's name that names a label of nationalities ("UK *nationals*")."""
    named = {question.words[n].whole for g in groups if g.way.name_ids & PEOPLED for n in g.words}
    return {n for n, w in enumerate(question.words) if w.whole in named and w.ids & PEOPLED}


_IN_MANNER = regex(
    r"\b(?P<how>[a-z]{3,}ly)\s+(?P<deed>[a-z]{3,}ing)\b"
    r"|\b(?:was|were|been|being|got)\s+(?P<how2>[a-z]{3,}ly)\s+(?P<deed2>[a-z]{3,}ed)\b",
    re.IGNORECASE,
)


def _in_manner(question: Asked, groups: Sequence[Named], listed: Listed) -> set[int]:
    """The deeds that a label only tells the manner of, where all of its name is said: "verbally *abusing* a guest", of
    "verbal guest"."""
    named = {question.words[n].start for g in groups if g.weight >= WHOLE and not g.several for n in g.words}
    told = [m for m in _IN_MANNER.finditer(question.text) if max(m.start("how"), m.start("how2")) in named]
    deeds = {max(m.start("deed"), m.start("deed2")) for m in told} - named
    return {n for n, w in enumerate(question.words) if w.start in deeds and not w.ids & listed.labelled}


def _is_denied(question: Asked, group: Named) -> bool:
    """Whether labels are named as what is left out; one that itself denies ("Non-residential") is spelt so."""
    if all(label.denies for label in group.labels):
        return False
    return any(denied_before(question, question.words[n]) for n in group.words)


_LIST_JOIN = regex(r"[\s,]*(?:\b(?:and|or|nor|&)\b|,)?\s*(?:(?:the|of|from|in|to)\s+){0,2}", re.IGNORECASE)


def _denied_too(question: Asked, group: Named, denied: Sequence[Named]) -> bool:
    """Whether labels are left out with one that is, since they are listed with it ("excluding Kent and Essex")."""
    start = question.words[min(group.words)].whole[0]
    before = [question.words[max(d.words)].whole[1] for d in denied if d.way.n == group.way.n]
    return any(_LIST_JOIN.fullmatch(question.text[end:start]) for end in before if end < start)


def _bared(picks: Picks, denied: Sequence[Named]) -> Picks:
    """PICKS less the labels that are left out, of several that the same words name: "trawlers at sea, not in port"."""
    away = {n: {c for g in denied if g.way.n == n for c in g.codes} for n in picks}
    kept = {n: tuple(c for c in codes if c not in away[n]) for n, codes in picks.items()}
    return {n: kept[n] or codes for n, codes in picks.items()}


def _beside(group: Named, picks: Picks) -> bool:
    """Whether labels that are left out stand beside those asked for, and go without saying ("beaches, not quays")."""
    way, mine = group.way, set(picks.get(group.way.n, ()))
    if not mine or way.role in (Role.TIME, Role.MEASURE) or mine & set(group.codes):
        return False
    return not any(way.above(c) & mine or set(way.above(m)) & {c} or c in way.totals for c in group.codes for m in mine)


def _within(question: Asked, group: Named, span: tuple[int, int, bool] | None) -> bool:
    return span is not None and all(span[0] <= question.words[n].start < span[1] for n in group.words)


def _picked(groups: Sequence[Named]) -> tuple[dict[int, tuple[int, ...]], Picks]:
    """The codes by dimension; where one that is named is a part of another that is, the part, and the whole apart."""
    every: dict[int, tuple[Way, list[int]]] = {}
    for group in groups:
        codes = group.codes[:1] if group.several else group.codes
        every.setdefault(group.way.n, (group.way, []))[1].extend(codes)
    picks: dict[int, tuple[int, ...]] = {}
    wholes: dict[int, tuple[int, ...]] = {}
    for n, (way, some) in every.items():
        codes = tuple(dict.fromkeys(some))
        above = {a for c in codes for a in way.above(c)} & set(codes)
        unit = {c: way.dimension.codes[c].unit for c in codes}
        above |= {a for a in codes if a in way.sums and any(c not in way.sums and unit[c] == unit[a] for c in codes)}
        picks[n] = tuple(c for c in codes if c not in above)
        if above:
            wholes[n] = tuple(sorted(above))
    return picks, wholes


def _rather_measured(
    groups: Sequence[Named], doubled: Sequence[Named], picks: dict[int, tuple[int, ...]]
) -> tuple[dict[int, tuple[int, ...]], list[Named]]:
    """PICKS with the measures that words name which would else only name the whole of a row that is picked: "what was
    *spent* on harbours", of the rows "Harbours" and "Total spent" and the measures "Income" and "Spent"."""
    idle = {g.words for g in groups if g.way.n in picks and not set(g.codes) & set(picks[g.way.n])}
    found = [d for d in doubled if d.words in idle and d.way.role is Role.MEASURE and d.way.n not in picks]
    told = {d.way.n: d.codes[:1] if d.several else d.codes for d in found}
    return {**picks, **told}, [d for d in doubled if d not in found or d.several]


def _others(groups: Sequence[Named], doubled: Sequence[Named], picks: Picks) -> Iterable[Picks]:
    """What the question may mean instead: another code of the same name, on this dimension or on another."""
    for group in groups:
        if group.several:
            for code in group.codes[1:]:
                yield {**picks, group.way.n: (code,)}
        for double in doubled:
            if double.words == group.words and double.way.n != group.way.n:
                rest = {n: codes for n, codes in picks.items() if n != group.way.n}
                yield {**rest, double.way.n: double.codes}


def _unsaid(question: Asked, listed: Listed) -> frozenset[str]:
    """The terms of what a table counts that the question does not say."""
    said = frozenset().union(*(w.ids for w in question.words)) if question.words else frozenset()
    return frozenset(i for i in listed.counted if not alike(said, frozenset({i})))


def _unnamed(question: Asked, listed: Listed, groups: Sequence[Named]) -> frozenset[str]:
    """Those of them that make it narrower than what is asked for: no heading of its labels, nor what its source is on.

    A label that is named and that says what is counted ("Traffic wardens" of several kinds of staff) settles it; one of
    which the table counts a sort alone ("Number of accidents", of "Gangway accidents") does not.
    """
    telling = [g for g in groups if g.way.role is not Role.PLACE]  # "in England" says nothing of what is counted
    several = _LISTS.search(own_words(listed.dataset.measure)) is not None
    wide = frozenset[str]() if several else listed.counted - light()
    if any(label.ids <= listed.counted and wide <= label.ids for g in telling for label in g.labels):
        return frozenset()
    excused = features(listed.source.title).union(listed.one_by_one, *(w.name_ids for w in listed.ways))
    excused = excused.union(*(label.ids for g in groups for label in g.labels)) | listed_words("amounts")
    excused |= in_units(listed.dataset.measure) if listed.lasting else frozenset()
    return _unsaid(question, listed) - excused


_LISTS = regex(r"\band\b|[,&/;]", re.IGNORECASE)


def _worth(word: Word, listed: Listed) -> float:
    """What a word that names no code weighs for a table that bears it out."""
    if is_light(word):
        return 0.5 if word.general and word.ids & listed.counted_widely else 0.0
    return 1.0 if alike(word.ids, listed.counted) else 0.5


def _carried(word: Word, listed: Listed, told: frozenset[str], picks: Picks) -> bool:
    """Whether a word that names no code is borne out all the same: it only asks, or the table is about it.

    Where one of several measures is named, a word that only another of them says is not borne out.
    """
    if is_light(word) or (word.kind == "recent" and not word.ids & listed.lately):
        return True
    if word.ids & listed.fellows and not word.ids & (told | listed.counted):
        return False
    if word.kind == "place":
        whole = lexicon().ids(word.words) or word.ids
        here = bool(whole & _HERE)
        loosely = word.words.lower().startswith("britain") and bool(listed.places & _HERE)
        of_it = whole & (listed.places | listed.headed_places | (_NOWHERE & listed.titled))
        return bool(of_it) or loosely or (not listed.places and (here or _only_there(whole, listed)))
    if word.kind == "nationality":
        return bool(word.ids & listed.places)
    if word.words[:1].isupper() and word.ids & listed.headed_places:
        return True
    if word.kind == "body" and any(len(lexicon().narrower(i) & listed.titled) >= _SEVERAL for i in word.ids):
        return True  # the armed forces, of a table of "the navy, the army and the air force"
    if word.kind == "number":
        return bool(word.ids & (told | listed.numbers))
    if any(word.ids & way.of_whole for way in listed.ways if way.n not in picks):
        return True
    if any(word.ids & way.of_some for way in listed.ways if way.n not in picks) and not word.ids & listed.counted:
        return False
    if word.ids & _NATION and listed.of_nations:
        return True
    measured = listed.measures is not None and listed.measures.n in picks
    told = told.union(listed.of_every_row, *(who for named, who in implied().items() if named in told))
    if measured and listed.measures is not None and listed.rated(picks[listed.measures.n]):
        told |= listed.of_every_count
    where = _where_of_role(word)
    if where and (alike(where, listed.about) or alike(where, told)):
        return True
    about = listed.own if word.kind in ("role", "person") else listed.titled_of_all if measured else listed.about
    if rivalled(word, about | told) or contrary(word, about | told):
        return False
    return alike(word.ids, about) or alike(word.ids, told) or bool(word.ids & listed.asked_about)


def _only_there(places: frozenset[str], listed: Listed) -> bool:
    """Whether the labels of a table that names no place say what is so called in one of PLACES alone."""
    return any(ids <= listed.labelled for place in places for ids in only_in().get(place, ()))


def _where_of_role(word: Word) -> frozenset[str]:
    """The terms of a word that only says of a role of what it is ("*prison* officers"); none of the role itself."""
    lex = lexicon()
    rest = word.ids - lex.ids(word.words) if word.kind == "role" and " " in word.words else frozenset[str]()
    return frozenset() if any(lex.kind(i) in ("role", "person") for i in rest) else rest


_TALLY = regex(r"\b(?:the|these|those|both|all|which|what|top|other|bottom|first|last|next|of)\s+$", re.IGNORECASE)


_YEARS_TO_TIME = regex(
    r"\s+(?:(?:calendar|financial|fiscal|tax|school|academic) )?years?\s+(?:from |between |to )?$", re.IGNORECASE
)


def _tallied(question: Asked, word: Word, counts: set[int]) -> bool:
    """Whether a number only counts what is named beside it ("the two forces"), or asks for so many ("which three")."""
    if word.kind != "number":
        return False
    (number,) = word.ids
    if not number.isdigit() or _TALLY.search(question.text[: word.start]) is None:
        return False
    if _YEARS_TO_TIME.match(_to_time(question, word)):
        return True
    asks = re.search(r"\b(?:which|what|top|bottom)\s+$", question.text[: word.start], re.IGNORECASE) is not None
    return asks or int(number) in counts


def _to_time(question: Asked, word: Word) -> str:
    """What stands between a number and the time that the question names next; "" where it names none there."""
    after = min((m.span.start for m in question.times if m.span.start >= word.end), default=word.end)
    return question.text[word.end : after]


def _left_out(question: Asked, denied: Sequence[Named]) -> list[str]:
    """What the question leaves out by name: a table's code is never given for all but itself."""
    return [f"other than {question.words[min(g.words)].words}" for g in denied]
