"""Which labels of one dimension words of a question name, by their terms: in full, in part, or one of several."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from itertools import pairwise

from bot.tables.ages import ADULT, CHILD
from bot.tables.done_by import turned_about
from bot.tables.entitled import calls_rows, entitled
from bot.tables.hear import Asked
from bot.tables.label import Label, Pairs, Way
from bot.tables.side_by_side import told_apart_in_list
from bot.tables.statistic import suited
from bot.tables.words import Word, alike, buildings, features, keys, light, phrases, words_of
from corpus.cube import Role
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = [
    "DENIES",
    "WITH_AND_WITHOUT",
    "beside",
    "best_named",
    "denied_before",
    "is_light",
    "lacking",
    "not_done",
    "of_measure",
    "turned",
    "whole_among",
]


_ALL = regex(r"\b(?:all|every|each|altogether|together|in total|total|any|whatever|combined)\b", re.IGNORECASE)
DENIES = regex(
    r"(?:\b(?:not|never|except(?:ing)?(?:\s+for)?|excluding|other\s+than|apart\s+from|aside\s+from|without|besides|outside"
    r"|leaving\s+(?:out|aside)|not\s+(?:counting|including)|ignoring|disregarding|omitting|save\s+for|minus|neither|nor"
    r"|bar|but\s+not|no)\s+|\bnon[\s-]|n['\u2019]t\s+)"
    r"(?:(?:in|of|from|at|on|via|the|a|an|by|were|was|been|being|be|get|got|getting|have|had|having|take|taken|taking|receiv(?:e|ed|ing)|ever|yet|to|for|any|those|with|who|whose)\s+){0,4}$",
    re.IGNORECASE,
)


_BESIDE = regex(r"(?:['\u2019]s?)?\s+(?:(?:of|to|the|in|by|for|with|and)\s+){0,2}")


def beside(question: Asked) -> list[tuple[Word, Word]]:
    """Each two words of a question that stand side by side, but for small words between."""
    text = question.text
    return [(w, v) for w, v in pairwise(question.words) if _BESIDE.fullmatch(text[w.end : v.start])]


def turned(question: Asked, pairs: Pairs) -> bool:
    """Whether the question turns the places of a name about: "overseas residents in the UK", "UK residents abroad"."""
    given = frozenset(i for pair in pairs for ids in pair for i in ids)
    said = frozenset(i for w in question.words for i in w.ids)
    near = beside(question)
    for qualifier, head in pairs:
        mine = [w for w, v in near if v.ids & head and w.kind == "place"]
        placed = any(lexicon().kind(i) == "place" for i in qualifier)
        if placed and mine and qualifier & said and not any(w.ids & qualifier for w in mine):
            return any(w.ids & given for w in mine)
    return False


def of_measure(question: Asked, way: Way, counted: Pairs) -> set[int]:
    """The words that say what a table COUNTED, in its own order, as no label does: "*social* housing lettings"."""
    near = beside(question)
    held = [p for label in way.labels for p in label.pairs]
    own = [pair for pair in counted if not any(_like(pair, p) or _like(pair[::-1], p) for p in held)]
    said = {one.start for a, b in own for w, v in near if a & w.ids and b & v.ids for one in (w, v)}
    return {n for n, w in enumerate(question.words) if w.start in said}


_Pair = tuple[frozenset[str], frozenset[str]]


def _like(one: _Pair, other: _Pair) -> bool:
    return bool(one[0] & other[0] and one[1] & other[1])


def is_light(word: Word) -> bool:
    """Whether a word only asks, and restricts nothing."""
    return word.general or bool(word.ids & light())


def denied_before(question: Asked, word: Word) -> bool:
    """Whether a word is named as what is left out ("other than Kent", "not disabled"); "queuing *outside* Kent's
    hospitals" says where somebody waited, and leaves nothing out."""
    start = word.whole[0]
    return _denies(question.text[:start]) and not _outside_a_building(question.text, start)


