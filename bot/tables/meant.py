"""Words of a question that a table seems to bear out and does not: what it counts is another thing, or only one of two.

"How many small boats" is no count of those who came in them; "officers and community support officers together" is no
count of the latter; "searched alone" says more than "searched".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from bot.tables.bare_deeds import participle
from bot.tables.called import WHOLE, Named
from bot.tables.catalog import Listed
from bot.tables.hear import Asked
from bot.tables.label import Label, Pairs, own_words, spaced
from bot.tables.lasting import stretch_of
from bot.tables.matching import DENIES, is_light
from bot.tables.moments import on_weekdays, part_of_year
from bot.tables.once_more import once_more
from bot.tables.outcomes import only_decided
from bot.tables.room import only_room
from bot.tables.sides import side, side_in
from bot.tables.so_many import not_times, of_no_unit, only_events
from bot.tables.spells import asked_by
from bot.tables.statistic import suited
from bot.tables.verbs import only_used
from bot.tables.words import Word, alike, features, listed_words
from bot.units import unit_class
from corpus.cube import Role
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["not_meant", "of_some_only"]

_ASKED = regex(r"\b(?:how\s+many|numbers?\s+of)\s+(?:the\s+)?$", re.IGNORECASE)
_TAIL = regex(r"\b(?:of|at|in|by|for|to|from|with|on|over)\b", re.IGNORECASE)
_JOINED = regex(r",?\s+(?:and|plus|&|as\s+well\s+as)\s+(?:the\s+)?", re.IGNORECASE)
_JOINS = regex(r"\b(?:and|or)\b|[,&/]")
_MANNER = regex(
    r"\b(?P<deed>[a-z]{3,}(?:ed|en|ght|ung|ound)|liv(?:e|es|ing)|work(?:s|ing)?)\s+(?P<how>alone|last|first|again|twice|repeatedly|once|early|late)\b"
    r"(?!\s+(?:\d|year|quarter|month|week|day|night|summer|autumn|winter|spring|time|january|february|march|april|may|june"
    r"|july|august|september|october|november|december))",
    re.IGNORECASE,
)


def not_meant(question: Asked, listed: Listed, groups: Sequence[Named], used: Collection[int]) -> list[str]:
    """The words of a question that the table seems to bear out and does not."""
    return [
        *_other_thing(question, listed, groups),
        *_only_one_of_two(question, listed, groups),
        *_unheard(question, listed),
        *_other_side(question, listed, groups),
        *_for_a_unit(question, listed),
        *_other_times(question),
        *_in_season(question, listed),
        *part_of_year(_less_labels(question, used), question.times),
        *on_weekdays(question.text, question.times, " ".join(one.code.words for g in groups for one in g.labels)),
        *_beyond(question, groups),
        *_uncounted(question, listed, groups),
        *_left_over(question, listed, groups),
        *_of_another_measure(question, listed, used),
        *_also_named(question, listed, groups, used),
        *_still_there(question, groups),
        *_its_own_length(question, listed, groups),
        *_bound_elsewhere(question, listed, used),
        *only_room(question, listed),
        *not_times(question, listed),
        *only_events(question, listed),
        *once_more(question, listed, groups),
        *of_no_unit(question, [(g.way, g.words) for g in groups]),
    ]


def _less_labels(question: Asked, used: Collection[int]) -> str:
    """The text of a question without the stretches back from no date that name a label: those who had rowed "in the
    last 3 months", in 2019, are not asked about for three months of 2019."""
    text = question.text
    for n in used:
        if (word := question.words[n]).kind == "recent":
            text = text[: word.start] + " " * (word.end - word.start) + text[word.end :]
    return text


def of_some_only(question: Asked, listed: Listed) -> list[str]:
    """That a title is of some people only, who are not asked about: those who came in small boats are not all who were
    refused."""
    some = listed_words("of_some")
    told = [t for t in lexicon().terms(spaced(own_words(listed.dataset.title))) if t.id in some]
    said = frozenset(i for w in question.words for i in w.ids)
    return [
        f"all of them, where only the {t.words.lower()} ones are counted"
        for t in told
        if not alike(frozenset({t.id}), said)
    ]


_STILL = regex(
    r"\b(?:was|were|is|are|be)\s+(?:still\s+|there\s+)?left\b|\b(?:still\s+left|left\s+(?:over|behind))\b"
    r"|\b(?:do|does|did)\s[^?,;]{1,60}?\bhave\s+(?:still\s+)?left\b",
    re.IGNORECASE,
)
_GONE = regex(r"\b(?:left|leavers?|leaving|departed|departures?)\b", re.IGNORECASE)


