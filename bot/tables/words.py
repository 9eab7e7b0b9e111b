"""The words of a question and of a table's labels, as they are held against each other.

A word bears its own term and that of the phrase that it stands in: "secondary" of "secondary schools" is borne out by
a label "State-funded secondary" although the phrase has a concept of its own. Digits are words here ("17 and under"),
and so are numbers in words: a condition is never dropped because it is a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast

from bot.tables.grades import grades_in
from corpus.lexicon.loading import loaded
from corpus.lexicon.terms import Term, lexicon
from corpus.patterns import regex

__all__ = [
    "COUNTS",
    "DAY_OF_YEAR",
    "PREMISE",
    "Word",
    "alike",
    "buildings",
    "contrary",
    "days_in",
    "editions",
    "features",
    "gathered",
    "graded",
    "implied",
    "keys",
    "light",
    "listed_words",
    "listing",
    "makers",
    "only_in",
    "phrases",
    "recent",
    "rivalled",
    "room",
    "seasons_in",
    "senses",
    "sorts",
    "spelt_numbers",
    "together",
    "waived",
    "words_of",
]

_TOKEN = regex(r"\d[\d,.]*|[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_PLAIN = regex(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_LETTER = regex(r"(?<![^\W_])e-$", re.IGNORECASE)
"""What makes another thing of the word after it: an e-loan is no loan of a book."""
_REMEMBERED = 50_000
COUNTS = {
    word: n
    for n, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
    )
}
"""The numbers that are spelt out."""
_NUMBERS = {word: str(n) for word, n in COUNTS.items() if n > 1}
_SEASONS = regex(r"\b(?:spring|summer|autumn|winter)\b(?!,?\s+(?:of\s+)?\d{4}\b)", re.IGNORECASE)
"""Seasons that are told without a year, which narrow what is meant ("summer berths")."""
_IN_WORDS = regex(rf"\b(?:{'|'.join(_NUMBERS)})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Word:
    """One content word of a question: where it stands, the terms that it bears, and what kind of thing it names."""

    start: int
    end: int
    words: str
    ids: frozenset[str]
    kind: str
    general: bool
    whole: tuple[int, int] = (0, 0)
    """From where to where the phrase runs that it is a word of ("Wales" in "England and Wales")."""


def graded(text: str) -> list[Word]:
    """The letters of TEXT that are grades ("rated C")."""
    return [Word(a, b, text[a:b], frozenset({term}), "grade", False, (a, b)) for a, b, term in grades_in(text)]


_OF_THEMSELVES = regex(r"\b(?:themselves|himself|herself|their\s+own\s+li(?:fe|ves))\b", re.IGNORECASE)
"""A deed done to whoever does it, which is another than that deed ("killed themselves" is no killing)."""


@lru_cache(maxsize=256)
def words_of(text: str) -> tuple[Word, ...]:
    """The content words of TEXT in order, numbers among them; stopwords are none."""
    found: list[Word] = []
    for term in lexicon().terms(text):
        if _OF_THEMSELVES.search(term.words):
            found.append(_word(term.start, term.end, frozenset({term.id}), term))
            continue
        before = len(found)
        own = _electronic(text, term.start, term.id)
        for match in _PLAIN.finditer(text, term.start, term.end):
            theirs = match.end() < term.end and _POSSESSIVE.search(match.group()) is not None
            alone = frozenset[str]() if theirs else _by_itself(text, match)  # "sailors' homes" are no sailors
            ids = frozenset({own}) | alone
            if match.group().lower() in _NUMBERS:
                continue
            if len(ids) > 1 or alone or term.words == match.group() or own != term.id:
                found.append(_word(match.start(), match.end(), ids, term))
        if len(found) == before + 1 and _is_sort(term, found[-1].ids):
            found[-1] = _word(term.start, term.end, frozenset({own}), term)
        bare = " " not in term.words.strip()  # "A&E": letters that are no words by themselves
        whole = term.kind in ("action", "concept")  # "let off": none of it is a word alone
        if len(found) == before and (bare or whole):
            found.append(_word(term.start, term.end, frozenset({term.id}), term))
    found += [_number(m) for m in _numbers_in(text)]
    found += graded(text)
    found += [
        Word(m.start(), m.end(), m.group(), frozenset({m.group().lower()}), "season", False, m.span())
        for m in _SEASONS.finditer(text)
    ]
    found += [
        Word(m.start(), m.end(), m.group(), frozenset({_NUMBERS[m.group().lower()]}), "number", False, m.span())
        for m in _IN_WORDS.finditer(text)
    ]
    return tuple(sorted(found, key=lambda w: w.start))


def _is_sort(term: Term, ids: frozenset[str]) -> bool:
    """Whether a phrase is for a sort of people of whom its one word of weight, which has IDS, names no more than what
    they are a sort of: "children in need" are no children as such."""
    lex = lexicon()
    if term.kind != "person" or " " not in term.words:
        return False
    return ids - {term.id} <= lex.broader(term.id) and bool(ids - {term.id})


_POSSESSIVE = regex(r"(?:['\u2019]s|s['\u2019])$")


def _by_itself(text: str, match: re.Match[str]) -> frozenset[str]:
    """The term of one word of TEXT by itself; none where what stands before it makes it another ("e-loans")."""
    return frozenset() if _is_electronic(text, match.start()) else _alone(match.group())


def _is_electronic(text: str, start: int) -> bool:
    return _LETTER.search(text[max(0, start - 3) : start]) is not None


def _electronic(text: str, start: int, term: str) -> str:
    """The TERM that begins at START of TEXT; that of another thing where "e-" stands before it."""
    return f"e-{term}" if _is_electronic(text, start) else term


def _word(start: int, end: int, ids: frozenset[str], term: Term) -> Word:
    article = 4 if term.words.lower().startswith("the ") else 0
    return Word(start, end, term.words, ids, term.kind, lexicon().general(term.id), (term.start + article, term.end))


def _number(match: re.Match[str]) -> Word:
    bare = match.group().rstrip(".,")
    start, end = match.start(), match.start() + len(bare)
    return Word(start, end, bare, frozenset({bare.replace(",", "")}), "number", False, (start, end))


@lru_cache(maxsize=_REMEMBERED)
def _alone(word: str) -> frozenset[str]:
    """The term of one word by itself; none for a stopword."""
    return frozenset(t.id for t in lexicon().terms(word))


@lru_cache(maxsize=_REMEMBERED)
def features(text: str) -> frozenset[str]:
    """Every term that TEXT bears, in phrases and word by word, but for those too wide to tell anything apart."""
    found = {_electronic(text, t.start, t.id) for t in lexicon().terms(text)}
    for match in _PLAIN.finditer(text):
        found |= _by_itself(text, match)
    found |= {term for _, _, term in grades_in(text)}
    found |= seasons_in(text)
    return frozenset(i for i in found if not lexicon().general(i))


def seasons_in(text: str) -> frozenset[str]:
    """The seasons that TEXT tells without a year."""
    return frozenset(m.group().lower() for m in _SEASONS.finditer(text))


@lru_cache(maxsize=_REMEMBERED)
def phrases(text: str) -> frozenset[str]:
    """The terms of TEXT as it is read, each phrase as one and not word by word."""
    return frozenset(t.id for t in lexicon().terms(text) if not lexicon().general(t.id))


@lru_cache(maxsize=_REMEMBERED)
def spelt_numbers(text: str) -> frozenset[str]:
    """The numbers that stand in TEXT, in digits or as words from two to twelve."""
    digits = {m.group().rstrip(".,").replace(",", "") for m in _numbers_in(text)}
    return frozenset(digits | {_NUMBERS[m.group().lower()] for m in _IN_WORDS.finditer(text)})


def _numbers_in(text: str) -> Iterator[re.Match[str]]:
    """The numbers in digits in TEXT, but for those that only end a name ("COV2")."""
    return (m for m in _TOKEN.finditer(text) if m.group()[0].isdigit() and not _NAMED.search(text[: m.start()]))


_NAMED = regex(r"[^\W\d_]{2}$")
_RECENT = regex(
    rf"\b(?:(?:in|over|during|within)\s+)?(?:the\s+)?(?:past|last)\s+(?:(?P<n>\d{{1,3}}|{'|'.join(_NUMBERS)})\s+)?(?P<unit>day|week|month|year)s?\b"
    r"(?!\s+of\s+(?:the\s+)?(?:calendar\s+|financial\s+)?(?:year\s+)?(?:19|20)\d\d)",
    re.IGNORECASE,
)


@lru_cache(maxsize=_REMEMBERED)
def recent(text: str) -> tuple[tuple[int, int, str], ...]:
    """(start, end, term) of each stretch back from no date, as surveys ask of it ("in the past seven days")."""
    found = []
    for match in _RECENT.finditer(text):
        said = (match["n"] or "1").lower()
        count = int(_NUMBERS.get(said, said))
        unit = match["unit"].lower()
        found.append((*match.span(), f"past-{count * 7}-day" if unit == "week" else f"past-{count}-{unit}"))
    return tuple(found)


_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DAY_OF_YEAR = regex(
    rf"(?:\b(?:as\s+)?(?:at|on)\s+)?\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTHS})\b",
    re.IGNORECASE,
)
"""The day that a stock is counted at, which its label may tell ("Boats moored *31st March*")."""


@lru_cache(maxsize=_REMEMBERED)
def days_in(text: str) -> frozenset[tuple[str, str]]:
    """The days of a year that TEXT names, each by its number and its month."""
    return frozenset((m["day"].lstrip("0"), m["month"].lower()) for m in DAY_OF_YEAR.finditer(text))


@lru_cache(maxsize=_REMEMBERED)
def keys(text: str) -> tuple[str, ...]:
    """The words of TEXT in lower case, digits among them, marks left out: what two spellings of a label share."""
    return tuple(m.group().lower().replace("\u2019", "'").rstrip(".,") for m in _TOKEN.finditer(text))


def alike(asked: frozenset[str], given: frozenset[str]) -> bool:
    """Whether one of the terms asked is given, or a near-synonym of it is."""
    if asked & given:
        return True
    lex = lexicon()
    return any(lex.relatives(i) & given for i in asked)


def rivalled(word: Word, given: frozenset[str]) -> bool:
    """Whether WORD, which is not itself GIVEN, is one of a phrase that names another of the same sort than what is: a
    magistrates' court, of a Crown Court. That its words are near those of the other makes it no such thing."""
    lex = lexicon()
    if " " not in word.words or word.kind not in ("concept", "body"):
        return False
    mine = lex.ids(word.words)
    wider = frozenset().union(*map(lex.broader, mine))
    if not wider or word.ids & given or any(lex.relatives(i) & given for i in mine):
        return False
    others = (i for i in given - wider if lex.kind(i) == word.kind and not lex.broader(i) & mine)
    return any(lex.broader(i) & wider for i in others) and not any(lex.narrower(i) & given for i in mine)