_OUTSIDE = regex(
    r"\b(?:wait(?:ed|ing|s)?|queu(?:e[ds]?|e?ing)|parked|parking|stuck|stood|standing|sat|sitting|stacked(?:\s+up)?|backed\s+up"
    r"|idling|held\s+up|delayed|gather(?:ed|ing)|protest(?:s|ed|ing|ers)?|demonstrat(?:ed|ing|ors))\s+outside(?:\s+of)?(?:\s+(?:the|a|an|its|their|any|some|each|every))?\s+$",
    re.IGNORECASE,
)
"""That somebody waited before a door; a death "outside hospital" was in none."""


def _outside_a_building(text: str, start: int) -> bool:
    """Whether what begins at START is a building, be it called by its place, before whose door something was."""
    words = "|".join(re.escape(one) for one in sorted(buildings()))
    here = rf"(?:(?-i:[A-Z])[\w'\u2019-]+\s+){{0,4}}(?:[a-z]+\s+)?(?:{words})\b"
    return _OUTSIDE.search(text[:start]) is not None and re.match(here, text[start:], re.IGNORECASE) is not None


@lru_cache(maxsize=256)
def _denies(before: str) -> bool:
    """Whether what stands BEFORE a word leaves it out: the same for every table that a question is held against."""
    return DENIES.search(before) is not None and WITH_AND_WITHOUT.search(before) is None


