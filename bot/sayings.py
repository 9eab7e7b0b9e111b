"""Evidence in words: the sentences that answer who, when, why, what was said; and what the record says is not known."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

from bot.addresses import of_that_address
from bot.as_given import only_denied
from bot.belonging import beside_the_name
from bot.between import between_whom
from bot.cased import cased
from bot.chairing import chair_asked, of_another_chair
from bot.clock import hour_asked
from bot.coverage import covered
from bot.dated_things import dates_of_it
from bot.deed_asked import deed_of
from bot.doers import answering, settled
from bot.explained import explanations, never_done
from bot.extremes import of_that_end
from bot.feelings import who_felt
from bot.heard import Heard, Line, akin, bears, dated, ids_of, said_date, takes_up
from bot.hoped import deed_unnamed, hoped_to
from bot.instances import names_one
from bot.knowing import when_told
from bot.left_undone import who_did_not
from bot.letters import writer_asked
from bot.next_out import next_out
from bot.of_all import parts_asked
from bot.of_the_deed import deed_told, of_the_deed, then_done, yet_to_come
from bot.of_whoever import of_whoever
from bot.offenders import only_offenders
from bot.office_asked import of_that_office
from bot.officeholders import holder_asked
from bot.on_air import on_air
from bot.plans import planned, will_asked
from bot.possible import possibly
from bot.question import Ask, Query
from bot.reasons import gives_reason, of_that, plainly_why, points_back, weight_of_reason
from bot.silence import UNKNOWN
from bot.to_be_done import to_be_done, who_is_to
from bot.told_to import told_to, what_told
from bot.uncovered import uncoverer
from bot.unprompted import unprompted
from bot.voices import is_speaker, said_by, told_of
from bot.whom_told import who_told
from bot.word_used import word_user
from corpus.extract.dates import periods
from corpus.extract.names import full_name, names, surname
from corpus.extract.numbers import quantities
from corpus.extract.offices import head
from corpus.extract.sense import Sense, senses
from corpus.lexicon.speech import one_of
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import StatementAct

__all__ = ["Heard", "Line", "dated", "hear", "said_date"]

_STRICT = frozenset({"place", "nationality", "offence", "attribute"})


def hear(query: Query, lines: Sequence[Line], *, picked: bool = False) -> list[Heard]:
    """The lines that answer QUERY, the best first; none where no line covers enough of it.

    PICKED: the lines are those of a large record that were picked for what is asked.
    """
    if (hoped := hoped_to(query, lines)) or deed_unnamed(query):
        return hoped
    if query.ask is Ask.SAID:
        return what_told(query, lines) or said_by(query, of_that_address(query, lines), picked=picked)
    if (own := _by_its_own_rule(query, lines)) is not None:
        return own
    if query.ask is Ask.WHY and len(set(query.numbers)) > 1:  # why one number became another is no other matter's why
        lines = [x for x in lines if set(query.numbers) & {q.value for q in quantities(x.text)}]
    weigh = _weights(lines)
    if query.ask is Ask.WHEN and query.wanted.sayer:
        lines = [x for x in lines if _by(query.wanted.sayer, x)]
    heard = [_held(query, line, weigh, picked=picked) for line in lines]
    fitting = [h for h in heard if _fits(query, h) and not (picked and (h.missing or not _by_itself(query, h.line)))]
    if query.ask is Ask.WHY and not any(plainly_why(query, h.line) for h in fitting):
        fitting = [h for h in explanations(query, lines, picked=picked) if not never_done(query, h.line)] or fitting
    named = [Heard(h.line, h.score, h.missing, "") for h in fitting]
    if query.ask is Ask.WHO:
        named = [answering(query, h, lines) for h in fitting]
        named = [h for h in named if not of_another_chair(query, h)]
        named = [h for h in named if not _done_to(query.text, h.name) and of_that_office(query.text, h)]
        named = [h for h in named if h.name and not (_PERSON_ASKED.match(query.text) and _body(h.name))]
    said = [s.words.lower() for s in query.wanted.telling] if query.ask is Ask.WHO else []

    def order(h: Heard) -> tuple[float, int, int, int]:
        text = h.line.text.lower()  # "failures" is nearer to it than "blunder"
        literal = sum(re.search(rf"\b{re.escape(w)}\b", text) is not None for w in said)
        return -round(h.score, 3), -literal, h.line.source.kind.rank, h.line.span.start

    return sorted(named, key=order)


_DID_TO = (
    r"\W*who\s+(?:(?:had|has|have|also|first)\s+)*(?!(?:is|was|are|were|will|did|does|else)\b)[a-z]+\s+"
    r"(?:\w+\.?\s+)?{whom}\b"
)
"""To whom it was done, right after the verb: "who told *Clarke* to stay"."""


def _done_to(asked: str, name: str) -> bool:
    """Whether NAME is of the one to whom it was done that is asked about, and so of nobody who did it."""
    own = surname(name.split(",")[0]).strip()
    return bool(own) and re.match(_DID_TO.format(whom=re.escape(own)), asked, re.IGNORECASE) is not None


def _by_its_own_rule(query: Query, lines: Sequence[Line]) -> list[Heard] | None:
    """What answers a question that has a rule of its own (who chairs it, on which station); None where it has none."""
    if (held := chair_asked(query, lines) or holder_asked(query, lines)) is not None:
        return held
    if (written := writer_asked(query, lines) or beside_the_name(query, lines)) is not None:
        return written
    if (whoever := of_whoever(query, lines, hear)) is not None:
        return whoever
    if (used := word_user(query, lines)) is not None:
        return used
    if (sides := between_whom(query, lines)) is not None:
        return sides
    if told := who_told(query, lines):
        return told
    if (undone := who_did_not(query, lines)) is not None:
        return undone
    if (bound := who_is_to(query, lines)) is not None:
        return bound
    if (felt := who_felt(query, lines)) is not None:
        return felt
    if uncovered := uncoverer(query, lines):
        return uncovered
    if (hours := hour_asked(query, lines)) is not None:
        return hours
    if (to_do := to_be_done(query, lines)) is not None:
        return to_do
    if (coming := next_out(query, lines)) is not None:
        return coming
    if (aired := on_air(query, lines)) is not None:
        return aired
    if told := when_told(query, lines):
        return told
    if query.ask is Ask.YES_NO and (within := covered(query.resolved or query.text, lines)):
        return within
    if query.ask is Ask.YES_NO and (meant := planned(query.resolved or query.text, lines)):
        return meant
    if query.ask is Ask.YES_NO and (urged := told_to(query, lines)):
        return urged
    if (freely := unprompted(query, lines)) is not None:
        return freely
    if maybe := possibly(query, lines):
        return maybe
    if query.ask is Ask.YES_NO and will_asked(query.resolved or query.text):
        return []
    if query.ask is Ask.YES_NO and (deed := deed_of(cased(query.resolved or query.text, lines))) is not None:
        told = settled(query, deed, lines)
        if told or (deed.doer.kind in ("person", "office") and _COLLECTIVE.search(deed.doer.words) is None):
            return told
    return None


_COLLECTIVE = regex(r"\b(?:opposition|parties|party|backbenchers|unions|campaigners)\b", re.IGNORECASE)
"""Whom no one person is: what they did is told of all or some of them, and not under a name."""


def _by(sayer: str, line: Line) -> bool:
    """Whether a line is nobody else's word than SAYER's, whose it is asked for ("when does *the port* say that …")."""
    said = line.statement
    return said is None or not said.speaker or is_speaker(sayer, said)


_PERSON_ASKED = regex(
    r"\W*(?:and |so )?which (?:\w+ )?"
    r"(?:ministers?|mps?|members?|secretar(?:y|ies)|officials?|persons?|people|politicians?)\b",
    re.IGNORECASE,
)


def _body(name: str) -> bool:
    """Whether NAME, who is asked for by what only a person is, is a body's."""
    who = name.split(",")[0]
    return not names(who) and head(who) != "person" and "," not in name


