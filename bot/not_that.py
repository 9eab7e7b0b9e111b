"""What is not what is asked, though most of its words are: done for planned, on for off, now for before."""

from __future__ import annotations

import re

from bot.each_time import only_each_time
from bot.query import Wanted
from corpus.extract.figures import BEFORE
from corpus.extract.given import given_at
from corpus.extract.sense import ASSERTED, DENIED, WEIGHED, senses
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["not_so", "not_that", "on_the_other_way"]

_MEANT = regex(
    r"\b(?:(?:plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|aim(?:s|ed|ing)?|hop(?:e|es|ed|ing)|promis(?:e|es|ed|ing)"
    r"|pledg(?:e|es|ed|ing)|meant|supposed|scheduled) to|target(?:s|ed)?|goal)\b",
    re.IGNORECASE,
)


def not_that(wanted: Wanted, figure: Figure, sentence: str) -> list[str]:
    """The conditions of this kind that FIGURE, of SENTENCE, does not meet, in the question's words."""
    asked = wanted.words
    return [
        *_meant_to(wanted, figure, sentence),
        *on_the_other_way(asked, sentence),
        *_the_year_before(wanted, figure),
        *_only_the_level(asked, figure),
        *_of_that_season(asked, sentence, timed=bool(wanted.times)),
        *_needed(asked, sentence),
        *_only_the_opposite(wanted, sentence),
        *_one_in_so_many(figure, sentence),
        *_only_the_occasion(wanted, figure),
        *_nothing(asked, sentence),
        *_who_cannot(wanted, figure),
        *_on_that_side(asked, figure, sentence),
        *_then_and_now(asked, figure),
        *_for_one(asked, f"{sentence} {figure.counted}"),
        *_to_each(asked, sentence),
        *only_each_time(wanted, figure, sentence),
        *_before_it_will(wanted, figure),
    ]


_PROMISED = regex(
    r"\b(?:promis(?:e|es|ed|ing)|pledg(?:e|es|ed|ing)|vow(?:s|ed)?|agreed?|undert[ao]\w+|commit(?:s|ted)?) to\b", re.I
)
_MAY_BE = regex(
    r"\b(?:promis\w+|pledg\w+|vow\w*|agree\w*|undert[ao]\w+|commit\w*|will|would|to be|plan\w*|intend\w*|due|shall"
    r"|sign(?:s|ed)? up|accept\w*|consent\w*|said|say)\b",
    re.IGNORECASE,
)


def _meant_to(wanted: Wanted, figure: Figure, sentence: str) -> list[str]:
    """The deed that is asked to have been planned, where FIGURE counts those to whom it was done."""
    promised = _PROMISED.search(wanted.words)
    ahead = given_at(sentence, figure.span.start - figure.context.start) is not None
    if promised is not None and not ahead and not _MAY_BE.search(f"{figure.measure} {figure.inherited}"):
        return [f"{promised.group()} do it, where only what was done is told"]
    asked = _MEANT.search(wanted.words)
    if asked is None:
        return []
    told = senses(figure.measure)
    for term in senses(wanted.words):
        marks = {s.mark for s in told if s.id in {term.id, *lexicon().relatives(term.id)}}
        if term.start >= asked.end() and term.kind == "action" and term.mark == WEIGHED and marks == {ASSERTED}:
            return [wanted.words[asked.start() : term.end]]
    return []


_PARTICLE = regex(
    r"\b(?P<verb>[a-z]{3,}) (?:back )?(?P<way>on|off|in|out|up|down)(?=\W*$|\W+(?:in|by|last|since|during|on|at)\b)",
    re.IGNORECASE,
)
_BACK = r"(?:(?!(?:on|off|in|out|up|down)\b)\w+ )?"
_OTHER = {"on": "off", "off": "on", "in": "out", "out": "in", "up": "down", "down": "up"}


def on_the_other_way(asked: str, sentence: str) -> list[str]:
    """A verb with the particle that is ASKED for, where SENTENCE has it with the other: "switched *on*", "*off*"."""
    match = _PARTICLE.search(asked)
    if match is None:
        return []
    verb, way = re.escape(match["verb"]), match["way"].lower()
    other = re.search(rf"\b{verb} {_BACK}{_OTHER[way]}\b", sentence, re.IGNORECASE)
    same = re.search(rf"\b{verb} {_BACK}{way}\b", sentence, re.IGNORECASE)
    return [f"{match.group()}, and not {_OTHER[way]}"] if other is not None and same is None else []


