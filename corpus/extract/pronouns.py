"""What "it" stands for where a number is told of it: the measure of the sentence before, or the body named there."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.extract.sharing import Bound
from corpus.lexicon.grammar import words
from corpus.patterns import regex
from corpus.records import Span

__all__ = ["named_before", "of_it", "of_those", "puts_it", "subject_of", "up_from"]

_IT = regex(
    r"(?:^|\s)(?:it|this|that)\s+(?:was|is|were|had been|has been|stood at|reached"
    r"|(?:(?:has|had)\s+)?(?:(?:since|then|later)\s+)?(?:rose|risen|fell|fallen|(?:went|gone) (?:up|down)|grew|grown"
    r"|climbed|dropped|increased|shrank|was (?:raised|cut|put up|lowered))(?:\s+(?:again|sharply|further))?\s+to)"
    r"(?:\s+(?:now|only|just|still|already))?$"
    r"|(?:^|\s)it\s+(?:was|is)\s+(?:highest|lowest|greatest|smallest|largest|worst|best)\b"
    r"|\b(?:put|puts|putting|set|sets|gave|gives)\s+(?:it|this|that)\s+at$"
    r"|\b(?:figure|estimate|number|answer)\s+(?:is|was)$",
    re.IGNORECASE,
)
_UP_FROM = regex(r"(?:is|was|were|are|being) (?:up|down) from$", re.IGNORECASE)
"""What is left of "That is up from" once its tie is read: the level before, of what "that" stands for."""
_OPENS = regex(r"\W*(?P<who>it|its|they|he|she)\s+(?:\w+\s+){0,2}?\w+", re.IGNORECASE)
_THOUGH = regex(
    r"\W*(?:Although|Though|While|Whilst|Since|Because|As|Where|When|If)\s+(?P<np>(?:the\s+)?(?!there\b|it\b|they\b)"
    r"[\w'\u2019-]+(?:\s+(?:and\s+|of\s+)?[\w'\u2019-]+){0,3}?)\s+(?:only\s+|now\s+|still\s+)?"
    r"(?:accounts?|accounted|makes?|made|has|have|had|is|are|was|were|employs?|covers?|holds?|runs?|[a-z]{3,}ed)\b"
    r"[^.;:]*?,\s+(?:it|they)\s+[a-z]"
)
"""Whom a sentence speaks of in its first clause and by a pronoun in the next: "*Although Rye has* one boat, *it* …"."""
_NAME = regex(r"(?<![.!?]\s)(?<!^)\b[A-Z][\w'\u2019-]+(?:\s+(?:of\s+|and\s+|the\s+)*[A-Z][\w'\u2019-]+)*")


def of_it(bound: Bound) -> bool:
    """Whether a number is told of "it" ("among men *it was* £88")."""
    return _IT.search(bound.before) is not None


def up_from(bound: Bound) -> bool:
    """Whether a number is the level before that of what "that" stands for ("*That is up from* 40 at Easter")."""
    return bound.earlier and _UP_FROM.fullmatch(bound.before) is not None


def puts_it(bound: Bound) -> bool:
    """Whether somebody puts "it" at a number, who is not what is counted ("the union *puts it at* £60 million")."""
    return _PUTS.search(bound.before) is not None


_PUTS = regex(r"\b(?:put|puts|putting|set|sets|gave|gives)\s+(?:it|this|that)\s+at\b", re.IGNORECASE)


def subject_of(bound: Bound) -> str:
    """The words before a number up to its verb ("Median pay" of "Median pay was"); all where it is an object."""
    said = bound.before.split()
    verb = next((i for i, w in enumerate(said) if w.lower() in words("auxiliaries")), 0)
    return " ".join(said[:verb]) or bound.said


def of_those(text: str, bound: Bound, before: Bound | None) -> Bound:
    """A number in a clause of what those counted BEFORE it do ("40 wells, *serving* 900 people"), with those named."""
    opens = re.match(r"[a-z]{3,}ing\b", bound.before)
    if before is None or opens is None or not before.counted or opens.group() in words("prepositions"):
        return bound
    lead = text[before.quantity.span.end : bound.quantity.span.start]
    told = re.search(rf",\s+{opens.group()}\b[^,;.]*$", lead) is not None
    return replace(bound, before=f"{before.counted} {bound.before}") if told else bound


_COUNT = r"\s+(?:(?:about|around|some|nearly|almost|over|only|a\s+total\s+of)\s+)?\d"
_THEY = regex(rf"\W*They\s+(?:also\s+|then\s+)?(?P<verb>[a-z]{{3,}}){_COUNT}")
_DOERS = regex(rf"(?P<who>(?:The\s+)?[A-Z][^\d.;:()]{{3,80}}?)\s+(?P<verb>[a-z]{{3,}}){_COUNT}")
"""Who did a thing so many times, and did it again in the next sentence: "*Crews in Wales* towed 40 … They towed 9"."""


def named_before(text: str, before: Span | None, sentence: Span, earlier: str) -> str:
    """The one name of the sentence BEFORE, where SENTENCE opens with a pronoun; EARLIER where that one did too.

    Where a sentence names itself in its first clause what a pronoun stands for in the next, it is that.
    """
    if (own := _THOUGH.match(text, sentence.start, sentence.end)) is not None:
        return " ".join(own["np"].split())
    if before is None or _OPENS.match(text, sentence.start, sentence.end) is None:
        return ""
    if _OPENS.match(text, before.start, before.end) is not None:
        return earlier
    if (told := _THOUGH.match(text, before.start, before.end)) is not None:
        return " ".join(told["np"].split())
    they, doers = _THEY.match(text, sentence.start, sentence.end), _DOERS.match(text, before.start, before.end)
    if they is not None and doers is not None and they["verb"].lower() == doers["verb"].lower():
        return " ".join(doers["who"].split())
    found = {" ".join(m.group().split()) for m in _NAME.finditer(before.of(text))}
    opening = re.match(r"(?:The\s+)?(?P<name>[A-Z][\w'\u2019-]+(?:\s+[A-Z][\w'\u2019-]+)*)\s+[a-z]", before.of(text))
    if opening is not None and opening["name"].lower() not in words("sentence_openers"):
        found.add(opening["name"])
    return next(iter(found)) if len(found) == 1 else ""
