"""Numbers that are only a stage or a limit of what is asked for: the starting point of a penalty is not the penalty."""

from __future__ import annotations

import re

from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["only_a_stage"]

_STAGE = regex(
    r"\b(?P<stage>starting (?:point|figure|level)|opening (?:bid|offer)|first (?:offer|bid|instalment|estimate)"
    r"|upper limit|lower limit|ceiling|cap|floor|threshold|reduction|discount|deposit|instalment|rebate|surcharge"
    r"|interest)s?"
    r" (?:of|for|on|in|to) (?:the |its |their |his |her |a |any |each |that |this )?"
    r"(?P<thing>[\w'\u2019-]+(?: [\w'\u2019-]+){0,2})",
    re.IGNORECASE,
)


def only_a_stage(asked: str, figure: Figure) -> list[str]:
    """That the thing itself is asked for, where FIGURE gives its starting point, its limit or what came off it."""
    match = _STAGE.search(figure.measure)
    if match is None or re.search(rf"\b{re.escape(match['stage'].split()[0])}", asked, re.IGNORECASE):
        return []
    lex = lexicon()
    wanted = lex.ids(asked)
    named = lex.ids(match["thing"]) & wanted.union(*map(lex.relatives, wanted))
    of_itself = lex.ids(match["stage"]) & wanted
    return [f"the whole of it, where only the {match['stage'].lower()} is told"] if named and not of_itself else []