def _still_there(question: Asked, groups: Sequence[Named]) -> list[str]:
    """ "Were left", said of those who remain, where a label counts those who went away ("Members left")."""
    match = _STILL.search(question.text)
    if match is None:
        return []
    named = (g for g in groups if any(match.start() <= question.words[n].start < match.end() for n in g.words))
    return [match.group()] if any(_GONE.search(label.code.words) for g in named for label in g.labels) else []


_LASTS = regex(r"\bhow\s+long\s+(?:did|do|does)\s+[^?]*?\b(?:last|go\s+on)\b", re.IGNORECASE)


def _its_own_length(question: Asked, listed: Listed, groups: Sequence[Named]) -> list[str]:
    """ "How long did the voyages last", of a measure of the time up to them ("from booking to voyage")."""
    match = _LASTS.search(question.text)
    if match is None:
        return []
    said = frozenset[str]().union(*(w.ids for w in question.words))
    measures = [label.code.words for g in groups if g.way.role is Role.MEASURE for label in g.labels]
    stretches = [ends for words in (*measures, listed.dataset.measure) if (ends := stretch_of(words)) is not None]
    return [match.group()] if any(not alike(said, first) for first, _ in stretches) else []


def _also_named(question: Asked, listed: Listed, groups: Sequence[Named], used: Collection[int]) -> list[str]:
    """The words that name in full a sum of money beside the count that is taken: "the *wages* of mates", of a table
    that counts mates, and all wages."""
    taken = {label.n: label for g in groups if g.way.role is Role.MEASURE for label in g.labels}
    if listed.measures is None or not taken:
        return []
    units = {label.code.unit for label in taken.values()}
    found = []
    for label in listed.measures.labels:
        if label.n in taken or label.code.unit in units or unit_class(label.code.unit or "") != "money":
            continue
        naming = [w for n, w in enumerate(question.words) if n not in used and w.ids & label.ids and not w.general]
        said = frozenset[str]().union(*(w.ids for w in naming))
        if naming and all(need.met(said) for need in label.needed):
            found.append(naming[0].words)
    return found


_TO = regex(r"\bto\s+(?:the\s+)?$", re.IGNORECASE)


def _bound_elsewhere(question: Asked, listed: Listed, used: Collection[int]) -> list[str]:
    """The places that people go to, where the table only says whose people it counts: of "Orkney islanders' journeys",
    none is a journey to Orkney."""
    lex = lexicon()
    found = []
    for n, word in enumerate(question.words):
        where = frozenset(i for i in word.ids if lex.kind(i) == "place")  # be it within a deed: "came to the UK"
        if n in used or not where or not _TO.search(question.text[: word.start]):
            continue
        told = [(_are_theirs(where, pairs), pairs) for pairs in listed.titled_pairs]
        gone_to = (
            b & where and not whose
            for theirs, pairs in told
            for (_, b), whose in zip(pairs, [*theirs[1:], False], strict=False)
        )
        if any(any(theirs) for theirs, _ in told) and not any(gone_to):
            found.append(f"to {question.text[word.start : word.end]}")
    return found


def _are_theirs(where: frozenset[str], pairs: Pairs) -> list[bool]:
    """Of each two words of what a table counts, whether they say whose people are counted ("*Orkney islanders*")."""
    lex = lexicon()
    return [bool(a & where) and any(lex.kind(i) in _PEOPLE[:2] for i in b) for a, b in pairs]


def _other_thing(question: Asked, listed: Listed, groups: Sequence[Named]) -> list[str]:
    """What is asked how many of, where a label only speaks of it and counts what befell: boats, of boat arrivals."""
    found = []
    for group in groups:
        first = min(group.words)
        if _ASKED.search(question.text[: question.words[first].start]) is None:
            continue
        words = [question.words[n] for n in group.words]
        speaks = group.weight < WHOLE and all(_only_speaks(question, words, one) for one in group.labels)
        if speaks or all(_of_what_came(question, words, one, listed) for one in group.labels):
            found.append(question.words[first].words)
    return found


