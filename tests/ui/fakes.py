"""A desk that gives set answers over a small real ledger, so that the pages can be tried by themselves."""

# ruff: noqa: E501  # the set answers read best as they are written

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from bot.answer import Answer, Citation, Conflict, Derivation, Nearest, Operand, SaidFigure, Status, Superseded, Tabled
from bot.similar import Finder, Previous, Wanted
from corpus.errors import RecordDamaged
from corpus.ledger import Ledger
from corpus.records import (
    Figure,
    Link,
    LinkKind,
    Passage,
    Period,
    Qualifier,
    Source,
    SourceKind,
    Span,
    Standing,
    Statement,
    StatementAct,
    When,
)

HOSTILE = (
    "<script>window.harmed = 1</script> **bold** $x^2$ :red[word] <img src=x onerror='window.harmed=1'> & --> [a](b)"
)

WHOLE = "Released without consideration of deportation, February 1999 to March 2006: 1,023 people, at 26 April 2006."
PART = "Of the total, the 288 cases that should have been considered since August 2005: 83 started, 53 completed, 14 deported."
SPEAKER = "The Home Secretary said that he regretted what had happened."
HOUSE = "A Member put the 288 as released after the Home Secretary became aware."
PRESS = "The paper put the 288 as freed after MPs first alerted the Home Office."
MAY = "Restated on 23 May 2006 as 1,019 people."
JUNE = "Restated on 29 June 2006 as 1,013 people, the figure used until 2012."

_WHEN = {
    "s1": date(2006, 4, 26),
    "s2": date(2006, 4, 26),
    "s3": date(2006, 4, 26),
    "s4": date(2006, 5, 23),
    "s5": date(2006, 6, 29),
}


def _source(key: str, title: str, kind: SourceKind, reference: str, url: str = "", text: str = "") -> Source:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Source(
        key, title, "Parliament" if kind.official else "A newspaper", kind, _WHEN.get(key, date(2006, 4, 26)), reference, url,
        digest, paraphrase=kind.official, key=key,
    )  # fmt: skip


SOURCES: dict[str, tuple[Source, str]] = {}
for _key, _title, _kind, _reference, _url, _text in (
    ("s1", "Statement on foreign nationals", SourceKind.ORAL_STATEMENT, "House of Commons, 26 April 2006, column 573",
     "https://publications.parliament.uk/pa/cm200506/cmhansrd/vo060426/debtext/60426-04.htm", "\n".join((WHOLE, PART, SPEAKER))),
    ("s2", "Questions after the statement", SourceKind.DEBATE, "House of Commons, 26 April 2006, column 587", "", HOUSE),
    ("s3", "National newspaper", SourceKind.PRESS_REPORT, "", "javascript:alert(1)", PRESS),
    ("s4", "Evidence to the Home Affairs Committee", SourceKind.COMMITTEE_EVIDENCE, "HC 775, 23 May 2006", "", MAY),
    ("s5", "Letter to the Committee", SourceKind.LETTER, "Letter of 29 June 2006", "", JUNE),
    ("s6", HOSTILE, SourceKind.DOCUMENT, "", "", f"{HOSTILE} 17 people were named."),
):  # fmt: skip
    SOURCES[_key] = (_source(_key, _title, _kind, _reference, _url, _text), _text)


def cite(n: int, key: str, quote: str, *words: str) -> Citation:
    """A citation of QUOTE in the source KEY, with WORDS marked."""
    source, text = SOURCES[key]
    start = text.index(quote)
    marks = tuple((quote.index(word), quote.index(word) + len(word)) for word in words)
    return Citation(
        n, source.id, source.title, source.publisher, str(source.kind), source.kind.official, source.published,
        source.reference, source.url, quote, start, start + len(quote), marks, source.paraphrase, "",
        "Charles Clarke" if key == "s1" else "", "Home Secretary" if key == "s1" else "", source.published,
    )  # fmt: skip


