"""Which tables a question is held against: those of the answer that it names, else those that bear the most of it.

"In the answer to question 1234", "in the Home Office's answer of 4 December 2023": such words name one answer, or a
day's, and ask nothing of its tables; they are taken out before the rest is held against them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from bot.tables.catalog import Listed, listed_of
from bot.tables.words import Word
from corpus.cube import Dataset
from corpus.extract.dates import dates
from corpus.ledger import Ledger
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.questions import WrittenQuestion
from corpus.records import SourceKind

__all__ = ["NO_ANSWER_NAMED", "NamedAnswer", "by_release", "found_for", "named_answer"]

MOST = 150
"""A question is held against no more tables than this, but for those of an answer that it names."""

_IN = r"(?:\b(?:according to|as (?:given|stated|set out|told) in|in|from|by|per|of|on)\s+)?"
_ANSWER = r"(?:written\s+|parliamentary\s+)*(?:answers?|repl(?:y|ies)|responses?)"
_BY_NUMBER = regex(
    rf",?\s*{_IN}(?:\b(?:the|its|his|her|their)\s+)?(?:\b{_ANSWER}\s+(?:(?:given|that was given)\s+)?(?:to|of|on)\s+)?"
    r"(?:the\s+)?\b(?:(?:(?:written|parliamentary)\s+)*questions?|UIN|w?pq)\s*(?:UIN|no\.?|number)?\s*"
    r"(?P<uin>(?:HL\s?)?\d{1,7})\b(?!,\d)\s*,?",
    re.IGNORECASE,
)
_BY_DAY = regex(
    rf",?\s*(?i:{_IN})(?i:\b(?:the|its|his|her|their)\s+)?(?:\b(?P<who>[A-Z][\w\u2019'&,-]*(?:\s+[\w\u2019'&,-]+){{0,8}}?)"
    rf"(?:['\u2019]s?)\s+)?\b(?i:{_ANSWER})\s+(?:(?:given|published|dated)\s+)?(?:on|of|from|dated)\s+"
    r"(?P<day>\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+\s+\d{4}|\d{4}-\d\d-\d\d)\s*,?"
)


_BY_RELEASE = regex(
    r",?\s*\b(?i:on|according to|going by|based on|by|per)\s+(?i:the\s+)"
    r"(?P<day>(?:\d{1,2}(?:st|nd|rd|th)?\s+)?[A-Z][a-z]+\s+\d{4})"
    r"\s+(?i:figures|data|numbers|statistics|estimates|release|answer)\s*,?"
)


@dataclass(frozen=True, slots=True)
class NamedAnswer:
    """What a question says of which answer is meant: the sources, None where it names none; and the rest of it."""

    text: str
    sources: tuple[str, ...] | None = None
    within: tuple[date, date] | None = None
    """When what is meant was published, where the question names a release by it ("on the March 2021 figures")."""


NO_ANSWER_NAMED = NamedAnswer("")


def named_answer(text: str, ledger: Ledger) -> NamedAnswer:
    """TEXT less the words that name an answer of LEDGER, and the sources of the answers that they name."""
    if not ledger.asks:
        return NamedAnswer(text)
    if (found := _BY_NUMBER.search(text)) is not None:
        told = {d.when.first for d in dates(text, None) if d.when is not None and d.when.exact}
        every = ledger.questions_by_uin("".join(found["uin"].split()).upper())
        on_day = [q for q in every if told & {q.tabled, q.answered, q.corrected}]
        return NamedAnswer(_without(text, found), _ids(on_day or every))
    if (found := _BY_DAY.search(text)) is not None:
        days = [d.when.first for d in dates(found["day"], None) if d.when is not None and d.when.exact]
        every = ledger.questions_answered_on(days[0]) if days else ()
        return NamedAnswer(_without(text, found), _ids(q for q in every if _is_whose(found["who"], q)))
    return NamedAnswer(text)


def by_release(text: str) -> NamedAnswer | None:
    """TEXT less the words that name a release by when it came out; None where none do."""
    if (found := _BY_RELEASE.search(text)) is None:
        return None
    days = [d.when for d in dates(found["day"], None) if d.when is not None]
    return NamedAnswer(_without(text, found), None, (days[0].first, days[0].last)) if days else None


def _ids(found: Iterable[WrittenQuestion]) -> tuple[str, ...]:
    return tuple(q.source_id for q in found)


def _without(text: str, found: re.Match[str]) -> str:
    rest = f"{text[: found.start()]} {text[found.end() :]}".strip(" ,")
    return " ".join(re.sub(r"\s+(?=[?.,;])", "", rest).split())


_SMALL = frozenset({"the", "for", "of", "and", "department", "ministry", "minister", "secretary", "state"})


def _is_whose(who: str | None, question: WrittenQuestion) -> bool:
    """Whether an answer is WHO's: the department's, or the minister's who gave it; anybody's where nobody is named."""
    if who is None:
        return True
    said = {w for w in re.findall(r"[a-z]+", who.lower()) if w not in _SMALL}
    return bool(said) and any(said <= set(re.findall(r"[a-z]+", n.lower())) for n in (question.body, question.minister))


def found_for(
    words: Iterable[Word], named: NamedAnswer, ledger: Ledger, as_of: date | None, known: dict[str, Listed]
) -> tuple[Listed, ...]:
    """The tables that a question of WORDS may be about; KNOWN keeps what was read of them before."""
    if named.sources is not None:
        ids: Collection[str] = ledger.datasets_in(named.sources)
    else:
        ids = ledger.datasets_bearing([_terms(w) for w in words if not w.general], MOST)
    found = listed_of(ledger, _standing(ledger, ledger.datasets_of(ids), as_of), as_of, known)
    if named.within is None:
        return found
    first, last = named.within
    return tuple(one for one in found if (day := one.source.known_by) is not None and first <= day <= last)


def _terms(word: Word) -> frozenset[str]:
    """The terms by which a label may bear a word out."""
    lex = lexicon()
    near = (*(lex.relatives(i) for i in word.ids), *(lex.narrower(i) for i in word.ids))
    return word.ids.union(*near, *(lex.broader(i) for i in word.ids))


def _standing(ledger: Ledger, found: tuple[Dataset, ...], as_of: date | None) -> list[Dataset]:
    """Those whose answer had not been corrected by then: what was first given stands in its place no more."""
    answers = [s.id for s in ledger.sources_of(_sources(found)) if s.kind is SourceKind.WRITTEN_ANSWER]
    now = ledger.questions_superseded(answers) if answers else {}
    gone = {
        one for one, q in now.items() if as_of is None or (day := q.corrected or q.answered) is None or day <= as_of
    }
    return [one for one in found if one.source_id not in gone]


def _sources(found: tuple[Dataset, ...]) -> list[str]:
    return list(dict.fromkeys(one.source_id for one in found))