def contrary(word: Word, given: frozenset[str]) -> bool:
    """Whether WORD is one of a phrase for what is the opposite of something GIVEN, and is not given itself: permanent
    dismissals, of dismissals that were for a time. That both are of one sort makes neither the other."""
    lex = lexicon()
    mine = lex.ids(word.words) if " " in word.words else frozenset[str]()
    if mine & given:
        return False
    pairs = [(one, other) for one in mine for other in given if lex.opposite(one, other)]
    # of "attendance" and "absence" a table may well tell both: what only its own sort excludes is meant here
    return any(not any(lex.opposite(wider, other) for wider in lex.broader(one)) for one, other in pairs)


@cache
def _listed() -> dict[str, list[str] | dict[str, list[str]]]:
    read: dict[str, list[str] | dict[str, list[str]]] = loaded("bot.tables", "light.yaml")
    return read


@cache
def light() -> frozenset[str]:
    """The terms of the words that only ask (``light.yaml``)."""
    return frozenset(
        i for word in _listed()["asking"] for i in {t.id for t in lexicon().terms(str(word))} | {str(word)}
    )


@cache
def listing() -> frozenset[str]:
    """The words of a list of contents."""
    return frozenset(str(word) for word in _listed()["listing"])


@cache
def gathered() -> frozenset[str]:
    """The words for one thing that many make up."""
    return frozenset(str(word) for word in _listed()["gathered"])