RESTATED = (
    Superseded("1023", date(2006, 4, 26), 1, label="The whole was restated"),
    Superseded("1019", date(2006, 5, 23), 4, label="The whole was restated"),
    Superseded("1013", date(2006, 6, 29), 5, current=True, label="The whole was restated"),
)

FOUND = Answer(
    question="How many releases occurred after August 2005?",
    status=Status.ANSWERED,
    text="288 foreign national prisoners, of the 1,023 released between February 1999 and March 2006 without consideration "
    "of deportation [1]. The whole was later restated as 1,019 [4] and then 1,013 [5].",
    headline="288",
    what="foreign national prisoners, of the 1,023 released between February 1999 and March 2006 without consideration of deportation [1]",
    meta="Said by the Home Secretary, Charles Clarke, on 26 April 2006 · as at 26 April 2006 · ministerial statement",
    figures=(SaidFigure("288", "people", "exactly", (1,)),),
    citations=(
        cite(1, "s1", PART, "288", "should have been considered since August 2005"),
        cite(2, "s2", HOUSE, "288"),
        cite(3, "s3", PRESS, "288"),
        cite(4, "s4", MAY, "1,019"),
        cite(5, "s5", JUNE, "1,013"),
    ),
    interpretation="the number released without consideration of deportation whose case should have been considered from "
    "1 August 2005 onwards; the latest figure held.",
    other_reading="from 1 September 2005 onwards, the record gives no figure.",
    conditions=(("measure", "released without consideration"), ("period", "after August 2005")),
    as_at="2006-04-26",
    caveats=("No restatement of the 288 is in the record.",),
    supersedes=RESTATED,
    history=RESTATED,
    conflicts=(
        Conflict("Home Secretary", date(2006, 4, 26), "288", "should have been considered since August 2005", 1),
        Conflict("A Member, column 587", date(2006, 4, 26), "288", "released after the Home Secretary became aware", 2),
        Conflict("Newspaper", date(2006, 4, 26), "288", "freed after MPs first alerted the Home Office", 3),
    ),
    suggestions=("How many of the 288 had been deported?", "How many were released before August 2005?"),
    elapsed_ms=12,
)

WORKED_OUT = Answer(
    question="How many were released before August 2005?",
    status=Status.COMPUTED,
    text="735 of the 1,023 were released before August 2005 [1][2].",
    headline="735",
    what="of the 1,023 were released before August 2005 [1][2]",
    meta="Worked out from two figures of 26 April 2006",
    figures=(SaidFigure("735", "people", "exactly", (1, 2)),),
    derivation=Derivation(
        "difference", "1,023 − 288 = 735", (Operand(Decimal(1023), 1, "the whole"), Operand(Decimal(288), 2, "since August 2005")), "735", "Exact: nothing was rounded."
    ),
    citations=(cite(1, "s1", WHOLE, "1,023"), cite(2, "s1", PART, "288")),
    interpretation="the whole less those whose case should have been considered since August 2005.",
    conditions=(("period", "before August 2005"),),
    as_at="2006-04-26",
)  # fmt: skip

TABLED = replace(
    WORKED_OUT,
    question="How many were released each year?",
    derivation=None,
    table=Tabled("Released", ("Year", "People", "Note"), (("2003", "1,023", ""), ("2004", "", "suppressed"), ("2005", "288", "revised")), "people", True),
)  # fmt: skip

NOT_THERE = Answer(
    question="…of those, how many were Jamaican?",
    status=Status.NOT_IN_RECORD,
    text="Nothing in the record says how many of the 288 were Jamaican.",
    what="Nothing in the record says how many of the 288 were Jamaican. No source here breaks these releases down by nationality.",
    interpretation="how many of the 288 were Jamaican.",
    conditions=(("of", "of the 288"), ("nationality", "Jamaican")),
    uncovered=("Jamaican",),
    nearest=(Nearest("14", "of the 288, deported", "26 April 2006", "Statement on foreign nationals", PART, "f3"),),
    resolved_question="Of the 288, how many were Jamaican?",
)

