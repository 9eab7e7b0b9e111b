"""Which words of a sentence belong to which number: what it counts, and what was done to it.

A sentence may hold several numbers ("three murderers, nine rapists … as well as 41 burglars"). Each takes its own
noun phrase and predicate; numbers in one list share the words before the first and after the last; a number that
stands alone ("soared to more than 10,000") takes the subject before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus.extract.change import Role, Tie, ties
from corpus.extract.clause import (
    after_aside,
    bare_subject,
    before_number,
    conjoined,
    has_verb,
    opens_predicate,
    predicate,
    ranks,
    subject,
)
from corpus.extract.counting import conditions, counted_in, counts_nothing, is_anaphor, whole_of
from corpus.extract.dates import periods
from corpus.extract.gaps import gapped, in_brackets, introduced, is_item, labels, name_before, ranked_beside
from corpus.extract.numbers import Quantity
from corpus.extract.phrase import Phrase, noun_phrase
from corpus.extract.scan import bag
from corpus.extract.sharing import Bound, bracketed, shared
from corpus.lexicon.grammar import any_of, words
from corpus.records import Span

__all__ = ["FIGURE_KINDS", "Bound", "bind"]

FIGURE_KINDS = frozenset({"count", "percentage", "money", "duration", "age", "in_words", "measure", "rate", "fraction"})
"""The kinds of number that are figures; dates, references, ordinals and telephone numbers are not."""
_LIST = re.compile(r"^[\s,]*(?:and|or|plus|as well as|along with|together with|followed by)?[\s,]*$", re.IGNORECASE)
_OPENS_SCOPE = re.compile(r"(?:Of|Among|Out of)\s+(?:the|these|those|all)?\s*", re.IGNORECASE)
_SCOPE = re.compile(r"(?:Of|Among|Out of)\s+(?:the|these|those|all)?\s*([^,;.]{3,140}),\s", re.IGNORECASE)
_COMPARED = re.compile(
    r"\s+(?:\w+\s+){0,2}?(?:more|fewer|less|higher|lower|greater)(?:\s+\w+){0,3}?\s+than\b"
    r"(?!\s+(?:[£$€0-9]|one\b|two\b|three\b|four\b|five\b|six\b|ten\b|half\b|an?\s+(?:hundred|third|quarter)))|\s+(?:fewer|less|higher|lower)\b",
    re.IGNORECASE,
)
_INCLUDES = re.compile(
    r"\b(?:includ(?:e|es|ed|ing)|compris(?:e|es|ed)|consist(?:s|ed)? of|made up of)\b", re.IGNORECASE
)
_COLON = re.compile(r"[^.;]{0,60}:\s*", re.DOTALL)
_OF_WHICH = re.compile(r"\b(?:of|among) (?:which|whom|these|those|them)[\s,]*$", re.IGNORECASE)
_OF_THEM = re.compile(r"\s+of\s+(?:which|whom|them|these|those)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a number stands: its sentence, the numbers bound before it, and how far its own words may reach."""

    text: str
    sentence: Span
    limit: int
    made: tuple[Bound, ...]
    tie: Tie | None
    start: int | None = None

    @property
    def previous(self) -> Bound | None:
        return self.made[-1] if self.made else None

    @property
    def floor(self) -> int:
        return max((b.own.end for b in self.made), default=self.sentence.start)


def bind(text: str, sentence: Span, found: list[Quantity]) -> list[Bound]:
    """FOUND, the figures of one SENTENCE in order, each with its words."""
    bound: list[Bound] = []
    tied = ties(text, sentence, found)
    beside = conditions(text, found)
    for index, quantity in enumerate(found):
        ahead = [q for q in found[index + 1 :] if q not in beside]
        limit = _limit(text, sentence, quantity, found[index + 1 :] if quantity in beside else ahead)
        following = tied[index + 1] if index + 1 < len(found) else None
        limit = limit if following is None or following.start < 0 else following.start
        place = _Place(text, sentence, limit, tuple(bound), tied[index])
        named = index > 0 and whole_of(text, found[index - 1], quantity)
        opens = not bound and _OPENS_SCOPE.fullmatch(text, sentence.start, quantity.span.start) is not None
        if _HOW_MANY_OF.search(text, max(sentence.start, quantity.span.start - _BACK), quantity.span.start):
            bound.append(Bound(quantity, "", "", "", named=True, own=quantity.span))
        elif opens or named:
            bound.append(_named_whole(text, quantity, limit))
        elif ahead and whole_of(text, quantity, ahead[0]):
            beyond = _limit(text, sentence, ahead[0], ahead[1:])
            bound.append(_one(_Place(text, sentence, beyond, tuple(bound), tied[index], ahead[0].span.end), quantity))
        else:
            bound.append(_one(place, quantity))
    return introduced(text, bracketed(text, shared(text, bound), sentence.end), sentence)


