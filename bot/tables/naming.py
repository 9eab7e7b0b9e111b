"""Which labels of a table the words of a question name: as they are spelt, by their terms, by their ages.

Words that name labels of two dimensions go to the one that they suit. Two labels of one dimension stand together only
where the question joins them ("Kent and Essex"): else the one named less fully is not borne out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.tables.ages import ADULT, CHILD, bands_in, made_up_of
from bot.tables.catalog import Listed
from bot.tables.hear import Asked
from bot.tables.label import Label, Way
from bot.tables.statistic import suited
from bot.tables.words import Word, alike, light
from corpus.cube import Role
from corpus.lexicon.terms import lexicon

__all__ = ["WHOLE", "Named", "denied_before", "is_light", "named"]

WHOLE = 2.0
"""What a label weighs that is named in full; one that is named in part weighs less."""
_LONGEST = 12
"""Words in the longest label that is looked for as it is spelt."""
_NEAR = 0.05
_PEOPLED = frozenset({"nationality", "citizen", "citizenship", "national"})
_BOUND_FOR = frozenset({"destin", "destination"})
_QUARTERS = frozenset(
    [
        "north",
        "south",
        "east",
        "west",
        "greater",
        "inner",
        "outer",
        "mid",
        "new",
        "upper",
        "lower",
        "central",
        "northern",
        "southern",
        "eastern",
        "western",
    ]
)
_ALL = re.compile(r"\b(?:all|every|each|altogether|together|in total|total|any|whatever|combined)\b", re.IGNORECASE)
_JOINS = re.compile(r"\b(?:and|or|plus|than|versus|vs|against|to|from|with|as well as|nor)\b|[,&/]", re.IGNORECASE)
_DENIES = re.compile(
    r"(?:\b(?:not|never|except(?:ing)?(?:\s+for)?|excluding|other\s+than|apart\s+from|aside\s+from|without|besides|outside"
    r"|bar|but\s+not|no)\s+|\bnon[\s-]|n['\u2019]t\s+)(?:(?:in|of|from|the|a|an|by|were|was|been|being|for|any)\s+){0,3}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Named:
    """Labels of one dimension that certain words of the question name.

    ``several`` says that it cannot be told which of them is meant; else all of them are.
    """

    way: Way
    labels: tuple[Label, ...]
    words: frozenset[int]
    weight: float
    several: bool = False

    @property
    def codes(self) -> tuple[int, ...]:
        return tuple(label.n for label in self.labels)


def is_light(word: Word) -> bool:
    """Whether a word only asks, and restricts nothing."""
    return word.general or bool(word.ids & light())


def denied_before(question: Asked, word: Word) -> bool:
    """Whether a word is named as what is left out ("other than Kent", "not disabled")."""
    return _DENIES.search(question.text[: word.whole[0]]) is not None


def named(question: Asked, listed: Listed) -> tuple[list[Named], list[Named]]:
    """The labels that the question names, and those that the same words would name on another dimension."""
    taken: dict[int, set[int]] = {}
    found: list[Named] = []
    ways = [w for w in listed.ways if w.role is not Role.TIME]
    for way in ways:
        for one in [*_of_age(question, way), *_spelt(question, way)]:
            if not _fuller(question, way, one):
                taken.setdefault(way.n, set()).update(one.words)
                found.append(one)
    spelt = set().union(*taken.values()) if taken else set()
    for way in ways:
        mine = taken.get(way.n, set())
        found += _by_terms(question, listed, way, mine, spelt - mine)
    return _settled(question, found)


def _fuller(question: Asked, way: Way, one: Named) -> bool:
    """Whether more of the question names another label in full: "spray, used" where "spray" is a label too."""
    every = {n for n, w in enumerate(question.words) if not w.general} - question.denied
    best = _best(question, way, every)
    return best is not None and best[2] and best[1] > one.words and not set(one.codes) & {b.n for b in best[0]}


def _settled(question: Asked, found: list[Named]) -> tuple[list[Named], list[Named]]:
    """Where words name labels on several ways, the best suited has them; labels of more words come first."""
    ordered = sorted(found, key=lambda f: (-f.weight, -len(f.words), f.way.n))
    kept: list[Named] = []
    others: list[Named] = []
    for one in ordered:
        same = next((k for k in kept if k.words == one.words and k.way.n != one.way.n), None)
        if same is not None and abs(same.weight - one.weight) <= _NEAR:
            others.append(one)
        held = {n for k in kept for n in k.words}
        if one.words <= held:
            continue
        rival = next((k for k in kept if k.way.n == one.way.n and not _together(question, k, one)), None)
        if rival is None:
            kept.append(one)
    return kept, others


def _together(question: Asked, one: Named, other: Named) -> bool:
    """Whether two labels of one dimension may both be meant: they are joined, or one is a part of the other."""
    way = one.way
    if any(a in way.above(b) or b in way.above(a) for a in one.codes for b in other.codes):
        return True
    first, second = sorted((one, other), key=lambda n: min(n.words))
    start, end = question.words[max(first.words)].end, question.words[min(second.words)].start
    if end <= start:
        return False
    return _JOINS.search(question.text[start:end]) is not None


def _of_age(question: Asked, way: Way) -> Iterator[Named]:
    """The labels that are the band of ages that the question names, or make it up."""
    if len(way.bands) < 2:
        return
    for start, end, band in bands_in(question.text):
        words = frozenset(n for n, w in enumerate(question.words) if start <= w.start < end)
        codes = made_up_of(band, way.bands)
        if codes and words:
            yield Named(way, tuple(way.labels[c] for c in codes), words, WHOLE + 0.1 * len(words))


def _spelt(question: Asked, way: Way) -> Iterator[Named]:
    """The labels whose very words stand in the question, the longest first, none within another."""
    held: set[int] = set()
    names = [t[0] for t in question.tokens]
    for length in range(min(_LONGEST, len(names)), 0, -1):
        for at in range(len(names) - length + 1):
            place = set(range(at, at + length))
            codes = way.spelt.get(tuple(names[at : at + length]))
            if not codes or place & held or _within_longer(question, way, at, length):
                continue
            start, end = question.tokens[at][1], question.tokens[at + length - 1][2]
            words = frozenset(n for n, w in enumerate(question.words) if start <= w.start and w.end <= end)
            if words:
                held |= place
                labels = tuple(way.labels[c] for c in dict.fromkeys(codes))
                weight = WHOLE + 0.1 * len(words) + _suited(question, words, way)
                yield _levelled(question, Named(way, labels, words, weight, len(labels) > 1))


def _within_longer(question: Asked, way: Way, at: int, length: int) -> bool:
    """Whether words are only a part of a longer place's name: "Wales" in "England and Wales", "York" in "New York"."""
    start, end = question.tokens[at][1], question.tokens[at + length - 1][2]
    inside = [w for w in question.words if start <= w.start and w.end <= end]
    if any(w.kind == "place" and (w.whole[0] < start or w.whole[1] > end) for w in inside):
        return True
    before = question.tokens[at - 1] if at else None
    placed = way.role is Role.PLACE or any(w.kind == "place" for w in inside)
    return placed and before is not None and before[0] in _QUARTERS and question.text[before[2] : start].isspace()


