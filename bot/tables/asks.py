"""A question over the statistical tables of a record: which table it is about, and the value that it asks for.

Everything is counted from the ledger: of the table that bears out every word of the question, every observation that
the question names is read, and nothing is taken from a search.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from bot.answer import ONLY_THIS_RECORD, Answer, Nearest, Status
from bot.forms import Ask
from bot.query import Query
from bot.question import read
from bot.tables.agreement import by_standing, fellows, otherwise_bound, parts_alike
from bot.tables.answering import Answering
from bot.tables.better import Weighed, weighed
from bot.tables.bind import Asked, Binding, asked, bind
from bot.tables.catalog import Listed
from bot.tables.final import as_marked, asked_of
from bot.tables.finding import NamedAnswer, by_release, found_for, named_answer
from bot.tables.first_given import asks_what_was_first, first_given
from bot.tables.fractiles import numbered
from bot.tables.in_notes import asks_of_notes, told_in_notes
from bot.tables.jointly import jointly
from bot.tables.of_whom import of_the_other
from bot.tables.paired import PAIRED, for_every, given_of, gives_share, halves, nested, pairs
from bot.tables.rates import counted_rather
from bot.tables.reading import Reader, Unclear
from bot.tables.refused_beside import refused_beside
from bot.tables.said import label_of, shown_value
from bot.tables.series import longest_run
from bot.tables.shape import ranks
from bot.tables.share_of_which import is_of_that
from bot.tables.siblings import all_parts, two_ends
from bot.tables.slices import NoTime, Refused
from bot.tables.ungiven import asks_why_none, in_its_words, why_none
from bot.tables.words import light
from corpus.ledger import Ledger

__all__ = ["Tables", "Tried", "not_given"]

_LEAVE = (Ask.DECLINED, Ask.SAID, Ask.WHY, Ask.UNKNOWN, Ask.PERIOD, Ask.SUM_CHECK)
_TRIED = 6
"""So many tables, of those that bear the whole question out, are tried in turn where the best cannot answer."""
_LEVEL = 0.05
"""Tables whose scores differ by no more bear the question out equally well."""

_Way = tuple[Binding, Callable[[], Answer]]


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of a question over tables. ``answer`` is None where no table is about it.

    ``sure`` says that it is answered; else it is the best that can be said of why a table does not answer it.
    """

    answer: Answer | None = None
    sure: bool = False
    whole: bool = False
    """Whether a table bears out every word of the question, be it that it does not give what is asked for."""
    placed: bool = False
    """Whether the table that answers is all of a place that the question does not name ("tests in Wales")."""


