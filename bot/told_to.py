"""Whether somebody wanted another to do a thing, where the record says what the one told, asked or urged the other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.heard import Heard, Line, dated, ids_of
from bot.query import Query
from corpus.extract.names import surname
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["told_to", "what_told"]

_URGED = (
    r"(?:tell|tells|told|ask(?:s|ed)?|urge[ds]?|wants?|wanted|order(?:s|ed)?|advise[ds]?|beg(?:s|ged)?|press(?:ed)?"
    r"|persuade[ds]?|encourage[ds]?|instruct(?:s|ed)?)"
)
_ASKED = regex(
    rf"^(?:and |so |but )?(?:did|does|do|has|had) (?P<who>[\w.'\u2019 -]{{2,40}}?) (?:really |ever |actually )?{_URGED}"
    r" (?P<whom>[\w.'\u2019-]+(?: [\w.'\u2019-]+){0,3}?) (?P<do>(?:not )?to .+?|gone|out)\W*$",
    re.IGNORECASE,
)
_TOLD = (
    r"\b{who}\b(?:,[^,;.]{{2,60}},|,)?(?: (?:had|has|also|then|later|himself|herself))* " + _URGED + r" "
    r"(?P<whom>him|her|them|(?:[A-Z][\w'\u2019-]+ ?){{1,4}}?) ?(?P<do>(?:not )?to [^,.;]+)"
)
_LEAVING = regex(r"^(?:not )?(?:to (?:go|leave|be gone)\b.*|gone|out)$", re.IGNORECASE)
_STAYING = regex(r"\bto (?:stay|carry on|hang on|soldier on|remain|keep)\b", re.IGNORECASE)
_THE = regex(r"the ", re.IGNORECASE)
_PRONOUN = regex(r"(?:him|her|them)$", re.IGNORECASE)


def told_to(query: Query, lines: Sequence[Line]) -> list[Heard]:
    """The line that says what the one told the other, with whether that is what QUERY asks; none where none does."""
    asked = _ASKED.match(query.text) or _ASKED.match(query.resolved)
    if asked is None:
        return []
    office = _THE.sub("", asked["who"]) if _THE.match(asked["who"]) else surname(asked["who"])
    told = re.compile(_TOLD.format(who=re.escape(office)), re.IGNORECASE)
    for line in lines:
        match = told.search(line.text)
        if match is None or not all(dated(m.period.words, line) for m in query.wanted.times):
            continue
        if _same_one(asked["whom"], match["whom"], line) and (so := _same_deed(asked["do"], match["do"])):
            by = line.statement.speaker if line.statement is not None else ""
            own = not by or surname(by).lower() == surname(asked["who"]).lower()
            return [Heard(line, 1.0, (), so if own else f"{so}, according to {by}")]
    return []


_WHAT = regex(
    rf"^(?:and |so |but )?what (?:did|does|has|had) (?P<who>[\w.'\u2019 -]{{2,40}}?) {_URGED}"
    r" (?P<whom>[\w.'\u2019-]+(?: [A-Z][\w.'\u2019-]+){0,2}?)(?: to do)?(?: (?:about|on|over) (?P<about>.+?))?\W*$",
    re.IGNORECASE,
)
_OFFICE = regex(
    r"\b(?:job|post|position|future|office|role|resign\w*|resignation|quit\w*|going|staying)\b", re.IGNORECASE
)


def what_told(query: Query, lines: Sequence[Line]) -> list[Heard]:
    """The lines that say what the one told the other to do, where QUERY asks what that was; none where none does.

    What it is asked to be about, such a line bears; to go or to stay is about whoever's job it is.
    """
    asked = _WHAT.match(query.resolved or query.text)
    if asked is None:
        return []
    office = _THE.sub("", asked["who"]) if _THE.match(asked["who"]) else surname(asked["who"])
    told = re.compile(_TOLD.format(who=re.escape(office)), re.IGNORECASE)
    about = asked["about"] or ""
    named = frozenset(i for i in lexicon().ids(about) if not lexicon().general(i))
    found = []
    for line in lines:
        match = told.search(line.text)
        if match is None or not all(dated(m.period.words, line) for m in query.wanted.times):
            continue
        leaving = lexicon().ids("to resign") <= _deed(match["do"])[0] and _OFFICE.search(about) is not None
        if _same_one(asked["whom"], match["whom"], line) and (leaving or named <= ids_of(line.text)):
            found.append(Heard(line, 1.0, ()))
    return found


def _same_one(asked: str, told: str, line: Line) -> bool:
    """Whether whoever was TOLD is the one ASKED about: by name, or by a pronoun where LINE names them before."""
    last = surname(asked).lower()
    if _PRONOUN.match(told.strip()):
        return last in f"{line.text} {line.speaker} {line.before}".lower()
    return surname(told.strip()).lower() == last


def _same_deed(asked: str, told: str) -> str:
    """ "Yes" where what was TOLD is what is ASKED, "No" where it is the contrary; "" where it is another thing."""
    wanted, urged = _deed(asked), _deed(told)
    if not wanted[0] or not urged[0] & (wanted[0] | frozenset().union(*map(lexicon().relatives, wanted[0]))):
        return ""
    return "Yes" if wanted[1] == urged[1] else "No"


def _deed(words: str) -> tuple[frozenset[str], bool]:
    """What is to be done, as terms, and whether it is *not* to be done; to stay in office is not to resign."""
    plain = " ".join(words.split())
    undone = plain.lower().startswith("not ")
    if _LEAVING.match(plain):
        return lexicon().ids("to resign"), undone
    if _STAYING.search(plain):
        return lexicon().ids("to resign"), not undone
    return frozenset(i for i in lexicon().ids(plain) if not lexicon().general(i)), undone