_BEFORE = regex(
    r"\b(?:the|a) (?:year|month|quarter|week) (?:before|earlier|previously)\b(?! (?:the|that|it|he|she|they)\b)"
    r"|\bthe (?:previous|preceding|prior) (?:year|month|quarter|week)\b|\b(?:before|previously|formerly)\W*$"
    r"|\bused to be\b",
    re.IGNORECASE,
)
_TOLD_BEFORE = regex(
    r"\b(?:before|earlier|previous(?:ly)?|preceding|prior|compared|former(?:ly)?|used to|last|from"
    r"|had been(?= (?:about |some |only |almost |nearly )?\d))\b",
    re.IGNORECASE,
)


def _the_year_before(wanted: Wanted, figure: Figure) -> list[str]:
    """The year before, or how it was before, which is asked about and which FIGURE is not told of."""
    asked = _BEFORE.search(wanted.words)
    if asked is None or wanted.times or figure.note == BEFORE or _TOLD_BEFORE.search(figure.measure):
        return []
    return [asked.group()]


_WERE_CUT = regex(
    r"\b(?:(?:have|has|had|were|was|are|being|been) (?:been )?|did (?:\w+ ){1,4}?)"
    r"(?P<did>cut|reduced?|slash(?:ed)?|axed?|add(?:ed)?)\b",
    re.IGNORECASE,
)
_MOVED_TO = regex(
    r"\b(?:cut|reduced?|slash(?:ed)?|lower(?:ed)?|raised?|increased?) (?:(?:its|the|their|his|her) (?:\w+ ){1,2})?"
    r"(?:to|from)\b",
    re.IGNORECASE,
)


def _only_the_level(asked: str, figure: Figure) -> list[str]:
    """How many *were cut*, where FIGURE is how many there were before or are left: "the number was *cut to* 140"."""
    match = _WERE_CUT.search(asked)
    if match is None or _MOVED_TO.search(asked) or _MOVED_TO.search(figure.measure) is None:
        return []
    return [f"how many were {match['did']}"]


_SEASON = regex(
    r"\b(?:by|in|during|before|after|since|until|over|at) (?:the |last |next |this )?"
    r"(?P<season>spring|summer|autumn|winter|christmas|easter|new year)\b",
    re.IGNORECASE,
)


def _of_that_season(asked: str, sentence: str, *, timed: bool) -> list[str]:
    """The season that is ASKED about without its year, of which SENTENCE says nothing; TIMED where it was read."""
    match = None if timed else _SEASON.search(asked)
    return [match.group()] if match is not None and match["season"].lower() not in sentence.lower() else []


_NEEDED = regex(
    r"\bdo(?:es)? .{2,40} (?:want|need|require|seek|lack)\b(?! to\b)|"
    r"\b(?:are|is|were|was|still) (?:still )?(?:needed|required|wanted|missing|lacking)\b|\bneeded\W*$",
    re.IGNORECASE,
)
_TOLD_NEEDED = regex(
    r"\b(?:need\w*|requir\w*|want\w*|short\w*|necessary|lack\w*|call\w* for|vacan\w*|missing|must|should|lost"
    r"|disappear\w*|not|never|no|cannot|un\w+|still|trace\w*|ask\w* for|absent|gaps?|demand\w*)\b|n['\u2019]t\b",
    re.IGNORECASE,
)


def _needed(asked: str, sentence: str) -> list[str]:
    """That they are needed or missing, which is ASKED and of which SENTENCE says nothing: those there are are not."""
    match = _NEEDED.search(asked)
    return [match.group()] if match is not None and _TOLD_NEEDED.search(sentence) is None else []


_ONE_IN = regex(
    r"\bone (?:[\w-]+ ){0,4}in (?:every |each )?(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|\d+)\b",
    re.IGNORECASE,
)


def _one_in_so_many(figure: Figure, sentence: str) -> list[str]:
    """How many, where SENTENCE tells only one in how many: "*one* tram *in eight* was late"."""
    match = _ONE_IN.search(sentence) if figure.unit != "%" else None
    at = figure.span.start - figure.context.start
    return ["how many, where only a share of them is told"] if match and match.start() <= at < match.end() else []


_OCCASION = regex(
    r"\b(?:since|after|following) (?:the|an?|his|her|its|their) (?:[\w'\u2019-]+ ){0,2}[\w'\u2019-]+", re.IGNORECASE
)