_UPPER = frozenset({"region", "regional", "country", "nation"})
_LEAF = frozenset(
    [
        "force",
        "police",
        "constabulary",
        "authority",
        "council",
        "district",
        "borough",
        "county",
        "school",
        "trust",
        "constituency",
    ]
)


def _levelled(question: Asked, one: Named) -> Named:
    """Of labels that are spelt alike and of which one is a part of the other, the one whose level the question says."""
    if len(one.labels) < 2:
        return one
    said = _said_beside(question, one.words)
    upper = bool(said & _UPPER) - bool(said & _LEAF)
    above = [a for a in one.labels if any(a.n in one.way.above(b.n) for b in one.labels)]
    below = [b for b in one.labels if b not in above]
    if above and upper:
        chosen = above if upper > 0 else below
        return replace(one, labels=tuple(chosen), several=len(chosen) > 1)
    return one


def _said_beside(question: Asked, words: frozenset[int]) -> set[str]:
    """The words just before and just after those that name a label, less what is said not to be meant."""
    near = [n for n in range(min(words) - 1, max(words) + 4) if n not in words and 0 <= n < len(question.words)]
    text = question.text
    return {
        text[w.start : w.end].lower().rstrip("s") for n in near if n not in question.denied for w in [question.words[n]]
    }