@dataclass
class Tables:
    """The statistical tables of one record. What was read of them is kept until they change."""

    ledger: Ledger
    _known: dict[str, Listed] = field(default_factory=dict)

    def answer(self, query: Query) -> Tried:
        """QUERY answered from a table that bears out all of it, if there is one."""
        if not self.ledger.counts().datasets:
            return Tried()
        day = query.as_of or date.today()
        if (told := self._standing(query, day) or self._not_there(query) or self._first(query)) is not None:
            return told
        if (best := weighed(query.resolved or query.text)) is not None:
            return self._weighed(query, best, day)
        if (tenths := numbered(query.resolved or query.text)) is not None:
            tried = self._said_otherwise(query, tenths.text, tenths.said, day)
            if tried.sure:
                return tried
        return self._asked(query, day)

    def _standing(self, query: Query, day: date) -> Tried | None:
        """Whether what QUERY names is final, as its table marks it; None where that is not asked, or not marked."""
        if (wanted := asked_of(query.resolved or query.text)) is None:
            return None
        tried = self._asked(read(wanted[0], query.as_of, day), day)
        answer = as_marked(tried.answer, query.text, wanted[1]) if tried.answer is not None and tried.sure else None
        return None if answer is None else Tried(answer, sure=True)

    def _not_there(self, query: Query) -> Tried | None:
        """Why a table gives no figure of what QUERY names, or what its notes say of it; None where that is not asked,
        or no table says it."""
        text = query.resolved or query.text
        what = asks_why_none(text)
        if not what and not asks_of_notes(text):
            return None
        listed = found_for(asked(text).words, NamedAnswer(text), self.ledger, query.as_of, self._known)
        if not what:
            noted = told_in_notes(text, listed, self.ledger)
            answer = None if noted is None else in_its_words(query, noted, self.ledger, self.ledger.source)
        else:
            answer = why_none(query, what, listed, self.ledger, self.ledger.source)
        return None if answer is None else Tried(answer, sure=True)

    def _first(self, query: Query) -> Tried | None:
        """What was first published of what QUERY names, where a note of its table says it; None where none does."""
        text = query.resolved or query.text
        rest = asks_what_was_first(query, text)
        if not rest:
            return None
        listed = found_for(asked(rest).words, NamedAnswer(text), self.ledger, query.as_of, self._known)
        answer = first_given(query, rest, listed, self.ledger)
        return None if answer is None else Tried(answer, sure=True)

    def _weighed(self, query: Query, best: Weighed, day: date) -> Tried:
        """What the tables say of QUERY, with its best or worst read as the highest or the lowest, which is said."""
        return self._said_otherwise(query, best.text, best.said, day)

    def _said_otherwise(self, query: Query, text: str, said: str, day: date) -> Tried:
        """What the tables say of QUERY in the words of TEXT, with how it was read."""
        tried = self._asked(read(text, query.as_of, day), day)
        if (answer := tried.answer) is None:
            return tried
        told = f"{answer.interpretation.rstrip('.')}; {said}."
        return replace(tried, answer=replace(answer, question=query.text, interpretation=told))

    def _asked(self, query: Query, day: date) -> Tried:
        answers = named_answer(query.resolved or query.text, self.ledger)
        if answers.sources is not None:
            return self._named(query, answers, day)
        if (released := by_release(query.resolved or query.text)) is not None:
            tried = self._answered(read(released.text, query.as_of, day), released, day)
            if tried.answer is not None and tried.sure:
                return replace(tried, answer=replace(tried.answer, question=query.text))
        return self._answered(query, answers, day)

    def _named(self, query: Query, answers: NamedAnswer, day: date) -> Tried:
        """What the tables of the answers that QUERY names say of the rest of it."""
        rest = read(answers.text, query.as_of, day)
        if asked(rest.text, day).bare or rest.ask in _LEAVE or not self.ledger.datasets_in(answers.sources or ()):
            return Tried()
        tried = self._answered(rest, answers, day)
        answer = tried.answer
        return tried if answer is None else replace(tried, answer=replace(answer, question=query.text))

    def _answered(self, query: Query, answers: NamedAnswer, day: date) -> Tried:
        ranked = query.ask is Ask.WHO and ranks(query.text) is not None
        text = query.resolved or query.text
        pointed = answers.sources is not None
        against, plain = (replace(asked(text, day, bounded=b), pointed=pointed) for b in (True, False))
        bounded = against.bound is not None or against.multiple is not None
        left = query.ask in _LEAVE and not (query.ask is Ask.PERIOD and against.bound is not None)
        if left or (query.ask is Ask.WHO and not ranked):
            return Tried()
        listed = found_for(plain.words, answers, self.ledger, query.as_of, self._known)
        if bounded and (settled := self._settled(query, against, listed, day, [])).sure:
            return settled
        if query.ask in _LEAVE:
            return Tried()
        return self._settled(query, plain, listed, day, [])

    def _settled(self, query: Query, whole: Asked, listed: Sequence[Listed], day: date, near: list[Binding]) -> Tried:
        """What the ways of answering come to, the first that does answer."""
        refused: tuple[Binding, Refused] | None = None
        partly: tuple[Binding, Answer] | None = None
        for binding, tell in self._ways(query, whole, listed, day, near):
            if _passed_by(binding, refused, partly):
                continue
            try:
                answer = tell()
            except Unclear as why:
                if partly is not None:
                    break
                return Tried(self._unclear(query, binding, why), sure=True)
            except Refused as why:
                refused = refused or (binding, why)
                continue
            if answer.status is Status.PARTIAL and answer.uncovered:
                partly = partly or (binding, answer)
                continue
            return Tried(answer, sure=True, placed=binding.elsewhere)
        if partly is not None:
            return Tried(partly[1], sure=True, placed=partly[0].elsewhere)
        if refused is not None:
            return Tried(self._refusal(query, *refused), whole=True)
        return Tried(refused_beside(query, near, self.ledger) or self._lacking(query, near))

    def _ways(
        self, query: Query, whole: Asked, listed: Sequence[Listed], day: date, near: list[Binding]
    ) -> Iterator[_Way]:
        """The ways of answering, the likeliest first, each with the binding that it rests on."""
        answering = Answering(self.ledger, query, whole.text)
        bound = [b for one in listed if (b := bind(whole, one)) is not None]
        complete = sorted((b for b in bound if b.complete), key=lambda b: (-b.score, b.listed.dataset.id))
        complete = counted_rather(longest_run([b for b in complete if not _only_timely(b, complete)]))
        if whole.bound is not None or whole.multiple is not None:
            yield from self._single(answering, query, complete)
            return
        two = halves(query, day)
        each = for_every(query.resolved or query.text)
        shared = query.ask is Ask.SHARE or (two is not None and query.ask not in PAIRED and not each)
        if shared:
            given = [b for b in complete if gives_share(b) and is_of_that(b, two)]
            given = [b for b in given if two is None or not of_the_other(*two, b, self.ledger)]
            yield from self._single(answering, _for_share(query), given)
        if two is not None:
            if query.ask is Ask.SHARE:
                own = [b for one in listed if (b := given_of(*two, one, whole.times)) is not None]
                yield from self._single(answering, _for_share(query), own)
            of_all = two[1].bare  # "of the cases": a share of all that a table counts, which it may give itself
            found = sorted(pairs(*two, listed, share=shared, times=whole.times), key=_fit)
            yield from self._single(answering, query, complete if of_all else ())
            for first, second in found[:_TRIED]:
                yield first, partial(answering.set_against, first, second)
            if found or each:
                return
        if shared:
            for binding in complete[:_TRIED]:
                if (inner := nested(binding)) is not None:
                    yield binding, partial(answering.set_against, *inner)
        for first, second in two_ends(complete):
            yield first, partial(answering.across, first, second)
        if parts := all_parts(complete):
            yield parts[0], partial(answering.together, parts, complete[0].times[0].period.words)
        for first, second in jointly(whole.text, listed, day) if not complete else ():
            yield first, partial(answering.both, first, second)
        near += [b for b in bound if not b.complete]
        yield from self._single(answering, query, complete)

    def _single(self, answering: Answering, query: Query, complete: Sequence[Binding]) -> Iterator[_Way]:
        """The tables that bear the whole question out, one after another."""
        answering = replace(answering, query=query)
        for binding in by_standing(complete)[:_TRIED]:
            twin = _twin(binding, complete)
            others = fellows(binding, complete)
            rest = [b for b in complete if b is not binding and b is not twin and b not in others]
            alike = [b for b in rest if parts_alike(binding, b)]
            rivals = [b for b in rest if _level(b, binding) or otherwise_bound(binding, b) or b in alike]
            tell = partial(answering.one, binding, twin, others[:_TRIED])
            yield binding, partial(self._sure, answering, binding, tell, rivals[:_TRIED])

    def _sure(
        self, answering: Answering, binding: Binding, tell: Callable[[], Answer], rivals: Sequence[Binding]
    ) -> Answer:
        """The answer of a table, where those that bear the question out as well do not give another."""
        answer = tell()
        said = answer.figures[0].value if answer.figures else ""
        for rival in rivals:
            if _counts_the_same(rival, binding) and not otherwise_bound(rival, binding):
                continue
            try:
                other = answering.one(rival)
            except Refused:
                continue
            if other.figures and said and other.figures[0].value != said:
                told = tuple(b.listed.dataset for b in (binding, rival))
                names = tuple(d.measure if told[0].measure != told[1].measure else d.title for d in told)
                raise Unclear("several tables answer it, each with another figure: say which is meant", names)
        return answer

    # What cannot be answered

    def _unclear(self, query: Query, binding: Binding, why: Unclear) -> Answer:
        body = f"That cannot be given as it stands: {why}."
        return Answer(
            question=query.text,
            status=Status.AMBIGUOUS,
            text=body,
            headline="Several readings",
            interpretation=query.explain(),
            conditions=query.conditions(),
            as_of=query.as_of,
            caveats=(f"It may mean: {'; '.join(why.uncovered)}.",) if why.uncovered else (),
            resolved_question=query.resolved,
        )

    def _refusal(self, query: Query, binding: Binding, why: Refused) -> Answer:
        lacking = tuple(w for w in why.uncovered if w)
        said = [w for w in lacking if w.lower() in query.text.lower()]
        named = ", ".join(f"\u201c{w}\u201d" for w in said)
        body = f"That cannot be given: {why}." if not named else f"Nothing in this record answers for {named}: {why}."
        return self._abstained(query, binding, body, lacking)

    def _lacking(self, query: Query, near: Sequence[Binding]) -> Answer | None:
        """What the nearest table does not bear out; None where none is near."""
        if not near:
            return None
        best = max(near, key=lambda b: b.score - 2.0 * len(b.uncovered))
        if best.score < 2.0 * len(best.uncovered):
            return None
        named = " and ".join(f"\u201c{w}\u201d" if w in query.text else w for w in best.uncovered)
        return self._abstained(query, best, f"Nothing in this record answers for {named}.", best.uncovered)

    def _abstained(self, query: Query, binding: Binding, body: str, uncovered: tuple[str, ...]) -> Answer:
        return replace(not_given(query, body), uncovered=uncovered, nearest=self._nearest(binding, binding.listed))

    def _nearest(self, binding: Binding, listed: Listed) -> tuple[Nearest, ...]:
        """The figure that the table gives where what it lacks is left out: at the time asked about, if it has that."""
        taken = None
        for times in dict.fromkeys((binding.times, ())):
            try:
                taken = Reader(self.ledger).value(replace(binding, times=times))
                break
            except Refused:
                continue
        if taken is None:
            return ()
        seen = taken.seen[0]
        quote = self.ledger.text(listed.dataset.source_id)[seen.row_start : seen.row_end]
        last = taken.slice.times.words if taken.slice.times else ""
        return (Nearest(shown_value(taken), label_of(taken), last, listed.source.title, quote),)


