"""Evidence in words: the sentences that answer who, when, why, what was said; and what the record says is not known."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.question import Ask, Query
from corpus.extract.dates import dates, periods
from corpus.extract.names import names, surname
from corpus.extract.numbers import quantities
from corpus.extract.sense import Sense, senses
from corpus.lexicon.grammar import any_of, words
from corpus.lexicon.terms import lexicon
from corpus.records import Source, Span, Statement, StatementAct

__all__ = ["UNKNOWN", "Heard", "Line", "dated", "hear", "unanswered"]

_STRICT = frozenset({"place", "nationality", "offence", "attribute"})
UNKNOWN = (StatementAct.NOT_KNOWN, StatementAct.NOT_HELD, StatementAct.DISPROPORTIONATE_COST, StatementAct.REFUSED)


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a source (or a line of a sheet), the one before it, and the statement that it makes, if any."""

    source: Source
    span: Span
    text: str
    before: str = ""
    statement: Statement | None = None
    setting: str = ""
    """What its source is about: its title and the measures of its wholes; for matching only."""

    @property
    def speaker(self) -> str:
        return f"{self.statement.speaker} {self.statement.role}".strip() if self.statement else ""


@dataclass(frozen=True, slots=True)
class Heard:
    """A line held against a question: how much of it is covered, and what is not."""

    line: Line
    score: float
    missing: tuple[str, ...]
    name: str = ""


def hear(query: Query, lines: Sequence[Line]) -> list[Heard]:
    """The lines that answer QUERY, the best first; none where no line covers enough of it."""
    if query.ask is Ask.SAID:
        return _said(query, lines)
    weigh = _weights(lines)
    heard = [_held(query, line, weigh) for line in lines]
    fitting = [h for h in heard if _fits(query, h)]
    named = [Heard(h.line, h.score, h.missing, _name(query, h.line)) for h in fitting]
    if query.ask is Ask.WHO:
        named = [h for h in named if h.name]
    return sorted(named, key=lambda h: (-round(h.score, 3), h.line.source.kind.rank, h.line.span.start))


def _held(query: Query, line: Line, weigh: dict[str, float]) -> Heard:
    terms = [s for s in query.wanted.terms if not lexicon().general(s.id)] or list(query.wanted.terms)
    here = _ids(f"{line.text} {line.speaker}")
    if query.ask is Ask.YES_NO:
        here = frozenset(s.id for s in senses(line.text) if s.mark != "?") | _ids(line.speaker)
    near, far = _ids(line.before), _ids(line.setting)
    covered, full, missing = 0.0, 0.0, []
    for term in terms:
        weight = weigh.get(term.id, max(weigh.values(), default=1.0))
        full += weight
        akin = lexicon().kind(term.id) not in _STRICT and bool(lexicon().relatives(term.id) & here)
        level = 1.0 if _in(term, here) else 0.6 if akin else 0.45 if _in(term, near) else 0.3 if _in(term, far) else 0.0
        covered += level * weight
        if level == 0.0:
            missing.append(term.words)
    missing += [m.period.words for m in query.wanted.times if not dated(m.period.words, line)]
    if query.numbers and query.ask in (Ask.WHEN, Ask.WHO, Ask.WHAT, Ask.YES_NO):
        given = {q.value for q in quantities(line.text)}
        missing += [f"{n:,}" for n in query.numbers if n not in given]
        covered += sum(1.0 for n in query.numbers if n in given)
        full += len(query.numbers)
    direct = any(_in(t, here) for t in terms)
    bonus = _bonus(query, line) * (1.0 if direct or query.ask is not Ask.WHY else 0.6)
    return Heard(line, (covered / full if full else 0.0) + bonus, tuple(missing))