_HOW_MANY_OF = re.compile(
    r"\b(?:how many|how much|whether any|which|what (?:share|proportion)) of (?:the|those|these|its|their) $"
    r"|\ball (?:but|except|bar|save) [\w-]+ of (?:the|those|these|its|their) $",
    re.IGNORECASE,
)
"""Before a whole of which the text only says that it counts no part ("how many *of the 112* went on to …")."""
_BACK = 40


def _limit(text: str, sentence: Span, quantity: Quantity, ahead: list[Quantity]) -> int:
    """Where the next number begins, past those of an aside ("3,000 officers, 200 of them detectives, were …")."""
    noun = noun_phrase(text, quantity.span.end, ahead[0].span.start) if ahead else None
    if noun is not None and (noun.whole or noun.span).end:
        past = after_aside(text, max((noun.whole or noun.span).end, quantity.span.end), sentence.end)
        inside = [q for q in ahead if q.span.end <= past]
        again = bool(inside) and text[: inside[0].span.start].endswith(", or ")
        if inside and past > ahead[0].span.start and (again or _OF_THEM.match(text, inside[0].span.end)):
            ahead = ahead[len(inside) :]
    if ahead and labels(text, quantity.span.end, ahead[0].span.start):
        return quantity.span.end
    named = name_before(text, quantity.span.end, ahead[0].span.start) if ahead else None
    if named is not None:
        return named.start()
    return ahead[0].span.start if ahead else sentence.end


def _named_whole(text: str, quantity: Quantity, limit: int) -> Bound:
    phrase = noun_phrase(text, quantity.span.end, limit)
    counted = counted_in(text, phrase)
    clause = _OWN_CLAUSE.match(text, phrase.span.end, limit)
    after = "" if clause is None or len(_FINITE.findall(clause["own"])) > 1 else " ".join(clause["own"].split())
    return Bound(quantity, counted, "", after, named=True, own=Span(quantity.span.start, phrase.span.end))


_OWN_CLAUSE = re.compile(
    r"(?:\s+in\s+(?:the\s+)?[A-Z]\w+)?\s+(?P<own>(?:that|which|who|he|she|they|it)\s+(?:[^,.;:()]|,(?=\d))+"
    r"|[a-z]{3,}(?:ed|sent|built|held|made|sold|given|known)(?=\s+(?:have|has|had|were|was|are)\b))"
)
"""What is said of a whole itself: "40 of the 90 schools *that were promised it*", "of the 90 homes *planned* were"."""
_FINITE = re.compile(r"\b(?:have|has|had|were|was|are|is)\b")


def _one(place: _Place, quantity: Quantity) -> Bound:
    """One number with its words; what it counts begins right after it, or after the whole that it names."""
    text, previous = place.text, place.previous
    start = quantity.span.end if place.start is None else place.start
    phrase = _phrase(text, start, place.limit)
    if _does(text, start, place):
        phrase = Phrase(Span(start, start))
    after, own_end = predicate(text, phrase, place.limit)
    counted = counted_in(text, phrase)
    retold = place.tie is not None and not place.tie.head and previous is not None
    if retold and previous is not None:
        counted = "" if phrase.elided and previous.counted else counted
        after = f"{_timeless(previous.after)} {after}".strip()
    if place.tie is not None and previous is not None and previous.quantity.unit == quantity.unit:
        after = _per(previous.after, after)
    between = text[place.floor : quantity.span.start]
    alone = phrase.whole is None or place.start is not None
    listed = previous is not None and alone and not previous.named and bool(between.strip())
    listed = listed and place.tie is None and bool(_LIST.match(between))
    more = bool(counted) and _MORE.search(between) is not None
    participle = listed and not counted and _lone_participle(place, after)
    gap = None
    if not counted and not participle and place.tie is None:
        gap = gapped(text, place.made, quantity.span.start) or ranked_beside(text, previous, quantity.span.start)
    told = in_brackets(text, place.made, place.floor, quantity) if place.tie is None else None
    gap = gap or told
    counted, before = gap or _headed(place, quantity, after if participle else counted, listed)
    after = "" if participle else after
    scope = _scope(text, place.sentence)
    if scope and not counted and previous is None:
        counted = noun_phrase(scope, 0, len(scope)).span.of(scope)
    within = _within(place, between, scope)
    item = is_item(text, previous, quantity.span.start, after)
    if item and previous is not None and not scope:
        scope = previous.scope or (previous.counted if previous.partitive else "")
    if _OF_WHICH.search(between) and previous is not None and not phrase.span.of(text) and _measured(previous.quantity):
        quantity = replace(quantity, kind=previous.quantity.kind, unit=previous.quantity.unit)
        counted, before, after = previous.counted, previous.before, _per(previous.after, after)
    return Bound(
        quantity,
        counted,
        before,
        after,
        partitive=place.start is not None
        or phrase.whole is not None
        or (gap is not None and previous is not None and previous.partitive),
        listed=listed or item or (gap is not None and told is None),
        anaphoric=(within and told is None)
        or (told is None and not counted and not ranks(before))
        or is_anaphor(counted)
        or (
            not more
            and _opens_with_anaphor(place, quantity)
            and not (counted and phrase.whole is None and _HAS.match(text, place.sentence.start))
        ),
        own=Span(min(place.floor, quantity.span.start), max(own_end, quantity.span.end)),
        scope=scope,
        included=_INCLUDES.search(before) is not None,
        compared=_changes(place.tie) or _COMPARED.match(text, quantity.span.end) is not None,
        within=within,
        earlier=place.tie is not None and place.tie.role == Role.EARLIER,
        against=place.tie is not None and place.tie.role in (Role.EARLIER, Role.OTHER) and not _restated(place.tie),
        tied=place.tie is not None and bool(place.tie.head),
        elided=(phrase.elided and not retold) or participle,
        to_next=_to_next(text, own_end, place.limit) and place.limit < place.sentence.end,
    )


