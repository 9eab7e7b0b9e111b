"""Who has the floor over which stretch of a verbatim report: one contribution to a debate, a question or an answer."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.records import Span, Standing, StatementAct

__all__ = ["Voice"]


@dataclass(frozen=True, slots=True)
class Voice:
    """One contribution. ``span`` marks all of it in the stored text, the giving of the floor ("Ann Dray: …") included.

    ``begins`` is the offset at which the speaker's own words begin. ``replies`` are the places, among the document's
    voices, of those that this one answers, each before it.
    """

    span: Span
    begins: int
    speaker: str
    role: str = ""
    """The office or the seat that the report gives the speaker that day, or ""."""
    act: StatementAct = StatementAct.SAID
    place: str = ""
    """Where it was said and stands in the report: "House of Commons, column 4"."""
    replies: tuple[int, ...] = ()
    verbatim: bool = True
    """Whether the report gives the speaker's own words, and not "Mr. Dray asked the Minister how many …"."""
    standing: Standing = Standing.UNSTATED
    """What weight the numbers in it carry, where its act and place do not say (a speech outside Parliament)."""

    def __post_init__(self) -> None:
        if not self.span.start <= self.begins <= self.span.end:
            raise ValueError(f"a voice's words begin within it: {self.begins} is not in {self.span}")
