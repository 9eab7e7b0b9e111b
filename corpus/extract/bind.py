"""Which words of a sentence belong to which number: what it counts, and what was done to it.

A sentence may hold several numbers ("three murderers, nine rapists … as well as 41 burglars"). Each takes its own
noun phrase and predicate; numbers in one list share the words before the first and after the last; a number that
stands alone ("soared to more than 10,000") takes the subject before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus.extract.dates import periods
from corpus.extract.numbers import Quantity, quantities
from corpus.extract.phrase import Phrase, noun_phrase, tokens
from corpus.lexicon.grammar import any_of, words
from corpus.lexicon.terms import lexicon
from corpus.records import Span

__all__ = ["FIGURE_KINDS", "Bound", "bind", "stretch"]

FIGURE_KINDS = frozenset({"count", "percentage", "money", "duration", "age", "in_words", "measure", "rate", "fraction"})
"""The kinds of number that are figures; dates, references, ordinals and telephone numbers are not."""
_BREAK = re.compile(
    r"[;:]|\s[-\u2013\u2014]\s|[.!?](?=\s|$)|[()]|,|[\"\u201c\u201d]"
    r"|\b(?:when|where|while|which|but|although|though|because|as|amid|despite|whereas|compared)\b",
    re.IGNORECASE,
)
_LIST = re.compile(r"^[\s,]*(?:and|or|plus|as well as|along with|together with|followed by)?[\s,]*$", re.IGNORECASE)
_TIE = re.compile(
    r"^[\s,]*(?:and|but|or|then)?\s*(?:up|down|rising|falling|an increase|a fall)?\s*"
    r"(?:to|from|against|compared (?:with|to)|up from|down from|than)\s*(?:a total of|the)?\s*$",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^(?:[\s,]|(?:and|but|also|with|however|meanwhile|that|as|when|while|in)\b(?=\s))+", re.IGNORECASE)


_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Bound:
    """A number with its words: ``counted`` what it counts, ``before`` and ``after`` the rest of its own clause.

    ``partitive`` says that it is given as part of a whole ("288 of the prisoners"), ``listed`` that it follows
    another in one list, and ``anaphoric`` that the thing counted stands in an earlier sentence.
    """

    quantity: Quantity
    counted: str
    before: str
    after: str
    partitive: bool = False
    listed: bool = False
    anaphoric: bool = False
    named: bool = False
    own: Span = _NOWHERE
    scope: str = ""
    included: bool = False
    """Whether its clause says what a whole includes ("the excluded pupils included 412 with autism")."""
    compared: bool = False
    """Whether it is said to be so many more, or fewer, than something else."""
    within: bool = False
    """Whether it is part of the number before it ("of which 7,350 …")."""


def bind(text: str, sentence: Span, found: list[Quantity]) -> list[Bound]:
    """FOUND, the figures of one SENTENCE in order, each with its words."""
    bound: list[Bound] = []
    for index, quantity in enumerate(found):
        limit = found[index + 1].span.start if index + 1 < len(found) else sentence.end
        previous = bound[-1] if bound else None
        opens = previous is None and _OPENS_SCOPE.fullmatch(text, sentence.start, quantity.span.start) is not None
        if opens or (previous is not None and _names_whole_of(text, found[index - 1], quantity)):
            bound.append(_named_whole(text, quantity, limit))
        elif index + 1 < len(found) and _names_whole_of(text, quantity, found[index + 1]):
            beyond = found[index + 2].span.start if index + 2 < len(found) else sentence.end
            bound.append(_one(text, sentence, quantity, beyond, previous, found[index + 1].span.end))
        else:
            bound.append(_one(text, sentence, quantity, limit, previous))
    return _share_predicate(bound)


_OPENS_SCOPE = re.compile(r"(?:Of|Among|Out of)\s+(?:the|these|those|all)?\s*", re.IGNORECASE)
_WHOLE_OF = re.compile(r"\s+(?:out\s+)?of\s+(?:the|these|those|its|their|all|all\s+the)?\s*", re.IGNORECASE)


def _names_whole_of(text: str, part: Quantity, whole: Quantity) -> bool:
    """ "Nine of the 15 projects": the second number says only what the first is part of."""
    return _WHOLE_OF.fullmatch(text, part.span.end, whole.span.start) is not None


def _named_whole(text: str, quantity: Quantity, limit: int) -> Bound:
    phrase = noun_phrase(text, quantity.span.end, limit)
    counted = _counted(text, phrase)
    return Bound(quantity, counted, "", "", named=True, own=Span(quantity.span.start, phrase.span.end))


_COMPARED = re.compile(
    r"\s+(?:\w+\s+){0,2}?(?:more|fewer|less|higher|lower|greater)(?:\s+\w+){0,3}?\s+than\b", re.IGNORECASE
)
_INCLUDES = re.compile(
    r"\b(?:includ(?:e|es|ed|ing)|compris(?:e|es|ed)|consist(?:s|ed)? of|made up of)\b", re.IGNORECASE
)
_COLON = re.compile(r"[^.;]{0,60}:\s*", re.DOTALL)
_OF_WHICH = re.compile(r"\b(?:of|among) (?:which|whom|these|those|them)[\s,]*$", re.IGNORECASE)


def _one(
    text: str, sentence: Span, quantity: Quantity, limit: int, previous: Bound | None, start: int | None = None
) -> Bound:
    """One number with its words; START is where what it counts begins, if not right after it."""
    part = start is not None
    start = quantity.span.end if start is None else start
    phrase = noun_phrase(text, start, limit)
    after, own_end = _predicate(text, phrase, limit)
    counted = _counted(text, phrase)
    floor = previous.own.end if previous else sentence.start
    between = text[floor : quantity.span.start]
    apart = phrase.whole is None or part
    listed = (
        previous is not None and apart and not previous.named and bool(between.strip()) and bool(_LIST.match(between))
    )
    tied = previous is not None and not counted and bool(_TIE.match(between))
    if previous is not None and (listed or tied):
        before = previous.before
        if tied or not counted:
            counted = counted or previous.counted
    else:
        before = _before(text, floor, quantity.span.start)
    if not counted:
        counted, before = _subject(before)
    anaphoric = not counted or _is_anaphor(counted) or _opens_with_anaphor(text, sentence, before)
    partitive = part or phrase.whole is not None
    scope = _scope(text, sentence)
    if scope and not counted and previous is None:
        counted = noun_phrase(scope, 0, len(scope)).span.of(scope)
    own = Span(min(floor, quantity.span.start), own_end)
    compared = _COMPARED.match(text, quantity.span.end) is not None
    within = previous is not None and (_OF_WHICH.search(between) is not None or _COLON.fullmatch(between) is not None)
    within = within or (previous is not None and previous.named and bool(scope))
    anaphoric = anaphoric or within
    included = _INCLUDES.search(before) is not None
    return Bound(
        quantity, counted, before, after, partitive, listed, anaphoric, False, own, scope, included, compared, within
    )


_SCOPE = re.compile(r"(?:Of|Among|Out of)\s+(?:the|these|those|all)?\s*([^,;.]{3,140}),\s", re.IGNORECASE)


def _scope(text: str, sentence: Span) -> str:
    """ "Of the trains cancelled in the quarter, …": the whole that every number of the sentence is part of."""
    match = _SCOPE.match(text, sentence.start, sentence.end)
    return match.group(1) if match else ""


def _counted(text: str, phrase: Phrase) -> str:
    span = phrase.whole or phrase.span
    counted = " ".join(text[span.start : span.end].split())
    return counted if lexicon().ids(counted) or _is_anaphor(counted) else ""


_NEXT_PLACE = re.compile(r"\s+(?:and|but|while)\s+(?:in|at|for|on|from|by|among)\s+[^,]{2,60}$", re.IGNORECASE)
"""The words that open the next number's clause: "… were cancelled *and in Wales* 1,480"."""