def not_given(query: Query, body: str = "Nothing in this record answers this.") -> Answer:
    """That the record does not hold what is asked for, BODY saying what of it."""
    return Answer(
        question=query.text,
        status=Status.NOT_IN_RECORD,
        text=f"{body} {ONLY_THIS_RECORD}",
        headline="Not in this record",
        what=body,
        meta=ONLY_THIS_RECORD,
        interpretation=query.explain(),
        conditions=query.conditions(),
        as_of=query.as_of,
        resolved_question=query.resolved,
    )


def _for_share(query: Query) -> Query:
    """The same question, asked as for a share, which "of those who ..., what percentage ..." is."""
    return query if query.ask is Ask.SHARE else replace(query, ask=Ask.SHARE)


def _level(one: Binding, other: Binding) -> bool:
    return abs(one.score - other.score) <= _LEVEL and one.unnamed == other.unnamed


_LITTLE = 1.5
"""A table that fits worse by no more is asked where a better one does not have, or not all of, the time."""


def _passed_by(one: Binding, refused: tuple[Binding, Refused] | None, partly: tuple[Binding, Answer] | None) -> bool:
    """Whether a table is not asked after a better one was, which refused to answer or had a part of the time alone."""
    if partly is not None:
        return one.fits < partly[0].fits - _LITTLE
    if refused is None or one.unnamed <= refused[0].unnamed:
        return False
    return not isinstance(refused[1], NoTime) or one.fits < refused[0].fits - _LITTLE


