"""Which words of a sentence belong to which number: what it counts, and what was done to it.

A sentence may hold several numbers ("three murderers, nine rapists … as well as 41 burglars"). Each takes its own
noun phrase and predicate; numbers in one list share the words before the first and after the last; a number that
stands alone ("soared to more than 10,000") takes the subject before it.
"""

from __future__ import annotations

import re

from corpus.extract.carried import carried_on, of_that_measure, per, same_object
from corpus.extract.change import Role, Tie, moved_by, ties
from corpus.extract.clause import after_aside, predicate
from corpus.extract.counting import conditions, counted_in, counts_nothing, is_anaphor, whole_of
from corpus.extract.done_by import done_by
from corpus.extract.fellows import fellow
from corpus.extract.found_on import found_on
from corpus.extract.gaps import gapped, in_brackets, introduced, is_item, labels, name_before, ranked_beside
from corpus.extract.joint import joint
from corpus.extract.label_line import labelled_line
from corpus.extract.likewise import likewise
from corpus.extract.lone import ranks
from corpus.extract.numbers import Quantity
from corpus.extract.past_phrase import past_phrases
from corpus.extract.phrase import Phrase, noun_phrase
from corpus.extract.placed import (
    INCLUDES,
    MORE,
    OPENS_SCOPE,
    Place,
    headed,
    lone_participle,
    of_the_rest,
    part_at_once,
    scope_of,
    within,
)
from corpus.extract.sharing import Bound, bracketed, shared
from corpus.lexicon.grammar import any_of
from corpus.patterns import regex
from corpus.records import Span

__all__ = ["FIGURE_KINDS", "Bound", "bind"]

FIGURE_KINDS = frozenset({"count", "percentage", "money", "duration", "age", "in_words", "measure", "rate", "fraction"})
"""The kinds of number that are figures; dates, references, ordinals and telephone numbers are not."""
_LIST = regex(r"^[\s,]*(?:and|or|plus|as well as|along with|together with|followed by)?[\s,]*$", re.IGNORECASE)
_COMPARED = regex(
    r"\s+(?:\w+\s+){0,2}?(?:more|fewer|less|higher|lower|greater|longer|shorter|slower|faster|quicker)(?:\s+\w+){0,3}?\s+than\b"
    r"(?!\s+(?:[£$€0-9]|one\b|two\b|three\b|four\b|five\b|six\b|ten\b|half\b|an?\s+(?:hundred|third|quarter)))|\s+(?:fewer|less|higher|lower)\b"
    r"|\s+(?:up|down)\s+on\s",
    re.IGNORECASE,
)
_OF_THEM = regex(r"\s+of\s+(?:which|whom|them|these|those)\b", re.IGNORECASE)


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
        place = Place(text, sentence, limit, tuple(bound), tied[index])
        named = index > 0 and whole_of(text, found[index - 1], quantity)
        opens = not bound and OPENS_SCOPE.fullmatch(text, sentence.start, quantity.span.start) is not None
        opens = opens and not part_at_once(text, sentence, quantity.span.end)
        if _HOW_MANY_OF.search(text, max(sentence.start, quantity.span.start - _BACK), quantity.span.start):
            bound.append(Bound(quantity, "", "", "", named=True, own=quantity.span))
        elif opens or named:
            bound.append(_named_whole(text, quantity, limit, found[index - 1] if named else None))
        elif ahead and whole_of(text, quantity, ahead[0]):
            beyond = _limit(text, sentence, ahead[0], ahead[1:])
            bound.append(_one(Place(text, sentence, beyond, tuple(bound), tied[index], ahead[0].span.end), quantity))
        else:
            bound.append(_one(place, quantity))
    told = introduced(
        text,
        bracketed(text, shared(text, done_by(text, past_phrases(text, likewise(text, bound)))), sentence.end),
        sentence,
    )
    return found_on(text, told)


