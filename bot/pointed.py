"""Which figure the reader points at, where it is sure and the rules allow it.

The rules keep their say: every place, nationality, offence, date, unit, limit and whole that is asked about must be
borne out, another deed, doer or sort is not taken for the one asked about, nor what the record counts elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from bot.bearing import NAMED
from bot.by_whom import done_by_nobody
from bot.clauses import own_clause
from bot.forms import Ask
from bot.left_open import Like
from bot.match import Fit
from bot.prefixes import turned_by_prefix
from bot.query import Query
from bot.sureness import surest
from bot.tenure import only_lasted
from bot.units import unit_class
from corpus.extract.sense import DENIED, Sense, agree, senses
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["another_is_meant", "closest_figure"]

SURE_DEED = 1.0
"""The least sureness (``bot.sureness``) at which a figure told of another deed is given: suspended is not sacked."""
ALIKE_TRADES = 0.65
"""The least cosine at which one trade is taken for another: no two of them reach it."""
_AVERAGE = regex(r"\b(?:average|averaged|mean|median|typical(?:ly)?)\b", re.IGNORECASE)
_IN_ALL = regex(r"\b(?:in all|in total|altogether|all told|all together|in sum|overall)\W*$", re.IGNORECASE)


def closest_figure(
    query: Query, held: Sequence[tuple[float, Fit]], like: Like, text_of: Callable[[str], str]
) -> Fit | None:
    """Of figures HELD with their odds, the best first, the likeliest, where it is sure and the rules allow it."""
    question = query.resolved or query.text
    best = surest(question, held, like, text_of)
    if best is None or not best.sure or not _may(query, best.fit):
        return None
    if best.sureness < SURE_DEED and _another_deed(query, question, best.fit):
        return None
    if only_lasted(query, best.fit.figure.context.of(text_of(best.fit.figure.source_id))):
        return None
    if _only_begun(question, best.fit):
        return None
    if done_by_nobody(query.wanted, best.fit.figure, best.fit.missing):
        return None
    if _another_doer(query, best.fit) or _another_sort(query, best.fit, like, text_of):
        return None
    return best.fit


def _only_begun(question: str, found: Fit) -> bool:
    """Whether it is asked of whom a thing was done *in full*, and FOUND only counts those with whom it was begun."""
    told = lexicon().ids(found.figure.measure)
    begun = not told.isdisjoint({"started", "outstanding"}) or _IN_PART.search(found.figure.measure) is not None
    return begun and _IN_FULL.search(question) is not None


_IN_FULL = regex(r"\b(?:fully|completely|entirely|in full|to the end)\b", re.IGNORECASE)
_IN_PART = regex(r"\b(?:partly|partially|in part|half)\b", re.IGNORECASE)


def _another_deed(query: Query, question: str, found: Fit) -> bool:
    """Whether a deed is asked about that FOUND lacks, and it is told of one that is no near word of any asked about."""
    lex = lexicon()
    if not any(lex.kind(s.id) == "action" and s.words in found.missing for s in query.wanted.terms):
        return False
    told = {i for i in lex.ids(found.figure.measure) if lex.kind(i) == "action"}
    asked = {i for i in lex.ids(question) if lex.kind(i) == "action"}
    return bool(told) and told.isdisjoint(asked.union(*(lex.relatives(i) for i in asked)))


def _may(query: Query, found: Fit) -> bool:
    """Whether all that FOUND lacks may be borne out by meaning: no name, time, unit, limit or whole may be."""
    kinds = {s.words: lexicon().kind(s.id) for s in query.wanted.terms if not lexicon().general(s.id)}
    soft = all(m in kinds and kinds[m] not in NAMED and not m[:1].isupper() for m in found.missing)
    share = query.ask is not Ask.SHARE or found.figure.unit == "%"
    average = query.ask is not Ask.AVERAGE or _AVERAGE.search(found.figure.measure) is not None
    return soft and share and average and all(found.times)


def _another_doer(query: Query, found: Fit) -> bool:
    """Whether a body that is asked about is not borne out, and FOUND names somebody else: what *developers* paid, no
    council did."""
    lex = lexicon()
    if not any(s.kind == "body" and s.words in found.missing for s in query.wanted.terms):
        return False
    told = {i for i in lex.ids(found.figure.measure) if lex.kind(i) in ("body", "role", "person")}
    return any(not lex.general(i) and i not in {s.id for s in query.wanted.terms} for i in told)


def _another_sort(query: Query, found: Fit, like: Like, text_of: Callable[[str], str]) -> bool:
    """Whether another sort is counted than is asked for: clerks for surgeons, or what another clause is told of."""
    named = query.wanted.terms if query.ask is Ask.SHARE else query.wanted.focus
    trades = [s.words for s in named if s.words in found.missing and lexicon().kind(s.id) == "role"]
    if any(like(trade, [found.figure.counted])[0] < ALIKE_TRADES for trade in trades):
        return True
    said = found.figure.context.of(text_of(found.figure.source_id))
    own = lexicon().ids(f"{found.figure.counted}. {found.figure.measure}")
    missing = [s for s in query.wanted.terms if s.words in found.missing]
    if any(_only_otherwise(s, said) for s in missing):
        return True
    if any(s.mark == DENIED or lexicon().opposite(s.id, i) for s in missing for i in own):
        return True
    if any(turned_by_prefix(s, own) for s in missing):
        return True
    if _asked_otherwise(query, found, text_of):
        return True
    elsewhere = lexicon().ids(said) - lexicon().ids(own_clause(found.figure, said))
    if any(s.id in elsewhere for s in query.wanted.terms if s.words in found.missing):
        return True
    whole = f"{_taken_up(found, text_of)} {said}"
    told = lexicon().ids(whole)
    untold = {*found.missing, *(s.words for s in query.wanted.terms if s.id not in told)}
    return any(_of_another(m, query.resolved or query.text, whole) for m in untold)


def _asked_otherwise(query: Query, found: Fit, text_of: Callable[[str], str]) -> bool:
    """Whether FOUND answers a question of the record's own that denies what is asked ("how many *cannot* get it?")."""
    text, start = text_of(found.figure.source_id), found.figure.context.start
    before = text[max(0, start - _QUESTION) : start].rstrip()
    if not before.endswith("?"):
        return False
    put = senses(re.split(r"[.?!:]\s", before)[-1])
    return any(s.id == p.id and p.mark == DENIED != s.mark for s in query.wanted.terms for p in put)


