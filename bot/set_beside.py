"""Somebody who is set beside those that did not do a thing: "the unions called no strike, *but Ann Hope said* …"."""

from __future__ import annotations

from bot.deed_asked import Deed
from bot.heard import Line, akin, bears, ids_of
from corpus.extract.names import names, surname
from corpus.extract.offices import same_office
from corpus.extract.sense import DENIED, Sense, senses
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["set_beside"]

_BUT = regex(r"\b(?:but|though|although|while|however)\b")
_THEIRS = regex(r"\b(?:he|she|they|him|her|them|his|hers|their)\b")


def set_beside(deed: Deed, line: Line) -> bool:
    """Whether LINE says that others did not do the DEED, *but* that the one it is asked of said or did what it tells.

    That answers neither yes nor no, and is the nearest that the record comes to it.
    """
    if deed.verb is None or deed.befell or deed.doer.kind not in ("person", "office"):
        return False
    wanted = {deed.verb.id, *lexicon().relatives(deed.verb.id)}
    denied = next((s for s in senses(line.text) if s.id in wanted and s.mark == DENIED), None)
    but = _BUT.search(line.text, denied.end) if denied is not None else None
    if denied is None or but is None:
        return False
    his = _THEIRS.search(line.text, denied.end, but.start()) is not None
    if not all(_borne(s, line, taken_up=his) for s in deed.things):
        return False
    after = [n for n in names(line.text) if n.span.start >= but.end()]
    return any(_is(deed.doer.words, n.words, n.role) for n in after[:1])


def _is(doer: str, named: str, role: str) -> bool:
    return surname(doer) == surname(named) or (bool(role) and same_office(doer, role))


def _borne(thing: Sense, line: Line, *, taken_up: bool) -> bool:
    """Whether LINE names a THING of the deed, or TAKEN_UP: "his" or "them" stands there for somebody named before."""
    here = ids_of(line.text)
    if akin(thing, here):
        return True
    return taken_up and thing.words[:1].isupper() and bears(thing, ids_of(f"{line.before} {line.setting}"))
