"""The office that stands beside a person's name: before it, after it, in brackets, or in a clause with "who"."""

from __future__ import annotations

import re

from corpus.lexicon.grammar import words
from corpus.lexicon.speech import listed, parties
from corpus.patterns import regex
from corpus.records import Span

__all__ = ["names_role", "role_beside"]

_STYLE = r"(?:\s+(?:MP|MSP|MEP|QC|KC|CBE|OBE|MBE|AM|TD)\b)*(?:\s*\([^()\n]{1,40}\))?(?:\s+(?:MP|MSP))?\**"
_AFTER = regex(
    rf"{_STYLE},\**\s+(?:aged\s+)?(?:\d{{1,3}},\s+)?(?P<own>(?:the|a|an|its|their|his|her|our|my)\s+)?(?:then\s+|now\s+)?"
    r"(?!who\b|whose\b)(?P<role>[^,.;:\"\u201c\u201d()\n]{3,110}?)(?=\s*[,.;:()\n]|\s+whose\b|\s+who\b|\s+which\b|\s+said\b|$)"
)
_WHO = regex(
    rf"{_STYLE},?\s+(?P<clause>who\s+(?:(?P<verb>chairs|chaired|heads|headed|leads|led|runs|ran|represents|represented"
    r"|(?:speaks|spoke)(?=\s[^,.;:\n]{0,50}?\bfor\s))\s+"
    r"(?P<what>[^,.;:\"\u201c\u201d\n]{3,60})"
    r"|(?:[^,.;:\n]{0,30}?\b(?:as|became|becomes|is|was|been))\s+(?:the\s+|a\s+|an\s+)?(?P<role>[^,.;:\n]{3,60})))"
    r"(?=[,.;:\n])"
)
_PARTY = r"for the (?:[A-Z][\w'\u2019-]+ ?){1,4}"
_FOR_AFTER = regex(rf",\s+(?P<party>{_PARTY}),")
_FOR_BEFORE = regex(rf"(?:^|[\n.]\s*|[\u201d\"]\s+)(?P<party>F{_PARTY[1:]}), $")
_BRACKET = regex(r"((?:[Tt]he |my |hon\. |right )*(?:[A-Z][\w'\u2019-]+)(?:[^,.;:()\n]{0,90}?))\s+\($")
_EDGE = regex(r"[,;:.\n*(\"\u201c\u201d]")
_DETERMINED = regex(r"\b(?:the|its|their|our|my|his|her)\s+", re.IGNORECASE)
_PREPOSITION = regex(r"\s(?:of|for|at|in|to|from|and|with|on|who|whose|which|that|responsible)\s")
_STOPS = frozenset({"has", "had", "is", "was", "will", "would", "have", "were", "are", "could", "can", "may"})


def names_role(phrase: str) -> bool:
    """Whether PHRASE has a word of office for its head: the last before "of" or "for"."""
    tokens = re.findall(r"[\w'\u2019-]+", _PREPOSITION.split(f"{phrase} ")[0].lower())
    if not tokens or tokens[0] in _STOPS | listed("plain") | listed("guarded"):
        return False
    return tokens[-1] in _offices() or (
        len(tokens) > 1 and tokens[-1] in ("general", "designate") and tokens[-2] in _offices()
    )


def _offices() -> frozenset[str]:
    return (words("role_words") - {"permanent", "chief", "general"}) | listed("roles") | {"chief", "friend"}


def role_beside(text: str, span: Span) -> str:
    """The office that TEXT gives, beside the name at SPAN, to whom it names; "" where it gives none."""
    role = _after(text, span) or _before(text, span) or _party(text, span)
    letters = re.match(r"\s+\(([A-Z][\w -]{1,10})\)", text[span.end : span.end + 16])
    of_party = letters is not None and letters.group(1).lower() in parties()
    return f"{role} ({letters.group(1)})".strip() if letters and of_party else role


def _after(text: str, span: Span) -> str:
    ahead = text[span.end : span.end + 190]
    match = _AFTER.match(ahead)
    if match and names_role(match.group("role")) and not match.group("role")[:1].isdigit():
        return _tidy(match.group("role"))
    clause = _WHO.match(ahead)
    if clause is None:
        return ""
    if clause.group("verb"):
        return _tidy(clause.group("clause"))
    role = re.split(r"\s(?:in|on|since|after|before|last|until|when|this|from)\s", clause.group("role"))[0]
    if not names_role(role):
        return _trimmed(role)
    return _tidy(role)


def _trimmed(role: str) -> str:
    """ "Chief executive 14 months ago" is the office with what is said of it: only the office is kept."""
    tokens = role.split()
    for end in range(len(tokens) - 1, 0, -1):
        if names_role(" ".join(tokens[:end])):
            return " ".join(tokens[:end])
    return ""


def _before(text: str, span: Span) -> str:
    behind = text[max(0, span.start - 130) : span.start]
    if behind.endswith("("):
        bracket = _BRACKET.search(behind)
        return _tidy(bracket.group(1)) if bracket and names_role(bracket.group(1)) else ""
    return _headed(behind.rstrip()[:-1]) if behind.rstrip().endswith(",") else _adjoining(behind)


def _headed(behind: str) -> str:
    """ "The Chair of the Committee," right before a name, from its determiner where it has one.

    Of several it is the last that stands after a verb, and so begins the office: "his note reached *the* clerk".
    """
    cut = max((m.end() for m in _EDGE.finditer(behind)), default=0)
    phrase = behind[cut:]
    determined = list(_DETERMINED.finditer(phrase))
    begun = [m for m in determined if not re.search(rf"{_PREPOSITION.pattern}$", f" {phrase[: m.start()]}")]
    if determined:
        phrase = phrase[(begun or determined[:1])[-1].end() :]
    elif not phrase.strip()[:1].isupper() or behind[cut - 1 : cut] == ",":
        return ""
    return _tidy(phrase) if names_role(phrase.strip()) else ""


def _adjoining(behind: str) -> str:
    """ "Shadow home secretary" right before a name: back to the first word that is no part of an office."""
    run = re.search(r"(?:[\w'\u2019-]+ ){1,7}$", behind)
    if run is None:
        return ""
    kept: list[str] = []
    for word in reversed(run.group().split()):
        if word.lower() in listed("not_role"):
            break
        kept.insert(0, word)
    while kept and kept[0].endswith(("'s", "\u2019s")) and len(kept) > 3:
        kept.pop(0)
    return " ".join(kept) if kept and names_role(kept[-1]) else ""


def _party(text: str, span: Span) -> str:
    """ "For the Liberal Democrats", before or after a name."""
    after = _FOR_AFTER.match(text[span.end : span.end + 90])
    before = _FOR_BEFORE.search(text[max(0, span.start - 70) : span.start])
    party = after or before
    return f"f{party.group('party').strip()[1:]}" if party else ""


def _tidy(role: str) -> str:
    plain = " ".join(role.replace("*", "").split())
    return re.sub(
        r"^(?:the |its |their |our |my |his |her |(?:right |hon\. )+(?:friend )?(?:the )?)+", "", plain, flags=re.I
    )
