"""Which figure another is part of: the whole that a list, a sentence or the sentences before it tell of."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from corpus.extract.backward import looks_back
from corpus.extract.clause import has_verb
from corpus.extract.draft import Draft
from corpus.extract.further import (
    beside_those_before,
    besides,
    counts_its_own,
    of_others,
    those_included,
    those_remaining,
    whole_of_others,
)
from corpus.extract.lone import ranks
from corpus.extract.of_whom import (
    PEOPLE,
    SPACE,
    all_general,
    is_that_share,
    larger,
    may_speak,
    of_people,
    of_that_too,
    of_the_deed,
    of_what_was_shared,
)
from corpus.extract.scoped import apart_from, belonging, of_those_who, scoped_by_deed
from corpus.extract.sharing import AMONG
from corpus.extract.wholes_of_money import sum_spoken_of
from corpus.extract.wholes_of_places import of_another_place
from corpus.lexicon.grammar import any_of, words
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Qualifier

__all__ = ["same_thing", "whole_of"]


def whole_of(draft: Draft, earlier: list[Draft]) -> Draft | None:
    """The figure that this one is part of: that of its list, of its own sentence, or the last whole before it."""
    if draft.bound.quantity.kind == "money":
        return sum_spoken_of(draft, earlier)
    if draft.bound.quantity.kind not in ("count", "percentage", "in_words", "fraction"):
        return None
    if draft.bound.borrowed and not draft.bound.partitive and draft.when is not None and looks_back(draft.when):
        return None  # "There had been 40 the year before": another year's, and no part of this one's
    bare = draft.bound.borrowed or not draft.bound.counted
    if bare and not draft.bound.partitive and _THE_TIME_BEFORE.search(draft.bound.before):
        return None
    if is_that_share(draft, earlier):
        return earlier[-1].whole  # "90 of them sank, *which is 65 per cent*": of what the 90 were of
    if besides(draft):
        return None
    if of_others(draft) and (whole := whole_of_others(draft, earlier)) is not None:
        return whole
    if of_others(draft) and (counts_its_own(draft) or beside_those_before(draft, earlier)):
        return None
    if (named := those_included(draft, earlier) or those_remaining(draft, earlier)) is not None:
        return named
    if (again := _of_those_again(draft, earlier)) is not None:
        return again
    if (draft.bound.listed or draft.bound.filled) and not draft.bound.within and earlier:
        last = earlier[-1]
        if draft.bound.filled and (seekers := _of_those_who_asked(draft, last)) is not None:
            return seekers
        whole = last if draft.bound.filled and last.bound.named else last.whole
        besides_them = draft.bound.filled and AMONG.match(last.bound.before) and not AMONG.match(draft.bound.before)
        return None if besides_them and has_verb(draft.bound.before) else whole
    opened = [e for e in earlier if e.sentence == draft.sentence and e.bound.named and draft.bound.within]
    if opened and (_fits(draft, opened[0]) or not (opened[0].bound.counted or larger(draft, opened[0]))):
        return opened[0].same or opened[0]
    rest = [
        e
        for e in earlier
        if e.same is None and not (e.bound.compared or e.bound.earlier or _of_then(e, draft))
        if not (e.bound.against and e.sentence != draft.sentence)
    ]
    asked = [e for e in rest if e.sentence == draft.sentence and _SURVEY.search(e.bound.before)]
    if asked and draft.bound.quantity.kind == "percentage" and not draft.bound.partitive:
        return asked[-1]
    if not _refers_back(draft) or _share_of_another(draft):
        return None
    if (likewise := of_that_too(draft, earlier)) is not None:
        return likewise
    if ranks(draft.bound.before):
        rest = [e for e in rest if not ranks(e.bound.before)]
    return _of_its_sentence(draft, rest) or of_those_who(draft, earlier) or _of_those_before(draft, rest, earlier)


def _of_those_again(draft: Draft, earlier: list[Draft]) -> Draft | None:
    """ "The 40 crew who drowned, six *of them* cadets", "opened 90 bridges and shut 12 *of them*": of those before.

    Also where these had been counted before.
    """
    told = [e for e in earlier if e.sentence == draft.sentence and not _bare_length(e)]
    last = told[-1] if told else None
    if last is None or not draft.bound.partitive:
        return None
    if last.same is None:
        them = draft.bound.counted.lower() in ("them", "whom", "which") and not last.bound.compared
        return last if them and last.whole is None and not last.bound.listed and _fits(draft, last) else None
    return last.same if draft.bound.counted.lower() in ("them", "whom") and _fits(draft, last) else None


def _bare_length(draft: Draft) -> bool:
    """A length of time that counts nothing of its own ("90 boats in *six months*, 40 of them new")."""
    return draft.bound.quantity.kind == "duration" and not draft.bound.counted


def _of_its_sentence(draft: Draft, earlier: list[Draft]) -> Draft | None:
    """The whole that its own sentence gives, or the one right before it, or one that it names in full."""
    near = [e for e in earlier if e.sentence == draft.sentence and (_fits(draft, e) or _among(draft, e))]
    if near and (draft.bound.within or draft.bound.included or _is_pronoun(draft.bound.counted)):
        return near[-1]
    told = [e for e in earlier if e.sentence == draft.sentence and _spoken_of(draft, e)]
    if told and draft.bound.partitive:
        return told[-1]
    return _just_told(draft, earlier) or _named_in_full(draft, earlier)


def _among(part: Draft, whole: Draft) -> bool:
    """Whether the text itself says right behind WHOLE that PART is among it ("12 boats, *including four* ferries")."""
    beside = 0 <= part.bound.own.start - whole.bound.own.end <= _BESIDE and part.bound.included
    counts = part.bound.quantity.kind == whole.bound.quantity.kind == "count" and bool(whole.bound.counted)
    return beside and counts and (part.most or 0) < (whole.value or 0)


_BESIDE = 2
"""Characters between a whole and what it is said to include: a comma and a space."""


def _of_those_before(draft: Draft, earlier: list[Draft], mentioned: list[Draft]) -> Draft | None:
    """The likeliest whole of the sentences before; MENTIONED are those too that only repeat or compare."""
    if (shared := of_what_was_shared(draft, mentioned)) is not None:
        return shared
    candidates = [e for e in earlier if e.sentence != draft.sentence and e.whole is None and _fits(draft, e)]
    candidates = [e for e in apart_from(draft, candidates) if not belonging(e) or draft.ids & e.ids]
    candidates = [e for e in candidates if _within_reach(draft, e) and _of_scope(draft, e) and not _again(draft, e)]
    if candidates or not (draft.bound.partitive or draft.bound.scope):
        return max(
            candidates,
            key=lambda e: (bool(draft.ids & e.ids), may_speak(draft, e), *_firm(e, mentioned)),
            default=None,
        )
    return _whole_spoken_of(draft, earlier)


_THE_TIME_BEFORE = regex(
    r"\b(?:previous|preceding)\s+(?:day|week|month|quarter|year|season|session|decade|winter|spring|summer|autumn)\b"
    r"|^\W*(?:(?:in|over|during) )?(?:the|a) (?:day|week|month|quarter|year|season) (?:before|earlier)\b",
    re.IGNORECASE,
)


def _of_those_who_asked(draft: Draft, last: Draft) -> Draft | None:
    """ "90 crews *entered* and 71 finished": the second are part of the first."""
    first = last.whole if last.whole is not None and last.whole.sentence == draft.sentence else last
    sought = any_of("seeking").search(first.measure) is not None
    smaller = draft.value is not None and first.value is not None and draft.value < first.value
    return first if sought and smaller and not any_of("seeking").search(draft.bound.after) else None


_REACHED = 700
"""So many characters back may a number reach that does not say what it counts."""


def _within_reach(draft: Draft, whole: Draft) -> bool:
    bound = draft.bound
    bare = _is_pronoun(bound.counted) and not (bound.partitive or bound.scope)
    return not bare or draft.sentence.start - whole.sentence.end <= _REACHED


def _again(draft: Draft, whole: Draft) -> bool:
    """Whether the same is only counted again at another time ("331,458 visits in 2004/05 … 248,661 in 2014/15")."""
    mine, theirs = _days(draft), _days(whole)
    if mine is None or theirs is None or (mine[0] <= theirs[1] and theirs[0] <= mine[1]) or draft.bound.partitive:
        return False
    lex = lexicon()
    done = {i for i in lex.ids(draft.measure) if lex.kind(i) == "action"}
    counted = draft.ids & whole.ids or _is_pronoun(draft.bound.counted)
    return bool(counted) and done <= lex.ids(whole.measure)


def _days(draft: Draft) -> tuple[date, date] | None:
    """The first and the last day that a figure is of, where it says both itself."""
    when = draft.when
    if when is None:
        return None
    if when.when is not None:
        return when.when.first, when.when.last
    start, end = when.period.start, when.period.end
    return (start, end) if start is not None and end is not None else None


def _of_scope(draft: Draft, whole: Draft) -> bool:
    """ "Of those who *needed the money*, two in five …": no part of a whole that nothing of the kind is said of."""
    lex = lexicon()
    if not of_the_deed(draft, whole):
        return False
    asked = {i for i in lex.ids(draft.bound.scope) if not lex.general(i)}
    if not asked or not (_is_pronoun(draft.bound.scope.split()[0]) or scoped_by_deed(draft)):
        return True
    return bool(asked & lex.ids(". ".join([whole.measure, whole.bound.scope, *whole.mentions])))


def _of_then(whole: Draft, draft: Draft) -> bool:
    """Whether a number is only set beside the one that a text is about ("a year earlier it was 2,017")."""
    return whole.when is not None and looks_back(whole.when) and whole.sentence != draft.sentence


_SAYS = regex(
    r"^(?:this|that|it|which|or|and|they)?\s*(?:is|was|were|are|represents|represented|makes|made)?$", re.IGNORECASE
)
_SURVEY = regex(r"\b(?:survey|poll|sample|study) of$|\b(?:surveyed|polled|interviewed|questioned)$", re.IGNORECASE)
_DEFINITE = regex(r"^(?:the|these|those|them|its|their|all|both|this|that)\b|^$", re.IGNORECASE)


def _share_of_another(draft: Draft) -> bool:
    """A share of what no earlier number counts: "of patients" in general, or "This was 2.3% of those planned"."""
    bound = draft.bound
    if bound.quantity.kind not in ("percentage", "fraction") or not bound.partitive:
        return False
    told = _SAYS.match(bound.before) is not None and bool(bound.before)
    return told or _DEFINITE.match(bound.counted) is None


def _firm(draft: Draft, told: list[Draft]) -> tuple[bool, int]:
    """Of wholes that fit, one that was given exactly; of those, the last that was TOLD of ("Of the 214 sites, …")."""
    places = [d.bound.quantity.span.start for d in told if d is draft or (d.same is draft and d.bound.named)]
    return draft.bound.quantity.qualifier is Qualifier.EXACTLY, max(places)


def _just_told(draft: Draft, earlier: list[Draft]) -> Draft | None:
    """ "Only 27 were prosecuted. Nineteen *of those* …": the one count of the sentence right before."""
    named = draft.bound.counted if draft.bound.partitive else draft.bound.scope
    if named.lower() not in ("those", "these", "them"):
        return None
    before = [e for e in earlier if e.sentence.end <= draft.sentence.start <= e.sentence.end + SPACE]
    if len(before) == 2 and before[0].bound.partitive and before[1].bound.named and not before[0].bound.named:
        before = before[:1]  # "40 *of the 90* were found": these are the 40
    if len(before) != 1 or before[0].bound.quantity.kind != "count":
        return None
    told = before[0] if not larger(draft, before[0]) else before[0].whole
    return told if told is not None and not larger(draft, told) else None


def _named_in_full(draft: Draft, earlier: list[Draft]) -> Draft | None:
    """ "212 *of the rebooked tests*": of the counts before, the one that was of tests, and of their being rebooked."""
    lex = lexicon()
    asked = {i for i in draft.ids if not lex.general(i)}
    if not draft.bound.partitive or len(asked) < 2:
        return None
    told = [(e, asked & lex.ids(f"{e.bound.scope}. {e.measure}")) for e in earlier if e.sentence != draft.sentence]
    full = [e for e, ids in told if ids == asked and e.bound.quantity.kind == "count" and larger(e, draft)]
    rest = [e for e in full if e.whole is None]
    return full[-1] if full and not rest else None


def _spoken_of(part: Draft, whole: Draft) -> bool:
    """ "Councils prosecuted 2,397 cases and 2,328 *of those prosecutions* …": named by what was done with them."""
    big = whole.value is not None and whole.bound.quantity.kind == "count" and (part.most or 0) < whole.value
    those = part.bound.counted.lower().startswith(("those ", "these "))
    return big and those and bool(part.ids & lexicon().ids(whole.measure))


def _whole_spoken_of(draft: Draft, earlier: list[Draft]) -> Draft | None:
    """ "391 of the exclusions": no number counted exclusions, but one counted those who were excluded."""
    for other in sorted(apart_from(draft, earlier), key=lambda e: e.value or Decimal(0), reverse=True):
        big = (
            other.bound.quantity.kind == "count"
            and other.value is not None
            and other.whole is None
            and other.same is None
        )
        if (
            not big
            or not of_the_deed(draft, other)
            or other.sentence == draft.sentence
            or (draft.most or 0) >= (other.value or 0)
        ):
            continue
        told = lexicon().ids(". ".join([other.measure, *other.mentions]))
        if draft.ids & told:
            return other
    return None


def _refers_back(draft: Draft) -> bool:
    bound = draft.bound
    if bound.anaphoric or bound.partitive or bound.scope or bound.included:
        return True
    if (
        draft.when is not None
        and draft.when.relation in ("since", "after", "before")
        and bound.quantity.kind == "count"
    ):
        return True
    if bound.quantity.kind in ("in_words",) and not bound.counted:
        return True
    if bound.quantity.kind == "count" and bound.counted and ranks(bound.before):
        return True
    return bound.counted.lower() in words("general_counted") or all_general(draft.ids)


def _is_pronoun(counted: str) -> bool:
    return not counted or counted.lower() in words("pronouns")


def _fits(part: Draft, whole: Draft) -> bool:
    """Whether WHOLE can be what PART is part of: a count, not smaller, of a thing that may be the same."""
    if whole.bound.quantity.kind != "count" or whole.value is None or not whole.bound.counted:
        return False
    if part.bound.quantity.kind == "count" and part.most is not None and part.most > whole.value:
        return False
    if ((part.bound.anaphoric or part.bound.included) and part.most == whole.value) or _over_before(part, whole):
        return False
    if part.sentence != whole.sentence and of_another_place(part, whole):
        return False
    return same_thing(part, whole)


def _over_before(part: Draft, whole: Draft) -> bool:
    """Whether what is counted was over before the whole began, so that it cannot be part of it."""
    ends = part.when.period.end if part.when else None
    begins = whole.when.period.start if whole.when else None
    return ends is not None and begins is not None and ends < begins


def same_thing(part: Draft, whole: Draft) -> bool:
    """Whether what PART counts may be what WHOLE counts: it says the same, a sort of it, or nothing of its own."""
    if part.bound.borrowed and part.ids:
        return bool(part.ids & whole.ids)
    if _is_pronoun(part.bound.counted) or not part.ids or part.bound.anaphoric:
        return True
    if part.ids & whole.ids:
        return True
    if all_general(part.ids):
        return part.bound.scope != "" or PEOPLE.search(part.bound.counted) is None or of_people(whole)
    lex = lexicon()
    return any(lex.covers(a, b) or lex.covers(b, a) for a in part.ids for b in whole.ids)
