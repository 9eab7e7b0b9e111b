"""How many times something befell whoever is counted: "at least once", or just so many times as a label says.

Those excluded at least once are fewer than the exclusions; of a heading "Repairs" with the labels "1", "2", "3", those
with just one repair are those of the label "1", and how many repairs there were is not told.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from bot.tables.catalog import Listed
from bot.tables.hear import Asked
from bot.tables.label import Need, Way, own_words, spaced
from bot.tables.once import extremes, once_or_more
from bot.tables.who import who_counted
from bot.tables.words import COUNTS, Word, alike
from corpus.cube import Role
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["not_times", "of_no_unit", "only_events", "says_so_many", "so_many"]

_TERM = once_or_more("at least once")[0][2]
_N = rf"(?:\d{{1,3}}|{'|'.join(COUNTS)})"
_ONE = regex(
    r"(?P<just>\b(?:exactly|just|only|precisely)\s+)?(?<!at least )(?<!one or )\b(?P<n>one|once|twice|a single)\b"
    rf"(?!\s+(?:of|in|plus|and|year|quarter|month|week|day)\b)(?!\s+or\s+(?!{_N}\b))",
    re.IGNORECASE,
)
_RANGE = regex(
    rf"\b(?:between\s+(?P<a>{_N})\s+and\s+(?P<b>{_N})|(?:from\s+)?(?P<c>{_N})\s+to\s+(?P<d>{_N}))\b(?![/,-]?\d)",
    re.IGNORECASE,
)
_TIMES = {"one": "1", "once": "1", "twice": "2", "a single": "1"}
_LEAST = 3
"""So many labels that are whole numbers make a heading one of how many times."""
_NEAR = 2
"""So many words behind a number say what it is a number of."""
_WHO = ("person", "role", "nationality")


def says_so_many(text: str) -> bool:
    """Whether TEXT asks for those to whom something befell just once or twice ("what share had *just one*?"), or what
    lasted for one day."""
    return any(match["just"] for match in _ONE.finditer(text)) or _ONE_LONG.search(text) is not None


def so_many(question: Asked, listed: Listed) -> Asked:
    """QUESTION with words for at least one, and for one and two times, where a label of LISTED says just that."""
    ways = [way for way in listed.ways if _of_times(way)]
    question = _extreme(question, listed)
    found = [*_at_least_one(question, listed)]
    found += [*_times(question, ways), *_ranges(question, ways)] if ways else []
    found += _one_long(question, [way for way in listed.ways if _LENGTH.search(spaced(way.dimension.name))])
    if not found:
        return question
    kept = [w for w in question.words if w.kind in _WHO or not any(_overlap(w, one) for one in found)]
    return replace(question, words=tuple(sorted((*kept, *found), key=lambda w: w.start)))


def _overlap(one: Word, other: Word) -> bool:
    return one.start < other.end and other.start < one.end


def not_times(question: Asked, listed: Listed) -> list[str]:
    """What happened so many times to those whom a table counts, where it is asked how often it happened: the table
    counts whom it befell, and nobody of them is spoken of."""
    names = frozenset().union(*(way.name_ids for way in listed.ways if _of_times(way))) - listed.counted
    happened = [w for w in question.words if w.ids & names]
    others = (w for w in question.words if w not in happened)
    who = any(w.kind in (*_WHO, "number") or w.ids & listed.counted for w in others)
    return [] if who or not happened else [happened[0].words]


def only_events(question: Asked, listed: Listed) -> list[str]:
    """That those are asked for to whom something befell at least once, where a table counts how often it befell, and
    none of its labels tells so of whom: "of the drivers with at least one fine" is no share of the fines."""
    spans = once_or_more(question.text)
    if not spans or any(_of_times(way) for way in listed.ways):
        return []
    if any(_TERM in label.ids for way in listed.ways for label in way.labels):
        return _of_other_holders(question, listed, spans[0][0])
    people = any(lexicon().kind(i) in _WHO for i in listed.counted)
    after = (w for start, end, _ in spans for w in question.words if end <= w.start < end + _FOLLOWS)
    befell = any(w.ids & listed.counted for w in after) and _HOLDS.search(question.text[: spans[0][0]]) is not None
    return [question.text[spans[0][0] : spans[0][1]]] if befell and not people else []


_HOLDS = regex(r"\b(?:had|have|has|having|with|got|given|received|receiving|experienced|suffered)\s+$", re.IGNORECASE)
"""What stands before what somebody had one of at least."""


def _of_other_holders(question: Asked, listed: Listed, at: int) -> list[str]:
    """What is asked how many of had one at least, where another measure counts just those: "how many *yards* had at
    least one repair", of "Number of yards" beside "Boats: one or more repairs"."""
    match = _HOLDERS.search(question.text[:at])
    labels = listed.measures.labels if listed.measures is not None else ()
    once = frozenset().union(*(label.ids for label in labels if _TERM in label.ids))
    rest = frozenset().union(*(label.ids for label in labels if _TERM not in label.ids and label.code.additive))
    words = (w for w in question.words if match is not None and match.start("who") <= w.start < match.end("who"))
    return [w.words for w in words if w.ids & rest and not w.ids & once and w.kind not in _WHO][:1]


_HOLDERS = regex(r"\bhow\s+many\s+(?P<who>[^?,]{3,40}?)\s+(?:had|have|has|with|got|received)\s+$", re.IGNORECASE)
_FOLLOWS = 30
"""So many letters behind "at least one" is what there was one of at least."""


def _extreme(question: Asked, listed: Listed) -> Asked:
    """QUESTION with "most exposed" read as what a label says that tells the most from the least exposed."""
    told = {start: f"{how}-{term}" for start, how, term in extremes(question.text)}
    held = frozenset().union(*(label.ids for way in listed.ways for label in way.labels)) if told else frozenset()
    meant = {w: told[w.start] for w in question.words if told.get(w.start) in held}
    words = (replace(w, ids=frozenset({meant[w]})) if w in meant else w for w in question.words)
    return replace(question, words=tuple(words)) if meant else question