def _only_the_occasion(wanted: Wanted, figure: Figure) -> list[str]:
    """A deed that is asked for, which is only the occasion of FIGURE's own: ferries "checked *since the sinking*"."""
    spans = [(m.start(), _up_to(figure, m)) for m in _OCCASION.finditer(figure.measure)]
    if not spans or wanted.events or _OCCASION.search(wanted.words):
        return []
    told = senses(figure.measure)
    for term in wanted.telling:
        near = {term.id, *lexicon().relatives(term.id)} if term.kind == "action" else {term.id}
        here = [s for s in told if s.id in near] if term not in wanted.focus and term.mark == ASSERTED else []
        if here and all(any(a <= s.start and s.end <= b for a, b in spans) for s in here) and term.kind == "action":
            return [term.words]
    return []


def _up_to(figure: Figure, occasion: re.Match[str]) -> int:
    """Where an OCCASION ends in FIGURE's measure: before what is counted ("after the flood *640 boats* sailed")."""
    at = figure.measure.find(figure.counted, occasion.start()) if figure.counted else -1
    return min(occasion.end(), at) if at > occasion.start() else occasion.end()


_NOTHING = regex(r"\bnothing\b(?! to do with)", re.IGNORECASE)
_DENYING = regex(
    r"\b(?:not|no|none|nothing|nobody|never|without|neither|un\w+|fail\w*|lack\w*)\b|n['\u2019]t\b", re.IGNORECASE
)


def _nothing(asked: str, sentence: str) -> list[str]:
    """That they did or found *nothing*, of which SENTENCE says nothing."""
    match = _NOTHING.search(asked)
    return [match.group()] if match is not None and _DENYING.search(sentence) is None else []


_CANNOT = regex(r"\b(?:cannot|(?:can|could|do|does|did)(?: not|n['\u2019]t)|unable)\b", re.IGNORECASE)


def _who_cannot(wanted: Wanted, figure: Figure) -> list[str]:
    """What is asked to be so of them, where FIGURE takes over that it *cannot* be: "how many *cannot* sail?" "Nine"."""
    if _CANNOT.search(figure.inherited) is None or _CANNOT.search(wanted.words):
        return []
    denied = {s.id for s in senses(figure.inherited) if s.mark == DENIED} - {s.id for s in senses(figure.measure)}
    return [s.words for s in wanted.telling if s.id in denied and s.mark != DENIED][:1]


def _before_it_will(wanted: Wanted, figure: Figure) -> list[str]:
    """What it *will* be, where FIGURE is told of what it is before ("will fall *from £4*"); or the other way round."""
    if _WILL.search(figure.measure) is None:
        return []
    to_be = _WILL.search(wanted.words) is not None
    if to_be and figure.note == BEFORE:
        return ["what it will be, where it is told what it was"]
    so_far = _NOW.search(wanted.words) is not None and not to_be and figure.note != BEFORE
    return ["what it is now, where it is told what it will be"] if so_far and _MOVES.search(figure.measure) else []


_MOVES = regex(r"\b(?:will|going to|due to|set to)\b[^,;.]* to\b", re.IGNORECASE)
_WILL = regex(r"\b(?:will|going to|due to|set to)\b", re.IGNORECASE)
_WAS_NOT = regex(r"\b(?:not|never)\b(?! only)|n['\u2019]t\b", re.IGNORECASE)
_OUTSTANDING = regex(
    rf"{_DENYING.pattern}|\b(?:outstanding|still|yet|remain\w*|refus\w*|declin\w*|exclud\w*|but|except\w*)\b",
    re.IGNORECASE,
)


def not_so(wanted: Wanted, figure: Figure, sentence: str) -> list[str]:
    """That a thing was *not* done, of which SENTENCE says nothing, where no term of the question bears the "not"."""
    match = _WAS_NOT.search(wanted.words)
    if match is None or any(s.mark == DENIED for s in wanted.terms):
        return []
    told = f"{sentence} {figure.inherited}"
    return [] if _OUTSTANDING.search(told) else ["those of whom it is not so"]


_AND = r"(?P<b>\d+) (?:years )?(?:or|and)"
_OVER = rf"(?:over|above|more than|older than|at least|aged)[ -](?P<a>\d+)s?|{_AND} (?:over|older|above|more)"
_UNDER = rf"(?:under|below|less than|younger than|fewer than)[ -](?P<a>\d+)s?|{_AND} (?:under|younger|below|less)"
_SIDES = (regex(rf"\b(?:{_OVER})\b", re.IGNORECASE), regex(rf"\b(?:{_UNDER})\b", re.IGNORECASE))


