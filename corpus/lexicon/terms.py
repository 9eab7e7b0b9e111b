"""Terms: what the words of a question and of a document are compared by.

A term is a concept of the lexicon, or else a word's own key (its stem). Stopwords, digits, months and weekdays are
no terms: periods and values are read elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate, count
from typing import Any, NamedTuple

from corpus.lexicon.build import DROPPED, compiled
from corpus.lexicon.negation import Negation
from corpus.lexicon.words import GAP, WORD, key_of, parted

__all__ = ["Lexicon", "Naming", "Term", "lexicon"]

_REMEMBERED = 200_000
"""How many different spellings are remembered before the memory is begun afresh."""
_READ = 2_000
"""How many texts are remembered as they were read: a question asks for the ids of a text and then for its terms."""


@dataclass(frozen=True, slots=True)
class Term:
    """One content word or phrase: ``text[start:end]`` is ``words``, ``id`` the concept or stem that it stands for.

    ``kind`` is the concept's kind, ``nationality`` where a place was named by its people (Jamaican), and ``word``
    where the lexicon does not know it.
    """

    id: str
    start: int
    end: int
    words: str
    kind: str


class _Phrase(NamedTuple):
    rest: tuple[str, ...]
    concept: str
    kind: str


class _Word(NamedTuple):
    """What one spelling can mean: alone, and as the first word of phrases (by their second word, longest first)."""

    key: str
    concept: str
    kind: str
    phrases: dict[str, tuple[_Phrase, ...]]


Found = tuple[str, int, int, str]
"""A term's id, where it begins and ends, and its kind."""


class _Known(dict[str, _Word]):
    """What is known of each spelling, learnt when it is first asked for; begun afresh when it has grown too large."""

    def __init__(self, learn: Callable[[str], _Word]) -> None:
        super().__init__()
        self._learn = learn
        self.naming: dict[str, set[str]] = {}
        """By concept, the spellings known that may name it or begin its name."""
        self.learnt = 0
        """Another number whenever one more has been learnt, in whatever thread."""
        self._numbers = count(1)

    def __missing__(self, spelling: str) -> _Word:
        if len(self) >= _REMEMBERED:
            self.clear()
            self.naming.clear()
        word = self[spelling] = self._learn(spelling)
        for concept in {word.concept, *(phrase.concept for some in word.phrases.values() for phrase in some)}:
            self.naming.setdefault(concept, set()).add(spelling)
        self.learnt = next(self._numbers)
        return word


