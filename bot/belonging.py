"""Who somebody is, told from the words that stand beside the name: an office, a party, a committee."""

from __future__ import annotations

from collections.abc import Sequence

from bot.forms import Ask
from bot.heard import Heard, Line
from bot.query import Query
from bot.voices import is_called
from corpus.extract.names import Name, names
from corpus.extract.offices import head
from corpus.lexicon.speech import parties
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Span

__all__ = ["beside_the_name", "kind_asked", "of_that_kind"]

_NAME = r"(?P<who>(?:(?:Mr|Mrs|Ms|Sir|Dame|Lord|Lady|Baroness|Dr)\.? )?[A-Z][\w'\u2019-]+(?: [A-Z][\w'\u2019-]+){0,3})"
_KINDS = "party|committee|job|post|office|role|position|title"
_WHO_IS = regex(rf"^(?:[Aa]nd |[Ss]o )?[Ww]ho (?:is|was) {_NAME}$")
_WHICH = regex(
    r"^(?:[Aa]nd |[Ss]o )?(?:[Ww]hat|[Ww]hich) (?:select )?"
    rf"(?P<kind>{_KINDS})"
    rf" (?:is|was|does|did) {_NAME}(?: (?:a member of|sit on|serve on|belong to|come from|represent|lead|chair|hold"
    r"|have|do|in|on|from|of|with)(?: (?:on|in))?)?$"
)
_WHOSE = regex(rf"^(?:[Ww]hat|[Ww]hich) (?:is|was) {_NAME}['\u2019]s? (?P<kind>{_KINDS})$")


def beside_the_name(query: Query, lines: Sequence[Line]) -> list[Heard] | None:
    """The lines that say who it is that QUERY names, or of which party; None where it asks no such thing."""
    asked = (query.resolved or query.text).strip(" ?.!")
    match = _WHO_IS.match(asked) or _WHICH.match(asked) or _WHOSE.match(asked)
    if match is None or query.ask not in (Ask.WHO, Ask.WHAT, Ask.FIGURE):
        return None
    kind = match.groupdict().get("kind") or ""
    told = [h for line in lines if (h := _told(line, match["who"], kind)) is not None]
    return sorted(told, key=lambda h: (h.line.source.kind.rank, h.line.span.start))[:1]


def kind_asked(query: Query) -> bool:
    """Whether it is asked of which party, committee or office somebody is, which no likeness of meaning tells."""
    asked = (query.resolved or query.text).strip(" ?.!")
    return (_WHICH.match(asked) or _WHOSE.match(asked)) is not None


def _told(line: Line, who: str, kind: str) -> Heard | None:
    """LINE with the name and what stands beside it there, where that is of the KIND asked for."""
    said = line.statement
    here = names(line.text)
    if said is not None and said.speaker and said.role:
        here.append(Name(Span(0, 0), said.speaker, said.role))
    for name in here:
        if name.role and is_called(who, name.words, name.role) and of_that_kind(name.role, kind):
            return Heard(line, 1.0, (), f"{name.words}, {name.role}")
    return None


def of_that_kind(role: str, kind: str) -> bool:
    """Whether ROLE tells what is asked for: a committee, a party, or the office of a person."""
    if kind == "committee":
        return "committee" in role.lower()
    if kind == "party":
        return any(t.id in _parties() for t in lexicon().terms(role))
    return not kind or head(role) == "person"


def _parties() -> frozenset[str]:
    """The concepts of the parties; who sits for none is of no party."""
    return lexicon().ids(". ".join(name for name in parties().values() if name[:1].isupper()))
