"""Holding a question against one table: which of its codes the words name, and which words nothing there bears out.

A condition that no code, heading or title of the table bears out is never dropped: the binding then is not complete,
and names it. That a number stands in the table is no evidence that it answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files

from ruamel.yaml import YAML

from bot.tables.ages import ADULT, CHILD
from bot.tables.catalog import Label, Listed, Way
from bot.tables.statistic import suited
from bot.tables.words import Word, alike, features, keys, words_of
from corpus.cube import Role
from corpus.extract.dates import PeriodMention, periods
from corpus.lexicon.terms import lexicon

__all__ = ["Asked", "Binding", "asked", "bind", "light"]

_TIMELY = frozenset(
    {"between", "since", "after", "before", "until", "by", "during", "in", "on", "as at", "from", "over"}
)
_LONGEST = 12
"""Words in the longest label that is looked for as it is spelt."""
_PEOPLED = frozenset({"nationality", "citizen", "citizenship", "national"})
_BOUND_FOR = frozenset({"destin", "destination"})
_HERE = frozenset({"united-kingdom", "great-britain"})
"""Where official statistics of this country are from: naming it restricts nothing in a table that names no place."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A stretch of a question less its times: the words that are to be borne out, and the times that it names."""

    text: str
    words: tuple[Word, ...]
    tokens: tuple[tuple[str, int, int], ...]
    times: tuple[PeriodMention, ...]


@dataclass(frozen=True, slots=True)
class Binding:
    """What a question's words stand for in one table. ``picks`` are the codes that it names, by dimension."""

    listed: Listed
    picks: Mapping[int, tuple[int, ...]]
    uncovered: tuple[str, ...]
    score: float
    times: tuple[PeriodMention, ...] = ()
    loose: tuple[str, ...] = ()
    """How labels were read that the question names only in part."""
    question: Asked = field(default=Asked("", (), (), ()))

    @property
    def complete(self) -> bool:
        """Whether every word of the question is borne out."""
        return not self.uncovered


def asked(text: str, anchor: date | None = None) -> Asked:
    """TEXT as it may be held against tables. ANCHOR is the day that relative times are read from."""
    text = _WAIVED.sub(lambda m: " " * len(m.group()), _PREAMBLE.sub(lambda m: " " * len(m.group()), text))
    mentions = tuple(m for m in periods(text, anchor) if m.relation in _TIMELY)
    bare = text
    for m in mentions:
        bare = bare[: m.span.start] + " " * (m.span.end - m.span.start) + bare[m.span.end :]
    tokens = []
    at = 0
    for key in keys(bare):
        at = bare.lower().replace("\u2019", "'").index(key, at)
        tokens.append((key, at, at + len(key)))
        at += len(key)
    return Asked(text, words_of(bare), tuple(tokens), mentions)


_PREAMBLE = re.compile(
    r"^[^:?]{3,120}:(?=\s+(?:so\s+|and\s+)?(?:how|what|which|who|when|did|was|were|is|are|has|have|give|could|can)\b)",
    re.IGNORECASE,
)
"""What a writer says of why they ask, before they ask."""
_WAIVED = re.compile(
    r"\b(?:wherever|whoever|whichever|whatever|however|regardless of|irrespective of|no matter)\b[^,;.?]*",
    re.IGNORECASE,
)
"""A clause that says that something is no condition ("wherever they were sent")."""


@cache
def light() -> frozenset[str]:
    """The terms of the words that only ask (``light.yaml``)."""
    listed = YAML(typ="safe").load(files("bot.tables").joinpath("light.yaml").read_text(encoding="utf-8"))
    return frozenset(i for word in listed["asking"] for i in _ids_of(str(word)))


def _ids_of(word: str) -> frozenset[str]:
    return frozenset(t.id for t in lexicon().terms(word)) | {word}