NOT_KNOWN = Answer(
    question="How many were in Scotland?",
    status=Status.NOT_KNOWN,
    text="The record says that nobody could say how many were in Scotland [1].",
    what="The record says that nobody could say how many were in Scotland [1].",
    citations=(cite(1, "s1", SPEAKER, "regretted"),),
)

WITHHELD = Answer(
    question="How many were released in Rutland?",
    status=Status.NOT_KNOWN,
    text="Released, Rutland: suppressed: the table withholds it (“c”) [1].",
    headline="Suppressed",
    what="Released, Rutland",
    figures=(SaidFigure("", "people", "suppressed", (1,)),),
    citations=(cite(1, "s1", WHOLE, "1,023"),),
)

DECLINED = Answer(
    question="Was he right?",
    status=Status.DECLINED,
    text="Despatch gives what the record says, not an opinion.",
    what="Despatch gives what the record says, not an opinion.",
)

AMBIGUOUS = Answer(
    question="How many were deported?",
    status=Status.AMBIGUOUS,
    text="The record counts several things that this may mean.",
    what="The record counts several things that this may mean.",
    suggestions=("How many of the 288 had been deported?", "How many of the 1,023 had been deported?"),
)

FROM_PRESS = replace(
    FOUND,
    question="What did the paper say?",
    text="288 freed [1].",
    what="freed after MPs first alerted the Home Office [1]",
    citations=(cite(1, "s3", PRESS, "288"),),
    supersedes=(),
    history=(),
    conflicts=(),
    caveats=(),
    conditions=(),
)

HOSTILE_ANSWER = Answer(
    question=HOSTILE,
    status=Status.ANSWERED,
    text=f"17 {HOSTILE} [1].",
    headline="17",
    what=f"{HOSTILE} [1]",
    meta=HOSTILE,
    figures=(SaidFigure("17", "people", "exactly", (1,)),),
    citations=(cite(1, "s6", f"{HOSTILE} 17 people were named.", "17"),),
    interpretation=HOSTILE,
    other_reading=HOSTILE,
    conditions=(("x", HOSTILE),),
    caveats=(HOSTILE,),
    supersedes=(Superseded(HOSTILE, None, 1, label=HOSTILE),),
    conflicts=(Conflict(HOSTILE, None, HOSTILE, HOSTILE, 1),),
    nearest=(Nearest(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE),),
    suggestions=(HOSTILE,),
    resolved_question=HOSTILE,
)

ALL = (FOUND, WORKED_OUT, TABLED, NOT_THERE, NOT_KNOWN, DECLINED, AMBIGUOUS, FROM_PRESS, HOSTILE_ANSWER)


def _figure(key: str, source: str, line: str, words: str, value: int, measure: str, **more: Any) -> Figure:
    text = SOURCES[source][1]
    start = text.index(line)
    at = start + line.index(words)
    base = Figure(
        key, source, Span(at, at + len(words)), Span(start, start + len(line)), Decimal(value), Qualifier.EXACTLY, "people",
        "foreign national prisoners", measure, said_on=SOURCES[source][0].published, said_by="Charles Clarke", role="Home Secretary",
        standing=Standing.MINISTERIAL_STATEMENT, as_at=When.on(date(2006, 4, 26)),
    )  # fmt: skip
    return replace(base, **more)


