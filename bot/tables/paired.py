"""Two things of one table set against each other: a part and its whole, or one beside another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from bot.forms import Ask
from bot.query import Query
from bot.tables.bind import Asked, Binding, asked, bind
from bot.tables.catalog import Listed
from bot.tables.label import Label, Way
from bot.tables.lately import lately
from bot.tables.limited import limited
from bot.tables.matching import is_light
from bot.tables.once import once_or_more
from bot.tables.slices import Refused, one_measure
from bot.tables.so_many import says_so_many
from bot.tables.statistic import statistic, suited
from bot.tables.titled import all_titled
from bot.tables.unfit import of_one_body, unlike_count
from bot.tables.words import alike, features, recent
from corpus.cube import Role, is_share
from corpus.extract.dates import PeriodMention
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["PAIRED", "for_every", "given_of", "gives_share", "halves", "nested", "pairs"]

PAIRED = (Ask.SHARE, Ask.DIFFERENCE, Ask.COMPARISON, Ask.RATIO)

_SHARES = r"(?:share|proportion|percentage|per ?cent|fraction)"
_WHOLE_FIRST = regex(
    rf"^(?:\W*(?:and|so|but)\s+)?of\s+(?P<whole>[^?]+?),\s+what\s+{_SHARES}\s+(?P<part>[^?]+)\??\s*$", re.IGNORECASE
)
_CLAUSED = regex(
    rf"^\W*(?:(?:and|so|but)\s+)?what\s+{_SHARES}\s+of\s+(?P<whole>[^?,]+?\s(?:who|that|which)\s[^?,]+?)"
    r"\s+(?P<part>(?:is|are|was|were)\s+[^?]+?)\s*\??\s*$",
    re.IGNORECASE,
)
"""A share of those of whom a clause tells more ("what share of those *who had never rowed* were women")."""
_OWN = regex(
    rf"\b(?:is|was|were|did|has|have|had|does)\s+(?P<part>[^?,]+?)(?:['\u2019]s|s['\u2019])\s+{_SHARES}\s+of\s+(?P<whole>[^?]+)",
    re.IGNORECASE,
)
_WHO_HAD = regex(
    rf"\bwhat\s+{_SHARES}\s+of\s+(?P<whole>[^?,]+?\s+(?:who|that|which)\s+(?:had|have|has|got|received)\s+[^?]+?)\s+"
    r"(?P<part>(?:were|was|are|is)\s+[^?]+)",
    re.IGNORECASE,
)
"""A share of those of whom it is told what they had ("what share of the crews *that had a radio were* at sea")."""
_FOR_EVERY = regex(
    r"^\W*(?:and\s+|so\s+)?for\s+(?:every|each)\s+(?P<whole>[^?,]+?),\s+how\s+many\s+(?P<part>[^?]+)\??\s*$",
    re.IGNORECASE,
)
_HOW_MUCH = regex(r"^\W*(?:how (?:much|many))?\W*$", re.IGNORECASE)


def halves(query: Query, day: date) -> tuple[Asked, Asked] | None:
    """The two things that a question sets against each other, of a share the part first; None where it names no two."""
    text = query.resolved or query.text
    for form in (_WHOLE_FIRST, _CLAUSED, _OWN, _WHO_HAD):
        if (match := form.search(text)) is not None:
            return asked(match["part"], day), replace(asked(match["whole"], day), gathers=True)
    if (match := _FOR_EVERY.search(text)) is not None:
        return asked(f"how many {match['part']}", day), asked(match["whole"], day)
    if query.ask not in PAIRED or query.other is None or _HOW_MUCH.match(query.other.words):
        return None
    first, second = asked(query.wanted.words, day), asked(query.other.words, day)
    second = replace(second, gathers=query.ask is Ask.SHARE)
    whole = bool(second.words) if query.ask is Ask.SHARE else not second.bare
    return None if (first.bare and not says_so_many(first.text)) or not whole else (first, second)


def for_every(text: str) -> bool:
    """Whether TEXT asks how many of one thing there are to each of another."""
    return _FOR_EVERY.search(text) is not None


def gives_share(binding: Binding) -> bool:
    """Whether what a question names is a share that its table gives: all that it counts, or one measure in full."""
    listed, way = binding.listed, binding.listed.measures
    if is_share(listed.dataset.unit) and not listed.dataset.additive:
        return True
    codes = binding.picks.get(way.n, ()) if way is not None else ()
    if way is not None and not codes and (one := _of_all_people(binding, way)) is not None:
        codes = (one.n,)
    if way is None or len(codes) != 1 or not is_share(way.labels[codes[0]].code.unit):
        return False
    said = frozenset(i for w in binding.question.words for i in w.ids)
    label = way.labels[codes[0]]
    said |= _OF_ALL if _of_people(binding) else frozenset()
    said |= way.common  # "percentage with a mortgage", of "Percentage with mortgage liabilities" beside others
    return "change" not in statistic(label.code.words) and not any(binding.others) and _named_in_full(label, said)


_IS_OF = regex(r"(?:percentages?|proportions?|shares?|per\s?cent|%)\s+of\s+(?P<whole>[^.;,()]+)", re.IGNORECASE)


def given_of(part: Asked, whole: Asked, one: Listed, times: Sequence[PeriodMention]) -> Binding | None:
    """The share that a table itself gives of the WHOLE that a question names ("what percentage of *applications* were
    *refused*", of "Refused (%)" beside "Applications"); None where it gives none, or does not say that it is of that.

    A table that counts several things must say of which its share is: of arrests or of charges.
    """
    way, first, second = one.measures, bind(part, one, part=True), bind(whole, one, part=True)
    if way is None or first is None or second is None or not first.complete or not second.complete:
        return None
    (share, *more), of = first.picks.get(way.n, (-1,)), second.picks.get(way.n, ())
    if share < 0 or more or set(second.picks) - {way.n} or len(of) != 1 or not _is_share(way.labels[share], part):
        return None
    counts = [label.n for label in way.labels if not is_share(label.code.unit) and label.code.additive]
    if of[0] not in counts or (len(counts) > 1 and not _says_of(one, way.labels[share], way.labels[of[0]])):
        return None
    return replace(first, times=first.times or second.times or tuple(lately(one, m) for m in times))


def _is_share(label: Label, part: Asked) -> bool:
    said = frozenset(i for w in part.words for i in w.ids)
    return is_share(label.code.unit) and "change" not in statistic(label.code.words) and _named_in_full(label, said)


def _says_of(one: Listed, share: Label, whole: Label) -> bool:
    """Whether the name of a share, or a note of the table on it, says that it is of that whole."""
    told = [share.code.words, *(words for _, words in one.dataset.notes if features(words) & share.ids)]
    return any(features(m["whole"]) & whole.ids for words in told for m in _IS_OF.finditer(words))


_OF_ALL = frozenset({"population", "total", "all", "whole"})


def _of_people(binding: Binding) -> bool:
    """Whether a question speaks of the people of whom a share may be taken."""
    return any(w.kind in ("person", "role") for w in binding.question.words)


def _of_all_people(binding: Binding, way: Way) -> Label | None:
    """The one share of a table that is of all the people whom the question names ("% of population"); else None."""
    fitting = suited(way, binding.question.text)
    if len(fitting) != 1 or not is_share(fitting[0].code.unit) or not _of_people(binding):
        return None
    return fitting[0] if {need.term for need in fitting[0].needed} - _SHARED <= _OF_ALL else None


def _named_in_full(label: Label, said: frozenset[str]) -> bool:
    """Whether a measure is named in full, but for the words that say that it is a share."""
    return all(need.met(said) or alike(frozenset({need.term}), said | _SHARED) for need in label.needed)


_SHARED = frozenset({"share", "percentage"})


def pairs(
    a: Asked, b: Asked, listed: Sequence[Listed], *, share: bool, times: Sequence[PeriodMention] = ()
) -> Iterator[tuple[Binding, Binding]]:
    """The tables that bear out both halves of a question, each half with what the other says for both.

    Which of several measures of a table is meant is told by both halves together. TIMES are those of the whole
    question, which hold where neither half has one ("In 2021, what share of ...").
    """
    for one in listed:
        if b.bare and not any(w.ids & one.counted_widely for w in b.words) and _called_so(b, one.measures) is None:
            continue  # "of cases": all that a table of cases counts
        first, second = _half(a, b.times or times, one), _half(b, a.times or times, one)
        if share and second is not None and (first is None or not first.complete):
            first = limited(a, second, one)
        if first is None or second is None or not first.complete or not second.complete:
            continue
        if share and (unlike_count(f"share of {b.text}", one) or _limits_all(a, b, one)):
            continue
        joined = asked(f"{a.text} {b.text}")
        if of_one_body(joined, one):
            continue
        first = _as_count(_fuller(first, joined)) if share else first
        told = second if share and _under(first, second) else None
        fuller = bind(b, one) or bind(a, one) or bind(joined, one) or told
        if fuller is None:
            continue
        left = _merged(first, second, within=share)
        right = _whole_of(first, second) if share else _merged(second, first, within=False)
        right = _measured(right) if share else right
        if share and _of_other_rows(left, right, second):
            continue
        left, right = (left, right) if share else _measured_alike(left, right, joined)
        if times and not (left.times or right.times):
            named = tuple(lately(one, m) for m in times if not _labelled(m, one))
            left, right = replace(left, times=named), replace(right, times=named)
        if share and (_of_one_measure(first, second, left, right) or _of_what_befell(left, right)):
            continue
        if (dict(left.picks), left.times) != (dict(right.picks), right.times):
            score = fuller.score + first.score + len(left.picks)  # "were Danish" is of peoples, and of no harbours
            yield replace(left, score=score, question=joined), replace(right, question=joined)


def _measured_alike(left: Binding, right: Binding, joined: Asked) -> tuple[Binding, Binding]:
    """Two halves that name different rows and, by fewer words, another measure: both are of the one that all the words
    together name. "How much more did Ambleby *spend* than Corrie, *net*" sets no gross spending against a net one."""
    way = left.listed.measures
    if way is None or way.n not in left.picks or way.n not in right.picks:
        return left, right
    one, other = left.picks[way.n], right.picks[way.n]
    rows = any(left.picks.get(n) != right.picks.get(n) for n in {*left.picks, *right.picks} - {way.n})
    if one == other or not (rows or left.times != right.times):
        return left, right
    both = bind(joined, left.listed, part=True)
    codes = both.picks.get(way.n, ()) if both is not None else ()
    if len(codes) != 1 or not set(codes) & {*one, *other}:
        return left, right
    fuller = way.labels[codes[0]].ids
    if not all(need.met(fuller) for c in (*one, *other) for need in way.labels[c].needed):
        return left, right  # "spent more on staff than Corrie on repairs" sets one against the other
    of_one = {way.n: codes}
    return replace(left, picks={**left.picks, **of_one}), replace(right, picks={**right.picks, **of_one})


def _limits_all(part: Asked, whole: Asked, one: Listed) -> bool:
    """Whether only the part says a number that limits all that a table counts: of the waits, "those over 18 weeks" are
    then all it has, and not told is how many waits there were."""
    mine, wide = (frozenset(i for w in half.words if w.kind == "number" for i in w.ids) for half in (part, whole))
    return bool((mine - wide) & one.limits)


def _half(one: Asked, others: Sequence[PeriodMention], listed: Listed) -> Binding | None:
    """The binding of ONE half of a question; at the times that the OTHERS name, where it says none and what a table
    counts is only proved at some of its times."""
    found = bind(one, listed, part=True)
    if found is None or found.complete or one.times or not others or not listed.proved:
        return found
    return bind(replace(one, times=tuple(others)), listed, part=True)


def _fuller(part: Binding, joined: Asked) -> Binding:
    """PART with the measure that it names only in part, where it names one in full with what the whole says: "what
    share of all *loans* of books was *remote*", of "Remote loans" beside "Remote readers, men"."""
    way = part.listed.measures
    if way is None or len(codes := part.picks.get(way.n, ())) != 1:
        return part
    said = frozenset(i for w in part.question.words for i in w.ids)
    both = said.union(*(w.ids for w in joined.words))
    fuller = [one for one in way.labels if one.ids & said and one.needed and _named_in_full(one, both)]
    if _named_in_full(way.labels[codes[0]], both) or len(fuller) != 1:
        return part
    return replace(part, picks={**part.picks, way.n: (fuller[0].n,)}, others=())


def _as_count(part: Binding) -> Binding:
    """PART of which a share is worked out, as the one count that its words name, where they name a share as well: of
    "Relaunches" and "Relaunches (%)" the first."""
    way = part.listed.measures
    if way is None or way.n not in part.picks or not part.others:
        return part
    meant = dict.fromkeys((*part.picks[way.n], *(c for o in part.others for c in o.get(way.n, ()))))
    counts = [c for c in meant if way.labels[c].code.additive and not is_share(way.labels[c].code.unit)]
    if len(counts) != 1 or any(o.keys() != part.picks.keys() for o in part.others):
        return part
    return replace(part, picks={**part.picks, way.n: (counts[0],)}, others=())


def _labelled(mention: PeriodMention, listed: Listed) -> bool:
    """Whether a stretch back from no date is what labels of a table say, and no time of the question's."""
    return any(term in listed.lately for _, _, term in recent(mention.period.words))


def _under(part: Binding, whole: Binding) -> bool:
    """Whether the part is a row that the table has under the whole: "of the sails, the patched ones" then says by
    itself what is counted."""
    ((n, codes),) = whole.picks.items() if len(whole.picks) == 1 else ((-1, ()),)
    way = whole.listed.ways[n]
    if len(codes) != 1 or way.role in (Role.TIME, Role.MEASURE) or whole.loose or codes[0] in way.totals:
        return False
    return set(part.picks) == {n} and all(way.dimension.codes[c].parent == codes[0] for c in part.picks[n])


def _of_one_measure(part: Binding, whole: Binding, left: Binding, right: Binding) -> bool:
    """Whether only the part names a measure, and the whole would be of that same one: it is then no whole of it.

    "What share of kites were lost in May", of a table of kites lost: how many kites there were is not told.
    """
    way = part.listed.measures
    if way is None or way.n not in part.picks:
        return False
    codes, wide = set(left.picks[way.n]), right.picks.get(way.n, ())
    mine, other = (frozenset(i for w in one.question.words for i in w.ids) for one in (part, whole))
    if not codes <= set(wide) or all(_named_in_full(way.labels[c], other) for c in wide):
        return False
    if way.n not in whole.picks:
        return True
    if len(wide) > len(codes):  # several that are named by what the whole table is about are no whole: "patients"
        told = frozenset(i for c in wide for i in way.labels[c].ids)
        named = [w.ids & told for w in whole.question.words if w.ids & told]
        return all(alike(ids, whole.listed.titled) for ids in named)
    return any(len(way.labels[c].ids & mine) > len(way.labels[c].ids & other) for c in codes)


def _of_what_befell(part: Binding, whole: Binding) -> bool:
    """Whether a part is of those to whom something befell at least once, and its whole of how often it did: "boats with
    one or more repairs" are no share of the repairs."""
    way = part.listed.measures
    codes, wide = ((one.picks.get(way.n, ()) if way is not None else ()) for one in (part, whole))
    if way is None or len(codes) != 1 or codes == wide:
        return False
    mine = way.labels[codes[0]]
    if not once_or_more(mine.code.words):
        return False
    events = {one.n for one in way.labels if one.n != mine.n and one.ids and one.ids < mine.ids}
    return bool(events) and (not wide or bool(events & set(wide)))


def nested(binding: Binding) -> tuple[Binding, Binding] | None:
    """The part and the whole that a question names in one dimension ("of the 43 forces, the Met"); None where none."""
    if not binding.wholes:
        return None
    return binding, replace(binding, picks={**binding.picks, **binding.wholes}, wholes={}, others=())


def _merged(part: Binding, rest: Binding, *, within: bool) -> Binding:
    """PART with whatever it leaves unsaid taken from the other half of the question.

    WITHIN says that it is a part of the other: of the codes that both name, it keeps those that lie in the other's.
    """
    picks = {**rest.picks, **part.picks}
    others = part.others
    for n, codes in part.picks.items():
        meant = dict.fromkeys((*codes, *(c for o in part.others for c in o.get(n, ()))))
        if not within and len(meant) > 1 and others and n in rest.picks:
            picks[n], others = _likest(part, n, tuple(meant), rest.picks[n]), ()
        way, wide = part.listed.ways[n], set(rest.picks.get(n, ()))
        if within and wide and (both := tuple(c for c in meant if c in wide or way.above(c) & wide)):
            picks[n], others = both, ()
        elif within and wide and set(part.picks) - {n} - set(rest.picks) and not _shares(way, codes):
            picks[n] = rest.picks[n]  # "what share of bids were for repair jobs": not of the jobs won
    loose = tuple(dict.fromkeys((*part.loose, *rest.loose)))
    return replace(part, picks=picks, times=part.times or rest.times, loose=loose, wholes={}, others=others)


def _shares(way: Way, codes: Sequence[int]) -> bool:
    """Whether codes are shares of something, which are never put aside for what they are of."""
    return way.role is Role.MEASURE and any(is_share(way.labels[c].code.unit) for c in codes)


def _likest(part: Binding, n: int, meant: tuple[int, ...], beside: tuple[int, ...]) -> tuple[int, ...]:
    """Of the codes that may be meant, that which is most like those of the other half; all where none is most so."""
    labels = part.listed.ways[n].labels
    like = frozenset(i for c in beside for i in labels[c].ids)
    score = {c: len(labels[c].ids & like) for c in meant}
    best = [c for c in meant if score[c] == max(score.values())]
    return tuple(best) if len(best) == 1 else meant


def _measured(whole: Binding) -> Binding:
    """WHOLE with the measure that its own words tell, where they tell one: the part may be of a narrower one."""
    way = whole.listed.measures
    if way is None or way.n in whole.picks:
        return whole
    where = frozenset(i for n, codes in whole.picks.items() for c in codes for i in whole.listed.ways[n].labels[c].ids)
    if (called := _called_so(whole.question, way, where)) is not None:
        return replace(whole, picks={**whole.picks, way.n: (called.n,)})
    if not any(not is_light(w) for w in whole.question.words):
        return whole
    try:
        return replace(whole, picks={**whole.picks, way.n: one_measure(way, whole)})
    except Refused:
        return whole


def _of_other_rows(left: Binding, right: Binding, whole: Binding) -> bool:
    """Whether a whole of a general word is over more rows than a part that is another measure of some of them: of "the
    incidents at Ambleby mention fog" it is not told then of which incidents they are."""
    way = left.listed.measures
    if way is None or way.n in whole.picks or way.n not in right.picks or way.n not in left.picks:
        return False
    if right.picks[way.n] == left.picks[way.n]:
        return False
    return bool(left.picks.keys() - right.picks.keys())


def _called_so(whole: Asked, way: Way | None, where: frozenset[str] = frozenset()) -> Label | None:
    """The one count of several measures that says what a whole of a general word is of: "what percentage of the
    *incidents*", of "Number of reported incidents" beside "Oars lost"; None where none does, or several do.

    WHERE are the terms of the labels beside it, which its other words name."""
    said = frozenset(i for w in whole.words if w.general for i in w.ids)
    if way is None or not said or any(not is_light(w) and not w.ids & where for w in whole.words):
        return None
    counts = [one for one in way.labels if one.code.additive and not is_share(one.code.unit)]
    called = [one for one in counts if said & {t.id for t in lexicon().terms(one.code.words)}]
    return called[0] if len(called) == 1 and len(counts) > 1 else None


def _whole_of(part: Binding, whole: Binding) -> Binding:
    """WHOLE with what only the part says that is true of both: its times, and the whole that it names itself."""
    picks = {**whole.picks, **part.wholes}
    for n in [n for n in whole.picks if n in part.picks and n not in part.wholes]:
        if _only_alike(part, whole, n):
            del picks[n]
    return replace(whole, picks=picks, times=whole.times or part.times)


def _only_alike(part: Binding, whole: Binding, n: int) -> bool:
    """Whether the whole names a label beside the part's only by words of what the table counts: it is then all of it.

    "What share of paper kites were sold as box kites", of a table of paper kites by sort, of which one is "Paper dart".
    """
    way, mine, wide = whole.listed.ways[n], set(part.picks[n]), set(whole.picks[n])
    within = any(c in wide or way.above(c) & wide for c in mine) or all_titled(way, whole.listed)
    told = frozenset(i for c in wide for i in way.labels[c].ids)
    named = [w.ids & told for w in whole.question.words if w.ids & told]
    return not within and all(ids & whole.listed.counted for ids in named)