@cache
def room() -> frozenset[str]:
    """The words for room that people may be in."""
    return frozenset(str(word) for word in _listed()["room"])


@cache
def buildings() -> frozenset[str]:
    """The words for buildings, before whose doors people and vehicles wait."""
    return frozenset(form for word in _listed()["buildings"] for form in (str(word), f"{word}s"))


@cache
def editions() -> frozenset[str]:
    """The terms of the words that only tell one edition of a release from another."""
    return frozenset(i for word in _listed()["editions"] for i in features(str(word)))


@cache
def listed_words(name: str) -> frozenset[str]:
    """The terms of one of the lists of words of ``light.yaml``, by the NAME of the list."""
    return frozenset(i for word in _listed()[name] for i in phrases(str(word)))


@cache
def senses() -> dict[str, frozenset[str]]:
    """Terms that a word may stand for beside the one that it is read as: "admitted", to a ward."""
    told = _listed()["senses"]
    assert isinstance(told, dict)
    return {term: frozenset(others) for term, others in told.items()}


@cache
def only_in() -> dict[str, tuple[frozenset[str], ...]]:
    """Places, each with the terms of what is so called there alone."""
    told = _listed()["only in"]
    assert isinstance(told, dict)
    return {place: tuple(features(words) for words in some) for place, some in told.items()}


