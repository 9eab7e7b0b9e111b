"""Where the thing counted ends: the noun phrase after a number, or after "how many", by closed-class words alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.lexicon.grammar import words
from corpus.patterns import regex
from corpus.records import Span

__all__ = ["Phrase", "noun_phrase", "tokens"]

_TOKEN = regex(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*|\d[\d,.]*%?|[^\w\s]", re.UNICODE)
_ADJECTIVAL = ("ed", "en")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase in a text: ``span`` its words (empty where there is none), ``whole`` the phrase after
    "of" where the number is a part ("288 of the prisoners"), ``elided`` whether its noun is left out
    ("54 convicted of assault")."""

    span: Span
    whole: Span | None = None
    elided: bool = False


def tokens(text: str, start: int, end: int) -> list[Span]:
    """Words, numbers and single marks of punctuation between START and END."""
    return [Span(m.start(), m.end()) for m in _TOKEN.finditer(text, start, end)]


def noun_phrase(text: str, start: int, end: int) -> Phrase:
    """The noun phrase that begins at START and ends before END at the latest."""
    found = tokens(text, start, end)
    if found and _lower(text, found[0]) == "of":
        whole = _plain(text, found[1:])
        alone = len(found) > 1 and _lower(text, found[1]) in ("them", "whom", "which")
        those = len(found) > 2 and _lower(text, found[1]) in ("those", "these")
        if alone or (those and _finite(_lower(text, found[2]))):
            whole = found[1]
        return Phrase(Span(found[0].start, found[0].start), whole or Span(found[0].end, found[0].end))
    if _elided(text, found):
        return Phrase(_until_break(text, found), None, True)
    span = _plain(text, found)
    return Phrase(span if span else Span(start, start))


def _finite(word: str) -> bool:
    """Whether a word right after "of those" is the verb of the part, and names nobody ("12 of those *went* home")."""
    return word in words("finite") or word in words("intransitive")


def _plain(text: str, found: list[Span]) -> Span | None:
    """The run of words up to a boundary; "of" and what follows it belong to the phrase once there is a noun."""
    last: Span | None = None
    first: Span | None = None
    opened, last_word = False, ""
    for index, token in enumerate(found):
        word = _lower(text, token)
        if word == "of" and last is not None:
            after = found[index + 1] if index + 1 < len(found) else None
            if after is None or text[after.start].isdigit():
                break
            opened = True
            continue
        if _ends(
            text,
            token,
            found[index + 1] if index + 1 < len(found) else None,
            last is None or opened or last_word in words("determiners"),
        ):
            break
        if word in words("determiners") and last is not None and not opened and last_word not in words("determiners"):
            break
        if last_word in words("people") and _verb_of_people(text, token, found[index + 1 : index + 2]):
            break
        first = first or token
        last, last_word = token, word
        opened = opened and word in words("determiners")
    return Span(first.start, last.end) if first and last else None


def _ends(text: str, token: Span, following: Span | None, first: bool) -> bool:
    word = _lower(text, token)
    if not text[token.start].isalpha():
        return True
    if word in words("pronouns") and word not in ("these", "those", "them", "this"):
        return True
    if any(word in words(name) for name in ("auxiliaries", "prepositions", "conjunctions", "adverbs")):
        return True
    if not first and word in _WHICH_TIME and following is not None and _lower(text, following) in _TIMES:
        return True  # "items *last year*"
    if word in _WHERE_TO and following is not None and _lower(text, following) == "to":
        return True
    return not first and (word in _AFTER_NOUN or _starts_predicate(text, token, following))


_WHICH_TIME = frozenset({"last", "this", "next", "that", "each", "every"})
_TIMES = frozenset(
    ["year", "month", "week", "day", "quarter", "spring", "summer", "autumn", "winter", "season", "night", "decade"]
)
_WHERE_TO = ("close", "closer", "nearer", "adjacent", "next")
"""Where things are that stand *to* something; none of them is counted ("33 *close to* a school")."""
_AFTER_NOUN = ("abroad", "overseas", "elsewhere", "away")


def _verb_of_people(text: str, token: Span, following: list[Span]) -> bool:
    """Whether a word after "people" is their verb: it has an object ("young people *trust* the police")."""
    if not following or not text[token.start].islower() or following[0].start - token.end != 1:
        return False
    return text[following[0].start].isupper() or _lower(text, following[0]) in words("determiners")


def _starts_predicate(text: str, token: Span, following: Span | None) -> bool:
    """Whether a word after the noun begins what was done: "people *died*", "patients *waiting* for"."""
    word = _lower(text, token)
    if word in words("past") or _stem(word) in words("past"):
        return True
    if not (word.endswith(_ADJECTIVAL[0]) or word.endswith("ing")) or len(word) < 4:
        return False
    after = _lower(text, following) if following else ""
    return after == "" or not after[0].isalpha() or _closed(after) or word.endswith("ed")


def _stem(word: str) -> str:
    """A verb less what only changes how: overspent, underspent, resold."""
    return re.sub(r"^(?:over|under|re|mis|out)", "", word)


def _elided(text: str, found: list[Span]) -> bool:
    """Whether the number stands alone before a participle: "54 convicted of assault", "12 waiting for"."""
    if len(found) < 2:
        return False
    word, after = _lower(text, found[0]), _lower(text, found[1])
    if word in words("intransitive"):
        return False
    participle = (word.endswith(("ed", "ing")) and len(word) > 4) or word in words("past")
    return participle and (after in words("prepositions") or after in ("of", "to"))


def _until_break(text: str, found: list[Span]) -> Span:
    last = found[0]
    for token in found[1:]:
        word = _lower(text, token)
        if not text[token.start].isalpha() or word in words("conjunctions"):
            break
        if word in words("auxiliaries"):
            break
        last = token
    return Span(found[0].start, last.end)


def _closed(word: str) -> bool:
    return word == "of" or any(
        word in words(name)
        for name in ("auxiliaries", "prepositions", "conjunctions", "adverbs", "pronouns", "determiners")
    )


def _lower(text: str, token: Span) -> str:
    return text[token.start : token.end].lower()
