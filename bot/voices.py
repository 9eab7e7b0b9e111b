"""What somebody said on the point asked about, told by name, by office or by party."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.heard import Heard, Line, bears, dated, ids_of
from bot.question import Query
from corpus.extract.offices import same_office
from corpus.extract.scan import bag
from corpus.extract.sense import senses
from corpus.lexicon.grammar import words
from corpus.lexicon.speech import parties
from corpus.lexicon.terms import lexicon
from corpus.records import Statement, StatementAct

__all__ = ["is_speaker", "said_by"]


def said_by(query: Query, lines: Sequence[Line], *, picked: bool = False) -> list[Heard]:
    """What a speaker said, on the point asked about first.

    PICKED: the lines are those of a large record, in which a speaker speaks of many matters.
    """
    spoken = [line for line in lines if line.statement and is_speaker(query.who, line.statement)]
    spoken = [s for s in spoken if all(dated(m.period.words, s) for m in query.wanted.times)]
    vague = words("vague")
    about = [s for s in senses(query.about) if not lexicon().general(s.id) and s.words.lower() not in vague]
    verb = _verb(query)
    if picked and verb is not None and not about:
        spoken = [s for s in spoken if verb.search(s.text) or (s.statement and s.statement.act not in _PLAIN_ACTS)]
    heard = []
    for line in spoken:
        here, near = ids_of(line.text), ids_of(f"{line.before} {line.setting}")
        points = sum(1.0 if bears(s, here) else 0.4 if bears(s, near) else 0.0 for s in about)
        score = points / len(about) if about else 0.5
        apt = 0.2 if line.statement and line.statement.verbatim else 0.0
        apt += 0.3 if verb and verb.search(line.text) else 0.0
        missing = tuple(s.words for s in about if not bears(s, here | near))
        heard.append(Heard(line, score + apt * (score > 0), missing, line.statement.speaker if line.statement else ""))
    good = [h for h in heard if h.score >= 0.3 and len(h.missing) * 2 <= len(about)]
    if not good and len(heard) == 1 and len(heard[0].missing) < len(about):
        good = heard  # the only thing that the record has of this speaker, and of the matter asked about in part
    return sorted(good, key=lambda h: (-round(h.score, 3), h.line.source.kind.rank, h.line.span.start))


_PLAIN_ACTS = (StatementAct.SAID, StatementAct.ASKED, StatementAct.ANSWERED)
"""What everybody does who speaks: it tells nothing of who objected, demanded or blamed, of whom only that is asked."""
_PLAIN = bag("say said tell told think make state add respond reply have give about call describe characterise")


def _verb(query: Query) -> re.Pattern[str] | None:
    """The verb by which it is asked what was said, where it is a telling one ("recommend", "blame"), by its stem."""
    asked = re.search(rf"{re.escape(query.who)}\s+(\w+)", query.text) if query.who else None
    if asked is None or asked.group(1).lower() in _PLAIN:
        return None
    return re.compile(rf"\b{re.escape(asked.group(1)[:6])}", re.IGNORECASE)


_RANKS = frozenset({"shadow", "former", "deputy", "junior", "assistant", "acting"})


def is_speaker(who: str, statement: Statement) -> bool:
    """Whether WHO, a name, an office or a party, is whose words STATEMENT holds."""
    speaker = statement.speaker.lower()
    wanted = re.sub(
        r"\b(?:the|then|sir|mr|mrs|ms|dr|dame|lord|lady|baroness)\b|'s\b|\u2019s\b", " ", who.lower()
    ).split()
    if not wanted or not speaker:
        return False
    if wanted[-1] in speaker.split() and (
        len(wanted) < 2 or wanted[0] in speaker or not statement.speaker[:1].isupper()
    ):
        return True
    held = f"{speaker} {statement.role.lower()} {_told(statement)}"
    if set(held.split()) & _RANKS != set(wanted) & _RANKS:
        return False
    if any(same_office(" ".join(wanted), office) for office in (statement.role, statement.speaker)):
        return True
    ids = ids_of(who)
    return bool(ids) and ids <= ids_of(_OWNER.sub(" ", f"{statement.speaker} {statement.role} {_told(statement)}"))


_OWNER = re.compile(r"\b\w+['\u2019]s\b")
"""Whose a body is, and none of it: the Speaker's Committee is not the Speaker."""


def _told(statement: Statement) -> str:
    """What the letters of a title and a party stand for ("Cllr Orme (Con)")."""
    letters = re.search(r"\((\w[\w -]*)\)$", statement.role)
    party = parties().get(letters.group(1).lower(), "") if letters else ""
    return f"{party} councillor" if statement.speaker.startswith(("Cllr", "Clr")) else party