def _predicate(text: str, phrase: Phrase, limit: int) -> tuple[str, int]:
    """The words after the noun phrase that say what was done, and where the number's own stretch ends."""
    start = (phrase.whole or phrase.span).end
    start = _past_aside(text, start, limit)
    stop = limit
    for match in _BREAK.finditer(text, start, limit):
        if _within_scope(text, match):
            continue
        stop = match.start()
        break
    words_after = text[start:stop]
    following = _NEXT_PLACE.search(words_after) if stop == limit else None
    if following is not None:
        words_after = words_after[: following.start()]
    trimmed = re.sub(
        r"[\s,]*\b(?:and|or|with|including|plus|as well as|of which|of whom)?[\s,]*$",
        "",
        words_after,
        flags=re.IGNORECASE,
    )
    return " ".join(trimmed.split()), start + len(trimmed)


def _within_scope(text: str, match: re.Match[str]) -> bool:
    """A comma inside a number or before "and" of a verb list does not end the predicate."""
    return match.group() == "," and text[match.end() : match.end() + 1].isdigit()


def _past_aside(text: str, start: int, limit: int) -> int:
    """Past ", including murderers and rapists, " where an auxiliary follows it, else START."""
    match = re.match(r"\s*(?:,|\s[-\u2013\u2014]\s)[^.;:]{3,120}?(?:,|\s[-\u2013\u2014]\s)\s*", text[start:limit])
    if not match:
        return start
    rest = tokens(text, start + match.end(), limit)[:1]
    if rest and text[rest[0].start : rest[0].end].lower() in words("auxiliaries"):
        return start + match.end()
    return start


