"""The desk: a question in, an answer out; reading, evidence, arithmetic, wording and the gate, in that order."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import TracebackType

from bot.answer import Answer, Status
from bot.as_known import as_known, told_by_then
from bot.askers import of_askers
from bot.by_number import by_number
from bot.claimed_count import asked_for, set_against_claim
from bot.closely import Closely
from bot.compose import Composer
from bot.done_to_whom import done_to_another
from bot.evidence import Scales
from bot.followup import resolve
from bot.forms import Ask
from bot.gate import guard
from bot.heard import only_asks
from bot.left_open import Likeness, left_open
from bot.lines import Lines
from bot.of_theirs import WHOSE, only_of_theirs, only_their_kin
from bot.pointing import pick_figure, read_closely
from bot.provenance import placed, with_provenance
from bot.put_off import less_put_off
from bot.question import Query, read
from bot.refusals import refusals
from bot.rephrased import worded_so
from bot.reply import LONGEST, reply
from bot.retrieve import Retriever
from bot.sayings import Line
from bot.seconded import may_be_seconded, seconded
from bot.similar import Finder, Previous, Wanted
from bot.sole_span import ONLY_SPAN, sole_span
from bot.suggest import suggestions
from bot.tables.asks import Tables, not_given
from bot.tables.contents import in_rows, in_sentences, of_pages, only_names_tables, other_row
from bot.tables.proof import cells_of
from bot.twofold import both, halves
from bot.unnamed import unnamed
from bot.whom_told import TELLING, told_others
from bot.wording import in_words
from corpus.ledger import Ledger
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["Desk"]

_LOG = logging.getLogger("despatch.gate")

_SETTLED = (Status.ANSWERED, Status.COMPUTED, Status.CONFLICTING, Status.DECLINED)
"""An answer of these kinds ends the search; any other may yet be bettered by looking further."""

_UNTOLD = (Status.NOT_IN_RECORD, Status.DECLINED)
"""After these a question in other words may yet be answered: nobody foretells that he will go, but he may refuse to."""
_LACKING = (Status.NOT_IN_RECORD, Status.PARTIAL)
"""Where an answer of these kinds is given, a passage that has not been read for its meaning yet may hold more."""


class Desk:
    """Answers questions from one record. Not safe to share between threads that write to the record."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.retriever = Retriever(ledger)
        self.tables = Tables(ledger)
        self._finder = Finder(ledger)
        self._like = Likeness()
        self._closely = Closely()

    @classmethod
    def open(cls, folder: Path | None = None, *, load_library: bool = True) -> Desk:
        """Open the record in FOLDER (or where the settings say), making it with the library where there is none.

        Raises RecordError, in one sentence, where the record cannot be opened.
        """
        from bot.opening import open_record

        return cls(open_record(folder, load_library=load_library))

    def __enter__(self) -> Desk:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the record."""
        self.ledger.close()

    def ask(
        self,
        question: str,
        as_of: date | None = None,
        *,
        earlier: Sequence[str] = (),
        drop: Collection[str] = (),
        suggest: bool = False,
    ) -> Answer:
        """Answer QUESTION from what had been said by AS_OF.

        EARLIER are the questions before it in the same thread, the first asked first; DROP the keys of conditions
        (see ``Answer.conditions``) to leave out. The answer has passed the gate.
        """
        begun = time.perf_counter()
        query = self.read(question, as_of, earlier).without(frozenset(drop))
        self.retriever.ready()
        with self.ledger.steady():
            answer = placed(with_provenance(self._answered(query), self.ledger), self.ledger)
        for reason in answer.reasons:
            _LOG.warning("withdrawn: %s: %s", reason, question[:200])
        if answer.status in _LACKING and (lag := self.retriever.lag()):
            answer = replace(answer, caveats=(*answer.caveats, lag))
        if self.retriever.fault:
            answer = replace(answer, caveats=(*answer.caveats, f"Searched by words alone: {self.retriever.fault}."))
        if suggest:
            answer = replace(answer, suggestions=suggestions(answer, self))
        return replace(answer, elapsed_ms=round((time.perf_counter() - begun) * 1000))

    def read(self, question: str, as_of: date | None = None, earlier: Sequence[str] = ()) -> Query:
        """The question as it is read, against those before it."""
        before: Query | None = None
        for text in (*earlier[-6:], question):
            before = resolve(read(text[: LONGEST + 1], as_of, today=date.today()), before)
        assert before is not None
        return before

    def history(self, figure_id: str) -> tuple[Figure, ...]:
        """The same measure from its first statement to the latest. Raises KeyError for an unknown figure."""
        return self.retriever.chain(figure_id)

    def previous(self, wanted: Wanted) -> Previous:
        """The earlier written questions to the same point. Raises RecordFull where their index finds no room."""
        return self._finder.find(wanted)

    def _answered(self, query: Query) -> Answer:
        """The answer to QUERY, in other words of its own if need be; where it has none and asks two things at once,
        those of the two, if both have one."""
        if (then := as_known(query)) is not None and told_by_then(said := self._from_tables(then)):
            return said
        answer = self._from_tables(query)
        if answer.status in _UNTOLD and not query.inherited:
            for words, only in worded_so(query.text).items():
                said = self._from_tables(read(words, query.as_of, today=date.today()))
                given = not only or {f.qualifier for f in said.figures} == {only}
                if given and said.status not in (*_LACKING, *_UNTOLD):
                    return replace(said, question=query.text)
        if answer.status is Status.NOT_IN_RECORD and query.ask is Ask.YES_NO and (number := asked_for(query.text)):
            said = self._answered(read(number, query.as_of, today=date.today()))
            if (held := set_against_claim(query.text, said)) is not None:
                return held
        parts = halves(query.text) if answer.status is Status.NOT_IN_RECORD and not answer.reasons else None
        if parts is None:
            return answer
        told = (self._from_tables(read(part, query.as_of, today=date.today())) for part in parts)
        joined = both(answer, *told)
        return answer if joined is None else guard(joined, self.ledger.text, cells_of(self.ledger))

    def _from_tables(self, query: Query) -> Answer:
        """The answer of a table that bears out the whole question; else that of the other records, if there is one.

        Where neither answers, it is said what the nearest table lacks. The answer has passed the gate.
        """
        tried = self.tables.answer(query)
        cells = cells_of(self.ledger)
        paged = tried.answer is not None and query.ask is Ask.FIGURE and of_pages(tried.answer, self.ledger)
        if tried.answer is not None and tried.sure and not paged:
            return guard(self._seconded(query, tried.answer), self.ledger.text, cells)
        answer = guard(self._answer(query), self.ledger.text, cells)
        if tried.sure and tried.placed and tried.answer is not None and _of_another(answer, tried.answer):
            return answer  # a page of one place alone tells nothing of all that another record counts
        if tried.answer is not None and tried.sure and not in_sentences(answer, self.ledger):
            return guard(tried.answer, self.ledger.text, cells)
        if tried.answer is not None and tried.whole and answer.figures and not in_sentences(answer, self.ledger):
            return guard(tried.answer, self.ledger.text, cells)  # a row read as words tells no more than its table
        if tried.answer is not None and other_row(query, answer, tried.answer.uncovered, self.ledger):
            return guard(tried.answer, self.ledger.text, cells)
        if self.ledger.counts().datasets and only_names_tables(query, answer, self.ledger):
            return guard(tried.answer or not_given(query), self.ledger.text, cells)
        unfigured = tried.whole and answer.status is Status.ANSWERED and not answer.figures and query.ask is Ask.WHAT
        if tried.answer is not None and (unfigured or answer.status is Status.NOT_IN_RECORD) and not answer.reasons:
            return guard(tried.answer, self.ledger.text, cells)
        return answer

    def _seconded(self, query: Query, answer: Answer) -> Answer:
        """The answer of a table with what the other records say in words of the same; they are looked through once."""
        if query.ask is not Ask.FIGURE or not may_be_seconded(answer) or not self.ledger.counts().figures:
            return answer
        view, found = next(iter(self.retriever.rounds(query)))
        scales = Scales(view, self.retriever.sentence, sparing=not self.retriever.small())
        said = reply(query, scales, Composer(query, view, self.ledger.text), found)
        return seconded(answer, said, self._asked_of)

    def _asked_of(self, source_id: str) -> str:
        """What a written answer was asked, less whom it was put to; "" of any other source."""
        text = self.ledger.text(source_id)
        return " ".join(_ADDRESS.sub("", q.question.of(text)) for q in self.ledger.questions_of([source_id]))

    def _answer(self, query: Query) -> Answer:
        if (counted := refusals(query, self.ledger, date.today())) is not None:
            return counted
        if (named := by_number(query, self.ledger)) is not None:
            return named
        sparing = not self.retriever.small()
        if sparing and (why_not := unnamed(query)):
            return self._of_no_matter(query) or not_given(query, why_not)
        answer: Answer | None = None
        scales: Scales | None = None
        lines: Sequence[Line] = ()
        for view, found in self.retriever.rounds(query):
            lines = _may_answer(query, found)
            scales = Scales(view, self.retriever.sentence, sparing=sparing)
            answer = reply(query, scales, Composer(query, view, self.ledger.text), lines)
            if sparing and (rows := in_rows(answer, self.ledger)):
                scales = Scales(view.less(rows), self.retriever.sentence, sparing=True)
                answer = reply(query, scales, Composer(query, scales.view, self.ledger.text), lines)
            if answer.status in _SETTLED:
                break
        assert answer is not None
        assert scales is not None
        composer = Composer(query, scales.view, self.ledger.text)
        if answer.status is Status.ANSWERED:
            return pick_figure(query, scales, composer, lines, self._closely, answer)
        if answer.status is not Status.NOT_IN_RECORD:
            return answer
        if (heard := left_open(query, lines, self._like, picked=sparing)) is not None:
            return composer.unanswered(heard)
        answer = read_closely(query, scales, composer, lines, self._closely, self._like, answer)
        foretold = answer.status is Status.NOT_IN_RECORD and _foretold(query)
        return composer.declined("prediction") if foretold else answer

    def _of_no_matter(self, query: Query) -> Answer | None:
        """What one passage alone tells of the deed that is all that QUERY names; None where none or several do."""
        if query.ask is not Ask.PERIOD:
            return None
        view, lines = self.retriever.spans(query)
        if (told := sole_span(query, lines)) is None:
            return None
        answer = in_words(query, [told], Composer(query, view, self.ledger.text))
        return replace(answer, caveats=(*answer.caveats, ONLY_SPAN))


def _of_another(answer: Answer, table: Answer) -> bool:
    """Whether ANSWER gives a figure of other sources than those of a TABLE's answer."""
    theirs = {c.source_id for c in table.citations}
    given = answer.status is Status.ANSWERED and bool(answer.figures)
    return given and not any(c.source_id in theirs for c in answer.citations)