@cache
def makers() -> dict[str, frozenset[str]]:
    """Terms of what somebody makes, each with those of whoever makes it: of applications, applicants."""
    told = _listed()["makers"]
    assert isinstance(told, dict)
    return {i: frozenset(t for w in who for t in features(w)) for made, who in told.items() for i in features(made)}


@cache
def sorts() -> dict[str, frozenset[str]]:
    """Terms of which there are sorts, each with those of its sorts: of deaths, drownings."""
    told = _listed()["sorts"]
    assert isinstance(told, dict)
    return {whole: frozenset(i for one in some for i in lexicon().ids(one)) for whole, some in told.items()}


@cache
def together() -> tuple[tuple[frozenset[str], frozenset[str], frozenset[str]], ...]:
    """The terms of what a table counts without its saying so; those that it then says; and those that it does not."""
    told = cast("dict[str, dict[str, list[str]]]", _listed()["together"])
    return tuple((features(thing), _terms_of(said["told"]), _terms_of(said["other"])) for thing, said in told.items())


def _terms_of(words: list[str]) -> frozenset[str]:
    return frozenset(i for word in words for i in features(word))


@cache
def waived() -> re.Pattern[str]:
    """Phrases that only ask, or only join ("put down to")."""
    every = "|".join(re.escape(str(p)).replace(r"\ ", r"\s+") for p in _listed()["phrases"])
    return re.compile(rf"\b(?:{every})\b", re.IGNORECASE)


PREMISE = regex(
    r"^\W*(?:since|as|given(?:\s+that)?|although|though|while|because|with)\s+(?=[^,?]*[a-z]{3})[^,?]{8,140},\s+"
    r"(?=(?:how|what|which|did|was|were|is|are|has|have)\b)",
    re.IGNORECASE,
)
"""What a writer takes as given before they ask ("since deaths rose every year, how many were there?")."""


@cache
def implied() -> dict[str, frozenset[str]]:
    """What a table about one thing counts without its saying so: of schools, pupils; so with all sorts of it."""
    told = _listed()["implied"]
    assert isinstance(told, dict)
    found: dict[str, frozenset[str]] = {}
    for about, who in told.items():
        ids = frozenset(i for w in who for i in features(w))
        named = {about} if lexicon().kind(about) != "word" else features(about) | {about}
        for one in named.union(*map(lexicon().narrower, named)):
            found[one] = found.get(one, frozenset()) | ids
    return found