def _held(query: Query, line: Line, weigh: dict[str, float], *, picked: bool = False) -> Heard:
    terms = query.wanted.telling or list(query.wanted.terms)
    if query.ask is Ask.WHO and line.statement is not None:
        terms = told_of(query)
    here = ids_of(f"{line.text} {line.speaker}")
    if query.ask is Ask.WHEN and _SOURCED.search(line.text):
        here = ids_of(_SOURCED.sub(" ", line.text))  # the day is not that of the paper that tells of it
    here |= _given_names(query, line)
    if query.ask is Ask.YES_NO:
        here = frozenset(s.id for s in senses(line.text) if s.mark != "?") | ids_of(line.speaker)
    near, far = ids_of(line.before), ids_of(line.setting)
    if query.ask is Ask.YES_NO:
        held = {t.id for t in terms if only_offenders(t, query.resolved or query.text, line.text)}
        here, near, far = here - held, near - held, far - held
    up = query.ask is not Ask.WHEN or takes_up(line)
    covered, full, missing = 0.0, 0.0, []
    for term in terms:
        weight = weigh.get(term.id, max(weigh.values(), default=1.0))
        full += weight
        level = _level(
            term,
            here if _same_sort(term, line) else here - {term.id},
            near if up or not _proper(term.words) else frozenset(),
            far,
        )
        if level == _FAR and line.source.paraphrase and term.kind in ("body", "unit", "concept"):
            level = _TITLED  # a sheet's line is told of its own source, which it does not name again
        if query.ask is Ask.YES_NO and _taken_up(term, line, near):
            level = max(level, _TITLED)
        covered += level * weight
        if level == 0.0:
            missing.append(term.words)
    missing += [m.period.words for m in query.wanted.times if not dated(m.period.words, line)]
    if query.numbers and query.ask in (Ask.WHEN, Ask.WHO, Ask.WHAT, Ask.YES_NO, *((Ask.WHY,) if picked else ())):
        given = {q.value for q in quantities(line.text)}
        missing += [f"{n:,}" for n in query.numbers if n not in given]
        covered += sum(1.0 for n in query.numbers if n in given)
        full += len(query.numbers)
    if query.ask is Ask.YES_NO:
        missing += [part for part in parts_asked(query.resolved or query.text) if part not in line.text.lower()]
    direct = any(bears(t, here) for t in terms)
    bonus = _bonus(query, line) * (1.0 if direct or query.ask is not Ask.WHY else 0.6)
    return Heard(line, (covered / full if full else 0.0) + bonus, tuple(missing))