WITH_AND_WITHOUT = regex(r"\bwith\s+(?:and|or)\s+without\s+(?:an?\s+|the\s+|any\s+)?$", re.IGNORECASE)
"""What leaves nothing out ("boats *with and without* a licence")."""
_WEIGHS = regex(
    r"\b(?:could|should|would|might|may|must|can|ought\s+to|due\s+to|expected\s+to|supposed\s+to|planned\s+to)"
    r"\s+(?:\w+\s+)?(?:have\s+(?:\w+\s+)?been|have|be)\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)


def not_done(question: Asked, word: Word) -> bool:
    """Whether a word is denied, or only weighed: those "not searched" and those who "should have been searched".

    A table's count of what was done answers for neither.
    """
    return denied_before(question, word) or _weighs(question.text[: word.whole[0]])


@lru_cache(maxsize=256)
def _weighs(before: str) -> bool:
    """Whether what stands BEFORE a word only weighs it."""
    return _WEIGHS.search(before) is not None


_Best = tuple[tuple[Label, ...], frozenset[int], bool, bool]


def _fitting(
    question: Asked, way: Way, left: set[int], shared: frozenset[int]
) -> tuple[dict[int, set[int]], dict[int, int]]:
    """The codes that any of the words LEFT may name, each with those words; and how much of its name each lacks."""
    matched: dict[int, set[int]] = {}
    fitting = {label.n for label in suited(way, question.text)} if way.role is Role.MEASURE else None
    if fitting is not None and (owed := entitled(question, way)) is not None:
        fitting &= owed
    for n in left:
        if calls_rows(question, question.words[n], way):
            continue
        for code in _codes_for(question.words[n], way):
            if fitting is None or code in fitting:
                matched.setdefault(code, set()).add(n)
    matched = _less_wide(question, way, matched)
    matched = {c: words for c, words in matched.items() if not turned(question, way.labels[c].pairs)}
    matched = {c: words for c, words in matched.items() if not turned_about(question, way.labels[c].code.words)}
    short_of = {c: lacking(way, c, [question.words[n] for n in words | shared]) for c, words in matched.items()}
    fits = {}
    for code, words in matched.items():
        label, full = way.labels[code], not short_of[code]
        told = full or (label.partly and any(question.words[n].kind != "number" for n in words))
        if told and not full and len(way.labels) > _NAMES and way.role is not Role.MEASURE:
            told = any(_spelt_in(question.words[n], label) for n in words)
        told = told and (full or not _of_another_place(question, label, words))
        apart = {n for n in words if denied_before(question, question.words[n])}
        again = {n for n in words - apart if any(question.words[n].ids & question.words[m].ids for m in apart)}
        if again and any(_NON.search(way.labels[c].code.words) for c in matched):  # "salted and non-salted"
            words = words - again if label.denies else words - apart
            apart = apart & words
        if apart and not label.denies and any(_sorts_out(question, way.labels[c], apart) for c in matched):
            continue  # "non-keepers" are none of the keepers
        if told and (
            not label.denies
            or (apart and (_NON.search(label.code.words) or _denied_alike(question, label, apart)))
            or _as_denied(question, way, code, words)
            or _apart(question, way, code, words)
        ):
            fits[code] = words
    return fits, short_of


def _less_wide(question: Asked, way: Way, matched: dict[int, set[int]]) -> dict[int, set[int]]:
    """MATCHED, less the words for what several labels fall under, of which they would name but some."""
    left = {c: set(words) for c, words in matched.items()}
    for n in {n for words in matched.values() for n in words}:
        under = frozenset().union(*(way.kinds_of.get(i, frozenset()) for i in question.words[n].ids))
        if len(under) > 1 and not under <= {c for c, words in matched.items() if n in words}:
            for code in under & left.keys():
                left[code].discard(n)
    return {c: words for c, words in left.items() if words}


_NAMES = 100
"""So many labels are names of bodies and places, in which a word may stand by chance ("Lady Jane Pier")."""


def _spelt_in(word: Word, label: Label) -> bool:
    """Whether a word stands in a label as it is, or is a place or a body by its name, and not only in others for it."""
    named = word.kind in ("word", "place", "body", "nationality")
    return named or bool(set(keys(word.words.removesuffix("'s").removesuffix("\u2019s"))) & set(label.keys))


QUARTERS = frozenset(
    ["north", "south", "east", "west", "mid", "central", "northern", "southern", "eastern", "western"]
) | frozenset(["north-east", "north-west", "south-east", "south-west"])


def _of_another_place(question: Asked, label: Label, words: Collection[int]) -> bool:
    """Whether WORDS only say of a label in which quarter of another place it lies: "the North East" is no part of the
    name "North East Arden", but of "North East England", which it lies in."""
    if not all(question.words[n].ids <= QUARTERS for n in words):
        return False
    lex = lexicon()
    around = frozenset().union(*(lex.broader(i) for n in words for i in question.words[n].ids))
    said = frozenset(i for n in words for i in question.words[n].ids)
    return any(lex.kind(need.term) == "place" and need.term not in around | said for need in label.needed)


def best_named(question: Asked, way: Way, left: set[int], shared: frozenset[int] = frozenset()) -> _Best | None:
    """The labels that most of the words LEFT name; whether in full, and whether only one of several can be meant.

    SHARED words, which name another label of the dimension, may be a part of this one's name too ("permanent
    exclusions for bullying and theft").
    """
    matched, short_of = _fitting(question, way, left, shared)
    if not matched:
        return None
    whole = {c: words for c, words in matched.items() if not short_of[c]}
    whole = {c: words for c, words in whole.items() if not _listed_apart(question, way, c, words | shared)}
    whole = told_apart_in_list(
        question, way, whole, lambda c, some: lacking(way, c, [question.words[n] for n in {*some, *shared}])
    )
    among = whole or matched
    most = max(len(words) for words in among.values())
    fullest = sorted(c for c, words in among.items() if len(words) == most)
    least = min(short_of[c] for c in fullest)
    words = frozenset(among[next(c for c in fullest if short_of[c] == least)])
    fullest = [c for c in fullest if among[c] == words]
    if whole and not question.gathers:
        fullest = _very_ones(question, way, fullest, words | shared)
    nearest = [c for c in fullest if short_of[c] == least]
    if shared and least < max(short_of[c] for c in fullest):
        fullest = nearest
    gathers = way.role is Role.MEASURE and (question.gathers or _asks_all(question, way))
    grown = all(question.words[n].ids & {ADULT, CHILD} for n in words)
    if whole or grown or _joined_parts(question, words, way, fullest):
        nearest = fullest
        several = False
    elif gathers and len(fullest) > 1:
        nearest, several = whole_among(way, fullest), False
    else:
        nearest = fullest if _begin_alike(way, fullest, question, words) else nearest
        nearest = fullest if _same_deed(way, fullest, question, words) else nearest
        nearest = [c for c in nearest if not _of_the_rest(way.labels[c], question, words)]
        nearest = [c for c in nearest if not _in_passing(way, c, question, words)]
        several = len(nearest) > 1
    if not nearest:
        return None
    if len(nearest) > 1 and gathers and whole:
        nearest = whole_among(way, nearest)
    elif len(nearest) > 1 and not gathers:
        nearest = whole_among(way, _bearing_most(question, way, nearest))
        if way.role is Role.MEASURE and not several and not grown:  # one measure is never added to another like it
            nearest = _plainest(way, _of_the_kind(way, nearest, question))
            several = len(nearest) > 1
        several = several and len(nearest) > 1
    if several and len(nearest) * 2 > len(way.labels):
        return None
    return tuple(way.labels[c] for c in nearest), words, bool(whole), several


_NEXT_IN_LIST = regex(r"\s*(?:,\s*(?:(?:and|or)\s+)?|\s(?:and|or|plus|&)\s+)(?:the\s+)?", re.IGNORECASE)


_JOINED_ITSELF = regex(r"\b(?:and|or|plus)\b|[,&/+]", re.IGNORECASE)


def _listed_apart(question: Asked, way: Way, code: int, words: Collection[int]) -> bool:
    """Whether WORDS that together name a label are listed one after another, and each names another by itself: "Danes
    and Finns" are two peoples, and not those who are "Danish Finnish"."""
    if _JOINED_ITSELF.search(way.labels[code].code.words) or code in way.sums:
        return False  # "Danes and Finns" is the label of both
    mine = {n for n in words if question.words[n].ids & way.labels[code].ids}
    spans = sorted({question.words[n].whole for n in mine})
    if len(spans) < 2 or not all(_NEXT_IN_LIST.fullmatch(question.text[a[1] : b[0]]) for a, b in pairwise(spans)):
        return False
    said = [[question.words[n] for n in mine if question.words[n].whole == span] for span in spans]
    return all(_names_another(way, code, some) for some in said)


def _names_another(way: Way, code: int, said: list[Word]) -> bool:
    """Whether what is SAID names another label than CODE in full."""
    bearing = {c for w in said for i in w.ids for c in way.bearing.get(i, ()) if c != code}
    return any(not lacking(way, c, said) for c in bearing)


def _very_ones(question: Asked, way: Way, codes: list[int], words: Collection[int]) -> list[int]:
    """Those of CODES, which WORDS name in full, of which all is said, where the others are only sorts of what is: those
    "fined" are of "Fined", and not of "Given a penalty notice" too."""
    asked = [question.words[n] for n in words]
    exact = [c for c in codes if not lacking(way, c, asked, exactly=True)]
    return exact or codes


_BOTH = regex(r"\band\s+(?P<last>[^,;?]{2,40}?)\s+(?:put\s+|taken\s+|added\s+)?(?:together|combined)\b", re.IGNORECASE)


def _asks_all(question: Asked, way: Way) -> bool:
    """Whether all that its words name of WAY is asked for: not where they gather labels of another dimension ("in Kent
    and Essex together")."""
    text, both = question.text, _BOTH.search(question.text)
    if both is not None:
        last = [w for w in question.words if both.start("last") <= w.start < both.end("last")]
        if not any(_codes_for(w, way) for w in last):
            text = text[: both.start()] + text[both.end() :]
    return _ALL.search(text) is not None


def _bearing_most(question: Asked, way: Way, codes: list[int]) -> list[int]:
    """Those of CODES, which the same words name, that bear most of what else is said, be it common to most labels."""
    said = frozenset().union(*(w.ids for n, w in enumerate(question.words) if n not in question.denied)) & way.common
    borne = {c: len(way.labels[c].ids & said) for c in codes}
    return [c for c in codes if borne[c] == max(borne.values())]


def _of_the_kind(way: Way, codes: list[int], question: Asked) -> list[int]:
    """The one of CODES, which the same words name in full, that is of the statistic asked for: "how many waits", of
    "Waits, count" and "Waits, percent"; all of them where none is by itself."""
    fitting = {label.n for label in suited(way, question.text)}
    mine = [c for c in codes if c in fitting]
    return mine if len(mine) == 1 and {way.labels[c].code.unit for c in codes} != {None} else codes


def _plainest(way: Way, codes: list[int]) -> list[int]:
    """Those of CODES that say the least beside what names them."""
    least = min(len(way.labels[c].needed) for c in codes)
    return [c for c in codes if len(way.labels[c].needed) == least]


def whole_among(way: Way, codes: list[int]) -> list[int]:
    """The one of CODES, which the same words name, that is the whole of the others ("Wine, total", "Wine, still")."""
    wholes = [c for c in codes if all(o == c or c in way.above(o) for o in codes)]
    called = [c for c in codes if _CALLED_WHOLE.search(way.labels[c].code.words)]
    one = wholes or called
    return one if len(one) == 1 else codes


_CALLED_WHOLE = regex(r"(?:^|[,:]\s)(?:grand\s|overall\s)?total\b|\btotal$", re.IGNORECASE)


def _begin_alike(way: Way, codes: list[int], question: Asked, words: frozenset[int]) -> bool:
    """Whether several labels begin with what is asked and go on: sorts of it, of which none is meant by itself."""
    said = frozenset().union(*(question.words[n].ids for n in words))
    first = (re.split(r"\s+[-\u2013:(]\s*|[:,(]\s*", way.labels[c].code.words, maxsplit=1) for c in codes)
    return len(codes) > 1 and all(len(parts) > 1 and features(parts[0]) <= said for parts in first)


_DEED_OF = regex(r"(?P<deed>[A-Za-z-]+)\s+of\s+\w", re.IGNORECASE)


def _same_deed(way: Way, codes: list[int], question: Asked, words: frozenset[int]) -> bool:
    """Whether several labels are of one deed, each done to another thing, and only the deed is said: "repairs", of
    "Repair of boats" and "Repair of quays and sheds", means none of them by itself."""
    said = frozenset().union(*(question.words[n].ids for n in words))
    deeds = [m for c in codes if (m := _DEED_OF.match(way.labels[c].code.words)) is not None]
    return len(codes) > 1 and len(deeds) == len(codes) and all(features(m["deed"]) <= said for m in deeds)


_SAYS_OTHER = regex(r"\bother\s+$", re.IGNORECASE)


def _of_the_rest(label: Label, question: Asked, words: Collection[int]) -> bool:
    """Whether a label is of what no other names, and "other" is not said of the same word: "other repair funds" is a
    part of the name "Other repair and upkeep funds", and "repair funds" is none."""
    if not label.left_over:
        return False
    first = question.words[min(words)]
    told = next(iter(words_of(_BEFORE_OTHER.sub("", label.code.words))), None)
    said = _SAYS_OTHER.search(question.text[: first.start]) is not None
    return not (said and len(words) > 1 and told is not None and told.ids & first.ids)


_BEFORE_OTHER = regex(r"^.*?\bothers?\b", re.IGNORECASE)
_MANY = 5
_FIRST = 2


def _in_passing(way: Way, code: int, question: Asked, words: frozenset[int]) -> bool:
    """Whether one word is all that is said of a label of many, and none of the first of them: "services" of "Waste
    collection, sorting of materials and other management services"."""
    label = way.labels[code]
    every = frozenset(i for w in question.words for i in w.ids)
    if len(words) > 1 or len(label.needed) < _MANY or sum(need.met(every) for need in label.needed) > 1:
        return False
    first = words_of(label.code.words)[:_FIRST]
    said = question.words[next(iter(words))].ids
    return not any(alike(said, one.ids) for one in first)


_DENIED_NEXT = regex(r"\b(?:no|not|without|never|other\s+than)\s+(?P<what>[a-z][^;,:()]*)", re.IGNORECASE)


_LESS = regex(
    r"\b(?:except(?:ing)?|excluding|apart\s+from|aside\s+from|leaving|counting|including|ignoring|disregarding|omitting"
    r"|minus|save|bar)\b(?:\s+[a-z]+){0,5}\s+$",
    re.IGNORECASE,
)


def _sorts_out(question: Asked, label: Label, apart: Collection[int]) -> bool:
    """Whether a label is of those who are not what the words APART name, which the question denies."""
    return _NON.search(label.code.words) is not None or (label.denies and _denied_alike(question, label, apart))


def _denied_alike(question: Asked, label: Label, apart: Collection[int]) -> bool:
    """Whether the words APART, which the question denies, are the first that a label does ("with *no crew* aboard").

    Those of another sort are not all but that sort, of which nothing may be known: "excluding" asks for the latter.
    """
    less = any(_LESS.search(question.text[: question.words[n].whole[0]]) for n in apart)
    found = (m for m in _DENIED_NEXT.finditer(label.code.words) if not (less and m[0].lower().startswith("other")))
    told = [words_of(m["what"])[:1] for m in found]
    return any(first and any(question.words[n].ids & first[0].ids for n in apart) for first in told)


def _as_denied(question: Asked, way: Way, code: int, words: set[int]) -> bool:
    """Whether the question denies what a label denies, as one concept ("without seasonal adjustment")."""
    said = frozenset().union(*(question.words[n].ids for n in words))
    return any(i.startswith("not-") for i in said & way.labels[code].ids)


_NON = regex(r"\bnon[\s-]?(?P<what>[a-z]+)\s*", re.IGNORECASE)


def _apart(question: Asked, way: Way, code: int, words: set[int]) -> bool:
    """Whether words name what else a label says than what it denies, as no other does: "lathes", of "Non-metal lathes".

    Where other labels speak of what it denies ("Metal presses") it tells one sort from another, and must be said.
    """
    own = way.labels[code].code.words
    denied = _NON.search(own)
    if denied is None or len(_NON.findall(own)) != 1:
        return False
    what, rest = features(denied["what"]), features(_NON.sub("", own))
    said = [question.words[n].ids for n in words]
    others = [label.ids for label in way.labels if label.n != code]
    return all(ids & rest for ids in said) and not any(ids & (what | rest) for ids in others)


def _joined_parts(question: Asked, words: frozenset[int], way: Way, codes: list[int]) -> bool:
    """Whether codes are named as parts of a wider thing ("Europeans": of France, of Spain)."""
    lex = lexicon()
    asked = frozenset().union(*(question.words[n].ids for n in words))
    return all(any(lex.broader(n.term) & asked for n in way.labels[c].needed) for c in codes)


def _codes_for(word: Word, way: Way) -> set[int]:
    """The codes whose label bears a word's term; else those that bear a near-synonym; else a sort or part of it."""
    lex = lexicon()
    telling = {i for i in word.ids if i not in way.common}
    if word.kind == "place":
        telling &= lexicon().ids(word.words) or telling
    if not telling or is_light(word):
        return set()
    whole = telling & lex.ids(word.words) if " " in word.words else frozenset[str]()
    direct = {c for i in whole or telling for c in way.bearing.get(i, ())}
    direct = direct or {c for i in whole for r in lex.relatives(i) - way.common for c in way.bearing.get(r, ())}
    direct = direct or {c for i in telling for c in way.bearing.get(i, ())}
    if word.kind == "place":
        direct = {c for c in direct if not _lies_in(way.labels[c], frozenset(telling))}
    if direct:
        return direct
    near = {c for i in telling for r in lex.relatives(i) if r not in way.common for c in way.bearing.get(r, ())}
    if near:
        return near
    if word.kind not in ("place", "nationality"):
        sorts = {(c, s) for i in telling for s in lex.narrower(i) for c in way.bearing.get(s, ())}
        return {c for c, s in sorts if s not in way.labels[c].headed}  # "Refused", of an asylum outcome, is no seeker
    return set()


def _lies_in(label: Label, places: frozenset[str]) -> bool:
    """Whether a label only has the name of PLACES in its own: "East of England" is a part of England, and not it."""
    own = phrases(label.code.words)
    return not own & places and any(lexicon().broader(i) & places for i in own)


def _named_widely(way: Way, term: str, asked: frozenset[str]) -> bool:
    """Whether a wider thing that is ASKED for is TERM, since no other label is of that sort: "the armed forces" are no
    air force where a navy stands beside it."""
    return any(len(way.kinds_of.get(wider, ())) < 2 for wider in lexicon().broader(term) & asked)


def lacking(way: Way, code: int, words: list[Word], *, exactly: bool = False) -> int:
    """How many of a label's own terms WORDS do not name: by a near-synonym or a wider thing too, unless EXACTLY."""
    asked = frozenset().union(*(w.ids for w in words))
    if asked & way.labels[code].headed:
        return 0
    needed = [n for n in way.labels[code].needed if n.term not in way.common]
    if exactly:
        return sum(not n.met(asked) for n in needed)
    told = frozenset(i for n in needed for i in n.words if alike(frozenset({i}), asked))
    return sum(
        not (alike(frozenset({n.term}), asked) or (n.words and n.words <= told) or _named_widely(way, n.term, asked))
        for n in needed
    )