def _only_speaks(question: Asked, words: Sequence[Word], label: Label) -> bool:
    """Whether a label is of a deed ("boat *arrivals*") that the question does not say."""
    said = {question.text[w.start : w.end].lower().rstrip("s") for w in words}
    told = frozenset(i for w in question.words for i in w.ids)
    unsaid = any(not ({term} | lexicon().relatives(term)) & told for term in _deeds(label))
    return unsaid and said <= {k.rstrip("s") for k in label.keys} and not _one_of_a_list(said, label)


_ITEMS = regex(r"\s*,\s*(?:and\s+|&\s*)?|\s+and\s+|\s*&\s*", re.IGNORECASE)
_LIST = 3


def _one_of_a_list(said: Collection[str], label: Label) -> bool:
    """Whether what is SAID of a label is the whole of one of the several kinds that it lists: of "Rigging, Painting and
    the Hauled Boat", rigging is one, and befalls nothing."""
    items = _ITEMS.split(label.code.words.lower())
    return len(items) >= _LIST and any({word.rstrip("s") for word in item.split()} == set(said) for item in items)


def _of_what_came(question: Asked, words: Sequence[Word], label: Label, listed: Listed) -> bool:
    """Whether things are asked for that did what a label says, where the table counts neither them nor that: of people
    found, by how they came, "boat arrivals" are not the boats that landed."""
    deeds, counted = _deeds(label), listed.counted | listed.subject
    things = [w for w in words if not alike(w.ids, deeds)]
    last = lexicon().terms(_TAIL.split(label.code.words, maxsplit=1)[0])[-1:]
    if not {term.id for term in last} & deeds or not listed.counted or min(words, key=lambda w: w.start) not in things:
        return False
    said = (question.text[w.start : w.end].lower() for w in question.words if alike(w.ids, deeds))
    if any({one, f"{one}s", one.removesuffix("s"), participle(one)}.intersection(label.keys) for one in said):
        return False
    of_things = any(w.ids & counted or w.kind in _PEOPLE for w in things)
    return not of_things and not alike(deeds, counted)


def _deeds(label: Label) -> frozenset[str]:
    """The deeds that a label counts ("arrivals", of "Boat arrivals by night")."""
    head = features(_TAIL.split(label.code.words, maxsplit=1)[0])
    return frozenset(term for term, _ in label.needed if term in head and lexicon().kind(term) == "action")


def _only_one_of_two(question: Asked, listed: Listed, groups: Sequence[Named]) -> list[str]:
    """Two things that are asked about together, of which a table counts the one or the other as a single thing."""
    used = {n for g in groups if not all(label.ids <= listed.counted for label in g.labels) for n in g.words}
    if _JOINS.search(own_words(listed.dataset.measure)):
        return []
    words = [w for n, w in enumerate(question.words) if n not in used and not w.general]
    found = []
    for one, other in pairwise(words):
        between = question.text[one.end : other.start]
        if _JOINED.fullmatch(between) and _counted(one, listed) and _counted(other, listed):
            found.append(f"{one.words} and {other.words}")
    return found or _only_titled(question, listed, groups)


_TOLD_APART = frozenset({"place", "nationality", "number", "time", "month", "year", "action", "recent"})
"""What is joined by "and" without being two things that are counted: places, times, and deeds done to the same."""


def _only_titled(question: Asked, listed: Listed, groups: Sequence[Named]) -> list[str]:
    """The one of two things that are asked for together, where the table counts only the other: a release on pilots
    and deckhands bears out "deckhands" by its title, and its table of pilots has none."""
    named = {n for g in groups for n in g.words}
    words = [(n, w) for n, w in enumerate(question.words) if not is_light(w) and w.kind not in _TOLD_APART]
    found = []
    for (n, one), (m, other) in pairwise(words):
        if one.whole == other.whole or _JOINED.fullmatch(question.text[one.end : other.start]) is None:
            continue
        told = [(i in named or _counted(w, listed)) for i, w in ((n, one), (m, other))]
        found += [w.words for mine, w in zip(told, (one, other), strict=True) if any(told) and not mine]
    return found


def _counted(word: Word, listed: Listed) -> bool:
    return bool(word.ids & listed.counted)


def _unheard(question: Asked, listed: Listed) -> list[str]:
    """Small words after a deed that say how it was done, and that nothing in the table says ("searched alone")."""
    manner = [m["how"] for m in _MANNER.finditer(question.text)]
    if not manner:
        return []
    told = _all_told(listed).lower()
    return [how for how in manner if not re.search(rf"\b{how.lower()}\b", told)]