def _by_terms(question: Asked, listed: Listed, way: Way, mine: set[int], others: set[int]) -> Iterator[Named]:
    """The labels that the question's terms name, the fullest first; MINE and OTHERS are words already spelt out."""
    left = {n for n, w in enumerate(question.words) if n not in mine and n not in others and not w.general}
    left -= question.denied
    while left:
        best = _best(question, way, left)
        if best is None:
            return
        labels, words, full, several = best
        left -= words
        telling = any(not alike(question.words[n].ids, listed.titled) for n in words)
        asked = [question.words[n] for n in words]
        gathers = len(labels) > 1 and not several and way.role is Role.MEASURE
        if not telling and not gathers and any(_lacking(way, label.n, asked, widely=False) for label in labels):
            continue
        weight = (WHOLE if full else 1.0) + 0.1 * len(words) + _suited(question, words, way)
        yield Named(way, labels, words, weight, several)


def _best(question: Asked, way: Way, left: set[int]) -> tuple[tuple[Label, ...], frozenset[int], bool, bool] | None:
    """The labels that most of the words LEFT name; whether in full, and whether only one of several can be meant."""
    matched: dict[int, set[int]] = {}
    fitting = {label.n for label in suited(way, question.text)} if way.role is Role.MEASURE else None
    for n in left:
        for code in _codes_for(question.words[n], way):
            if fitting is None or code in fitting:
                matched.setdefault(code, set()).add(n)
    lacking = {c: _lacking(way, c, [question.words[n] for n in words]) for c, words in matched.items()}
    matched = {c: words for c, words in matched.items() if way.labels[c].partly or not lacking[c]}
    matched = {c: words for c, words in matched.items() if not way.labels[c].denies}
    matched = {c: n for c, n in matched.items() if not lacking[c] or any(question.words[w].kind != "number" for w in n)}
    if not matched:
        return None
    whole = {c: words for c, words in matched.items() if not lacking[c]}
    among = whole or matched
    most = max(len(words) for words in among.values())
    fullest = sorted(c for c, words in among.items() if len(words) == most)
    least = min(lacking[c] for c in fullest)
    words = frozenset(among[next(c for c in fullest if lacking[c] == least)])
    fullest = [c for c in fullest if among[c] == words]
    nearest = [c for c in fullest if lacking[c] == least]
    grown = any(question.words[n].ids & {ADULT, CHILD} for n in words)
    if whole or grown or _joined_parts(question, words, way, fullest):
        nearest = fullest
        several = False
    elif _ALL.search(question.text) and len(fullest) > 1:
        nearest, several = fullest, False
    else:
        several = len(nearest) > 1
    if several and len(nearest) * 2 > len(way.labels):
        return None
    return tuple(way.labels[c] for c in nearest), words, bool(whole), several


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
    direct = {c for i in telling for c in way.bearing.get(i, ())}
    if direct:
        return direct
    near = {c for i in telling for r in lex.relatives(i) if r not in way.common for c in way.bearing.get(r, ())}
    if near:
        return near
    if word.kind not in ("place", "nationality"):
        return {c for i in telling for s in lex.narrower(i) for c in way.bearing.get(s, ())}
    return set()


def _lacking(way: Way, code: int, words: list[Word], *, widely: bool = True) -> int:
    """How many of a label's own terms WORDS do not name; WIDELY, where a wider thing than a term names it too."""
    lex = lexicon()
    asked = frozenset().union(*(w.ids for w in words))
    if asked & way.labels[code].headed:
        return 0
    needed = [n for n in way.labels[code].needed if n.term not in way.common]
    told = frozenset(i for n in needed for i in n.words if alike(frozenset({i}), asked))
    return sum(
        not (
            alike(frozenset({n.term}), asked)
            or (n.words and n.words <= told)
            or (widely and lex.broader(n.term) & asked)
        )
        for n in needed
    )


def _suited(question: Asked, words: frozenset[int], way: Way) -> float:
    """How well the way of naming suits a dimension: people by their nationality, a place that one goes to by it."""
    first = question.words[min(words)]
    headed = _heads(way)
    beside = 0.3 * len(headed & _said_beside(question, words)) if headed else 0.0
    if first.kind == "nationality":
        return beside + (0.4 if way.name_ids & _PEOPLED else -0.4 if way.name_ids & _BOUND_FOR else 0.0)
    if first.kind == "place":
        before = question.text[: first.start].lower().split()[-1:]
        if before == ["to"] or before == ["into"]:
            return beside + (0.4 if way.name_ids & _BOUND_FOR else -0.4 if way.name_ids & _PEOPLED else 0.0)
        if before == ["from"]:
            return beside + (0.2 if way.name_ids & _PEOPLED else 0.0)
    return beside


def _heads(way: Way) -> set[str]:
    return {w.lower().rstrip("s") for w in re.findall(r"[A-Za-z]+", way.dimension.name)} & (_UPPER | _LEAF)