_RELEASED = "released without consideration of deportation"
FIGURES = (
    _figure("f1", "s1", WHOLE, "1,023", 1023, _RELEASED, period=Period(date(1999, 2, 1), date(2006, 3, 31))),
    _figure(
        "f2",
        "s1",
        PART,
        "288",
        288,
        "should have been considered since August 2005",
        population="of the 1,023",
        part_of="f1",
    ),
    _figure("f3", "s1", PART, "14", 14, "deported", population="of the 288", part_of="f2"),
    _figure("f4", "s4", MAY, "1,019", 1019, _RELEASED),
    _figure("f5", "s5", JUNE, "1,013", 1013, _RELEASED),
    _figure(
        "f6",
        "s3",
        PRESS,
        "288",
        288,
        "freed after MPs alerted the Home Office",
        standing=Standing.PRESS_REPORT,
        said_by="",
        role="",
    ),
    _figure("f7", "s6", SOURCES["s6"][1], "17", 17, HOSTILE, standing=Standing.UNSTATED, said_by=HOSTILE),
)
STATEMENTS = (
    Statement("t1", "s1", Span(SOURCES["s1"][1].index(SPEAKER), len(SOURCES["s1"][1])), "Charles Clarke", "Home Secretary",
              date(2006, 4, 26), SPEAKER, False, StatementAct.APOLOGISED, "House of Commons"),
    Statement("t2", "s6", Span(0, 20), HOSTILE, "", None, HOSTILE, True),
)  # fmt: skip
LINKS = (
    Link(LinkKind.SUPERSEDES, "f4", "f1"),
    Link(LinkKind.SUPERSEDES, "f5", "f4"),
    Link(LinkKind.PART_OF, "f2", "f1"),
)


class FakeDesk:
    """As :class:`bot.desk.Desk`, with answers set beforehand. ``broken`` questions raise what they name."""

    def __init__(self, folder: Path, *, full: bool = True) -> None:
        self.ledger = Ledger.open(folder, create=True)
        self.asked: list[tuple[str, date | None, tuple[str, ...], tuple[str, ...]]] = []
        if full:
            self._fill()

    @classmethod
    def temporary(cls) -> FakeDesk:
        return cls(Path(tempfile.mkdtemp(prefix="despatch-fake-")))

    @classmethod
    def empty(cls) -> FakeDesk:
        return cls(Path(tempfile.mkdtemp(prefix="despatch-empty-")), full=False)

    def _fill(self) -> None:
        for key, (source, text) in SOURCES.items():
            whole = Passage(f"p-{key}", key, Span(0, len(text)), text)
            figures = [figure for figure in FIGURES if figure.source_id == key]
            statements = [statement for statement in STATEMENTS if statement.source_id == key]
            self.ledger.put(source, text, [whole], figures, statements)
        source, text = SOURCES["s5"]
        self.ledger.put(source, text, [Passage("p-s5", "s5", Span(0, len(text)), text)], [FIGURES[4]], (), LINKS)

    def ask(
        self,
        question: str,
        as_of: date | None = None,
        *,
        earlier: Sequence[str] = (),
        drop: Collection[str] = (),
        suggest: bool = False,
    ) -> Answer:
        if suggest:  # as the page asks when a person does
            self.asked.append((question, as_of, tuple(earlier), tuple(drop)))
        if "damaged" in question:
            raise RecordDamaged("the record is damaged: put it back from a copy")
        if "crash" in question:
            raise RuntimeError("not for the reader's eyes")
        found = next((answer for answer in ALL if answer.question.strip() == question.strip()), DECLINED)
        steps = tuple(step for step in found.supersedes if not as_of or (step.said_on and step.said_on <= as_of))
        kept = tuple(condition for condition in found.conditions if condition[0] not in drop)
        next_ones = found.suggestions if suggest else ()
        return replace(
            found,
            question=question,
            as_of=as_of,
            supersedes=steps,
            history=steps,
            conditions=kept,
            suggestions=next_ones,
        )

    def history(self, figure_id: str) -> tuple[Figure, ...]:
        wanted = self.ledger.figure(figure_id)
        same = [figure for figure in self.ledger.figures() if figure.measure == wanted.measure]
        return tuple(sorted(same, key=lambda figure: (figure.said_on or date.min, figure.id)))

    def previous(self, wanted: Wanted) -> Previous:
        return Finder(self.ledger).find(wanted)

    def close(self) -> None:
        self.ledger.close()