_HOW_MANY_OF = regex(
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


def _named_whole(text: str, quantity: Quantity, limit: int, part: Quantity | None) -> Bound:
    phrase = noun_phrase(text, quantity.span.end, limit)
    counted = counted_in(text, phrase)
    clause = _OWN_CLAUSE.match(text, phrase.span.end, limit)
    manner = _MANNER.match(text, phrase.span.end, limit)
    after = "" if clause is None or len(_FINITE.findall(clause["own"])) > 1 else " ".join(clause["own"].split())
    there = _THERE.match(text, phrase.span.end, limit) if part is not None and not after else None
    after = there["own"] if there is not None else after
    owner = _OWNER.search(text, part.span.end, quantity.span.start) if part is not None else None
    before = " ".join(owner["owner"].split()) if owner is not None else ""
    after = manner["own"] if manner is not None else after
    end = manner.end() if manner is not None else phrase.span.end
    return Bound(quantity, counted, before, after, named=True, own=Span(quantity.span.start, end))


_OWNER = regex(r"\bof\s+(?P<owner>[^,;]{2,60}(?:['\u2019]s|s['\u2019]))\s+$")
"""Whose a whole is: "31 of *the orchestra's* 70 players"."""

_MANNER = regex(r"\s+(?P<own>(?:in|by|at|on|under|without)\s+[a-z-]+)(?=,\s|\s+(?:were|was|are|is|had|has|have|did)\b)")
"""How a whole itself is: "of the 90 letters *by mistake*, 40 were burnt", "of the 90 tugs *in dock*, 40 leaked"."""
_OWN_CLAUSE = regex(
    r"\s+(?P<own>(?:in\s+(?:the\s+)?[A-Z]\w+\s+)?(?:that|which|who|he|she|they|it)\s+(?:[^,.;:()]|,(?=\d))+"
    r"|[a-z]{3,}(?:ed|sent|built|held|made|sold|given|known)(?=\s+(?:have|has|had|were|was|are)\b))"
)
"""What is said of a whole itself: "40 of the 90 schools *that were promised it*", "of the 90 homes *planned* were"."""
_THERE = regex(
    r"\s+(?P<own>(?:in|on|under|within|at|across)\s+(?:the|our|its|their)\s+(?!(?:\w+\s+){0,2}?(?:days?|weeks?|months?"
    r"|quarters?|years?|decades?|spring|summer|autumn|winter|past|same|meantime|end|time|middle|start)\b)"
    r"[a-z][\w-]*(?:\s[a-z][\w-]*)?)(?=\s*(?:[,.;:]|$))"
)
"""Where those of a whole are, to some of whom a thing was done: "divers checked 12 of the 45 piers *on the lake*"."""
_FINITE = regex(r"(?<!\bto )\b(?:have|has|had|were|was|are|is)\b")


def _one(place: Place, quantity: Quantity) -> Bound:
    """One number with its words; what it counts begins right after it, or after the whole that it names."""
    text, previous = place.text, place.previous
    phrase, counted, after, own_end = _after(place, quantity)
    retold = place.tie is not None and not place.tie.head and previous is not None
    between = text[place.floor : quantity.span.start]
    listed = _in_list(place, phrase, between) and not _only_limits(place.previous, quantity)
    listed = listed and (bool(counted) or fellow(place.made, after) is None)
    more = bool(counted) and MORE.search(between) is not None
    participle = listed and not counted and lone_participle(place, after)
    told = in_brackets(text, place.made, place.floor, quantity) if place.tie is None else None
    own_line = labelled_line(text, place.sentence, quantity) if not counted and previous is None else None
    gap = _gap(place, quantity, counted, participle) or told or own_line
    counted, before = gap or headed(place, quantity, after if participle else counted, listed)
    after = "" if participle else after
    kind = None
    if not counted and (kind := of_the_rest(text, quantity, before, place.limit)) is not None:
        counted, after = kind
    scope = scope_of(text, place.sentence)
    if scope and not counted and previous is None:
        counted = noun_phrase(scope, 0, len(scope)).span.of(scope)
    inside = within(place, between, scope)
    item = is_item(text, previous, quantity.span.start, after)
    if item and previous is not None:
        scope = scope or previous.scope or (previous.counted if previous.partitive else "")
    if not phrase.span.of(text):
        quantity, counted, before, after = of_that_measure(place, quantity, (counted, before, after))
    return Bound(
        quantity,
        counted,
        before,
        after,
        partitive=place.start is not None or phrase.whole is not None or _parts_again(gap, previous),
        listed=listed or item or (gap is not None and told is None),
        anaphoric=is_anaphor(counted)
        or (told is None and (inside or ((not counted or kind is not None) and not ranks(before))))
        or (not more and _leans_back(place, quantity, bool(counted) and phrase.whole is None)),
        own=Span(min(place.floor, quantity.span.start), max(own_end, quantity.span.end)),
        scope=scope,
        included=INCLUDES.search(before) is not None and _DOING.search(before) is None,
        compared=_changes(place.tie) or moved_by(between) or _COMPARED.match(text, quantity.span.end) is not None,
        within=inside,
        earlier=place.tie is not None and place.tie.role == Role.EARLIER,
        against=place.tie is not None and place.tie.role in (Role.EARLIER, Role.OTHER) and not _restated(place.tie),
        tied=place.tie is not None and bool(place.tie.head),
        elided=(phrase.elided and not retold) or participle,
        to_next=_to_next(text, own_end, place.limit) and place.limit < place.sentence.end,
    )


def _parts_again(gap: tuple[str, str] | None, previous: Bound | None) -> bool:
    """Whether a number that takes its words from the one before is, like that, a part of a whole."""
    return gap is not None and previous is not None and previous.partitive


def _after(place: Place, quantity: Quantity) -> tuple[Phrase, str, str, int]:
    """The noun phrase after a number, what it counts by that, what is said of it after, and where that ends."""
    text, previous, tie = place.text, place.previous, place.tie
    start = quantity.span.end if place.start is None else place.start
    start += text[start : start + 1] == "-" and text[start + 1 : start + 2].isalpha()
    lone = _does(text, start, place) or _of_a_rate(place, quantity)
    phrase = Phrase(Span(start, start)) if lone else _phrase(text, start, place.limit)
    after, own_end = predicate(text, phrase, place.limit)
    counted = counted_in(text, phrase)
    if tie is not None and not tie.head and previous is not None:
        counted = "" if phrase.elided and previous.counted else counted
        level = next((b for b in reversed(place.made) if not b.compared), previous)
        after = f"{carried_on(level.after, after)} {after}".strip()
    if tie is not None and previous is not None and previous.quantity.unit == quantity.unit:
        after = per(previous.after, after)
    return phrase, counted, same_object(place, quantity, after), own_end


_RATE_OF = regex(r"\b(?:rates?|numbers?|incidence|prevalence|frequency|ratio|levels?)\b[^,;:]*$", re.IGNORECASE)


def _of_a_rate(place: Place, quantity: Quantity) -> bool:
    """Whether a rate is told of before it, so that it only is to whoever follows ("*the rate* was 5 per 100 boats")."""
    return quantity.kind == "rate" and _RATE_OF.search(place.text, place.floor, quantity.span.start) is not None


def _in_list(place: Place, phrase: Phrase, between: str) -> bool:
    """Whether nothing but a list's own words stand between a number and the one before it."""
    previous = place.previous
    alone = phrase.whole is None or place.start is not None
    beside = previous is not None and alone and not previous.named and place.tie is None
    return beside and bool(between.strip()) and bool(_LIST.match(between))


def _only_limits(previous: Bound | None, quantity: Quantity) -> bool:
    """Whether the number before only limits another ("30 sailors were *over 60* and nine deaf"), and opens no list."""
    kinds = ("age", "duration")
    return previous is not None and previous.quantity.kind in kinds and quantity.kind not in kinds


def _gap(place: Place, quantity: Quantity, counted: str, participle: bool) -> tuple[str, str] | None:
    """What a number without a noun counts, and the words before it, where another's sentence lends them."""
    if counted or participle or place.tie is not None:
        return None
    at = quantity.span.start
    return ranked_beside(place.text, place.previous, at) or gapped(place.text, place.made, at)


def _leans_back(place: Place, quantity: Quantity, own: bool) -> bool:
    """Whether the sentence opens with a word for what was told before, and is not of something that it does itself."""
    if not _opens_with_anaphor(place, quantity):
        return False
    start, end = place.sentence.start, quantity.span.start
    return not (own and (_HAS.match(place.text, start) or _DOING.search(place.text, start, end)))


_DOING = regex(r"\b(?:includ(?:e|es|ed|ing)|involv(?:e|es|ed|ing)) \w+ing\b", re.IGNORECASE)
"""What work includes is work, and no part of what was counted before: "this *includes managing* two wrecks"."""


_DONE = r"(?:[a-z]{4,}ed|held|took|had|kept|lost|bought|sold|made|left|got|won|built|paid|chose|wore|gave|ate|ran)"
_DID = regex(
    rf"\s+(?:[a-z]+ly\s+)?(?P<verb>{_DONE})\s+(?:[a-z]+\s*?){{1,3}}"
    rf"(?=[.;]|,?\s+(?:and\s+)?(?:the\s+(?:other|remaining)\s+)?[\d,]+\s+(?:were|was|had|have|has|are|is|{_DONE})\b)"
)
"""A verb with its object, after which the next number has a verb of its own."""


def _does(text: str, start: int, place: Place) -> bool:
    """Whether a number of a whole that was named at once has a verb right after it: "Of these, 40 *involved* ships"."""
    return bool(scope_of(text, place.sentence)) and _DID.match(text, start, place.sentence.end) is not None


_RESTATED = regex(r"\b(?:revised|corrected|restated|amended)\b", re.IGNORECASE)


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
    return joint(text, phrase, limit)


_HAS = regex(
    r"\W*(?:it|they)\s+(?:(?:now|then|also|still|already|later)\s+)?(?!(?:is|are|was|were|ha(?:s|d|ve) been|rose|fell"
    r"|stood|stands?|covers?|includ\w+|compris\w+|consist\w+|number\w*|total\w*)\b)\w+",
    re.IGNORECASE,
)
"""A body or a firm that does something ("*It holds* 29 contracts"), and no number that was told before."""


def _opens_with_anaphor(place: Place, quantity: Quantity) -> bool:
    """ "They included 40 …", but not "The number of households …", which says of what it is the number."""
    text, sentence = place.text, place.sentence
    if ";" in text[sentence.start : quantity.span.start]:
        return False
    opening = text[sentence.start : sentence.start + 60].lstrip("\u201c\"' ")
    match = any_of("anaphors").match(opening)
    return match is not None and re.match(r"\s+(?:of|for|in|at)\b", opening[match.end() :]) is None