def _on_that_side(asked: str, figure: Figure, sentence: str) -> list[str]:
    """The side of an age or a limit that is ASKED for, where FIGURE is told only of the other ("40 were *under* 9"),
    or SENTENCE is where nothing right behind the figure tells of either."""
    at = figure.span.end - figure.context.start
    behind = min((m for side in _SIDES for m in side.finditer(sentence, at)), key=lambda m: m.start(), default=None)
    if behind is not None and not any(c.isdigit() for c in sentence[at : behind.start()]):
        sentence = behind.group()
    for own, other in (_SIDES, _SIDES[::-1]):
        match = own.search(asked)
        limit = (match["a"] or match["b"]) if match is not None else ""
        told, against = ({m["a"] or m["b"] for m in side.finditer(sentence)} for side in (own, other))
        if match is not None and limit in against and limit not in told:
            return [match.group()]
    return []


_NOW = regex(r"\b(?:now|currently|at present|at the moment|today|nowadays)\b", re.IGNORECASE)
_ONCE = regex(r"\b(?:had (?:been |once |then )?\w+(?:ed|en|ld|de|nt)|used to|once|formerly)\b", re.IGNORECASE)


def _then_and_now(asked: str, figure: Figure) -> list[str]:
    """That it is so *now*, where FIGURE is told of what had been so ("15 clerks *had worked* on it")."""
    now = _NOW.search(asked)
    return [now.group()] if now is not None and _ONCE.search(figure.measure) else []


_ONE_COSTS = regex(
    r"\b(?:does|did|do|will) (?:an?|each|every|one) (?P<what>[\w-]+(?: [\w-]+)?) costs?\b", re.IGNORECASE
)


def _for_one(asked: str, sentence: str) -> list[str]:
    """What *one* of them costs, where SENTENCE names no such thing: it gives what they cost together, or another."""
    match = _ONE_COSTS.search(asked)
    lex = lexicon()
    return [f"each {match['what']}"] if match is not None and not lex.ids(match["what"]) & lex.ids(sentence) else []


_TO_EACH = regex(
    r"\bper (?P<what>(?!cent|capita|annum|head|person|year|month|quarter|week|day|night|hour|minute|second)[a-z]{3,})",
    re.IGNORECASE,
)


def _to_each(asked: str, sentence: str) -> list[str]:
    """How many to each of a thing is asked for ("guards *per train*"), where SENTENCE tells of no each of them."""
    match = _TO_EACH.search(asked)
    if match is None:
        return []
    each = rf"\b(?:per|each|every|an?|one)\s+(?:\w+\s+){{0,2}}?{re.escape(match['what'])}s?\b"
    each += r"|\b(?:apiece|each)\s*(?:[,.;)]|$|\s(?:in|on|at|by|last|this)\b)"
    return [] if re.search(each, sentence, re.IGNORECASE) else [match.group()]


_NEGATED = r"(?:in|im|ir|il|un|dis|non-?)"
_SHORT_TOO = r"un"
"""What denies short words too: *safe* boats, *unsafe* ones; "in port" is no denial."""
_LONG, _FOUR = 5, 4


def _only_the_opposite(wanted: Wanted, sentence: str) -> list[str]:
    """A word that is asked for, which SENTENCE has only with a "not" before it: *adequate* homes, *inadequate* ones."""
    told_so = (s for s in wanted.telling if s.mark == ASSERTED and s.id in lexicon().ids(s.words))
    asserted = (s.words.lower() for s in told_so)
    words = [w for w in asserted if len(w) >= _FOUR and w.isalpha() and w not in ("less", "like")]
    told = sentence.lower()
    lacking = []
    for word in words:
        bare = re.sub(rf"^{_NEGATED}", "", word)
        denial = _NEGATED if len(word) >= _LONG else _SHORT_TOO
        turned = re.search(rf"\b{denial}{word}\b", told) is not None
        turned = turned or (bare != word and len(bare) >= _LONG and re.search(rf"\b{bare}\b", told) is not None)
        if turned and re.search(rf"\b{word}\b", told) is None:
            lacking.append(f"{word}, and not the opposite")
    return lacking