def _bonus(query: Query, line: Line) -> float:
    text = line.text
    if query.ask is Ask.WHY:
        return 0.7 if any_of("strong_causes").search(text) else 0.15 if any_of("causes").search(text) else 0.0
    if query.ask is Ask.WHEN:
        return 0.15 if dates(text, line.source.published) else 0.0
    if query.ask is Ask.PERIOD:
        spans = [m for m in periods(text, line.source.published) if m.relation in ("between", "from", "over", "since")]
        return 0.4 if any(m.relation in ("between", "from") for m in spans) else 0.2 if spans else 0.0
    if query.ask is Ask.WHERE:
        return 0.1 if any(t.kind == "place" for t in lexicon().terms(text)) else 0.0
    return 0.0


_THRESHOLD = {
    Ask.WHO: 0.62,
    Ask.WHEN: 0.7,
    Ask.WHY: 0.68,
    Ask.PERIOD: 0.7,
    Ask.WHERE: 0.65,
    Ask.YES_NO: 0.8,
    Ask.WHAT: 0.72,
}


def _fits(query: Query, heard: Heard) -> bool:
    if heard.score < _THRESHOLD.get(query.ask, 0.75):
        return False
    if query.ask is Ask.WHY and not any_of("causes").search(heard.line.text):
        return False
    if query.ask is Ask.PERIOD and _bonus(query, heard.line) == 0.0:
        return False
    if query.ask is Ask.WHEN and not (dates(heard.line.text, heard.line.source.published) or heard.line.statement):
        return False
    if query.ask is Ask.WHERE and _bonus(query, heard.line) == 0.0:
        return False
    if any(m.replace(",", "").isdigit() for m in heard.missing):
        return False
    strict = {s.words for s in query.wanted.terms if lexicon().kind(s.id) in _STRICT or _proper(s.words)}
    limit = 0 if query.ask in (Ask.YES_NO,) else 99
    return not strict & set(heard.missing) and len(heard.missing) <= limit


def _proper(word: str) -> bool:
    return word[:1].isupper()


def dated(wording: str, line: Line) -> bool:
    """Whether a line stands at the time asked about: its words name it, or it was said then."""
    asked = [d.when for d in dates(wording, line.source.published) if d.when]
    if not asked:
        return True
    given = [d.when for d in dates(line.text, line.source.published) if d.when]
    said = line.statement.said_on if line.statement else line.source.published
    return any(a.first <= g.last and g.first <= a.last for a in asked for g in given) or any(
        said is not None and a.first <= said <= a.last for a in asked
    )


def _in(term: Sense, ids: frozenset[str]) -> bool:
    lex = lexicon()
    return term.id in ids or any(lex.covers(term.id, i) for i in ids if lex.kind(i))


def _ids(text: str) -> frozenset[str]:
    return lexicon().ids(text) if text else frozenset()


def _open_ids(text: str) -> frozenset[str]:
    """The terms that a line leaves open; what it only weighs ("should have been considered") is not left open."""
    plain = re.sub(r"\b(?:whether|if|would|could|might)\b", "that", text)
    plain = re.sub(r"\b(?:while|when|because|since|after|before)\b[^,;.]*", " ", plain)
    return frozenset(s.id for s in senses(plain) if s.mark != "?")


def _weights(lines: Sequence[Line]) -> dict[str, float]:
    counted: Counter[str] = Counter(i for line in lines for i in _ids(line.text))
    return {i: math.log(1 + len(lines) / n) for i, n in counted.items()}


def _name(query: Query, line: Line) -> str:
    """The person whom a line names and the question does not; its speaker where it names none."""
    asked = query.text.lower()
    roles = {s.id for s in query.wanted.terms}
    for name in names(line.text):
        if surname(name.words).lower() not in asked:
            return f"{name.words}, {name.role}" if name.role else name.words
        if name.role and roles and surname(name.words).lower() in asked and re.match(r"\s*who (?:is|was)\b", asked):
            return f"{name.words}, {name.role}"
    if line.statement and line.statement.speaker and surname(line.statement.speaker).lower() not in asked:
        return f"{line.statement.speaker}, {line.statement.role}" if line.statement.role else line.statement.speaker
    return ""


