"""Evidence → Answer: the words on the screen. Everything said here is taken from a record or from a derivation."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from bot.answer import Answer, Conflict, Derivation, Nearest, Operand, SaidFigure, Status, Superseded
from bot.cite import Footnotes, long_date
from bot.derive import Worked, digits
from bot.evidence import Found
from bot.match import Fit
from bot.question import Query
from bot.sayings import Heard, said_date
from bot.view import View
from corpus.extract.bind import FIGURE_KINDS, stretch
from corpus.extract.numbers import quantities
from corpus.extract.rows import cell_words
from corpus.extract.sense import senses
from corpus.records import Figure, LinkKind, Qualifier, Source, SourceKind, Span, StatementAct

__all__ = ["Composer"]

_QUALIFIED = {
    Qualifier.ABOUT: "about ",
    Qualifier.AT_LEAST: "at least ",
    Qualifier.AT_MOST: "at most ",
    Qualifier.MORE_THAN: "more than ",
    Qualifier.FEWER_THAN: "fewer than ",
    Qualifier.NEARLY: "nearly ",
}
_MONEY = ("\u00a3", "$", "\u20ac")
_HELD = "This says only what this record holds; it does not mean that the information is not held elsewhere."


def shown(figure: Figure) -> str:
    """A figure's value as it may be read out, never without its qualifier: "more than 10,000", "15.6%"."""
    if figure.qualifier is Qualifier.NOT_KNOWN:
        return "not known"
    if figure.value is None:
        return figure.counted if figure.qualifier is not Qualifier.SUPPRESSED else "suppressed"
    return _QUALIFIED.get(figure.qualifier, "") + _amount(figure.value, figure.unit)


def _amount(value: Decimal, unit: str) -> str:
    if unit in _MONEY:
        return f"{unit}{digits(value)}"
    return digits(value) + ("%" if unit == "%" else "")


def said(figure: Figure, *notes: int) -> SaidFigure:
    """A figure as the contract gives it: plain digits."""
    value = "" if figure.value is None else f"{figure.value:f}"
    value = value.rstrip("0").rstrip(".") if "." in value else value
    return SaidFigure(
        value + ("%" if figure.unit == "%" else ""), figure.unit, str(figure.qualifier), notes, figure.counted
    )


_LONGEST_LEAD = 90
_POINTING = re.compile(r"(?:they|these|it|he|she|this|that|there|here|of (?:these|those|them|the))\b", re.IGNORECASE)
"""A lead that only points back says nothing by itself."""
_APART = re.compile(r"[\"\u201c\u201d\u2018;:()|]|\s[-\u2013\u2014]\s|\d")


def _lead_in(text: str, figure: Figure) -> str:
    """The words of a sentence up to its first figure, which say whose it is ("In Scotland 2,215 …"); else nothing."""
    lead = text[figure.context.start : figure.span.start]
    if len(lead) > _LONGEST_LEAD or _APART.search(lead) or "\n" in lead.strip() or _POINTING.match(lead):
        return ""
    return "" if any(q.kind in FIGURE_KINDS for q in quantities(lead)) else lead.strip()