def _only_timely(one: Binding, complete: Sequence[Binding]) -> bool:
    """Whether a table fits better than another only for its time, and counts a narrower thing than is asked for:
    "keepers in May 2018" are not the relief keepers of that month, be it that keepers were not counted then."""
    later = (b for b in complete if b.untimely > one.untimely and b.fits > one.fits)
    return any(_is_narrower(one, b) for b in later)


def _is_narrower(one: Binding, other: Binding) -> bool:
    """Whether a table counts a narrower thing than another; that it counts it "monthly" makes it none, nor that the
    other does not say what it counts."""
    mine, theirs = (b.listed.counted - light() for b in (one, other))
    if one.listed.one_by_one or mine <= theirs:
        return False
    return other.unnamed < one.unnamed or frozenset() < theirs < mine


_UNNAMED = 0.5
"""What a term of what a table counts that goes unsaid weighs beside the score of two halves, which counts it once."""


def _fit(pair: tuple[Binding, Binding]) -> float:
    """How little two halves of a question fit a table: it may count a narrower thing than either of them says."""
    return _UNNAMED * max(one.unnamed for one in pair) - pair[0].score


def _twin(binding: Binding, complete: Sequence[Binding]) -> Binding | None:
    """The same measure in a table that counts on another basis, where the question says of neither."""
    mine, measure = binding.listed.basis, binding.listed.dataset.measure.lower()
    if binding.question.basis or len(mine) != 1:
        return None
    for other in complete:
        theirs = other.listed.basis
        if len(theirs) == 1 and theirs != mine and other.listed.dataset.measure.lower() == measure:
            return other
    return None


def _counts_the_same(one: Binding, other: Binding) -> bool:
    """Whether two tables count the same of the same labels, and only break it down otherwise."""
    return one.listed.dataset.measure == other.listed.dataset.measure and _labels(one) == _labels(other)


def _labels(one: Binding) -> frozenset[str]:
    return frozenset(
        one.listed.ways[n].dimension.codes[c].words.lower() for n, codes in one.picks.items() for c in codes
    )