def bind(question: Asked, listed: Listed, *, part: bool = False) -> Binding | None:
    """QUESTION held against one table; None where it asks for nothing that the table counts.

    A PART of a question ("than women") need not say what is counted: the other part does.
    """
    used: set[int] = set()
    picks: dict[int, list[int]] = {}
    loose: list[str] = []
    score = 0.0
    for way, labels, words, weight in _named(question, listed):
        picks.setdefault(way.n, []).extend(label.n for label in labels if label.n not in picks.get(way.n, ()))
        used |= words
        score += weight
        if weight < _WHOLE:
            loose.append("; ".join(label.code.words for label in labels[:4]))
    told = frozenset().union(*(listed.ways[n].labels[c].ids for n, some in picks.items() for c in some))
    borne = set(used)
    missing: list[str] = []
    for n, word in enumerate(question.words):
        if n in used:
            continue
        if _carried(word, listed, told):
            borne.add(n)
            score += 0.0 if _is_light(word) else 1.0 if alike(word.ids, listed.counted) else 0.5
        else:
            missing.append(word.words)
    if not part and not _counts(question, listed, told, borne):
        return None
    score -= 0.25 * sum(1 for i in listed.counted if not any(alike(w.ids, frozenset({i})) for w in question.words))
    score -= 0.3 * sum(1 for w in listed.ways if w.role not in (Role.TIME,) and w.n not in picks and not w.totals)
    found = {n: tuple(codes) for n, codes in picks.items()}
    return Binding(listed, found, tuple(dict.fromkeys(missing)), score, question.times, tuple(loose), question)


def _is_light(word: Word) -> bool:
    return word.general or bool(word.ids & light())


def _carried(word: Word, listed: Listed, told: frozenset[str]) -> bool:
    """Whether a word that names no code is borne out all the same: it only asks, or the table is about it."""
    if _is_light(word):
        return True
    if word.kind in ("place", "nationality"):
        here = bool(word.ids & _HERE) and word.kind == "place"
        return bool(word.ids & listed.places) or (here and not listed.places)
    if word.kind == "number":
        return False
    return alike(word.ids, listed.about) or alike(word.ids, told)


def _counts(question: Asked, listed: Listed, told: frozenset[str], borne: set[int]) -> bool:
    """Whether what the table counts is what is asked for: its deed is named, and something of its measure or title."""
    lex = lexicon()
    words = [w for n, w in enumerate(question.words) if n in borne]
    named = [w for w in words if not w.general]
    deeds = frozenset(i for i in listed.counted if lex.kind(i) == "action")
    if deeds and not any(alike(w.ids, deeds) for w in named) and not any(lex.kind(i) == "action" for i in told):
        return False
    if any(lex.kind(i) in _TELLING for i in told if i not in listed.shared):
        return True
    measured = frozenset(i for n in (listed.measures.labels if listed.measures else ()) for i in n.ids)
    title = features(f"{listed.dataset.title}. {listed.source.title}")
    return any(alike(w.ids, listed.counted | measured | title) for w in named)


_TELLING = frozenset({"action", "concept", "offence", "word"})
"""Kinds of terms of which a label that is named says what is counted, as no place, sex or age does."""
_WHOLE = 2.0
"""What a label weighs that is named in full; one that is named in part weighs less."""

Named = tuple[Way, tuple[Label, ...], set[int], float]


def _named(question: Asked, listed: Listed) -> Iterator[Named]:
    """The labels that the question names, way by way: as they are spelt, then by their terms."""
    taken: dict[int, set[int]] = {}
    found: list[Named] = []
    for way in listed.ways:
        if way.role is Role.TIME:
            continue
        for labels, words in _spelt(question, way):
            taken.setdefault(way.n, set()).update(words)
            found.append((way, labels, words, _WHOLE + 0.1 * len(words) + _suited(question, words, way)))
    spelt = set().union(*taken.values()) if taken else set()
    for way in listed.ways:
        if way.role is Role.TIME:
            continue
        mine = taken.get(way.n, set())
        found += _by_terms(question, listed, way, mine, spelt - mine)
    yield from _settled(found)


def _settled(found: list[Named]) -> Iterator[Named]:
    """Where words name labels on several ways, the best suited has them; labels of more words come first."""
    ordered = sorted(found, key=lambda f: (-f[3], -len(f[2]), f[0].n))
    taken: set[int] = set()
    for way, labels, words, weight in ordered:
        if words & taken and not words - taken:
            continue
        taken |= words
        yield way, labels, words, weight