class Lexicon:
    """The concepts, and how they stand to one another. Made once, by ``lexicon()``; never changes."""

    def __init__(self, tables: dict[str, Any]) -> None:
        """TABLES is what ``build.tables`` gives."""
        self._families: dict[str, str] = tables["families"]
        self._first: dict[str, list[list[Any]]] = tables["first"]
        self._cased: dict[str, list[str]] = tables["cased"]
        self._kind: dict[str, str] = tables["kind"]
        self._general = frozenset(tables["general"])
        self._broader = {concept: frozenset(above) for concept, above in tables["broader"].items()}
        self._opposite = {concept: frozenset(others) for concept, others in tables["opposite"].items()}
        self._related = {concept: frozenset(others) for concept, others in tables["related"].items()}
        self._narrower = _turned(self._broader)
        self._stems = _alone(self._first)
        self._negation = Negation(tables["negation"])
        self.calendar: dict[str, list[dict[str, Any]]] = tables["calendar"]
        """``calendar.yaml`` as it is written: months, weekdays, seasons, quarters, years, sessions; all strings."""
        self._known = _Known(self._learn)
        self.found: Callable[[str], tuple[Found, ...]] = lru_cache(_READ)(lambda text: tuple(self._read(text)))
        """The id, the place and the kind of each of a text's terms, in order; the last texts are remembered."""
        self.ids: Callable[[str], frozenset[str]] = lru_cache(20_000)(self._ids)
        """The ids of a text's terms; the last 20,000 texts are remembered."""

    def terms(self, text: str) -> tuple[Term, ...]:
        """The content terms of TEXT, in order; the longest phrase wins, and no two overlap."""
        return tuple(self._terms(text))

    def without_stopwords(self, text: str) -> str:
        """TEXT less its stopwords, save those of a phrase ("at large") or with a capital within it ("in May")."""
        phrases = [(start, end) for _, start, end, _ in self.found(text)]
        kept: list[str] = []
        at = 0
        for found in WORD.finditer(text):
            word = self._known[found[0]]
            plain = found[0][0].islower() or not kept
            if plain and word.kind == "stopword" and not any(start <= found.start() < end for start, end in phrases):
                kept.append(text[at : found.start()])
                at = found.end()
        return "".join([*kept, text[at:]])

    def broader(self, concept: str) -> frozenset[str]:
        """Every concept that CONCEPT is a sort of, or a part of, however far up."""
        return self._broader.get(concept, frozenset())

    def narrower(self, concept: str) -> frozenset[str]:
        """Every concept that is a sort or a part of CONCEPT, however far down."""
        return self._narrower.get(concept, frozenset())

    def covers(self, asked: str, given: str) -> bool:
        """Whether what is GIVEN is what was ASKED, or a sort or part of it (asked Europe, given France)."""
        return asked == given or asked in self.broader(given)

    def opposite(self, one: str, other: str) -> bool:
        """Whether the two, or concepts that they are sorts of, exclude each other (granted, refused)."""
        others = self.broader(other) | {other}
        return any(self._opposite.get(c, frozenset()) & others for c in self.broader(one) | {one})

    def related(self, one: str, other: str) -> bool:
        """Whether the two stand in a group of near-synonyms (missing, absconded); that does not carry further."""
        return other in self._related.get(one, frozenset())

    def relatives(self, concept: str) -> frozenset[str]:
        """Every concept that stands in a group of near-synonyms with CONCEPT."""
        return self._related.get(concept, frozenset())

    def denial(self, concept: str) -> str:
        """The concept that denies CONCEPT and nothing else (located: not-located), or "" where there is none."""
        return next((c for c in sorted(self._opposite.get(concept, ())) if c.startswith("not-")), "")

    def kind(self, concept: str) -> str:
        """The concept's kind: offence, place, action, role ...; ``word`` for what the lexicon does not hold."""
        return self._kind.get(concept, "word")

    def general(self, concept: str) -> bool:
        """Whether CONCEPT is too wide to restrict anything (people, cases, number)."""
        return concept in self._general

    def stems(self, concept: str) -> frozenset[str]:
        """The stems of the single words that name CONCEPT (disclosed: disclos, reveal, emerg)."""
        return self._stems.get(concept, frozenset()) if concept in self._kind else frozenset({concept})

    def negated(self, text: str, term: Term) -> bool:
        """Whether a negation word governs TERM within its clause of TEXT (not deported, without consideration)."""
        return self._negation.governs(text, term.start)

    def concepts(self) -> frozenset[str]:
        """The id of every concept."""
        return frozenset(self._kind)

    def naming(self, concepts: Iterable[str]) -> Naming:
        """What tells which of CONCEPTS a text names, for many texts most of which name none."""
        return Naming(self, self._known, frozenset(concepts))

    def _ids(self, text: str) -> frozenset[str]:
        return frozenset(concept for concept, _, _, _ in self.found(text))

    def _terms(self, text: str) -> Iterator[Term]:
        for concept, start, end, kind in self.found(text):
            yield Term(concept, start, end, text[start:end], kind)

    def _read(self, text: str) -> Iterator[Found]:
        parts = parted(text)
        ends = list(accumulate(map(len, parts)))
        words = list(map(self._known.__getitem__, parts[1::2]))
        at, end = 0, len(words)
        while at < end:
            word = words[at]
            length, concept, kind = 1, word.concept, word.kind
            if word.phrases and at + 1 < end:
                for phrase in word.phrases.get(words[at + 1].key, ()):
                    if _matches(phrase.rest, words, parts, at):
                        length, concept, kind = len(phrase.rest) + 1, phrase.concept, phrase.kind
                        break
            if concept:
                yield concept, ends[2 * at], ends[2 * (at + length) - 1], kind
            at += length

    def _learn(self, spelling: str) -> _Word:
        key = key_of(spelling, self._families)
        rows = [_Phrase(tuple(rest), concept, kind) for rest, concept, kind in self._first.get(key, ())]
        single = next((row for row in rows if not row.rest), None)
        concept, kind = (single.concept, single.kind) if single else _unlisted(key)
        if spelling in self._cased:
            concept, kind = self._cased[spelling]
        return _Word(key, concept, kind, _by_second(rows))