def _said(query: Query, lines: Sequence[Line]) -> list[Heard]:
    """What a speaker said, on the point asked about first."""
    spoken = [line for line in lines if line.statement and _is_speaker(query.who, line.statement, lines)]
    spoken = [s for s in spoken if all(dated(m.period.words, s) for m in query.wanted.times)]
    vague = words("vague")
    about = [s for s in senses(query.about) if not lexicon().general(s.id) and s.words.lower() not in vague]
    heard = []
    for line in spoken:
        here, near = _ids(line.text), _ids(f"{line.before} {line.setting}")
        points = sum(1.0 if _in(s, here) else 0.4 if _in(s, near) else 0.0 for s in about)
        score = points / len(about) if about else 0.5
        verbatim = 0.2 if line.statement and line.statement.verbatim else 0.0
        missing = tuple(s.words for s in about if not _in(s, here | near))
        heard.append(
            Heard(line, score + verbatim * (score > 0), missing, line.statement.speaker if line.statement else "")
        )
    good = [h for h in heard if h.score >= 0.3 and len(h.missing) * 2 <= len(about)]
    return sorted(good, key=lambda h: (-round(h.score, 3), h.line.source.kind.rank, h.line.span.start))


_RANKS = frozenset({"shadow", "former", "deputy", "junior", "assistant", "acting"})


def _is_speaker(who: str, statement: Statement, lines: Iterable[Line]) -> bool:
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
    held = f"{speaker} {statement.role.lower()}"
    if set(held.split()) & _RANKS != set(wanted) & _RANKS:
        return False
    ids = _ids(who)
    return bool(ids) and ids <= _ids(f"{statement.speaker} {statement.role}")


_AFFECTED = "affected"
"""What happened to them, whatever it was: it tells nothing of a figure, but names what a record leaves open."""


def unanswered(query: Query, lines: Sequence[Line]) -> Heard | None:
    """The line that says that nobody could say, would say, or holds what is asked; None where there is none."""
    telling = [s for s in query.wanted.terms if not lexicon().general(s.id)]
    best: Heard | None = None
    for line in lines:
        if not telling or line.statement is None or line.statement.act not in UNKNOWN:
            continue
        here, far = _open_ids(line.text), _ids(f"{line.before} {line.setting}")
        missing = tuple(s.words for s in telling if not _in(s, here) and not _in(s, far))
        direct = sum(1 for s in telling if _in(s, here))
        limits = {q.value for q in quantities(line.text)} if query.wanted.bounds else set()
        missing += tuple(b.words for b in query.wanted.bounds if b.value not in limits)
        direct += sum(1 for b in query.wanted.bounds if b.value in limits)
        only_here = sum(1 for s in telling if _in(s, here) and not _in(s, far))
        if not all(dated(m.period.words, line) for m in query.wanted.times):
            continue
        narrow = _STRICT | {"person", "role"}
        strict = any(lexicon().kind(s.id) in narrow and s.words in missing for s in telling)
        if strict or len(missing) * 3 > len(telling) or (missing and direct < 2):
            continue
        if not direct or (not only_here and direct < len(telling) and not query.wanted.bounds):
            continue
        topic = [s for s in query.wanted.terms if s in telling or s.id == _AFFECTED]
        topic = [s for s in topic if lexicon().kind(s.id) not in ("role", "person", "body")]
        if topic and not query.wanted.bounds and not any(_in(s, here) for s in topic):
            continue
        score = direct + only_here - len(missing) - 0.02 * len(here)
        if best is None or score > best.score:
            best = Heard(line, score, ())
    return best


def said_date(line: Line) -> date | None:
    """The day on which a line was said or published."""
    return (line.statement.said_on if line.statement else None) or line.source.published
