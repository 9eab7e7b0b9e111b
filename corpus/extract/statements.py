"""Text → statements: who said what, in what role, in which words; and what the text says that nobody could say."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from corpus.extract.acts import Done, act_of, special, unanswering
from corpus.extract.cast import Cast
from corpus.extract.names import Name
from corpus.extract.quotations import Quotation, quotations, without
from corpus.extract.sentences import paragraphs, sentences
from corpus.extract.signed import signatory
from corpus.extract.speakers import Reporting, reporting, subject_of
from corpus.records import Source, Span, Statement, StatementAct

__all__ = ["statements"]


def statements(text: str, source: Source) -> tuple[Statement, ...]:
    """Every statement in TEXT: sentences with reported or quoted words, and sentences that say what is not known."""
    reader = _Reader(text, source, quotations(text), Cast.of(text, signatory(text)))
    return tuple(made for paragraph in paragraphs(text) for made in reader.paragraph(paragraph))


@dataclass
class _Frame:
    """A sentence while its paragraph is read: its words outside quotations, and the verb that reports, if any."""

    sentence: Span
    outside: str
    told: Reporting | None
    silent: Done | None = None
    done: Done | None = None
    owner: Name | None = None
    """Who it is that could not say, or that apologised or refused, where no verb reports it."""

    @property
    def who(self) -> Name | None:
        return self.told.who if self.told else None

    @property
    def bare(self) -> bool:
        """Whether all of the sentence is quoted."""
        return not re.search(r"\w", self.outside)


@dataclass
class _Reader:
    """Reads a text from its first paragraph to its last, remembering who has spoken."""

    text: str
    source: Source
    quoted: list[Quotation]
    cast: Cast
    runs: dict[int, Name] = field(default_factory=dict)
    """Who speaks in each quotation read so far, by its run."""
    announced: Name | None = None
    """Whose words a colon announced at the end of the paragraph before."""
    quoting: Name | None = None
    """Whose quotation ended the paragraph before."""

    def paragraph(self, stretch: Span) -> list[Statement]:
        self.cast.take_floor(self.text, stretch)
        inner = [Span(s.start + stretch.start, s.end + stretch.start) for s in sentences(stretch.of(self.text))]
        frames = [self._frame(sentence) for sentence in inner]
        for one in self._within(stretch):
            self._give(one, frames)
        made = [m for frame in frames if (m := self._made(frame)) is not None]
        self._hand_on(stretch, frames)
        return made

    def _frame(self, sentence: Span) -> _Frame:
        outside = without(self.text, sentence, self._within(sentence))
        told = reporting(self.text, sentence, outside, self.cast)
        words_here = sentence.of(self.text)
        silent = unanswering(words_here)
        done = None if told else special(words_here, outside)
        telling = silent or done
        owner = told.who if told else None
        if owner is None and telling is not None:
            owner = subject_of(sentence, outside, telling.start, self.cast)
        self.cast.heard(sentence, outside, owner)
        return _Frame(sentence, outside, told, silent, done, owner)

    def _within(self, stretch: Span) -> list[Quotation]:
        return [q for q in self.quoted if q.outer.start < stretch.end and stretch.start < q.outer.end]

    def _give(self, one: Quotation, frames: list[_Frame]) -> None:
        """Find who speaks in a quotation: by the verb beside it, else the colon before it, else who spoke last."""
        if one.run in self.runs:
            return
        held = [f for f in frames if one.outer.start < f.sentence.end and f.sentence.start < one.outer.end]
        who = next((f.who for f in held if f.who is not None), None)
        if who is None and held and all(f.bare for f in held):
            earlier = [f for f in frames if f.sentence.end <= one.outer.start]
            who = self._said_before(one, earlier[-1]) if earlier else self.announced or self.quoting
        if who is not None:
            self.runs[one.run] = who

    def _said_before(self, one: Quotation, earlier: _Frame) -> Name | None:
        """Who spoke in the sentence before a quotation that stands by itself."""
        kept = [q for q in self._within(earlier.sentence) if q.run in self.runs and q.run != one.run]
        return earlier.who or (self.runs[kept[-1].run] if kept else self.announced)

    def _hand_on(self, stretch: Span, frames: list[_Frame]) -> None:
        last = frames[-1] if frames else None
        colon = stretch.of(self.text).rstrip(" *").endswith(":")
        self.announced = (last.who or self.cast.floor) if last is not None and colon else None
        ended = [q for q in self._within(stretch) if stretch.end - q.outer.end < 3 and q.run in self.runs]
        near = last.who if last is not None and self._within(last.sentence) else None
        self.quoting = self.runs[ended[-1].run] if ended else near

    def _made(self, frame: _Frame) -> Statement | None:
        part = self._part(frame)
        speaker = frame.who
        if part is not None and speaker is None:
            speaker = next((self.runs[q.run] for q in self._within(frame.sentence) if q.run in self.runs), None)
        act, who = self._act(frame, part, speaker)
        return None if act is None else self._statement(frame.sentence, act, who, part)

    def _act(self, frame: _Frame, part: Span | None, speaker: Name | None) -> tuple[StatementAct | None, Name | None]:
        words_here = frame.sentence.of(self.text)
        verb = frame.told.verb if frame.told else ""
        if frame.silent is not None:
            return frame.silent.act, speaker or frame.owner
        if frame.told is not None or (part is not None and (frame.bare or speaker is not None)):
            return act_of(words_here, verb, frame.outside), speaker
        if frame.done is not None and frame.owner is not None:
            return frame.done.act, frame.owner
        if self._on_the_floor(frame.sentence):
            return act_of(words_here, "", frame.outside), self.cast.floor
        return None, None

    def _on_the_floor(self, sentence: Span) -> bool:
        """Whether somebody has the floor, and the sentence is more than the giving of it."""
        floor = self.cast.floor
        return (
            floor is not None
            and sentence.end > floor.span.end
            and not sentence.of(self.text).rstrip("* ").endswith(":")
        )

    def _part(self, frame: _Frame) -> Span | None:
        """The longest stretch of a sentence that is quoted."""
        inside = [
            Span(max(q.span.start, frame.sentence.start), min(q.span.end, frame.sentence.end))
            for q in self._within(frame.sentence)
            if max(q.span.start, frame.sentence.start) < min(q.span.end, frame.sentence.end)
        ]
        return max(inside, key=lambda s: s.end - s.start, default=None)

    def _statement(self, sentence: Span, act: StatementAct, who: Name | None, quotation: Span | None) -> Statement:
        return Statement(
            id=f"{self.source.id}:s{sentence.start}-{sentence.end}",
            source_id=self.source.id,
            span=sentence,
            speaker=who.words if who else "",
            role=who.role if who else "",
            said_on=self.source.published,
            text=sentence.of(self.text),
            verbatim=quotation is not None,
            act=act,
            quotation=quotation,
        )
