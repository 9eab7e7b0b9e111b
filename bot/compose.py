"""Evidence → Answer: the words on the screen. Everything said here is taken from a record or from a derivation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from bot.answer import ONLY_THIS_RECORD, Answer, Derivation, Operand, SaidFigure, Status
from bot.cite import Footnotes, long_date
from bot.derive import Worked
from bot.evidence import Found
from bot.match import Fit
from bot.question import Query
from bot.sayings import Heard, Line, said_date
from bot.shown import QUALIFIED, amount, framed, iso, said, sentence, shown
from bot.standing import Standing
from bot.view import View
from corpus.extract.sense import senses
from corpus.records import Figure, Qualifier, Span, StatementAct

__all__ = ["Composer"]


@dataclass
class Composer:
    """Builds one answer to one query, over one view of the record."""

    query: Query
    view: View
    text_of: Callable[[str], str]
    notes: Footnotes = field(init=False)
    standing: Standing = field(init=False)
    readings: list[str] = field(default_factory=list)
    """How relative words of a source were read, said with the interpretation."""

    def __post_init__(self) -> None:
        self.notes = Footnotes(self.text_of, lambda i: self.view.sources[i])
        self.standing = Standing(self.view, self.notes, self.text_of)

    def _told(self, figure: Figure) -> tuple[Span, ...]:
        """Where FIGURE's sentence bears the question out, besides the value itself."""
        asked = {s.id for s in self.query.wanted.terms} | {i for e in self.query.wanted.events for i in e.ids}
        sentence, at = figure.context.of(self.text_of(figure.source_id)), figure.context.start
        told = [Span(at + s.start, at + s.end) for s in senses(sentence) if s.id in asked]
        if figure.period is not None and figure.period.words and figure.period.words in sentence and self.query.times:
            start = at + sentence.index(figure.period.words)
            told.append(Span(start, start + len(figure.period.words)))
        return tuple(told)

    # Answers

    def figure(self, found: Found) -> Answer:
        """A figure as it is on the record, with what it superseded and who disagrees."""
        figure = found.figure
        assert figure is not None
        n = self.notes.figure(figure)
        self.notes.add(figure.source_id, figure.context, self._told(figure))
        mark = "" if figure.qualifier is Qualifier.NOT_KNOWN else f" [{n}]"
        words = self.standing.words(figure)
        body = [f"{sentence(words)}{mark}", f"{self.standing.source_line(figure)}."]
        history = self.standing.history(figure)
        body += self.standing.superseded(figure, history, dated=bool(found.fit and found.fit.times))
        body += self.standing.redefined(figure)
        conflicts = self.standing.conflicts(figure, found.rivals)
        if conflicts:
            body.append(self.standing.disagreement(conflicts, self.standing.at_odds(figure, found.rivals)))
        body += self.standing.whole(figure) if figure.value is not None else []
        status = self.standing.status(figure, conflicts, found.rivals)
        whole_history = tuple(s for w in self.view.wholes(figure)[:1] for s in self.standing.history(w))
        return self._answer(
            status,
            body,
            headline=shown(figure),
            what=words,
            meta=self.standing.origin(figure),
            figures=self.standing.sides(figure, n, found.rivals),
            supersedes=tuple(h for h in history if not h.current) + whole_history,
            conflicts=conflicts,
            history=history,
            as_at=self.standing.as_at(figure),
            caveats=self.standing.caveats(figure, found.fit),
            other_reading=self._other_reading(),
        )

    def given_on(self, figure: Figure) -> Answer:
        """The day on which a figure was first given."""
        month = f"{figure.as_at.first:%B %Y}" if figure.as_at is not None else ""
        return self._given(figure, long_date(figure.said_on) if figure.said_on else month)

    def stood_on(self, figure: Figure) -> Answer | None:
        """The day on which a figure stood so; None where it is told of no one day."""
        then = figure.as_at
        return None if then is None or then.first != then.last else self._given(figure, long_date(then.first))

    def given_by(self, figure: Figure) -> Answer:
        """By whom a figure was given."""
        role = figure.role if figure.role.lower() != figure.said_by.lower() else ""
        return self._given(figure, ", ".join(part for part in (figure.said_by, role) if part))

    def _given(self, figure: Figure, head: str) -> Answer:
        """A figure's day or giver at the HEAD of its own words."""
        n = self.notes.figure(figure)
        return self._answer(
            Status.ANSWERED,
            [f"{head}.", f"{sentence(self.standing.words(figure))} [{n}]", f"{self.standing.source_line(figure)}."],
            headline=head,
            what=self.standing.words(figure),
            meta=self.standing.origin(figure),
            figures=(said(figure, n),) if figure.value is not None else (),
            as_at=self.standing.as_at(figure),
        )

    def worked(self, worked: Worked, lead: str = "") -> Answer:
        """A figure worked out from cited operands, the formula shown."""
        operands = tuple(Operand(f.value or Decimal(0), self.notes.figure(f), f.counted) for f in worked.operands)
        over = () if worked.over is None else (Operand(worked.over, operands[0].citation),)
        derivation = Derivation(
            worked.operation, worked.expression, (*operands, *over), worked.shown.replace(",", ""), worked.rounding
        )
        numbers = "".join(f"[{o.citation}]" for o in operands)
        qualified = QUALIFIED.get(worked.qualifier, "")
        shown_as = amount(worked.result, worked.unit)
        body = [f"{lead}{qualified}{shown_as}, worked out as {worked.expression} {numbers}."]
        body += [
            f"{sentence(self.standing.words(f))} [{o.citation}]" for f, o in zip(worked.operands, operands, strict=True)
        ]
        if worked.rounding:
            body.append(f"Rounded {worked.rounding}.")
        unit = worked.unit or "count"
        value = worked.shown.replace(",", "")
        caveats = self.standing.derived_caveats(worked)
        return self._answer(
            Status.COMPUTED,
            body,
            headline=qualified + shown_as,
            what=worked.expression,
            meta="Worked out by Despatch from the records cited; not a published figure",
            figures=(SaidFigure(value, unit, str(worked.qualifier), tuple(o.citation for o in operands)),),
            derivation=derivation,
            as_at=max((a for f in worked.operands if (a := self.standing.as_at(f))), default=None),
            caveats=caveats,
            other_reading=self._other_reading(),
            supersedes=tuple(s for f in worked.operands for s in self.standing.history(f) if not s.current),
        )

    def heard(self, heard: list[Heard], lead: str = "") -> Answer:
        """An answer in the record's own words."""
        body, figures = [], ()
        for one in heard:
            line = one.line
            statement = line.statement
            n = self.notes.add(
                line.source.id,
                line.span,
                (statement.quotation,) if statement and statement.quotation else (line.span,),
                statement.id if statement else "",
                statement.speaker if statement else "",
                statement.role if statement else "",
                said_date(line),
            )
            body.append(f"{self._attribution(one)}{framed(line.text, line.source.paraphrase)} [{n}]")
        first = heard[0]
        return self._answer(
            Status.ANSWERED,
            ([lead] if lead else []) + body,
            headline=first.name if lead or first.name else "",
            what=first.line.text,
            meta=" \u00b7 ".join(p for p in (long_date(said_date(first.line)), str(first.line.source.kind)) if p),
            figures=figures,
            as_at=iso(said_date(first.line)),
        )

    def unanswered(self, heard: Heard, nearest: tuple[Fit, ...] = ()) -> Answer:
        """What the record itself says that nobody could or would say."""
        line, statement = heard.line, heard.line.statement
        assert statement is not None
        self.notes.add(
            line.source.id, line.span, (line.span,), statement.id, statement.speaker, statement.role, said_date(line)
        )
        known = statement.act is StatementAct.NOT_KNOWN
        lead = "Not known: the record itself says so." if known else "The record holds a refusal to answer this."
        return self._answer(
            Status.NOT_KNOWN if known else Status.REFUSED_ON_RECORD,
            [lead, framed(line.text, line.source.paraphrase)],
            headline="Not known" if known else "Refused on the record",
            what=line.text,
            meta=" \u00b7 ".join(p for p in (long_date(said_date(line)), str(line.source.kind)) if p),
            as_at=iso(said_date(line)),
            nearest=self.standing.nearest(nearest),
        )

    def taken_back(self, line: Line) -> Answer:
        """That the record gave a figure of it and took it back in LINE, so that none stands."""
        self.notes.add(line.source.id, line.span, (line.span,))
        return self._answer(
            Status.NOT_KNOWN,
            [
                "Not known: the record gave a figure of this and took it back.",
                framed(line.text, line.source.paraphrase),
            ],
            headline="Not known",
            what=line.text,
            meta=" \u00b7 ".join(p for p in (long_date(said_date(line)), str(line.source.kind)) if p),
            as_at=iso(said_date(line)),
        )

    def missing(self, missing: tuple[str, ...], nearest: tuple[Fit, ...] = (), why: str = "") -> Answer:
        """That the record does not hold it, naming the condition that nothing covers."""
        known = self.query.resolved.lower()
        uncovered = tuple(dict.fromkeys(m for m in missing if m.strip() and (m.lower() in known or " " in m)))[:4]
        named = " and ".join(f"\u201c{m}\u201d" if m.lower() in self.query.resolved.lower() else m for m in uncovered)
        lead = why or (
            f"Nothing in this record answers for {named}." if named else "Nothing in this record answers this."
        )
        return self._answer(
            Status.NOT_IN_RECORD,
            [lead, ONLY_THIS_RECORD],
            headline="Not in this record",
            what=lead,
            meta=ONLY_THIS_RECORD,
            uncovered=uncovered,
            nearest=self.standing.nearest(nearest),
        )

    def declined(self, why: str = "") -> Answer:
        """That this is not a question which a record can answer."""
        kinds = {
            "instruction": "That is an instruction, not a question that the record can answer.",
            "opinion": "That asks for an opinion; the record can say what was said, by whom and when.",
            "prediction": "That asks what will happen; the record holds only what has been said and does not predict.",
            "long": "The question is too long to be read; ask it more briefly.",
        }
        text = kinds.get(why or self.query.why_declined, kinds["instruction"])
        return self._answer(Status.DECLINED, [text], headline="Not a question for the record", what=text)

    def ambiguous(self, choices: list[Figure]) -> Answer:
        """Which of these is meant?"""
        body = ["The question fits several figures; which is meant?"]
        body += [f"{sentence(self.standing.words(f))} [{self.notes.figure(f)}]" for f in choices]
        return self._answer(Status.AMBIGUOUS, body, headline="Which of these?", what=body[0])

    # Parts of an answer

    def _answer(self, status: Status, body: list[str], **parts: Any) -> Answer:
        query = self.query
        return Answer(
            question=query.text,
            status=status,
            text=" ".join(b for b in body if b),
            citations=tuple(self.notes.made),
            interpretation=" ".join(p for p in (query.explain(), *self.readings) if p),
            conditions=query.conditions(),
            as_of=query.as_of,
            resolved_question=query.resolved,
            **parts,
        )

    def _other_reading(self) -> str:
        for mention in self.query.times:
            if mention.relation in ("after", "since") and mention.when is not None and not mention.when.exact:
                return self.query.boundary(mention)
        return ""

    def _attribution(self, heard: Heard) -> str:
        statement = heard.line.statement
        if statement is None or not statement.speaker:
            return ""
        role = f", {statement.role}" if statement.role else ""
        when = long_date(statement.said_on)
        return f"{statement.speaker}{role}{f' ({when})' if when else ''}: "