_QUESTION = 200
"""So many characters before an answer may the question stand that it answers."""


def _taken_up(found: Fit, text_of: Callable[[str], str]) -> str:
    """What stands before FOUND's sentence in its paragraph, where it takes a thing up from there ("it had")."""
    context = found.figure.context
    text = text_of(found.figure.source_id)
    if _IT.search(text[context.start : found.figure.span.start]) is None:
        return ""
    return text[max(text.rfind("\n", 0, context.start), 0) : context.start]


_IT = regex(r"\b(?:it|they|this|that)\b", re.IGNORECASE)


def _only_otherwise(asked: Sense, said: str) -> bool:
    """Whether SAID names what is ASKED, or what is akin, only to weigh or deny it ("*considered* for deportation")."""
    akin, here = lexicon().relatives(asked.id), senses(said)
    own = [s for s in here if s.id == asked.id]
    if any(s.mark != DENIED and _A_THING.search(said[: s.start]) for s in own):
        return False  # requests for *a permit* are of permits, though none of them was a permit yet
    marks = [s.mark for s in own] or [s.mark for s in here if s.id in akin]
    return bool(marks) and not any(agree(asked.mark, mark) for mark in marks)


_A_THING = regex(r"\b(?:an?|the|their|his|her|its)\s+$", re.IGNORECASE)