def _other_side(question: Asked, listed: Listed, groups: Sequence[Named]) -> list[str]:
    """A number of the question's that lies on another side than that of the label: "under 18 weeks" of those over.

    So with one that names no label, where what the table counts has it ("Boats idle for a week or more").
    """
    missing = []
    named = {n for group in groups for n in group.words}
    for n, word in enumerate(question.words):
        if n in named or word.kind != "number" or not word.ids & listed.numbers:
            continue
        mine, words = side(question.text, word.start, word.end)
        measures = listed.measures.labels if listed.measures is not None else ()
        told = (listed.dataset.measure, listed.dataset.title, *(label.code.words for label in measures))
        sides = {side_in(one, word) for one in told} - {""}
        if mine and sides and mine not in sides:
            missing.append(words)
    for group in groups:
        numbers = [question.words[n] for n in group.words if question.words[n].kind == "number"]
        for word in numbers if not any(label.band for label in group.labels) else ():
            mine, words = side(question.text, word.start, word.end)
            if mine and asked_by(question.text, word.start, [label.code.words for label in group.labels]):
                continue
            if mine and any(side_in(label.code.words, word) != mine for label in group.labels):
                missing.append(words)
    return missing


_ONE_UNIT = regex(
    r"\b(?:for|over|under|within|at\s+least|at\s+most|up\s+to|(?:more|less|longer|shorter)\s+than)\s+(?:an?|one)\s+"
    r"(?P<unit>year|month|week|fortnight|day|hour)\b(?!\s+(?:ago|earlier|before|later|previously|on|ending|ended|to))",
    re.IGNORECASE,
)
_AS_MANY = {
    "year": r"12\s+months|twelve\s+months|52\s+weeks",
    "fortnight": r"(?:2|two)\s+weeks|14\s+days",
    "week": r"(?:7|seven)\s+days",
    "day": r"24\s+hours",
    "hour": r"60\s+minutes",
}


def _for_a_unit(question: Asked, listed: Listed) -> list[str]:
    """ "For over a year": a condition like any number, which the table must tell in some such words."""
    match = _ONE_UNIT.search(question.text)
    if match is None:
        return []
    unit = match["unit"].lower()
    told = _all_told(listed)
    same = rf"\b(?:(?:an?|one|1)[\s-]+{unit}|{_AS_MANY.get(unit, 'never')})\b|\b(?:under|over)\s+{unit}\b"
    return [] if re.search(same, told, re.IGNORECASE) else [match.group()]


def _other_times(question: Asked) -> list[str]:
    """The times that a question leaves out ("in every year except 2020"): a table is not read for all but a time."""
    return [f"other than {m.period.words}" for m in question.times if DENIES.search(question.text[: m.span.start])]


def _all_told(listed: Listed) -> str:
    """The words of a table: what is said of it, and its labels, as far as they are gone through for one phrase."""
    return " . ".join((*listed.told, *(c.words for d in listed.dataset.dimensions for c in d.codes[:_LABELS])))


_LABELS = 400
_SEASON = regex(r"\b(?:winter|summer|autumn|spring)(?:time)?s?\b", re.IGNORECASE)


def _in_season(question: Asked, listed: Listed) -> list[str]:
    """A season that is no time of the question's ("on the *winter* rota in 2019"), of which the table says nothing."""
    spans = [(m.span.start, m.span.end) for m in question.times]
    said = [m.group() for m in _SEASON.finditer(question.text) if not any(a <= m.start() < b for a, b in spans)]
    told = _all_told(listed).lower() if said else ""
    return [one for one in said if one.lower() not in told]


_BEYOND = regex(r"\b(?:lower|higher|above|below|beyond)\s+(?:than\s+)?(?:the\s+)?$", re.IGNORECASE)
_HOW_MANY = regex(r"^\W*(?:how\s+many|(?:what|give|let|tell)\b.{0,30}\bnumber)\b", re.IGNORECASE)


def _beyond(question: Asked, groups: Sequence[Named]) -> list[str]:
    """A label that is only where what is asked for begins or ends ("lower than advanced level")."""
    if _HOW_MANY.match(question.text) is None:
        return []
    found = []
    for group in groups:
        first = min(group.words, key=lambda n: question.words[n].whole[0])
        before = _BEYOND.search(question.text[: question.words[first].whole[0]])
        if before is not None and question.words[first].kind != "number":  # of numbers the side is looked at
            found.append(f"{before.group().strip()} {question.words[min(group.words)].words}")
    return found