def _may_answer(query: Query, found: Lines) -> Lines:
    """Those of the lines FOUND that may answer: none that only asks, or that tells of another than who is asked about.

    An aside on another's own is looked for only where it is asked who it was, when or where.
    """
    lines = found if of_askers(query) else found.without(only_asks)
    in_person = query.ask in (Ask.WHO, Ask.WHEN, Ask.WHERE, Ask.PERIOD, Ask.YES_NO)
    lines = lines.without(lambda x: only_of_theirs(query, x)) if in_person and lines.tell(WHOSE) else lines
    if query.ask in (Ask.WHEN, Ask.WHERE, Ask.PERIOD):
        return less_put_off(query, lines).without(lambda x: only_their_kin(query, x))
    if query.ask is not Ask.WHO:
        return lines
    if TELLING.search(query.text) is not None:
        return lines.without(lambda x: told_others(query, x))
    return lines.without(lambda x: done_to_another(query, x))


_ADDRESS = regex(
    r"^\s*T?To ask .*?,\s+(?=(?:pursuant|with reference|further|how|what|which|if|when|whether|for|where|who)\b)",
    re.IGNORECASE | re.DOTALL,
)
"""To whom a written question is put, before what it asks."""
_TO_COME = regex(r"\W*(?:(?:who|what)\s+)?(?:will|won['\u2019]t)\b", re.IGNORECASE)


def _foretold(query: Query) -> bool:
    """Whether it is asked what will happen, so that where nothing is said of it the record is not merely silent."""
    if query.ask is Ask.FIGURE:
        return _FUTURE.search(query.text) is not None and _PRICED.search(query.text) is None
    return query.ask in (Ask.YES_NO, Ask.WHO, Ask.WHAT) and _TO_COME.match(query.text) is not None


_FUTURE = regex(r"\b(?:will|going to)\b", re.IGNORECASE)
_PRICED = regex(
    r"\b(?:costs?|pay|paid|charged?|charges|prices?|tolls?|fares?|fees?|tariffs?|rents?|bills?|budgets?|grants?|fines?)\b",
    re.IGNORECASE,
)
"""What is set or budgeted beforehand: of a price that is not told the record is merely silent."""
