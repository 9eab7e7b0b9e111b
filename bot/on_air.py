"""Where and when somebody was interviewed: told by the sentence that says on which station or programme they spoke."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from bot.forms import Ask
from bot.heard import Heard, Line, dated, ids_of
from bot.query import Query
from bot.voices import is_speaker
from corpus.lexicon.speech import listed
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["off_air", "on_air"]

_SHOW = r"(?:(?:radio|television|tv) )?(?:programme|program|station|channel|broadcaster|network|show|interview)s?"
_WHEN = r"^(?:and |so )?(?:when|where|(?:on )?(?:what|which) (?:date|day)) (?:was|is)"
_ASKED = (
    regex(
        rf"^(?:and |so )?(?:on |in |to |for |by )?(?:which|what) {_SHOW} (?:was|were|did|had|has"
        rf"|is) (?P<who>[\w.' -]+?) "
        r"(?:been )?(?:being )?(?:interview(?:ed)?|speak(?:ing)?|appear(?:ing)?|talk(?:ing)?|questioned|asked|go|give"
        r"|say|on|heard|a guest)\b"
        r"(?P<what>.*)$",
        re.IGNORECASE,
    ),
    regex(
        r"^(?:and |so )?(?:where|when|who) (?:was|were|had|has) (?P<who>[\w.' -]+?) (?:been )?"
        r"(?:interviewed|on (?:the )?(?:radio|air|television|tv))\b(?P<what>.*)$",
        re.IGNORECASE,
    ),
    regex(
        rf"^(?:and |so )?(?:on )?(?:which|what) {_SHOW} (?:was|had|has) (?P<who>[\w.' -]+?) (?:been )?on(?P<what>)$",
        re.IGNORECASE,
    ),
    regex(
        rf"{_WHEN} (?P<who>[\w.' -]+?)(?:['\u2019]s|s['\u2019]) (?:[\w-]+ ){{0,3}}?"
        r"(?:radio|television|tv|broadcast|on-air)(?: [\w-]+)? (?:interview|appearance)\b(?P<what>.*)$",
        re.IGNORECASE,
    ),
    regex(
        rf"{_WHEN} (?:the|that) (?:[\w-]+ ){{0,2}}?interview (?:with|of) (?P<who>[\w.' -]+?)"
        r"(?P<what>(?: (?:about|on|over) .+)?)$",
        re.IGNORECASE,
    ),
    regex(
        r"^(?:and |so )?(?:where|when) did (?P<who>[\w.' -]+?) (?:give|do) (?:an|his|her|the"
        r"|that) interview\b(?P<what>.*)$",
        re.IGNORECASE,
    ),
    regex(
        r"^(?:and |so )?who (?:interviewed|questioned|quizzed|grilled) (?P<who>[\w.' -]+?)(?P<what>\W*|,? (?:on|about"
        r"|in) .+)$",
        re.IGNORECASE,
    ),
)
_LEAST = 0.5


def on_air(query: Query, lines: Sequence[Line]) -> list[Heard] | None:
    """The sentence of a broadcast in which whom QUERY names spoke; None where it asks of no interview.

    Where several are told of, that which bears most of what it is asked to have been about.
    """
    match = _asked(query)
    if match is None:
        return None
    told = [x for x in lines if _broadcast().search(x.text) and _by(match["who"], x)]
    told = [x for x in told if not _on_another_medium(match.string, x.text)]
    told = [x for x in told if all(dated(m.period.words, x) for m in query.wanted.times)]
    about = [t for t in lexicon().terms(match["what"]) if not lexicon().general(t.id) and t.kind != "place"]
    held = [Heard(x, _borne(x, [t.id for t in about]), (), _station(x) if query.ask is Ask.WHO else "") for x in told]
    held = [h for h in held if h.score >= _LEAST]
    return sorted(held, key=lambda h: (-h.score, h.line.source.kind.rank, h.line.span.start))[:1] or None


def off_air(query: Query, line: Line) -> bool:
    """Whether QUERY asks of an interview or a programme, and LINE tells of no station or programme."""
    return _asked(query) is not None and _broadcast().search(line.text) is None


def _asked(query: Query) -> re.Match[str] | None:
    asked = (query.resolved or query.text).strip(" ?.!")
    if query.ask not in (Ask.WHO, Ask.WHEN, Ask.WHERE, Ask.WHAT):
        return None
    return next((m for form in _ASKED if (m := form.match(asked)) is not None), None)


@cache
def _broadcast() -> re.Pattern[str]:
    """That somebody spoke on a station or programme: one of those listed, or one that its name says is one."""
    named = "|".join(re.escape(name) for name in sorted(listed("broadcasters"), key=len, reverse=True))
    return re.compile(
        r"\b(?:[Aa]sked|[Tt]old|[Ss]peaking|[Ss]poke|[Ii]nterview(?:ed)?|[Aa]ppear(?:ed|ing)|[Qq]uestioned|said|saying"
        r"|challenged|pressed)\b[^.;\u201c\"]{0,30}?"
        rf"(?:\b(?:the )?(?i:{named})\b"
        r"|\b(?:[A-Z][\w'\u2019]+ )*(?:Radio|Television|TV)\b(?: [A-Z]\w*)*|\b[A-Z][\w'\u2019]+ (?:programme|show)\b)"
    )


_RADIO, _SCREEN = regex(r"\bradio\b", re.IGNORECASE), regex(r"\b(?:television|tv)\b", re.IGNORECASE)


def _on_another_medium(asked: str, told: str) -> bool:
    """Whether it is ASKED of radio and TOLD of television, or the other way about."""
    pairs = ((_RADIO, _SCREEN), (_SCREEN, _RADIO))
    return any(one.search(asked) and other.search(told) and not one.search(told) for one, other in pairs)


def _by(who: str, line: Line) -> bool:
    """Whether WHO spoke in LINE, or is named there."""
    ids = lexicon().ids(who)
    spoke = line.statement is not None and is_speaker(who, line.statement)
    return spoke or (bool(ids) and ids <= lexicon().ids(line.text))


def _borne(line: Line, about: Sequence[str]) -> float:
    here = ids_of(f"{line.text} {line.before}")
    return sum(i in here or bool(lexicon().relatives(i) & here) for i in about) / len(about) if about else 1.0


def _station(line: Line) -> str:
    match = _broadcast().search(line.text)
    return re.sub(r"^.*?(?=\b[A-Z])", "", match.group().split(" ", 1)[-1]) if match is not None else ""