def _before(text: str, floor: int, end: int) -> str:
    """The words of the number's own clause that stand before it, less who reported it."""
    start = floor
    for match in _BREAK.finditer(text, floor, end):
        if match.group() == "," and not _closes_clause(text, match.end(), end):
            continue
        start = match.end()
    chunk = text[start:end]
    that = list(re.finditer(r"\bthat\b", chunk, re.IGNORECASE))
    if that and any_of("reporting").search(chunk[: that[-1].start()]):
        chunk = chunk[that[-1].end() :]
    else:
        reported = list(any_of("reporting").finditer(chunk))
        if reported and not re.search(r"\b(?:was|were|been|be|being)\s*$", chunk[: reported[-1].start()]):
            chunk = chunk[reported[-1].end() :]
    return " ".join(_LEAD.sub("", chunk).split())


def _closes_clause(text: str, start: int, end: int) -> bool:
    """A comma closes the clause before it unless only a time or a place stood before it ("In 2005, …")."""
    return len(text[start:end].split()) > 0


def _subject(before: str) -> tuple[str, str]:
    """The subject of a number that stands alone, and the words before it less the tie ("rose to")."""
    light = re.match(r"(?:the\s+|a\s+|total\s+|overall\s+)*([a-z]+)\s+of\s+", before, re.IGNORECASE)
    body = before[light.end() :] if light and light.group(1).lower() in words("light") else before
    phrase = noun_phrase(body, 0, len(body))
    span = phrase.whole or phrase.span
    counted = body[span.start : span.end].strip()
    if counted.lower() in words("pronouns") or not lexicon().ids(counted):
        return "", before
    return counted, before


def _is_anaphor(counted: str) -> bool:
    return counted.lower() in words("anaphors") or counted.lower() in words("pronouns")


def _opens_with_anaphor(text: str, sentence: Span, before: str) -> bool:
    opening = text[sentence.start : sentence.start + 40].lstrip("\u201c\"' ")
    match = any_of("anaphors").match(opening)
    return match is not None


def _finite(after: str) -> bool:
    """Whether words begin a predicate that a whole list may share ("were flooded"), not the last item's own words."""
    opening = after.lower().split()[:6]
    relative = {"who", "that", "which", "whose"} & set(opening)
    return not relative and any(word in words("auxiliaries") for word in opening)


def _share_predicate(bound: list[Bound]) -> list[Bound]:
    """A list's last predicate belongs to every number of the list that has none of its own."""
    out = list(bound)
    for index in range(len(out) - 2, -1, -1):
        here, following = out[index], out[index + 1]
        if following.listed and not here.after and _finite(following.after):
            out[index] = replace(here, after=following.after)
    return out


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def stretch(text: str, sentence: Span, value: Span) -> Span:
    """A number and its own words in SENTENCE, as they stand: "288 of the prisoners were freed after August 2005"."""
    dated = [m.span for m in periods(text, None, sentence.start, sentence.end)]
    later = [
        q.span.start
        for q in quantities(text, sentence.start, sentence.end)
        if q.span.start >= value.end and q.kind in FIGURE_KINDS and not any(_overlap(q.span, d) for d in dated)
    ]
    limit = later[0] if later else sentence.end
    phrase = noun_phrase(text, value.end, limit)
    _, end = _predicate(text, phrase, limit)
    return Span(value.start, max(value.end, end))