@dataclass
class Composer:
    """Builds one answer to one query, over one view of the record."""

    query: Query
    view: View
    text_of: Callable[[str], str]
    notes: Footnotes = field(init=False)
    readings: list[str] = field(default_factory=list)
    """How relative words of a source were read, said with the interpretation."""

    def __post_init__(self) -> None:
        self.notes = Footnotes(self.text_of, lambda i: self.view.sources[i])

    # What a record says of itself

    def words(self, figure: Figure) -> str:
        """A figure's own stretch of its source, value included; a sheet's line is shown whole, a cell with headings."""
        text = self.text_of(figure.source_id)
        if self.view.source(figure).paraphrase:
            return figure.context.of(text)
        if cell := cell_words(text, figure.context, figure.span):
            return cell
        own = stretch(text, figure.context, figure.span)
        return " ".join(f"{_lead_in(text, figure)} {own.of(text)}".split())

    def origin(self, figure: Figure) -> str:
        """Who said it, when, and what sort of record that is."""
        source = self.view.source(figure)
        by = ", ".join(
            p for p in (figure.role if figure.role and figure.role not in figure.said_by else "", figure.said_by) if p
        )
        when = long_date(figure.said_on or source.published)
        said_by = f"Said by {by}" if by else ""
        return " \u00b7 ".join(
            p
            for p in (said_by + (f" on {when}" if said_by and when else ""), "" if said_by else when, str(source.kind))
            if p
        )

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
        body = [f"{_sentence(self.words(figure))}{mark}", f"{self._source_line(figure)}."]
        history = self._history(figure)
        body += self._superseded(figure, history, dated=bool(found.fit and found.fit.times))
        conflicts = self._conflicts(figure, found.rivals)
        if conflicts:
            body.append(self._disagreement(conflicts, self._at_odds(figure, found.rivals)))
        body += self._whole(figure) if figure.value is not None else []
        status = self._status(figure, conflicts, found.rivals)
        whole_history = tuple(s for w in self.view.wholes(figure)[:1] for s in self._history(w))
        return self._answer(
            status,
            body,
            headline=shown(figure),
            what=self.words(figure),
            meta=self.origin(figure),
            figures=self._sides(figure, n, found.rivals),
            supersedes=tuple(h for h in history if not h.current) + whole_history,
            conflicts=conflicts,
            history=history,
            as_at=self._as_at(figure),
            caveats=self._caveats(figure, found.fit),
            other_reading=self._other_reading(),
        )

    def given_on(self, figure: Figure) -> Answer:
        """The day on which a figure was first given."""
        n = self.notes.figure(figure)
        day = long_date(figure.said_on)
        return self._answer(
            Status.ANSWERED,
            [f"{day}.", f"{_sentence(self.words(figure))} [{n}]", f"{self._source_line(figure)}."],
            headline=day,
            what=self.words(figure),
            meta=self.origin(figure),
            figures=(said(figure, n),) if figure.value is not None else (),
            as_at=self._as_at(figure),
        )

    def worked(self, worked: Worked, lead: str = "") -> Answer:
        """A figure worked out from cited operands, the formula shown."""
        operands = tuple(Operand(f.value or Decimal(0), self.notes.figure(f), f.counted) for f in worked.operands)
        derivation = Derivation(
            worked.operation, worked.expression, operands, worked.shown.replace(",", ""), worked.rounding
        )
        numbers = "".join(f"[{o.citation}]" for o in operands)
        qualified = _QUALIFIED.get(worked.qualifier, "")
        shown_as = _amount(worked.result, worked.unit)
        body = [f"{lead}{qualified}{shown_as}, worked out as {worked.expression} {numbers}."]
        body += [f"{_sentence(self.words(f))} [{o.citation}]" for f, o in zip(worked.operands, operands, strict=True)]
        if worked.rounding:
            body.append(f"Rounded {worked.rounding}.")
        unit = worked.unit or "count"
        value = worked.shown.replace(",", "")
        caveats = self._derived_caveats(worked)
        return self._answer(
            Status.COMPUTED,
            body,
            headline=qualified + shown_as,
            what=worked.expression,
            meta="Worked out by Despatch from the records cited; not a published figure",
            figures=(SaidFigure(value, unit, str(worked.qualifier), tuple(o.citation for o in operands)),),
            derivation=derivation,
            as_at=max((a for f in worked.operands if (a := self._as_at(f))), default=None),
            caveats=caveats,
            other_reading=self._other_reading(),
            supersedes=tuple(s for f in worked.operands for s in self._history(f) if not s.current),
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
            body.append(f"{self._attribution(one)}{_framed(line.text, line.source.paraphrase)} [{n}]")
        first = heard[0]
        return self._answer(
            Status.ANSWERED,
            ([lead] if lead else []) + body,
            headline=first.name if lead or first.name else "",
            what=first.line.text,
            meta=" \u00b7 ".join(p for p in (long_date(said_date(first.line)), str(first.line.source.kind)) if p),
            figures=figures,
            as_at=_iso(said_date(first.line)),
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
            [lead, _framed(line.text, line.source.paraphrase)],
            headline="Not known" if known else "Refused on the record",
            what=line.text,
            meta=" \u00b7 ".join(p for p in (long_date(said_date(line)), str(line.source.kind)) if p),
            as_at=_iso(said_date(line)),
            nearest=self._nearest(nearest),
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
            [lead, _HELD],
            headline="Not in this record",
            what=lead,
            meta=_HELD,
            uncovered=uncovered,
            nearest=self._nearest(nearest),
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
        body = ["The question fits more than one figure; which is meant?"]
        body += [f"{_sentence(self.words(f))} [{self.notes.figure(f)}]" for f in choices]
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

    def _source_line(self, figure: Figure) -> str:
        source = self.view.source(figure)
        when = long_date(figure.said_on or source.published)
        return "Source: " + ", ".join(p for p in (figure.said_by, source.publisher, str(source.kind), when) if p)

    def _history(self, figure: Figure) -> tuple[Superseded, ...]:
        chain = self.view.chain(figure)
        if len(chain) < 2:
            return ()
        last = self.view.latest(figure)
        return tuple(Superseded(shown(f), f.said_on, self.notes.figure(f), f.id == last.id, f.counted) for f in chain)

    def _superseded(self, figure: Figure, history: tuple[Superseded, ...], *, dated: bool) -> list[str]:
        """What the figure replaced, and what came later unless the question asked about its own date."""
        earlier = [h for h in history if (h.said_on, h.value) != (figure.said_on, shown(figure)) and _before(h, figure)]
        later = [h for h in history if not _before(h, figure) and h.value != shown(figure)]
        said_before = ", ".join(f"{h.value} ({long_date(h.said_on)}) [{h.citation}]" for h in earlier)
        said_after = ", ".join(f"{h.value} ({long_date(h.said_on)}) [{h.citation}]" for h in later)
        out = [f"It supersedes {said_before}."] if said_before else []
        corrected = self.view.superseded_by(figure, corrections_only=True)
        if corrected is not None and dated:
            return [*out, f"It has since been corrected to {shown(corrected)} [{self.notes.figure(corrected)}]."]
        return out + ([f"Later figures: {said_after}."] if said_after and not dated else [])

    def _whole(self, figure: Figure) -> list[str]:
        whole = self.view.whole(figure)
        if whole is None:
            return []
        n = self.notes.figure(whole)
        history = self._history(whole)
        restated = ", ".join(f"{h.value} ({long_date(h.said_on)}) [{h.citation}]" for h in history if h.citation != n)
        body = [f"Of the whole: {_sentence(self.words(whole))} [{n}]"]
        return body + ([f"The whole was also given as {restated}."] if restated else [])

    def _conflicts(self, figure: Figure, rivals: tuple[Figure, ...]) -> tuple[Conflict, ...]:
        if not rivals:
            return ()
        return tuple(self._side(f) for f in (figure, *rivals))

    def _sides(self, figure: Figure, n: int, rivals: tuple[Figure, ...]) -> tuple[SaidFigure, ...]:
        """Where the record disagrees every side is given, none averaged away."""
        if figure.value is None:
            return ()
        differing = {r.value: r for r in rivals if r.value not in (None, figure.value)}
        return (said(figure, n), *(said(r, self.notes.figure(r)) for r in differing.values()))

    def _side(self, figure: Figure) -> Conflict:
        source = self.view.source(figure)
        who = figure.said_by or source.publisher or source.title
        return Conflict(
            who, figure.said_on or source.published, shown(figure), self.words(figure), self.notes.figure(figure)
        )

    def _disagreement(self, conflicts: tuple[Conflict, ...], at_odds: bool) -> str:
        sides = "; ".join(f"{c.value}: {c.gloss.rstrip('.')} [{c.citation}]" for c in conflicts[1:])
        return f"{'The record disagrees' if at_odds else 'The same figure is described in other words'}: {sides}."

    def _status(self, figure: Figure, conflicts: tuple[Conflict, ...], rivals: tuple[Figure, ...]) -> Status:
        if figure.qualifier is Qualifier.NOT_KNOWN:
            return Status.NOT_KNOWN
        return Status.CONFLICTING if conflicts and self._at_odds(figure, rivals) else Status.ANSWERED

    def _at_odds(self, figure: Figure, rivals: tuple[Figure, ...]) -> bool:
        """Whether the record gives other values, or the same value for another thing; glosses alone are shown."""
        same = set(self.view.linked(figure.id, LinkKind.RESTATES))
        return any(r.value != figure.value or r.id not in same for r in rivals)

    def _as_at(self, figure: Figure) -> str | None:
        return _iso(figure.as_at.last if figure.as_at else figure.said_on or self.view.source(figure).published)

    def _caveats(self, figure: Figure, found: Fit | None) -> tuple[str, ...]:
        caveats = []
        source = self.view.source(figure)
        official = [i for i in self.view.linked(figure.id, LinkKind.RESTATES) if self._official(i)]
        if source.kind is SourceKind.PRESS_REPORT and not official:
            caveats.append("The only source is a press report; no official record of this figure is held.")
        if figure.status:
            caveats.append(f"The source marks it {figure.status}.")
        if found is not None and found.loose:
            caveats.append(
                "Read from the same passage, not from the figure's own words: " + ", ".join(found.loose) + "."
            )
        return tuple(caveats)

    def _official(self, record_id: str) -> bool:
        other = self.view.figures.get(record_id)
        return other is not None and self.view.source(other).kind.official

    def _derived_caveats(self, worked: Worked) -> tuple[str, ...]:
        press = any(self.view.source(f).kind is SourceKind.PRESS_REPORT for f in worked.operands)
        base = (
            ("The sum covers the parts that the record gives; it does not say that there are no others.",)
            if worked.operation == "sum"
            else ()
        )
        return base + (("An operand comes from a press report.",) if press else ())

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

    def _nearest(self, fits: tuple[Fit, ...]) -> tuple[Nearest, ...]:
        return tuple(self._near(f.figure) for f in fits[:3])

    def _near(self, figure: Figure) -> Nearest:
        source: Source = self.view.source(figure)
        context: Span = figure.context
        at = long_date(figure.as_at.last if figure.as_at else figure.said_on or source.published)
        return Nearest(
            shown(figure), figure.measure, at, source.title, context.of(self.text_of(figure.source_id)), figure.id
        )


def _before(step: Superseded, figure: Figure) -> bool:
    return step.said_on is not None and figure.said_on is not None and step.said_on <= figure.said_on


def _sentence(words: str) -> str:
    flat = " ".join(words.split())
    return flat[:1].upper() + flat[1:] + ("" if flat.endswith((".", "!", "?")) else ".")


def _framed(words: str, paraphrase: bool) -> str:
    """A source's own words stand in quotation marks; a paraphrase says that it is one."""
    flat = " ".join(words.split())
    if paraphrase:
        return f"{_sentence(flat)} (paraphrase)"
    return "\u201c" + flat.replace("\u201c", '"').replace("\u201d", '"') + "\u201d"


def _iso(day: object) -> str | None:
    return day.isoformat() if hasattr(day, "isoformat") else None
