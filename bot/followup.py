"""A question that leans on the one before it: what it takes over, and the question as resolved."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.leaning import leans
from bot.question import Ask, Query, Wanted
from corpus.extract.sense import Sense
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["resolve"]

_THOSE = regex(r"\b(?:of (?:those|these|them|which|whom)|those|these|they|them|the others)\b", re.IGNORECASE)
_SWAP = regex(r"^(?:and|but|so|also)?\s*(?:what|how) about\b|^(?:and|or|but)\b", re.IGNORECASE)


def resolve(query: Query, before: Query | None) -> Query:
    """QUERY read against the one BEFORE it: "of those" takes over its conditions, "what about X" swaps a term."""
    if before is None or not leans(query.text):
        return query
    swapping = (
        bool(_SWAP.search(query.text.lstrip(".\u2026 ")))
        and query.ask in (Ask.WHAT, Ask.FIGURE)
        and not _THOSE.search(query.text)
    )
    only_time = bool(query.wanted.times) and not _telling(query.wanted.terms)
    wanted, taken = (
        _swapped(query.wanted, before.wanted) if swapping or only_time else _joined(query.wanted, before.wanted)
    )
    ask = before.ask if query.ask is Ask.WHAT or only_time else query.ask
    resolved = _in_words(query, before, taken)
    return replace(
        query,
        ask=ask,
        wanted=wanted,
        who=query.who or before.who if ask is Ask.SAID else query.who,
        inherited=taken,
        resolved=resolved,
    )


def _telling(terms: tuple[Sense, ...]) -> list[Sense]:
    return [s for s in terms if not lexicon().general(s.id)]


def _joined(new: Wanted, old: Wanted) -> tuple[Wanted, tuple[tuple[str, str], ...]]:
    """ "Of those, how many were deported?": the old conditions hold of the whole, the new ones of the part."""
    known = {s.id for s in new.terms}
    kept = tuple(s for s in old.terms if s.id not in known)
    times = new.times or old.times
    taken = tuple((f"term:{s.id}", s.words) for s in _telling(kept))
    if not new.times:
        taken += tuple((f"time:{m.span.start}", m.period.words) for m in old.times)
    whole = new.whole if new.whole is not None else old.whole
    return replace(new, focus=(), rest=new.terms + kept, times=times, whole=whole, partitive=True), taken


def _swapped(new: Wanted, old: Wanted) -> tuple[Wanted, tuple[tuple[str, str], ...]]:
    """ "What about burglars?": terms of the same kind give way, everything else is kept."""
    lex = lexicon()
    kinds = {lex.kind(s.id) for s in _telling(new.terms)}
    focus_given = bool(_telling(new.terms))
    dropped = {s.id for s in old.terms if lex.kind(s.id) and lex.kind(s.id) in kinds and not lex.general(s.id)}
    if focus_given and not dropped:
        dropped = {s.id for s in old.focus}
    kept = tuple(s for s in old.terms if s.id not in dropped and s.id not in {n.id for n in new.terms})
    times = new.times or old.times
    taken = tuple((f"term:{s.id}", s.words) for s in _telling(kept))
    if not new.times:
        taken += tuple((f"time:{m.span.start}", m.period.words) for m in old.times)
    merged = replace(new, focus=(), rest=new.terms + kept, times=times, whole=new.whole or old.whole, partitive=True)
    return merged, taken


def _in_words(query: Query, before: Query, taken: tuple[tuple[str, str], ...]) -> str:
    """The question as resolved, for the page: its own words, then what it takes over."""
    over = ", ".join(words for _, words in taken)
    return f"{query.text.strip()} ({over})" if over else query.text.strip()