def another_is_meant(query: Query, found: Fit, fits: Sequence[Fit]) -> bool:
    """Whether the record counts what is asked for elsewhere, or tells FOUND as one of several that make it up."""
    return (
        _told_of_others(query, found, fits)
        or _counted_itself(query, found, fits)
        or _of_several(query, found, fits)
        or _of_a_list(found, fits)
    )


def _of_a_list(found: Fit, fits: Sequence[Fit]) -> bool:
    """Whether FOUND lacks nothing, and no less does another that is told beside it: none of them is all there are."""
    figure = found.figure
    beside = (f for f in fits if f.figure.context == figure.context and f.figure.source_id == figure.source_id)
    return (
        bool(found.direct)
        and not found.missing
        and any(
            f.complete
            and f.direct == found.direct
            and f.figure.value != figure.value
            and f.figure.part_of == figure.part_of
            for f in beside
            if not f.figure.note and f.figure.period == figure.period and f.figure.measure != figure.measure
        )
    )


def _of_several(query: Query, found: Fit, fits: Sequence[Fit]) -> bool:
    """Whether all there are is asked for, and FOUND is one of several numbers of the same thing."""
    if _IN_ALL.search(query.resolved or query.text) is None:
        return False
    head = lexicon().ids(found.figure.counted)
    others = [f.figure for f in fits if f.figure.value != found.figure.value and f.depth == found.depth]
    return bool(head) and any(head & lexicon().ids(f.counted) for f in others)


def _told_of_others(query: Query, found: Fit, fits: Sequence[Fit]) -> bool:
    """Whether all that FOUND lacks is what another figure was counted for, in these very words.

    Where a record has its own count of what "a judge advised", it does not tell of it in other words beside.
    """
    lacking = {s.id for s in query.wanted.terms if s.words in found.missing and not lexicon().general(s.id)}
    own = [f.figure for f in fits if f.figure.value not in (found.figure.value, 1)]
    heads = lacking & {s.id for s in query.wanted.focus[-1:]}
    if heads and _OWN_NOUN.match(found.figure.counted) and any(heads & lexicon().ids(f.counted) for f in own):
        return True  # it counts lifeboats as such elsewhere, so that ferries are none
    return len(lacking) > 1 and any(lacking <= lexicon().ids(f"{f.counted}. {f.measure}") for f in own)


def _counted_itself(query: Query, found: Fit, fits: Sequence[Fit]) -> bool:
    """Whether FOUND counts another thing than is asked for, where its record counts that very thing as well.

    Where a record counts the ferries, they are not the vessels that it counts beside them in other words.
    """
    if unit_class(found.figure.unit) == "money":
        return False  # who paid it is counted besides
    lex = lexicon()
    heads = [s for s in query.wanted.focus[-1:] if s.words in found.missing]
    named = {s.id for s in heads} | {i for s in heads for i in lex.relatives(s.id)}
    same = (f.figure for f in fits if f.figure.source_id == found.figure.source_id and not f.figure.note)
    return any(named & lex.ids(f.counted) for f in same)


_OWN_NOUN = regex(r"(?!(?:the|this|that|it|its|they|them|these|those|he|she|we)\b)\w", re.IGNORECASE)
"""What a number counts by a noun right after it, and not by what its sentence is of."""


def _of_another(missing: str, question: str, said: str) -> bool:
    """Whether the word that MISSING stands before in QUESTION has another telling word before it in what is SAID."""
    after = re.search(rf"\b{re.escape(missing)}\s+([a-z]{{4,}})\b", question, re.IGNORECASE)
    if after is None or not lexicon().ids(after[1]):
        return False
    before = re.search(rf"\b([a-z]{{4,}})\s+{re.escape(after[1])}\b", said, re.IGNORECASE)
    known = lexicon().ids(question)
    return before is not None and bool(ids := lexicon().ids(before[1])) and ids.isdisjoint(known)
