"""Who is named in a text: persons by their names and titles, and the role that stands beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.extract.roles import role_beside
from corpus.lexicon.grammar import words
from corpus.patterns import regex
from corpus.records import Span

__all__ = ["Name", "full_name", "gender", "may_be_one", "names", "surname", "surnames"]


@dataclass(frozen=True, slots=True)
class Name:
    """A person named: ``words`` as they stand, ``role`` the words beside them that say what office they hold."""

    span: Span
    words: str
    role: str = ""


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    titles = "|".join(t.capitalize() for t in sorted(words("titles"), key=len, reverse=True))
    gap = r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*(?=\S))"  # a name may wrap, and never crosses a blank line
    part = r"(?:[A-Z](?:[\w'\u2019]+|\.)(?:-[A-Z]\w+)?)"
    return re.compile(
        rf"(?<!/)\b(?:(?P<title>{titles})\.?{gap}(?P<titled>{part}(?:{gap}{part}){{0,3}})|(?P<plain>{part}(?:{gap}(?:(?:de|van|von|der|of){gap})?{part}){{1,6}}))"
    )


def names(text: str, start: int = 0, end: int | None = None) -> list[Name]:
    """Every person named between START and END, in order. A run of capitals that names a body is left out."""
    found: list[Name] = []
    for match in _pattern().finditer(text, start, len(text) if end is None else end):
        span = Span(match.start(), match.end())
        if match.group("titled") and _styled(text, span).of(text).split()[-1].lower() in words("bodies"):
            continue
        if match.group("plain") and _OF_A_BODY.search(text, max(0, span.start - _BODY), span.start):
            continue
        trimmed = _person(text, span) if match.group("plain") else _styled(text, span)
        if trimmed is None:
            continue
        span = trimmed
        found.append(Name(span, text[span.start : span.end], role_beside(text, span)))
    return found


_OF_A_BODY = regex(
    r"\b(?:Department|Ministry|Office|Board|Agency|Institute|Commission|Council|Committee|Authority|Directorate|Bureau"
    r"|Association|Federation|Society|Centre|Secretary|Minister) (?:for|of)(?: the)?\s+$"
)
"""Before what a body or an office is for, which names nobody: "the Ministry for *Inland Ferries*"."""
_BODY = 40


def surnames(text: str, known: list[Name]) -> list[Name]:
    """Where a person of KNOWN is named by the surname alone ("Dray added"), but for those that are common words."""
    common = words("bodies") | words("sentence_openers") | words("reporting") | words("role_words")
    own = {surname(k.words) for k in known if len(k.words.split()) > 1}
    told = sorted(s for s in own if len(s) > 2 and s[:1].isupper() and s.lower() not in common)
    if not told:
        return []
    held = [k.span for k in known]
    pattern = re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, told)) + r")(?![\w-])")
    found = (Span(*m.span()) for m in pattern.finditer(text))
    return [Name(s, s.of(text)) for s in found if not any(s.start < h.end and h.start < s.end for h in held)]


def _person(text: str, span: Span) -> Span | None:
    """The personal name at the end of a run of capitals ("Home Secretary Charles Clarke"), or None."""
    parts = [(m.start() + span.start, m.group()) for m in re.finditer(r"\S+", span.of(text))]
    parts = [(at, _unowned(word)) for at, word in parts]
    while len(parts) > 2 and parts[-1][1].lower().rstrip(".,") in words("role_words"):
        parts.pop()
    last = parts[-1][0] + len(parts[-1][1])
    kept: list[tuple[int, str]] = []
    for at, word in reversed(parts):
        if not kept and word == "May" and _may_be_surname(parts):
            kept.append((at, word))
            continue
        if (
            word.lower().rstrip(".") in words("bodies") | words("role_words")
            or word.lower() in words("sentence_openers")
            or (word.isupper() and len(word) > 2)
        ):
            if kept and kept[-1][1] in ("of", "for"):
                return None  # "Committee of Public Accounts" names a body, and nobody
            break
        kept.append((at, word))
    kept.reverse()
    while kept and (kept[0][1][0].islower() or re.fullmatch(r"Q\d+\.?", kept[0][1])):
        kept.pop(0)
    if len(kept) < 2 or len(kept) > _LONGEST:
        return None
    return Span(kept[0][0], last)


_LONGEST = 5
"""Words of a personal name with its particles; a longer run of capitals is a title or a heading."""


def _may_be_surname(parts: list[tuple[int, str]]) -> bool:
    """Whether "May" ends a name and is no month: a capitalised word that opens no sentence stands before it."""
    before = parts[-2][1] if len(parts) > 1 else ""
    return before[:1].isupper() and before.lower() not in words("sentence_openers") | words("bodies") | words(
        "role_words"
    )


def _styled(text: str, span: Span) -> Span:
    """A titled name without the letters after it ("Dame Harriet Lowndes MP") or the mark of an owner."""
    span = _without_office(text, span)
    trailing = re.search(r"(?:\s+(?:MP|MSP|MEP|QC|KC|CBE|OBE|MBE))+$|['\u2019]s$", span.of(text))
    return Span(span.start, span.start + trailing.start()) if trailing else span


def _without_office(text: str, span: Span) -> Span:
    """A titled name less the office that runs on from it: "Sir Martin Dale *Permanent Secretary*"."""
    parts = list(re.finditer(r"\S+", span.of(text)))
    while len(parts) > _TITLED and parts[-1].group().lower() in words("role_words"):
        parts.pop()
    return Span(span.start, span.start + parts[-1].end())


_TITLED = 2
"""Words of a title and a name at least."""


def _unowned(word: str) -> str:
    return word.removesuffix("'s").removesuffix("\u2019s")


def surname(name: str) -> str:
    """The last word of a name, by which a later mention is known."""
    parts = name.replace("\u2019s", "").replace("'s", "").split()
    return parts[-1] if parts else ""


def full_name(name: str, known: list[Name]) -> Name | None:
    """The fullest of KNOWN that NAME may stand for: the same surname, and no other given name or gender.

    "Sir Menzies" and "Dame Philippa" are known by the given name, as such titles are used.
    """
    bare = [w for w in name.split() if w.lower().rstrip(".") not in words("titles")]
    same = [k for k in known if surname(k.words) == surname(name)]
    if len(bare) == 1 and name.startswith(("Sir ", "Dame ")):
        same += [k for k in known if k.words.startswith(f"{name} ")]
    fitting = [
        k for k in same if (len(bare) < 2 or bare[0] in k.words.split()) and gender(k.words) in ("", *_like(name))
    ]
    return max(fitting, key=lambda k: (bool(k.role), len(k.words)), default=None)


def _like(name: str) -> tuple[str, ...]:
    return (gender(name),) if gender(name) else ("he", "she")


def gender(name: str) -> str:
    """ "he" or "she" where the title of NAME tells, else ""."""
    title = name.split(" ", 1)[0].rstrip(".").lower()
    return "he" if title in _HIS else "she" if title in _HERS else ""


_HIS = frozenset({"mr", "sir", "lord", "baron", "viscount", "earl"})
_HERS = frozenset({"mrs", "ms", "miss", "dame", "lady", "baroness"})


def may_be_one(one: str, other: str) -> bool:
    """Whether two names of one surname may be of one person: no two given names that differ."""
    mine, yours = (_bare(n) for n in (one, other))
    return not mine or not yours or mine[0] == yours[0]


def _bare(name: str) -> list[str]:
    titles = (
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "sir",
        "dame",
        "lord",
        "lady",
        "baroness",
        "professor",
        "cllr",
        "councillor",
    )
    return [w for w in name.split()[:-1] if w.lower().rstrip(".") not in titles]
