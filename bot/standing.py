"""How a figure stands in the record: whose it is, what it replaced, what replaced it, who disagrees."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from bot.answer import Conflict, Nearest, SaidFigure, Status, Superseded
from bot.cite import Footnotes, long_date
from bot.derive import Worked
from bot.match import Fit
from bot.shown import iso, lead_in, said, sentence, shown
from bot.units import unit_class
from bot.view import View
from corpus.extract.numbers import quantities
from corpus.extract.rows import cell_words
from corpus.extract.stretch import stretch
from corpus.patterns import regex
from corpus.records import Figure, LinkKind, Qualifier, Source, SourceKind, Span

__all__ = ["Standing"]

_LARGE = regex(r"\b(?:thousand|million|billion|trillion|bn|m)\b", re.IGNORECASE)


_SCALES = {Decimal(1_000): "thousand", Decimal(1_000_000): "million", Decimal(1_000_000_000): "billion"}


def _scaled(figure: Figure, text: str) -> str:
    """A cell's value with the scale that its heading gives ("\u00a311,280 thousand"): alone it would be read out as far
    too little. "" where the cell itself says all of it."""
    own = figure.span.of(text)
    told = next((q for q in quantities(own) if q.value), None)
    scale = _SCALES.get(figure.value / told.value) if told is not None and told.value and figure.value else None
    sign = figure.unit if unit_class(figure.unit) == "money" and len(figure.unit) == 1 else ""
    money = "" if own.startswith(sign) else sign
    return f"{money}{own} {scale}" if scale else ""


@dataclass(frozen=True)
class Standing:
    """What the record says of a figure besides its value, each record that it names added to the footnotes."""

    view: View
    notes: Footnotes
    text_of: Callable[[str], str]

    def words(self, figure: Figure) -> str:
        """A figure's own stretch of its source, value included; a sheet's line is shown whole, a cell with headings."""
        text = self.text_of(figure.source_id)
        if self.view.source(figure).paraphrase:
            return figure.context.of(text)
        if cell := cell_words(text, figure.context, figure.span):
            full = _scaled(figure, text)
            return f"{cell}, that is {full}" if full else cell
        own = stretch(text, figure.context, figure.span)
        told = " ".join(f"{lead_in(text, figure)} {own.of(text)}".split())
        return told if len(told) > len(figure.span.of(text)) else " ".join(figure.context.of(text).split())

    def as_written(self, figure: Figure) -> str:
        """A figure's value as it may be read out; in the source's own words where those are of millions."""
        own = figure.span.of(self.text_of(figure.source_id))
        return own if _LARGE.search(own) and not self.view.source(figure).paraphrase else shown(figure)

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

    def source_line(self, figure: Figure) -> str:
        source = self.view.source(figure)
        when = long_date(figure.said_on or source.published)
        whose: tuple[str, ...] = (figure.said_by, source.publisher)
        if not any(whose) and not any(c.isdigit() for c in source.title):
            whose = (source.title,)  # not a headline with figures of its own, which would be read out with this one
        parts = dict.fromkeys((*whose, str(source.kind), when))
        return "Source: " + ", ".join(p for p in parts if p)

    def history(self, figure: Figure) -> tuple[Superseded, ...]:
        chain = self.view.chain(figure)
        if len(chain) < 2:
            return ()
        last = self.view.latest(figure)
        return tuple(Superseded(shown(f), f.said_on, self.notes.figure(f), f.id == last.id, f.counted) for f in chain)

    def superseded(self, figure: Figure, history: tuple[Superseded, ...], *, dated: bool) -> list[str]:
        """What the figure replaced, and what came later unless the question asked about its own date."""
        earlier = [h for h in history if (h.said_on, h.value) != (figure.said_on, shown(figure)) and _before(h, figure)]
        later = [h for h in history if not _before(h, figure) and h.value != shown(figure)]
        corrected = self.view.superseded_by(figure, corrections_only=True)
        earlier = [h for h in earlier if corrected is None or h.value != shown(corrected)]
        as_told = {shown(f): self.as_written(f) for f in self.view.chain(figure)}
        said_before = ", ".join(f"{as_told[h.value]} ({self._day(h)}) [{h.citation}]" for h in earlier)
        said_after = ", ".join(f"{as_told[h.value]} ({self._day(h)}) [{h.citation}]" for h in later)
        out = [f"It supersedes {said_before}."] if said_before else []
        if corrected is not None and dated:
            return [
                *out,
                f"It has since been corrected to {self.as_written(corrected)} [{self.notes.figure(corrected)}].",
            ]
        return out + ([f"Later figures: {said_after}."] if said_after and not dated else [])

    def redefined(self, figure: Figure) -> list[str]:
        """What was counted of the same by other definitions."""
        others = [f for f in self.view.redefined(figure) if f.id != figure.id and f.value is not None]
        if not others:
            return []
        told = ", ".join(f"{self.as_written(f)} ({long_date(f.said_on)}) [{self.notes.figure(f)}]" for f in others)
        return [f"By other definitions it was counted as {told}."]

    def _day(self, told: Superseded) -> str:
        """The day on which a figure was told; without a year that neither what is cited nor its source gives."""
        day = long_date(told.said_on)
        cited = next((c for c in self.notes.made if c.n == told.citation), None)
        if told.said_on is None or cited is None:
            return day
        year = str(told.said_on.year)
        return (
            day
            if year in f"{cited.quote} {cited.published} {cited.title} {cited.reference}"
            else day.removesuffix(f" {year}")
        )

    def whole(self, figure: Figure) -> list[str]:
        whole = self.view.whole(figure)
        if whole is None:
            return []
        n = self.notes.figure(whole)
        history = self.history(whole)
        as_told = {shown(f): self.as_written(f) for f in self.view.chain(whole)}
        restated = ", ".join(f"{as_told[h.value]} ({self._day(h)}) [{h.citation}]" for h in history if h.citation != n)
        body = [f"Of the whole: {sentence(self.words(whole))} [{n}]"]
        return body + ([f"The whole was also given as {restated}."] if restated else [])

    def conflicts(self, figure: Figure, rivals: tuple[Figure, ...]) -> tuple[Conflict, ...]:
        if not rivals:
            return ()
        return tuple(self.side(f) for f in (figure, *rivals))

    def sides(self, figure: Figure, n: int, rivals: tuple[Figure, ...]) -> tuple[SaidFigure, ...]:
        """Where the record disagrees every side is given, none averaged away."""
        if figure.value is None:
            return ()
        differing = {r.value: r for r in rivals if r.value not in (None, figure.value)}
        return (said(figure, n), *(said(r, self.notes.figure(r)) for r in differing.values()))

    def side(self, figure: Figure) -> Conflict:
        source = self.view.source(figure)
        who = figure.said_by or source.publisher or source.title
        return Conflict(
            who, figure.said_on or source.published, shown(figure), self.words(figure), self.notes.figure(figure)
        )

    def disagreement(self, conflicts: tuple[Conflict, ...], at_odds: bool) -> str:
        sides = "; ".join(f"{c.value}: {c.gloss.rstrip('.')} [{c.citation}]" for c in conflicts[1:])
        return f"{'The record disagrees' if at_odds else 'The same figure is described in other words'}: {sides}."

    def status(self, figure: Figure, conflicts: tuple[Conflict, ...], rivals: tuple[Figure, ...]) -> Status:
        if figure.qualifier is Qualifier.NOT_KNOWN:
            return Status.NOT_KNOWN
        return Status.CONFLICTING if conflicts and self.at_odds(figure, rivals) else Status.ANSWERED

    def at_odds(self, figure: Figure, rivals: tuple[Figure, ...]) -> bool:
        """Whether the record gives other values, or the same value for another thing; glosses alone are shown."""
        same = set(self.view.linked(figure.id, LinkKind.RESTATES))
        return any(r.value != figure.value or r.id not in same for r in rivals)

    def as_at(self, figure: Figure) -> str | None:
        return iso(figure.as_at.last if figure.as_at else figure.said_on or self.view.source(figure).published)

    def caveats(self, figure: Figure, found: Fit | None) -> tuple[str, ...]:
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

    def derived_caveats(self, worked: Worked) -> tuple[str, ...]:
        press = any(self.view.source(f).kind is SourceKind.PRESS_REPORT for f in worked.operands)
        base = (
            ("The sum covers the parts that the record gives; it does not say that there are no others.",)
            if worked.operation == "sum"
            else ()
        )
        return base + (("An operand comes from a press report.",) if press else ())

    def nearest(self, fits: tuple[Fit, ...]) -> tuple[Nearest, ...]:
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