_HIM = regex(r"\b(?:he|she|him|her|his|hers)\b", re.IGNORECASE)


def _taken_up(term: Sense, line: Line, near: frozenset[str]) -> bool:
    """Whether somebody named right before LINE is meant there by "he" or "his"."""
    return term.kind == "word" and _proper(term.words) and bears(term, near) and _HIM.search(line.text) is not None


_SOURCED = regex(r"\baccording to (?:an?|the|its|their|his|her)\s[^,.;:]*", re.IGNORECASE)
"""The paper that a thing is told by: "nine boats sank in May, *according to a report*"."""


def _same_sort(term: Sense, line: Line) -> bool:
    """Whether a people that is asked about is not only named as a place ("any *Welsh*" of "gaols in *Wales*")."""
    if term.kind != "nationality":
        return True
    return any(t.id == term.id and t.kind == "nationality" for t in lexicon().terms(f"{line.text} {line.speaker}"))


def _level(term: Sense, here: frozenset[str], near: frozenset[str], far: frozenset[str]) -> float:
    """How well a term is borne out: by the line, by a word akin, by the line before, or by its setting."""
    if bears(term, here):
        return 1.0
    if lexicon().kind(term.id) not in _STRICT and lexicon().relatives(term.id) & here:
        return 0.6
    return 0.45 if bears(term, near) else _FAR if bears(term, far) else 0.0


_FAR, _TITLED = 0.3, 0.8