_DID = re.compile(
    r"\s+(?:[a-z]+ly\s+)?(?P<verb>[a-z]{4,}ed)\s+(?:[a-z]+\s*){1,3}"
    r"(?=[.;]|,?\s+(?:and\s+)?[\d,]+\s+(?:were|was|had|have|has|are|is)\b)"
)
"""A verb with its object, after which the next number has a verb of its own."""


def _does(text: str, start: int, place: _Place) -> bool:
    """Whether a number of a whole that was named at once has a verb right after it: "Of these, 40 *involved* ships"."""
    return bool(_scope(text, place.sentence)) and _DID.match(text, start, place.sentence.end) is not None


def _measured(quantity: Quantity) -> bool:
    """Whether a number is of hours or of pounds, so that "of which 9" is of them too."""
    return quantity.kind in ("duration", "money", "measure") and bool(quantity.unit)


_RATE = re.compile(
    r"^(?:an?|per|each|every) (?:hour|day|week|month|quarter|year)\b(?! (?:before|earlier|ago|previously|later|on)\b)",
    re.IGNORECASE,
)


def _per(before: str, after: str) -> str:
    """AFTER with the rate that the number before was told by ("£74 *a week*, compared with £71 a year before")."""
    rate = _RATE.match(before)
    return after if rate is None or _RATE.match(after) else f"{rate.group()} {after}".strip()


def _timeless(after: str) -> str:
    """What was said of the number before, up to when ("arrived on time" of "arrived on time in March")."""
    if not opens_predicate(after) and not after.startswith("to "):
        return ""
    dated = periods(after, None)
    return after[: dated[0].span.start].strip() if dated else after


_RESTATED = re.compile(r"\b(?:revised|corrected|restated|amended)\b", re.IGNORECASE)


def _restated(tie: Tie) -> bool:
    """Whether it was only said otherwise before, of the same time ("has been revised from 37,950")."""
    return _RESTATED.search(tie.head) is not None


def _to_next(text: str, own_end: int, limit: int) -> bool:
    return re.fullmatch(r"(?:\s+(?!and\b|but\b|or\b)\w+){0,3}\s*", text[own_end:limit], re.IGNORECASE) is not None


def _changes(tie: Tie | None) -> bool:
    return tie is not None and tie.role == Role.CHANGE


def _phrase(text: str, start: int, limit: int) -> Phrase:
    """What a number counts; nothing where a verb follows it at once ("54 retired"), or "a year" after money."""
    phrase = noun_phrase(text, start, limit)
    if phrase.whole is None and (counts_nothing(text, start, limit) or not counted_in(text, phrase)):
        return Phrase(Span(start, start))
    return phrase


def _headed(place: _Place, quantity: Quantity, counted: str, listed: bool) -> tuple[str, str]:
    """What the number counts and the words before it, taken from the list, the verb or the clause that it is in."""
    previous, tie = place.previous, place.tie
    if previous is not None and listed:
        own_verb = counts_nothing(place.text, quantity.span.end, place.limit) and has_verb(previous.before)
        own_verb = own_verb and _INCLUDES.search(previous.before) is None
        lead = "" if own_verb else _MORE.sub("", previous.before)
        return counted or ("" if previous.elided else previous.counted), lead
    if tie is not None and tie.head:
        word = "" if tie.role == Role.OTHER else tie.tie
        return counted or subject(tie.head)[0], f"{tie.head} {word}".strip()
    if tie is not None and previous is not None:
        head = re.sub(r"\s+(?:to|from|by)$", "", previous.before) if previous.tied else previous.before
        return counted or previous.counted, head
    before = before_number(place.text, place.floor, quantity.span.start)
    if conjoined(place.text, place.floor, quantity.span.start, before):
        before = f"{_subject_before(place)} {before}".strip()
    elif not counted and previous is not None and _runs_on(place, quantity, before):
        before = f"{previous.said} {before}".strip()
    if counted or _takes_object(before):
        return counted, before
    return subject(before)


