"""What the record itself says that nobody knows, holds or would say, held against a question by its words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

from bot.explained import common_to
from bot.forms import Ask
from bot.heard import Heard, Line, akin, bears, dated, ids_of
from bot.matter import of_a_sort_unasked, of_another_measure, of_another_place, of_others
from bot.query import Query
from bot.turns import WHO_SPEAKS, question_left_open
from corpus.extract.numbers import quantities
from corpus.extract.sense import Sense, senses
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import StatementAct

__all__ = ["UNKNOWN", "let_go", "of_somebody_else", "of_whom_unsaid", "only_where", "open_lines", "unanswered"]

_STRICT = frozenset({"place", "nationality", "offence", "attribute", "person", "role"})
UNKNOWN = (
    StatementAct.NOT_KNOWN,
    StatementAct.NOT_HELD,
    StatementAct.NOT_CENTRAL,
    StatementAct.DISPROPORTIONATE_COST,
    StatementAct.EXEMPT,
    StatementAct.TRANSFERRED,
    StatementAct.REFUSED,
)


_BUT_SO_MANY = regex(
    r"(?<=[a-z]),? (?:but|though|although|yet) (?:(?:only|just|about|some|at least|so far|that) )*"
    r"(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty)\b[^;.]*$",
    re.IGNORECASE,
)
"""What a line tells by a number after all, of which it leaves nothing open ("…, *but 12 were closed*")."""


@lru_cache(maxsize=4_096)
def _open_ids(text: str) -> frozenset[str]:
    """The terms that a line leaves open; what it only weighs ("should have been considered") is not left open."""
    put = _PUT_TO.search(text)
    plain = _BUT_SO_MANY.sub("", _ON_GROUNDS.sub(" ", text if put is None else put["what"]))
    plain = re.sub(r"\b(?:whether|if|would|could|might)\b", "that", plain)
    plain = re.sub(r"(?i)(\bno (?:\w+ ){1,3}?)(?:was|were|has been|have been) found\b", r"\1", plain)
    plain = re.sub(r"\b(?:while|when|because|since|after|before)\b[^,;.]*", " ", plain)
    return frozenset(s.id for s in senses(plain) if s.mark != "?")


_PUT_TO = regex(
    r"\basked\b(?:\s+(?:again|twice|later|yesterday|repeatedly))?(?:\s+by\s+[^.;:]{2,90}?)?,?\s+"
    r"(?P<what>(?:how|whether|if|what|which|when|where|who|why)\b[^.;:]*?),\s+"
    r"(?:(?-i:[A-Z])[\w.'\u2019 -]{1,60}?|he|she|they|the\s[\w ]{2,40}?)\s+"
    r"(?:replied|answered|said|told|responded|admitted|conceded|wrote)\b",
    re.IGNORECASE,
)
"""What was put to somebody who had no answer, apart from who asked and who replied: "*Asked by the clerk how many*"."""
_WHO_ASKS = regex(
    r"^[^;:?]*?\b(?:asked|asks|inquired|wanted to know)\b(?:\s+(?:me|us|again))?,?\s+"
    r"(?=(?:how|whether|if|what|which|when|where|who|why)\b)",
    re.IGNORECASE,
)
"""Who put a question that the next sentence leaves open: "*The Member for Rye (Ada Holt) asked* how many sank"."""
_ON_GROUNDS = regex(
    r"\b(?:as|since|because|given that|in case)\s+(?:(?:its|their|the|any|such)\s+)?"
    r"(?:disclosure|disclosing|releas(?:e|ing)|publication|publishing|sharing|(?:to )?do(?:ing)? so|it|this|that)\s+"
    r"(?:\w+\s+){0,4}?(?:would|could|may|might)\s[^;.]*",
    re.IGNORECASE,
)
"""Why somebody keeps a thing back ("as disclosure would harm the fleet"): nothing of that is what is left open."""
_AFFECTED = "affected"
"""What happened to them, whatever it was: it tells nothing of a figure, but names what a record leaves open."""


def open_lines(query: Query, lines: Sequence[Line]) -> list[Heard]:
    """The lines that say what is not known, held or said: of whom and on what is asked, where that is named."""
    left = [line for line in lines if line.statement is not None and line.statement.act in UNKNOWN]
    topic = query.wanted.telling
    if topic:
        left = [line for line in left if any(bears(s, ids_of(f"{line.text} {line.before}")) for s in topic)]
    who = lexicon().ids(query.who)
    theirs = [line for line in left if who & ids_of(f"{line.speaker} {line.text}")]
    return [Heard(line, 1.0, ()) for line in theirs or left]


def of_whom_unsaid(query: Query) -> bool:
    """Whether it is asked how many "of them", of nobody named: a large record holds refusals about all sorts."""
    return _OF_THEM.search(query.wanted.words) is not None and not query.inherited


_OF_THEM = regex(r"\b(?:of|among) (?:them|those|these)\b", re.IGNORECASE)
_MORE = 2
"""So many terms more than those asked about may a sentence name and still leave open just what is asked."""


def _of_another_matter(telling: Sequence[Sense], here: frozenset[str], direct: int) -> bool:
    """Whether a sentence leaves something else open: it names far more that is not asked about than what is.

    "Average salary data for clerks in roles on equality is not held" says nothing of how many clerks there are.
    """
    lex = lexicon()
    asked = {s.id for s in telling}.union(*(lex.relatives(s.id) | lex.narrower(s.id) for s in telling))
    other = {i for i in here if not lex.general(i) and lex.kind(i) not in ("body", "role", "person", "date")}
    return len(other - asked) > direct + _MORE


_THAT = regex(
    r"\W*(?:that|this|the|such) (?:information|figure|number|data|answer|breakdown|total)s?\b"
    r"(?! (?:on|about|of|for|in)\b)"
    r"|\W*(?:it|that|this) (?:is|was|has) not\b",
    re.IGNORECASE,
)
_HAVE_THAT = regex(
    r"\b(?:have|has|(?:hold|give|know|collect|keep|record|gather)s?)\s+(?:\w+\s+){0,2}?(?:that|those|this|these|such)\s+"
    r"(?:information|figures?|numbers?|data|details|answers?)\b",
    re.IGNORECASE,
)
_THE_NUMBER = regex(
    r"\b(?:have|has|(?:hold|give|know|collect|keep|record|gather)s?)\s+(?:\w+\s+){0,1}?the\s+"
    r"(?:information|figures?|numbers?|total|details)\b(?! (?:on|about|of|for|in|who|that|to)\b)",
    re.IGNORECASE,
)
_SOME = regex(r"^\W*(?:\d+\.\s+)?(?:some|several|many|others?|a (?:few|number|handful) of)\b", re.IGNORECASE)
"""What opens a sentence that tells of so many as are not said: "*Some* boats were lost. We do not hold the number"."""
_AND_NO_MORE = regex(
    r"\W*(?:sadly|unfortunately|i regret that|i am afraid(?: that)?|at present|as yet)?,?\s*"
    r"(?:(?:i|we|they|he|she|it|nobody|no one|the [a-z]+(?: [a-z]+)?) )?"
    r"(?:(?:do|does|did|could|can) ?(?:not|n['\u2019]t)(?: yet)? (?:know|say|tell|have an answer)"
    r"|knows?|cannot (?:say|tell)"
    r"|(?:am|is|are|was|were) (?:unable|not able) to (?:say|tell|answer|give (?:a|any) (?:figure|number|answer))"
    r"|ha(?:ve|s|d) no (?:figures?|numbers?|data|information|idea))\W*$",
    re.IGNORECASE,
)
"""A sentence that leaves open what was asked before it, and says nothing else: "We do not know"."""
_KEEPS_IT_BACK = regex(
    r"\b(?:declin\w+|refus\w+|unable|not (?:willing|prepared|able|at liberty)|cannot|(?:will|would) not|won['\u2019]t)"
    r"(?: to)? (?:give|disclose|reveal|publish|release|name|share|state|provide|discuss|say)\b[^,;.]{0,20}? "
    r"(?:the|that|those|its|their) (?:price|cost|sum|amount|fee|terms|figures?|numbers?|names?|details|answer)\W*$",
    re.IGNORECASE,
)
"""What is kept back of that which was asked before it: "we must decline to give *the price*"."""
_ASKED = regex(
    r"\b(?:asked|asks|inquired|(?:want(?:s|ed)?|wish(?:es|ed)?|(?:would|should) like) to (?:know|be told|learn)"
    r"|question)\b.*\b(?:how (?:many|much)|whether|what|which|when|who)\b",
    re.IGNORECASE,
)


_PUT = regex(r"\b(?:how (?:many|much|long|often)|whether|what|which|when|who)\b[^?]*\?\W*$", re.IGNORECASE)
"""A question that the sentence before puts itself."""


def _with_asked(line: Line, put: str) -> Line:
    """ "You asked which lamps were lit. *That information* is not kept": what was asked is left open.

    PUT is what a Member asked that the line leaves open without naming it.
    """
    if put:
        return replace(line, text=f"{put} {line.text}", before=put)
    if _THE_NUMBER.search(line.text) and _SOME.match(line.before):
        return replace(line, text=f"{line.before} {line.text}")
    pointed = any(one.search(line.text) for one in (_HAVE_THAT, _KEEPS_IT_BACK))
    pointed = pointed or any(one.match(line.text) for one in (_THAT, _AND_NO_MORE))
    asked = _ASKED.search(line.before) is not None or _PUT.search(line.before) is not None
    if not (pointed and asked):
        return line
    return replace(line, text=f"{line.before} {line.text}")


def unanswered(query: Query, lines: Sequence[Line], *, picked: bool = False) -> Heard | None:
    """The line that says that nobody could say, would say, or holds what is asked; None where there is none.

    PICKED: the lines are those of a large record that were picked for what is asked.
    """
    telling = query.wanted.telling
    if not telling or (picked and of_whom_unsaid(query)) or _of_both(query, lines):
        return None
    known: dict[str, frozenset[str]] = {}

    def shared(line: Line) -> frozenset[str]:
        place = line.source.id if picked else ""
        if place not in known:  # dear, and seldom needed
            known[place] = common_to(line, lines, picked=picked)
        return known[place]

    left = [line for line in lines if line.statement is not None and line.statement.act in UNKNOWN]
    left = [line for line in left if not _refuses_a_deed(query, line)]
    heard = []
    for line in left:
        told = _with_asked(line, "" if picked else question_left_open(line, lines))
        heard.append(_leaves_open(query, telling, (line, told), shared, picked=picked))
    return max((h for h in heard if h is not None), key=lambda h: h.score, default=None)


_REFUSED_TO = regex(
    r"\b(?:(?:declin|refus)(?:ed|es|ing|e|al)\s+(?:\w+\s+)?to|(?:will|would|wo|did)(?: not|n['\u2019]t))\s+"
    r"(?:\w+ly\s+)?(?P<deed>[a-z]+)",
    re.IGNORECASE,
)
_TELLS = regex(
    r"(?:say|tell|comment|discuss|disclose|divulge|reveal|speculate|provide|give|name|confirm|deny|answer|publish|release"
    r"|elaborate|estimate|explain|identify|state|specify|share|set|rule|quantify|respond|reply|speak|talk|go|get|be|put"
    r"|make|break|list|show|supply|hand|produce|describe|clarify|admit|accept|guess|predict|offer|engage|enter|issue)",
    re.IGNORECASE,
)
"""What somebody refuses to do who leaves a thing unsaid; to be, put, make or go may be said of that too."""


def _refuses_a_deed(query: Query, line: Line) -> bool:
    """Whether somebody only refuses to do a thing that is not asked about ("refuses to *quit over* late ferries")."""
    if line.statement is None or line.statement.act is not StatementAct.REFUSED:
        return False
    deeds = [m["deed"] for m in _REFUSED_TO.finditer(line.text)]
    if not deeds or any(_TELLS.fullmatch(deed) for deed in deeds):
        return False
    asked = {s.id for s in query.wanted.terms}
    return not any(_asked_of(asked, deed) for deed in deeds)


def _asked_of(asked: set[str], deed: str) -> bool:
    """Whether a DEED is among what is ASKED, or much the same as something there."""
    return any(i in asked or bool(lexicon().relatives(i) & asked) for i in ids_of(deed))


def _leaves_open(
    query: Query,
    telling: Sequence[Sense],
    one: tuple[Line, Line],
    shared: Callable[[Line], frozenset[str]],
    *,
    picked: bool,
) -> Heard | None:
    """A line that leaves open what is asked: TELLING are the terms of that, SHARED those of the line's matter.

    ONE is the line, and the same with what it leaves open where it only points at that.
    """
    (told, line), wanted = one, query.wanted
    taken_up = line is not told
    here = _open_ids(_WHO_ASKS.sub("", WHO_SPEAKS.sub("", line.before)) if taken_up else line.text)
    limits = {q.value for q in quantities(line.text)} if wanted.bounds else set()
    own = [s for s in telling if bears(s, here)]
    direct = len(own) + sum(1 for b in wanted.bounds if b.value in limits)
    if not direct or not all(dated(m.period.words, line) for m in wanted.times):
        return None
    far = ids_of(f"{line.before} {line.setting}") | _of_the_speaker(line)
    if of_somebody_else(telling, line) or let_go(query, here):
        return None
    akin = () if picked else [s for s in telling if s not in own and _akin(s, here)]
    missing = [s.words for s in telling if s not in own and s not in akin and not bears(s, far)]
    missing += [b.words for b in wanted.bounds if b.value not in limits]
    if len(missing) * 3 > len(telling) or (missing and (picked or direct < 2)) or _strictly(query, telling, missing):
        return None
    common = shared(line)
    if missing and (of_a_sort_unasked(telling, line.text, common) or only_where(query, here, common)):
        return None
    if common and not (taken_up and wanted.times) and not akin and all(bears(s, common) for s in own):
        return None
    only_here = sum(1 for s in (*own, *akin) if not bears(s, far))
    over = sum(1 for s in telling if bears(s, ids_of(line.setting)) and s not in own)
    if not only_here and direct + over < len(telling) and not wanted.bounds:
        return None
    if not _on_topic(query, telling, here) or _elsewhere(telling, line.text, picked=picked):
        return None
    if query.ask is Ask.FIGURE and _of_another_matter(telling, here - common, direct):
        return None
    return Heard(told, direct + only_here - len(missing) - 0.02 * len(here), ())


_OF_ONESELF = regex(
    r"\b(?:whether|if|how|what|when|why|where|which)\b[^.;:]*?\b(?:he|she|his|her|they|their|I|my|we|our)\b",
    re.IGNORECASE,
)
"""What is left open of whoever speaks: "he would not say *whether he had been paid*"."""


def _of_the_speaker(line: Line) -> frozenset[str]:
    """Who speaks, and in which office, where LINE leaves something open of that very person."""
    return ids_of(line.speaker) if _OF_ONESELF.search(line.text) is not None else frozenset()


def of_somebody_else(telling: Sequence[Sense], line: Line) -> bool:
    """Whether LINE leaves something open of whoever speaks, whose office is not that of whom it is asked."""
    if line.statement is None or not line.statement.role or _OF_ONESELF.search(line.text) is None:
        return False
    own = ids_of(f"{line.speaker} {line.text}")
    return any(lexicon().kind(s.id) == "role" and not bears(s, own) for s in telling)


def only_where(query: Query, here: frozenset[str], common: frozenset[str]) -> bool:
    """Whether of what sets the question apart, beside whom it counts and what the record is about, only the place is
    among the terms left open HERE: how many boats sailed in Wales is another question than how many were insured there.
    """
    lex = lexicon()
    counted = {s.id for s in query.wanted.focus[-1:]}
    apart = [s for s in query.wanted.telling if s.id not in counted and not bears(s, common)]
    places = [s for s in apart if lex.kind(s.id) == "place" or s.words[:1].isupper()]
    told = [s for s in apart if akin(s, here)]
    return bool(places) and len(apart) > len(places) and all(s in places for s in told)


_HELD = regex(r"\b(?:in|inside|behind) (?:prisons?|jails?|gaols?|custody|detention|bars)\b", re.IGNORECASE)


def let_go(query: Query, here: frozenset[str]) -> bool:
    """Whether it is asked of those who are held, and what is left open is of those who were let go."""
    lex = lexicon()
    held = _HELD.search(query.wanted.words) is not None and not any(
        lex.opposite("detained", s.id) for s in query.wanted.terms
    )
    return held and any(lex.opposite("detained", i) for i in here)


_BOTH = regex(r"\b(?:ha[dsv]e?|h[oe]ld|kept|owned|used|took|of them) both\b|\bboth (?:kinds|sorts|types) of\b", re.I)


def _of_both(query: Query, lines: Sequence[Line]) -> bool:
    """Whether it is asked how many had *both* of two things, and a line tells of both: no other leaves that open."""
    return _BOTH.search(query.wanted.words) is not None and any(re.search(r"\bboth\b", x.text) for x in lines)


def _akin(asked: Sense, here: frozenset[str]) -> bool:
    """Whether what is left open is much the same as what is ASKED ("out of order" for what broke down)."""
    return lexicon().kind(asked.id) not in _STRICT - {"person"} and bool(lexicon().relatives(asked.id) & here)


def _strictly(query: Query, telling: Sequence[Sense], missing: Sequence[str]) -> bool:
    """Whether what is MISSING may not be: a name, an offence and the like, or what is to be counted."""
    counted = query.wanted.focus[-1:] if query.ask is Ask.FIGURE else ()
    strict = [s for s in telling if lexicon().kind(s.id) in _STRICT] + [s for s in counted if s.kind == "word"]
    return any(s.words in missing for s in strict)


def _on_topic(query: Query, telling: Sequence[Sense], here: frozenset[str]) -> bool:
    """Whether some of what is asked is left open, beside whom it is asked of."""
    topic = [s for s in query.wanted.terms if s in telling or s.id == _AFFECTED]
    topic = [s for s in topic if lexicon().kind(s.id) not in ("role", "person", "body")]
    return not topic or bool(query.wanted.bounds) or any(bears(s, here) for s in topic)


def _elsewhere(telling: Sequence[Sense], text: str, *, picked: bool) -> bool:
    """Whether TEXT leaves open another measure, of another place or, in a large record, of others."""
    apart = of_another_measure(telling, text) or of_another_place(telling, text)
    return apart or (picked and of_others(telling, text))
