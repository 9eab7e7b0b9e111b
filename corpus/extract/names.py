"""Who is named in a text: persons by their names and titles, and the role that stands beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.lexicon.grammar import words
from corpus.records import Span

__all__ = ["Name", "full_name", "names", "surname"]


@dataclass(frozen=True, slots=True)
class Name:
    """A person named: ``words`` as they stand, ``role`` the words beside them that say what office they hold."""

    span: Span
    words: str
    role: str = ""


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    titles = "|".join(t.capitalize() for t in sorted(words("titles"), key=len, reverse=True))
    part = r"(?:[A-Z](?:[\w'\u2019]+|\.)(?:-[A-Z]\w+)?)"
    return re.compile(
        rf"\b(?:(?P<title>{titles})\.?\s+(?P<titled>{part}(?:\s+{part}){{0,3}})|(?P<plain>{part}(?:\s+(?:de|van|von|der|of)?\s*{part}){{1,3}}))"
    )


def names(text: str, start: int = 0, end: int | None = None) -> list[Name]:
    """Every person named between START and END, in order. A run of capitals that names a body is left out."""
    found: list[Name] = []
    for match in _pattern().finditer(text, start, len(text) if end is None else end):
        span = Span(match.start(), match.end())
        if match.group("titled") and span.of(text).split()[-1].lower() in words("bodies"):
            continue
        if match.group("plain"):
            trimmed = _person(text, span)
            if trimmed is None:
                continue
            span = trimmed
        found.append(Name(span, text[span.start : span.end], _role(text, span)))
    return found


def _person(text: str, span: Span) -> Span | None:
    """The personal name at the end of a run of capitals ("Home Secretary Charles Clarke"), or None."""
    parts = [(m.start() + span.start, m.group()) for m in re.finditer(r"\S+", span.of(text))]
    parts = [(at, _unowned(word)) for at, word in parts]
    while len(parts) > 2 and parts[-1][1].lower().rstrip(".,") in words("role_words"):
        parts.pop()
    last = parts[-1][0] + len(parts[-1][1])
    kept: list[tuple[int, str]] = []
    for at, word in reversed(parts):
        if (
            word.lower().rstrip(".") in words("bodies") | words("role_words")
            or word.lower() in words("sentence_openers")
            or (word.isupper() and len(word) > 2)
        ):
            break
        kept.append((at, word))
    kept.reverse()
    while kept and kept[0][1][0].islower():
        kept.pop(0)
    if len(kept) < 2:
        return None
    return Span(kept[0][0], last)


def _unowned(word: str) -> str:
    return word.removesuffix("'s").removesuffix("\u2019s")


_HEADED = re.compile(r"(?:^|[\n.:*(\u201d])\s*((?:The |the )?[A-Z][^,.;:\n]{4,70}),\s*$")


def _role(text: str, span: Span) -> str:
    after = re.match(
        r",\s+(?:the |a |an )?([^,.;:\"\u201c\u201d\n]{3,90}?)(?=[,.;:\n]|\s+whose\b|\s+who\b|$)",
        text[span.end : span.end + 120],
    )
    if after and _names_role(after.group(1)):
        return " ".join(after.group(1).split())
    headed = _HEADED.search(text, max(0, span.start - 90), span.start)
    if headed and _names_role(headed.group(1)):
        return " ".join(headed.group(1).split()).removeprefix("The ").removeprefix("the ")
    before = re.search(
        r"((?:[A-Z][\w'\u2019-]*\s+|(?:of|for|and|shadow|deputy|chief|former)\s+){1,5})$",
        text[max(0, span.start - 80) : span.start],
    )
    if before and _names_role(before.group(1)):
        return " ".join(before.group(1).split()).removeprefix("The ").removeprefix("the ")
    return ""


def _names_role(phrase: str) -> bool:
    return any(w.lower() in words("role_words") for w in re.findall(r"[\w'-]+", phrase))


def surname(name: str) -> str:
    """The last word of a name, by which a later mention is known."""
    parts = name.replace("\u2019s", "").replace("'s", "").split()
    return parts[-1] if parts else ""


def full_name(name: str, known: list[Name]) -> Name | None:
    """The fullest of KNOWN that NAME may stand for: the same surname, and no other given name."""
    same = [k for k in known if surname(k.words) == surname(name)]
    bare = [w for w in name.split() if w.lower().rstrip(".") not in words("titles")]
    fitting = [k for k in same if len(bare) < 2 or bare[0] in k.words.split()]
    return max(fitting, key=lambda k: (bool(k.role), len(k.words)), default=None)