_LEVELS = bag(
    "numbered totalled reached topped exceeded averaged equalled remained stayed passed approached neared counted "
    "needed gained saw included comprised contained covered involved affected concerned measured weighed"
)
"""Verbs whose subject the number after them may be of, or that need no person to do them."""


_WE_HAD = re.compile(
    r"\b(?:we|they|it|he|she|you)\s+(?:now\s+|still\s+|then\s+)?(?:have|had|has)(?:\s+(?:now|only|just|still|about))?$",
    re.IGNORECASE,
)


def _takes_object(before: str) -> bool:
    """Whether a number is what a verb is done to ("and permanently excluded *16*"), and so is not of its subject."""
    if _WE_HAD.search(before) is not None:
        return True
    said = before.lower().split()
    if len(said) < 2 or said[-1] in _LEVELS or any(w in words("auxiliaries") for w in said[-3:-1]):
        return False
    return said[-1].endswith("ed") and len(said[-1]) > 4 and any_of("changes").search(said[-1]) is None


def _runs_on(place: _Place, quantity: Quantity, before: str) -> bool:
    """Whether the words of the number before run on to this one ("15 projects are expected to cost £63 billion")."""
    previous = place.previous
    lead = place.text[place.floor : quantity.span.start]
    if previous is None or re.search(r"[,;:()]", lead) or previous.own.end < place.floor:
        return False
    return not before or before.lower() in words("prepositions") | {"of"}


def _lone_participle(place: _Place, after: str) -> bool:
    """ "The figures are 4,000 decisions made and 900 *refused*": the refused are what is counted."""
    lead = place.previous.before if place.previous else ""
    return (
        bool(lead)
        and not has_verb(lead)
        and _INCLUDES.search(lead) is None
        and re.fullmatch(r"\w+ed", after) is not None
    )


def _subject_before(place: _Place) -> str:
    """The subject that a conjoined verb takes up again ("the review took seven months and cost …")."""
    for bound in reversed(place.made):
        own = bare_subject(bound.before) if bound.before and not opens_predicate(bound.before) else ""
        if own or (not bound.before and bound.counted):
            return own or bound.counted
    return ""


def _within(place: _Place, between: str, scope: str) -> bool:
    """Whether the number is part of the one before it ("of which 7,350 …", "Of the 1,204, 845 …")."""
    previous = place.previous
    if previous is None:
        return False
    if _OF_WHICH.search(between) is not None or _COLON.fullmatch(between) is not None:
        return True
    opened = place.made[0]
    opens = opened.named and _OPENS_SCOPE.fullmatch(place.text, place.sentence.start, opened.quantity.span.start)
    return bool(opens) or (previous.named and bool(scope))


def _scope(text: str, sentence: Span) -> str:
    """ "Of the trains cancelled in the quarter, …": the whole that every number of the sentence is part of."""
    match = _SCOPE.match(text, sentence.start, sentence.end)
    return match.group(1) if match else ""


_HAS = re.compile(
    r"\W*(?:it|they)\s+(?:(?:now|then|also|still|already|later)\s+)?(?!(?:is|are|was|were|ha(?:s|d|ve) been|rose|fell"
    r"|stood|stands?|covers?|includ\w+|compris\w+|consist\w+|number\w*|total\w*)\b)\w+",
    re.IGNORECASE,
)
"""A body or a firm that does something ("*It holds* 29 contracts"), and no number that was told before."""


_MORE = re.compile(r"\b(?:a further|another)\s*$", re.IGNORECASE)
"""Words for what comes on top of what was counted before, and is no part of it ("a further 29,450 trains")."""


def _opens_with_anaphor(place: _Place, quantity: Quantity) -> bool:
    """ "They included 40 …", but not "The number of households …", which says of what it is the number."""
    text, sentence = place.text, place.sentence
    if ";" in text[sentence.start : quantity.span.start]:
        return False
    opening = text[sentence.start : sentence.start + 60].lstrip("\u201c\"' ")
    match = any_of("anaphors").match(opening)
    return match is not None and re.match(r"\s+(?:of|for|in|at)\b", opening[match.end() :]) is None
