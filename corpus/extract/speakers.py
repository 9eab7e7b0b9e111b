"""Who says something in a sentence: the subject of its reporting verb, told from whoever else is named there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.extract.acts import passive
from corpus.extract.cast import Cast
from corpus.extract.names import Name
from corpus.extract.offices import pruned
from corpus.extract.scan import bag
from corpus.extract.subjects import FINITE, following, subject
from corpus.lexicon.speech import listed, one_of
from corpus.patterns import regex
from corpus.records import Span

__all__ = ["Reporting", "reporting", "subject_of"]

_CLAUSE = regex(
    r"\s*(?:[\w'\u2019-]+\s+){0,6}?(?:that|whether|how|why)\b|\s*[.,]?\s*$|\s*[:,]|\s+no\b"
    rf"|\s+(?:the|he|she|it|they|there)\s(?:\w+ ){{0,4}}?{FINITE.pattern}",
    re.IGNORECASE,
)
_QUOTED_SOON = regex(r"[ ,:]*[\"\u201c\u2018]|[^.;\n]{0,48}?\s['\u2018\"\u201c]\w")
_COUNTED = regex(
    r"\s+(?:about |around |some |nearly |over |more than |at least |a further |another |only |just |\u00a3)*\d"
)
_AGENT = regex(
    r"(?:\w+\s+)?(?:not |n['\u2019]t )?able\b|unable|yet to (?!be )|cannot"
    r"|(?:do|does|did|could|can|has|have|had|keep|hold)\w*\b",
    re.IGNORECASE,
)
_NOMINAL = bag("the an a some its their his her our of these those for such any no to")
_BARE = bag("and or in with by from on at under about between within")


@dataclass(frozen=True, slots=True)
class Reporting:
    """A reporting verb, and who its subject is (None where that is nobody known)."""

    verb: str
    who: Name | None


def reporting(text: str, sentence: Span, outside: str, cast: Cast) -> Reporting | None:
    """The first verb of SENTENCE that reports words, with its subject. OUTSIDE is the sentence less what is quoted."""
    bare: Reporting | None = None
    for match in one_of("plain", "guarded").finditer(outside):
        found = _read(text, sentence, outside, match, cast)
        if found is not None and found.who is not None:
            return found
        if found is not None and found.verb in listed("plain"):
            bare = bare or found
    return _attributed(sentence, outside, cast) or bare


def subject_of(sentence: Span, outside: str, at: int, cast: Cast) -> Name | None:
    """Who it is of whom something is said AT a place of a sentence: a person or body that can speak; else None."""
    before = outside[:at]
    if not _AGENT.match(outside[at:]) and re.search(r"\b(?:it|that|this|there)$", pruned(before), re.IGNORECASE):
        return None
    acts = FINITE.search(before) if re.search(r"\band\b.*\bto\s+$", before) else None
    who, kind = subject(sentence, before[: acts.start()] if acts else before, cast)
    return who if kind else None


def _attributed(sentence: Span, outside: str, cast: Cast) -> Reporting | None:
    match = one_of("attributions").search(outside)
    return Reporting(match.group(), following(sentence, outside, match.end(), cast)) if match else None


def _read(text: str, sentence: Span, outside: str, match: re.Match[str], cast: Cast) -> Reporting | None:
    verb, before, after = match.group().lower(), outside[: match.start()], outside[match.end() :]
    at = sentence.start + match.end()
    quoted = _QUOTED_SOON.match(text[at : at + 60]) is not None
    if passive(before) or _nominal(before, verb):
        by = re.match(r"[^,;.]{0,30}?\bby\b", after) if quoted else None
        who = following(sentence, outside, match.end() + by.end(), cast) if by else None
        return Reporting(verb, who) if who else None
    who, sayer = subject(sentence, before, cast)
    if not sayer:
        inverted = _inverted(text, sentence, outside, match, cast)
        if inverted is not None or re.search(r"\b(?:who|which)$", pruned(before)):
            return Reporting(verb, inverted) if inverted else None
    commaed = "," in before or outside != sentence.of(text)
    if verb in listed("plain"):
        return Reporting(verb, who)
    return Reporting(verb, who) if sayer and _reports(verb, after, quoted, sayer, commaed) else None


def _reports(verb: str, after: str, quoted: bool, sayer: str, commaed: bool) -> bool:
    """Whether a verb that may mean something else ("admitted", "claimed") reports words here.

    At a sentence's end it does so only where words and a comma came before ("…, the papers say"): COMMAED.
    """
    told = quoted or (_CLAUSE.match(after) is not None and (commaed or re.search(r"\w", after) is not None))
    told = told or (verb in ("called", "calls") and after.startswith((" for ", " on ")))
    counted = _COUNTED.match(after) is not None
    if verb in listed("clausal"):
        return told and not after.startswith(" out ")
    if sayer == "person":
        return told or not counted
    clause = FINITE.search(re.split(r"[,;]", after)[0]) is not None and not counted
    return told or clause or verb in listed("bodily")


def _nominal(before: str, verb: str) -> bool:
    """Whether a verb's form stands as a noun or an adjective: "an estimated", "the claims", "of calls"."""
    last = before.split()[-1].lower() if before.split() else ""
    bare = last in _BARE and (verb.endswith("s") or last not in ("and", "or"))
    return last in _NOMINAL or bare


def _inverted(text: str, sentence: Span, outside: str, match: re.Match[str], cast: Cast) -> Name | None:
    """ "…," said David Marsh: a subject right after its verb, where words or a comma come before it."""
    before = text[sentence.start : sentence.start + match.start()].rstrip()
    if match.group().lower() not in listed("inverting") or not before or before[-1] not in "\"\u201d\u2019',":
        return None
    if before[-1] == "," and before[-2:-1] not in tuple("\"\u201d\u2019'"):
        closed = re.match(r"[^,.;:\"\u201c]{3,80}(?:[,.]|$)", outside[match.end() :])
        if closed is None or FINITE.search(closed.group()):
            return None
    return following(sentence, outside, match.end(), cast)
