"""Who is in the chair: minutes and notices name the chair of a meeting or a body without saying that they chair it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.forms import Ask
from bot.heard import Heard, Line, ids_of
from bot.query import Query
from corpus.extract.names import names, surname
from corpus.patterns import regex

__all__ = ["chair_asked", "of_another_chair", "tells_no_chair"]

_ASKED = regex(
    r"^(?:and |so )?who (?:chairs|chaired|(?:is|was) (?:in the chair|chairing|the chair(?:man|woman|person)?))"
    r"(?: (?:of|at|for))?(?: (?P<of>[\w' -]+?))?\W*$",
    re.IGNORECASE,
)
_IN_THE_CHAIR = regex(r"\b(?:was|is|took|,) (?:in )?the chair\b", re.IGNORECASE)
_CHAIR = regex(r"(?:the )?chair(?:man|woman|person)?(?: (?:of|at|for) (?:the )?(?P<body>.+))?", re.IGNORECASE)
"""An office in the chair, and no former or deputy one."""
_PLAIN = regex(r"(?:(?:the|this|that|its) )?(?:committee|panel|inquiry|board|meeting|session|commission|report)", re.I)


def chair_asked(query: Query, lines: Sequence[Line]) -> list[Heard]:
    """The line that names who was in the chair of the body asked about; none where it names none, or several."""
    asked = _ASKED.match((query.resolved or query.text).strip())
    if query.ask is not Ask.WHO or asked is None:
        return []
    told = []
    if (outright := _told_outright(asked["of"] or "", lines)) is not None:
        return [outright]
    for line in lines:
        name = _in_office(asked["of"] or "", line)
        if name:
            told.append(Heard(line, 1.0, (), name))
        found = _IN_THE_CHAIR.search(line.text)
        before = [n for n in names(line.text) if found is not None and n.span.end <= found.start()]
        if len(before) == 1 and _of_that(asked["of"] or "", line):
            told.append(Heard(line, 1.0, (), before[0].words))
    return told[:1] if len({surname(h.name.split(",")[0]) for h in told}) == 1 else []


_WHO_CHAIRED = regex(r",? who (?:has |had |also )?chair(?:s|ed) (?:the |an? |its )?(?P<body>[\w'\u2019 -]+)")


def _told_outright(body: str, lines: Sequence[Line]) -> Heard | None:
    """The line that says of somebody by name that they chaired BODY: "Dr Ann Eves, *who chaired the inquiry*"."""
    asked = ids_of(body)
    for line in lines:
        for match in _WHO_CHAIRED.finditer(line.text):
            named = [n for n in names(line.text) if n.span.end <= match.start()]
            if asked and asked <= ids_of(match["body"]) and named and not line.text[named[-1].span.end : match.start()]:
                return Heard(line, 1.0, (), named[-1].words)
    return None


def _in_office(body: str, line: Line) -> str:
    """Whoever LINE names as the chair of BODY, with the office; "" where it names nobody so."""
    said = line.statement
    held = [(n.words, n.role) for n in names(line.text)]
    held += [(said.speaker, said.role)] if said is not None and said.speaker else []
    for name, role in held:
        chair = _CHAIR.fullmatch(role.strip())
        if chair is not None and _chairs(body, chair["body"] or "", line):
            return f"{name}, {role}"
    return ""


def _chairs(asked: str, body: str, line: Line) -> bool:
    """Whether the BODY that somebody chairs is the one that is ASKED about, by its name or as what the paper is of."""
    if not body or _PLAIN.fullmatch(body):
        same = not (body and asked) or body.split()[-1].lower() == asked.split()[-1].lower()
        return same and _of_that(asked, line)
    whole = ids_of(f"{line.source.publisher}. {line.source.title}. {line.setting}")
    own = ids_of(body)
    return ids_of(asked) <= own and (own <= whole or _PLAIN.fullmatch(asked) is None) if asked else own <= whole


def _of_that(body: str, line: Line) -> bool:
    """Whether the body asked about is no other than the one whose paper the line is of."""
    asked = ids_of(body)
    return (
        not body
        or _PLAIN.fullmatch(body) is not None
        or asked <= ids_of(f"{line.source.publisher}. {line.source.title}")
    )


_FORMER = regex(r"\b(?:former|ex|then|deputy|vice|acting|next)\b", re.IGNORECASE)


def of_another_chair(query: Query, heard: Heard) -> bool:
    """Whether who is HEARD of where the chair of a body is asked for once was in it, or chairs another body."""
    asked = _ASKED.match((query.resolved or query.text).strip())
    role = heard.name.partition(", ")[2]
    if asked is None or not role:
        return False
    chair = _CHAIR.fullmatch(role)
    return _FORMER.search(role) is not None or (
        chair is not None and not _chairs(asked["of"] or "", chair["body"] or "", heard.line)
    )


_CHAIRS = regex(r"\bchair(?:s|ed|ing)\b", re.IGNORECASE)


def tells_no_chair(query: Query, line: Line) -> bool:
    """Whether it is asked who chairs a body, and LINE says of nobody that they do: an office there may be another's."""
    return _ASKED.match((query.resolved or query.text).strip()) is not None and _CHAIRS.search(line.text) is None
