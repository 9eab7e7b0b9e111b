"""Citations: a record's own words at their own place, numbered in the order in which the answer leans on them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from bot.answer import Citation
from corpus.records import Figure, Source, Span

__all__ = ["Footnotes", "long_date"]


def long_date(day: date | None) -> str:
    """A date as it is printed in the Official Report: 26 April 2006."""
    return f"{day.day} {day:%B %Y}" if day else ""


@dataclass
class Footnotes:
    """Gathers citations; the same stretch of the same source keeps its number."""

    text_of: Callable[[str], str]
    source_of: Callable[[str], Source]
    made: list[Citation] = field(default_factory=list)
    _places: dict[tuple[str, int, int], int] = field(default_factory=dict)

    def figure(self, figure: Figure) -> int:
        """The number of the citation that bears FIGURE out: its whole sentence, the value marked."""
        return self.add(
            figure.source_id, figure.context, (figure.span,), figure.id, figure.said_by, figure.role, figure.said_on
        )

    def add(
        self,
        source_id: str,
        span: Span,
        marks: tuple[Span, ...] = (),
        record_id: str = "",
        said_by: str = "",
        role: str = "",
        said_on: date | None = None,
    ) -> int:
        place = (source_id, span.start, span.end)
        if place in self._places:
            known = self.made[self._places[place]]
            self.made[self._places[place]] = _marked(known, span, marks)
            return known.n
        source, text = self.source_of(source_id), self.text_of(source_id)
        self._places[place] = len(self.made)
        number = len(self.made) + 1
        self.made.append(
            Citation(
                n=number,
                source_id=source_id,
                title=source.title,
                publisher=source.publisher,
                kind=str(source.kind),
                official=source.kind.official,
                published=source.published,
                reference=source.reference,
                url=source.url,
                quote=span.of(text),
                start=span.start,
                end=span.end,
                marks=tuple((m.start - span.start, m.end - span.start) for m in marks if m.within(span)),
                paraphrase=source.paraphrase,
                record_id=record_id,
                said_by=said_by,
                role=role,
                said_on=said_on,
            )
        )
        return number


def _marked(known: Citation, span: Span, marks: tuple[Span, ...]) -> Citation:
    more = tuple((m.start - span.start, m.end - span.start) for m in marks if m.within(span))
    return replace(known, marks=tuple(sorted(set(known.marks + more))))