def of_no_unit(question: Asked, named: Sequence[tuple[Way, Collection[int]]]) -> list[str]:
    """The numbers that name labels of a heading of lengths of time ("Days idle": 1, 2, 3) without that time's unit:
    "two boats" are none that were idle for two days. Nor is a length of time ("over three years") a label of how many
    times something was done ("Repairs": 1, 2, 3). NAMED has the heading and the words of each label."""
    missing = []
    for way, words in named:
        unit = _LENGTH.search(spaced(way.dimension.name))
        if unit is None and _of_times(way):
            numbers = (question.words[n] for n in words if question.words[n].kind == "number")
            missing += [word.words for word in numbers if _OF_TIME.match(question.text, word.end)]
        for n in words if unit is not None and any(label.code.words.isdigit() for label in way.labels) else ():
            word = question.words[n]
            if word.kind == "number" and not _UNIT.match(question.text, word.end):
                missing.append(word.words)
    return missing


_OF_TIME = regex(
    r"[\s-]+(?:(?:or|to|and)\s+\w+[\s-]+)?(?:[a-z]+[\s-]+)?(?:days?|weeks?|months?|hours?|minutes?|quarters?|terms?|years?)\b",
    re.IGNORECASE,
)
_LENGTH = regex(r"\b(?:duration|length|days?|weeks?|months?|hours?|minutes?)\b", re.IGNORECASE)
_UNIT = regex(
    r"[\s-]+(?:(?:or|to|and)\s+\w+[\s-]+)?(?:[a-z]+[\s-]+)?(?:days?|weeks?|months?|hours?|minutes?)\b", re.IGNORECASE
)


def _at_least_one(question: Asked, listed: Listed) -> Iterator[Word]:
    spans = once_or_more(question.text)
    if spans and any(_TERM in label.ids for way in listed.ways for label in way.labels):
        for start, end, term in spans:
            yield Word(start, end, question.text[start:end], frozenset({term}), "word", False, (start, end))
    elif not spans:
        yield from _of_people(question, listed)


def _of_people(question: Asked, listed: Listed) -> Iterator[Word]:
    """The word for those of whom it is asked how many something befell, where a measure is of just those and another of
    all that befell: "how many *drivers* were fined", of "Fines" and "One or more fines"."""
    who = who_counted(question)
    said = frozenset(i for w in question.words for i in w.ids)
    once = Need(_TERM, frozenset())
    measures = listed.measures.labels if listed.measures is not None else ()
    told = (label.needed - {once} for label in measures if once in label.needed)
    if who and any(needs and all(need.met(said) for need in needs) for needs in told):
        yield replace(who[-1], ids=frozenset({_TERM}))


def _times(question: Asked, ways: list[Way]) -> Iterator[Word]:
    for match in _ONE.finditer(question.text):
        number = _TIMES[match["n"].lower()]
        if _labelled(ways, number) and (match["just"] or _of_heading(question, match.end(), ways)):
            start, end = match.span("n")
            yield Word(start, end, match["n"], frozenset({number}), "number", False, (start, end))


_ONE_LONG = regex(
    r"(?<!at least )\b(?P<n>one|a single)[\s-]+(?:day|week|month|hour|minute)\b(?!\s+or\b)", re.IGNORECASE
)


def _one_long(question: Asked, ways: list[Way]) -> Iterator[Word]:
    """ "One day", where a heading of lengths of time has the label "1"."""
    for match in _ONE_LONG.finditer(question.text) if _labelled(ways, "1") else ():
        start, end = match.span("n")
        yield Word(start, end, match["n"], frozenset({"1"}), "number", False, (start, end))


def _ranges(question: Asked, ways: list[Way]) -> Iterator[Word]:
    """All the labels from one number to another; where not every one of them is a label, a word that names none."""
    for match in _RANGE.finditer(question.text):
        first, last = (_number(match[a] or match[b]) for a, b in (("a", "c"), ("b", "d")))
        if first < last and _of_heading(question, match.end(), ways):
            every = frozenset(str(n) for n in range(first, last + 1))
            held = all(_labelled(ways, n) for n in every)
            start, end = match.span()
            ids = every if held else frozenset({match.group().lower()})
            yield Word(start, end, match.group(), ids, "word", False, (start, end))


def _number(said: str) -> int:
    return COUNTS[said.lower()] if said.lower() in COUNTS else int(said)


def _labelled(ways: list[Way], number: str) -> bool:
    return any(label.code.words == number for way in ways for label in way.labels)


def _of_heading(question: Asked, end: int, ways: list[Way]) -> bool:
    """Whether what stands behind a number that ends at END is what the heading counts ("one *repair*")."""
    after = [w for w in question.words if w.start >= end][:_NEAR]
    return any(alike(w.ids, way.name_ids) for w in after for way in ways)


def _of_times(way: Way) -> bool:
    """Whether the labels of a heading are how many of something there were ("Repairs": 1, 2, 3), and name nothing."""
    heading = own_words(spaced(way.dimension.name))
    if way.role is not Role.CATEGORY or not _SEVERAL.search(heading) or _LENGTH.search(heading):
        return False
    return sum(label.code.words.isdigit() for label in way.labels) >= _LEAST


_SEVERAL = regex(
    r"(?:\bnumber of\b.*|[a-z]{2}(?<!s)(?<!year)(?<!month)(?<!week)(?<!day)s|\bchildren|\bpeople|\bwomen|\bmen)$",
    re.IGNORECASE,
)
"""A heading of things that are counted."""