def _spelt(question: Asked, way: Way) -> Iterator[tuple[tuple[Label, ...], set[int]]]:
    """The labels whose very words stand in the question, the longest first, none within another."""
    held: set[int] = set()
    names = [t[0] for t in question.tokens]
    for length in range(min(_LONGEST, len(names)), 0, -1):
        for at in range(len(names) - length + 1):
            place = set(range(at, at + length))
            codes = way.spelt.get(tuple(names[at : at + length]))
            if not codes or place & held:
                continue
            start, end = question.tokens[at][1], question.tokens[at + length - 1][2]
            words = {n for n, w in enumerate(question.words) if start <= w.start and w.end <= end}
            if words:
                held |= place
                yield tuple(way.labels[c] for c in codes), words


def _by_terms(question: Asked, listed: Listed, way: Way, mine: set[int], others: set[int]) -> Iterator[Named]:
    """The labels that the question's terms name, the fullest first; MINE and OTHERS are words already spelt out."""
    left = {n for n, w in enumerate(question.words) if n not in mine and n not in others and not w.general}
    while left:
        best = _best(question, way, left)
        if best is None:
            return
        labels, words, full = best
        left -= words
        if not full and not _telling(question, words, listed):
            continue
        weight = (_WHOLE if full else 1.0) + 0.1 * len(words) + _suited(question, words, way)
        yield way, labels, words, weight


def _best(question: Asked, way: Way, left: set[int]) -> tuple[tuple[Label, ...], set[int], bool] | None:
    """The labels that most of the words LEFT name, all that are named alike; and whether they are named in full."""
    matched: dict[int, set[int]] = {}
    fitting = {label.n for label in suited(way, question.text)} if way.role is Role.MEASURE else None
    for n in left:
        for code in _codes_for(question.words[n], way):
            if fitting is not None and code not in fitting:
                continue
            matched.setdefault(code, set()).add(n)
    if not matched:
        return None
    most = max(len(words) for words in matched.values())
    fullest = {c: words for c, words in matched.items() if len(words) == most}
    lacking = {c: _lacking(way, c, [question.words[n] for n in words]) for c, words in fullest.items()}
    least = min(lacking.values())
    codes = sorted(c for c in fullest if lacking[c] == least)
    words = fullest[codes[0]]
    codes = [c for c in codes if fullest[c] == words]
    grown = any(question.words[n].ids & {ADULT, CHILD} for n in words)
    if len(codes) * 2 > len(way.labels) > 2 and not grown:
        return None
    return tuple(way.labels[c] for c in codes), words, least == 0


def _codes_for(word: Word, way: Way) -> Iterable[int]:
    """The codes whose label bears a word's term; else those that bear a near-synonym; else a sort or part of it."""
    lex = lexicon()
    telling = {i for i in word.ids if i not in way.common}
    if not telling or _is_light(word):
        return ()
    direct = {c for i in telling for c in way.bearing.get(i, ())}
    if direct:
        return direct
    near = {c for i in telling for r in lex.relatives(i) if r not in way.common for c in way.bearing.get(r, ())}
    if near:
        return near
    if word.kind not in ("place", "nationality"):
        return {c for i in telling for s in lex.narrower(i) for c in way.bearing.get(s, ())}
    return ()


def _lacking(way: Way, code: int, words: list[Word]) -> int:
    """How many of a label's own terms WORDS do not name."""
    lex = lexicon()
    asked_ids = frozenset().union(*(w.ids for w in words))
    needed = [i for i in way.labels[code].ids if i not in way.common]
    alone = [i for i in needed if not alike(frozenset({i}), asked_ids) and not lex.broader(i) & asked_ids]
    return len(alone)


def _telling(question: Asked, words: set[int], listed: Listed) -> bool:
    """Whether words that name a label only in part tell something that the table is not about as a whole."""
    return any(not alike(question.words[n].ids, listed.about) for n in words)


def _suited(question: Asked, words: set[int], way: Way) -> float:
    """How well the way of naming suits a dimension: people by their nationality, a place that one goes to by it."""
    first = question.words[min(words)]
    if first.kind == "nationality":
        return 0.4 if way.name_ids & _PEOPLED else -0.4 if way.name_ids & _BOUND_FOR else 0.0
    if first.kind == "place":
        before = question.text[: first.start].lower().split()[-1:]
        if before == ["to"] or before == ["into"]:
            return 0.4 if way.name_ids & _BOUND_FOR else -0.4 if way.name_ids & _PEOPLED else 0.0
        if before == ["from"]:
            return 0.2 if way.name_ids & _PEOPLED else 0.0
    return 0.0