_NEAR = 3
"""What "other" is of begins so few characters after it."""
_OTHER = regex(r"\b(?:any\s+)?others?\b(?!\s+than\b)", re.IGNORECASE)


def _left_over(question: Asked, listed: Listed, groups: Sequence[Named]) -> list[str]:
    """ "Other", where a heading of the table has a row that is called so, and the question names no row of it."""
    match = _OTHER.search(question.text)
    spelt = (g for g in groups if g.weight >= WHOLE)
    if match is None or any("other" in label.keys for g in spelt for label in g.labels):
        return []
    named = {g.way.n for g in groups}
    held = (label for way in listed.ways if way.n not in named for label in way.labels)
    if any(_OTHER.fullmatch(label.code.words.strip()) for label in held):
        return [match.group()]
    after = frozenset(i for w in question.words if 0 <= w.start - match.end() < _NEAR for i in w.ids)
    meant = (g for g in groups if not any(label.left_over for label in g.labels))
    beside = (label for g in meant for label in g.way.labels if label.left_over and label.ids & after)
    return [match.group()] if any(beside) else []


_HEAD = regex(
    r"\bhow\s+many\s+(?:[a-z-]+\s+){0,3}?(?P<head>[a-z-]+)\s+(?=(?:were|was|are|is|did|do|does|have|had|has)\b)",
    re.IGNORECASE,
)
_PEOPLE = ("person", "role", "nationality", "place", "attribute")


def _uncounted(question: Asked, listed: Listed, groups: Sequence[Named]) -> list[str]:
    """What is asked how many there were of, where a table of several measures counts no such thing."""
    match = _HEAD.search(question.text)
    if match is None or listed.measures is None or _only_where(match):
        return []
    used = {n for g in groups for n in g.words}
    measured = frozenset(i for label in listed.measures.labels for i in label.ids)
    plainly = any(not label.needed for label in suited(listed.measures, question.text))  # "Number", beside "Percentage"
    counted = listed.counted | measured if plainly or len(listed.measures.labels) < 2 else measured
    counted |= frozenset(i for g in groups for label in g.labels for i in label.ids) | listed.of_every_row
    return [
        w.words
        for n, w in enumerate(question.words)
        if match.start("head") <= w.start < match.end("head")
        and n not in used
        and not (is_light(w) or w.kind in _PEOPLE or alike(w.ids, counted))
        and not (_told_of(w, listed) or only_decided(w, listed) or only_used(question, w, listed))
    ]


_WHERE = regex(r"\s(?:in|at|on|from|by|with)\s", re.IGNORECASE)


def _only_where(match: re.Match[str]) -> bool:
    """Whether the last word of what is asked how many of, no name, only says where it was: "pilots in *ports* were"."""
    return _WHERE.search(match.string[match.start() : match.end("head")]) is not None and match["head"].islower()


def _told_of(word: Word, listed: Listed) -> bool:
    """Whether the table's own name for what it counts, and not only what it is about, is that word."""
    return any(alike(frozenset({i}), word.ids) for i in listed.subject) and not any(
        i in word.ids for way in listed.ways for i in way.name_ids
    )


def _of_another_measure(question: Asked, listed: Listed, used: Collection[int]) -> list[str]:
    """Words that only measures say which cannot be meant: "responded to within target", of a share and no count."""
    if listed.measures is None:
        return []
    meant = suited(listed.measures, question.text)
    fitting = frozenset(i for label in meant for i in label.ids)
    fitting |= listed.of_every_count if listed.rated([label.n for label in meant]) else frozenset()
    every = frozenset(i for label in listed.measures.labels for i in label.ids) - fitting
    others = every - listed.titled
    return [
        w.words
        for n, w in enumerate(question.words)
        if n not in used
        and not is_light(w)
        and (
            (w.ids & others and not alike(w.ids, listed.titled | fitting))
            or (_is_deed(question, w) and w.ids & every and not alike(w.ids, fitting))
        )
    ]


_DEED = regex(r"\b(?:was|were|been|be|being|is|are)\s+(?:\w+ly\s+)?$", re.IGNORECASE)


def _is_deed(question: Asked, word: Word) -> bool:
    """Whether a word says what was done to what is counted ("were *mended*"), which a table's title may say beside."""
    said = question.text[word.start : word.end].lower()
    return said.endswith("ed") and _DEED.search(question.text[: word.start]) is not None