class Naming:
    """Which of some concepts texts name. A text with no word that may name or begin to name one is not read."""

    def __init__(self, lexicon: Lexicon, known: _Known, concepts: frozenset[str]) -> None:
        self._lexicon = lexicon
        self._known = known
        self.concepts = concepts
        self._telling: frozenset[str] = frozenset()
        self._learnt = -1
        self._named: dict[str, frozenset[str]] = {}

    def of(self, text: str) -> frozenset[str]:
        """The concepts that TEXT names."""
        named = self._named.get(text)
        if named is None:
            words = WORD.findall(text)
            silent = self._spellings(words).isdisjoint(words)
            named = self._named[text] = _NONE if silent else self._lexicon.ids(text) & self.concepts
        return named

    def _spellings(self, words: Sequence[str]) -> frozenset[str]:
        """The spellings that may name one of the concepts or begin its name, those among WORDS included."""
        known = self._known
        for word in words:
            if word not in known:
                known[word]  # learns it
        if known.learnt != self._learnt:
            self._learnt = known.learnt
            self._telling = _NONE.union(*(known.naming.get(concept, _NONE) for concept in self.concepts))
        return self._telling


_NONE: frozenset[str] = frozenset()


def _by_second(rows: list[_Phrase]) -> dict[str, tuple[_Phrase, ...]]:
    """The phrases among ROWS by their second word: some words begin a hundred."""
    found: dict[str, tuple[_Phrase, ...]] = {}
    for row in rows:
        if row.rest:
            found[row.rest[0]] = (*found.get(row.rest[0], ()), row)
    return found


def _unlisted(key: str) -> tuple[str, str]:
    return (DROPPED, "number") if any(c.isdigit() for c in key) or key == "_" else (key.removeprefix("="), "word")


def _matches(rest: tuple[str, ...], words: list[_Word], parts: list[str], at: int) -> bool:
    """Whether the words after that at AT are REST; PARTS are all words with what stands before and between them."""
    if at + len(rest) >= len(words):
        return False
    for offset, key in enumerate(rest, at + 1):
        gap = parts[2 * offset]
        if words[offset].key != key or not (gap == " " or GAP.fullmatch(gap)):
            return False
    return True


def _alone(first: dict[str, list[list[Any]]]) -> dict[str, frozenset[str]]:
    """By concept, the words that name it alone."""
    found: dict[str, set[str]] = {}
    for key, rows in first.items():
        for rest, concept, _ in rows:
            if not rest and concept:
                found.setdefault(concept, set()).add(key.removeprefix("="))
    return {concept: frozenset(keys) for concept, keys in found.items()}


def _turned(above: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    below: dict[str, set[str]] = {}
    for concept, others in above.items():
        for other in others:
            below.setdefault(other, set()).add(concept)
    return {concept: frozenset(others) for concept, others in below.items()}


@cache
def lexicon() -> Lexicon:
    """The lexicon that ships, loaded once."""
    return Lexicon(compiled())
