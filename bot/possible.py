"""Whether something *could* be so: answered by what the record itself says could be, and by nothing that it says is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.forms import Ask
from bot.heard import Heard, Line, akin, bears, dated, ids_of
from bot.query import Query
from corpus.extract.sense import Sense, senses
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["possibly"]

_ASKED = regex(
    r"^(?:and |so |but )?(?:(?:is it possible|(?:could|might|may) it be) that (?P<case>.+? (?:are|is|be|were|was)\b .+)"
    r"|(?:could|might|may) (?P<rest>.+? (?:be|have been|turn out to be|prove to be|include)\b .+))$",
    re.IGNORECASE,
)
_MAY_BE = regex(
    r"\b(?:could|may|might)(?: (?:well|also|still|even|now|yet|already|possibly|in fact))?"
    r" (?:be|have been|turn out to be|prove to be|include)\b",
    re.IGNORECASE,
)
_UNTIL = regex(r"[;:.]|,? \b(?:but|although|though|while|whereas)\b")
SO = "That may be so"


def possibly(query: Query, lines: Sequence[Line]) -> list[Heard]:
    """The sentence that says that what QUERY asks about may be so; none where it asks of no possibility."""
    asked = _ASKED.match((query.resolved or query.text).strip(" ?.!")) if query.ask is Ask.YES_NO else None
    terms = (
        [s for s in senses(asked["rest"] or asked["case"]) if not lexicon().general(s.id)] if asked is not None else []
    )
    if not terms or query.numbers:
        return []
    then = [x for x in lines if all(dated(m.period.words, x) for m in query.wanted.times)]
    told = [Heard(x, 1.0, (), f"{SO}{_by(x)}") for x in then if _tells(x, terms)]
    if ruled_out := [x for x in then if _rules_out(x, terms)]:
        last = max((h.line.span.start for h in told if h.line.source.id == ruled_out[-1].source.id), default=-1)
        return [Heard(ruled_out[-1], 1.0, (), f"No{_by(ruled_out[-1])}")] if ruled_out[-1].span.start > last else []
    return sorted(told, key=lambda h: (h.line.source.kind.rank, h.line.span.start))[:1]


def _by(line: Line) -> str:
    """By whose word it is, where that is somebody's by name."""
    said = line.statement
    named = said is not None and " " in said.speaker and all(word[:1].isupper() for word in said.speaker.split())
    return f", according to {said.speaker}" if said is not None and named else ""


def _tells(line: Line, terms: Sequence[Sense]) -> bool:
    """Whether LINE says of what TERMS name that it may be so: the last of them after the verb, all in that clause."""
    for modal in _MAY_BE.finditer(line.text):
        start = max((m.end() for m in _UNTIL.finditer(line.text, 0, modal.start())), default=0)
        end = _UNTIL.search(line.text, modal.end())
        clause = line.text[start : end.start() if end is not None else len(line.text)]
        after = line.text[modal.end() : end.start() if end is not None else len(line.text)]
        if _DENIED.search(line.text[: modal.start()]) is not None:
            continue
        if _borne(terms[-1], after) and all(_borne(s, clause) or bears(s, ids_of(line.before)) for s in terms[:-1]):
            return True
    return False


def _rules_out(line: Line, terms: Sequence[Sense]) -> bool:
    """Whether LINE says of what TERMS name that it could not be so ("*none* of the boats *could be* repaired")."""
    for match in _NONE_COULD.finditer(line.text):
        end = _UNTIL.search(line.text, match.end())
        after = line.text[match.end() : end.start() if end is not None else len(line.text)]
        clause = f"{match.group()} {after}"
        open_still = _WHETHER.search(line.text, 0, match.start()) or _ONLY_SO.search(after)
        if open_still is not None or not _borne(terms[-1], after):
            continue
        if all(_borne(s, clause) or bears(s, ids_of(line.before)) for s in terms[:-1]):
            return True
    return False


_NONE_COULD = regex(
    r"\b(?:none|no|neither|not one)\b[^,;.]{0,60}?\b(?:could|can|may|might)(?: \w+ly| now| ever)? be\b"
    r"|\b(?:the |his |her |its |their |all |those |these )?(?:[\w'\u2019-]+ ){1,4}"
    r"(?:cannot|(?:could|can|may|might) ?(?:not|n['\u2019]t)) (?:\w+ )?be\b",
    re.IGNORECASE,
)
_ONLY_SO = regex(r"\b(?:before|until|unless|without|except|other than|if|while)\b", re.IGNORECASE)
_WHETHER = regex(r"\b(?:whether|if|denied|denies|rejected|wrong|untrue|fear(?:s|ed)?|claim(?:s|ed)?)\b", re.IGNORECASE)
_DENIED = regex(
    r"\b(?:not|never|no|none|nobody|nothing|wrong|untrue|denied|denies|rejected|rejects|dismissed|refuted|whether|if)\b"
    r"|n['\u2019]t\b",
    re.IGNORECASE,
)
"""What stands before a possibility that somebody only denies, or asks after."""


def _borne(term: Sense, words: str) -> bool:
    """Whether WORDS bear a term out, be it within a phrase of theirs ("*unsafe* boats" of what is unsafe)."""
    ids = ids_of(words)
    if akin(term, ids):
        return True
    return re.search(rf"\b{re.escape(term.words)}\b", words, re.IGNORECASE) is not None