def _bonus(query: Query, line: Line) -> float:
    text = line.text
    if query.ask is Ask.WHY:
        if line.statement is not None and line.statement.act in UNKNOWN:
            return 0.0
        return weight_of_reason(query, line)
    if query.ask is Ask.WHEN:
        verb = next((s for s in reversed(query.wanted.terms) if not lexicon().general(s.id)), None)
        deed = 0.1 if verb is not None and bears(verb, ids_of(text)) else 0.0
        return deed + 0.15 if dates_of_it(query, line) else 0.0
    if query.ask is Ask.PERIOD:
        spans = [m for m in periods(text, line.source.published) if m.relation in ("between", "from", "over", "since")]
        return 0.4 if any(m.relation in ("between", "from") for m in spans) else 0.2 if spans else 0.0
    if query.ask is Ask.WHERE:
        return 0.1 if any(t.kind == "place" for t in lexicon().terms(text)) else 0.0
    return 0.0


def _given_names(query: Query, line: Line) -> frozenset[str]:
    """The given names and titles in a question of whom a line names by the surname alone."""
    found: set[str] = set()
    for name in names(query.resolved or query.text):
        others = [n for n in names(line.text) if surname(n.words) == surname(name.words)]
        if others and all(full_name(n.words, [name]) for n in others):
            found |= lexicon().ids(name.words)
    return frozenset(found)


def _by_itself(query: Query, line: Line) -> bool:
    """Whether LINE itself, and not only what stands around it, bears what is asked.

    Most of what is asked why, unless it takes that up; all of what somebody did or said, and in no near word: of many
    matters, another's failure is no blunder that is asked about.
    """
    terms = query.wanted.telling
    here = ids_of(f"{line.text} {line.speaker}")
    if query.ask is Ask.WHO:
        return all(bears(s, here) for s in told_of(query))
    own = sum(akin(s, here) for s in terms)
    return query.ask is not Ask.WHY or own * 3 >= len(terms) * 2 or points_back(line.text)


_OF_THAT_DAY = 0.5
"""Enough for a line that is of the very day asked about, and misses nothing."""
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
    of_that_day = query.ask is Ask.WHO and query.wanted.times and not heard.missing
    if heard.score < (_OF_THAT_DAY if of_that_day else _THRESHOLD.get(query.ask, 0.75)):
        return False
    if query.ask is Ask.WHY and not (gives_reason(query, heard.line) and of_that(query, heard.line)):
        return False
    if query.ask is Ask.WHY and never_done(query, heard.line):
        return False
    if query.ask is Ask.WHEN and not of_that_end(query.resolved or query.text, heard.line):
        return False
    if query.ask in (Ask.WHAT, Ask.WHERE) and not names_one(query.resolved or query.text, heard.line.text):
        return False
    if query.ask is Ask.PERIOD and _bonus(query, heard.line) == 0.0:
        return False
    if query.ask is Ask.WHEN and not (dates_of_it(query, heard.line) or _saying(query, heard.line)):
        return False
    if query.ask is Ask.WHERE and (_bonus(query, heard.line) == 0.0 or not deed_told(query, heard.line)):
        return False
    if any(m.replace(",", "").isdigit() for m in heard.missing):
        return False
    if query.ask is Ask.WHO and any(m.period.words in heard.missing for m in query.wanted.times):
        return False
    if query.ask is Ask.WHO and not of_the_deed(query, heard):
        return False
    if query.ask is Ask.WHEN and not (then_done(query, heard) and yet_to_come(query, heard.line)):
        return False
    strict = {s.words for s in query.wanted.terms if lexicon().kind(s.id) in _STRICT or _proper(s.words)}
    limit = 0 if query.ask in (Ask.YES_NO,) else 99
    return not strict & set(heard.missing) and len(heard.missing) <= limit


def _saying(query: Query, line: Line) -> bool:
    """Whether it is the saying of a line that is asked about, whose day is the answer."""
    said = line.statement
    if only_denied(query, line.text, line.source.published):
        return False
    asked = one_of("plain", "guarded").search(query.text) or (said and str(said.act) in query.text.lower())
    return said is not None and (line.source.paraphrase or bool(asked) or said.act is StatementAct.APOLOGISED)


def _proper(word: str) -> bool:
    return word[:1].isupper()


def _weights(lines: Sequence[Line]) -> dict[str, float]:
    counted: Counter[str] = Counter(i for line in lines for i in ids_of(line.text))
    return {i: math.log(1 + len(lines) / n) for i, n in counted.items()}
