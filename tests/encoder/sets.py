"""What an encoder is measured on: questions, each with texts to rank of which some are right.

Links between written questions (../shared/data/written-questions), and three public sets as general language
(../shared/data/reading): WikiQA (Yang and others, EMNLP 2015), TREC-QA (Wang and others, EMNLP-CoNLL 2007) and the
passages of CLAPnq's development set (Rosenthal and others, 2024). These are for measuring: nothing is made from them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.linked import bare, masked, pairs
from tests.bench.questions import asked_in

__all__ = ["GENERAL", "Asking", "Measured", "clapnq", "general", "links", "trecqa", "wikiqa"]

GENERAL = ("wikiqa", "clapnq", "trecqa")
_PAIR = re.compile(r"<QApairs\b.*?</QApairs>", re.DOTALL)
_SAID = re.compile(r"<(question|positive|negative)>\s*\n(.*?)\n", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Asking:
    """A question, which of the texts may be ranked for it (by place), and which of these are right."""

    question: str
    among: tuple[int, ...]
    right: frozenset[int]
    month: str = ""
    """When it was tabled, as 2024-07; empty for what has no date."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One set: its texts, and what is asked of them."""

    name: str
    texts: tuple[str, ...]
    asked: tuple[Asking, ...]
    parts: tuple[tuple[int, str], ...] = ()
    """The sentences of texts that figures stand in, each with its text's place: they have vectors of their own."""
    counting: frozenset[int] = frozenset()
    """The places of the texts that hold a figure, where that is known."""


def links(data: Path, name: str) -> Measured:
    """Questions that name an earlier one (``pursuant``), or whose answer does (``refer``), asked blind.

    The reference and every number are masked, and only what was tabled on an earlier day is there to be found; all
    are put as they are asked, without "To ask the Secretary of State for …".
    """
    held = list(asked_in(data))
    places = {one.id: n for n, one in enumerate(held)}
    found: list[Asking] = []
    for pair in pairs(data, name):
        if pair.question not in places or pair.named not in places:
            continue
        on = held[places[pair.question]].tabled
        among = tuple(n for n, one in enumerate(held) if one.tabled < on)
        if held[places[pair.named]].tabled < on:
            right = frozenset({places[pair.named]})
            found.append(Asking(masked(bare(pair.asked, "")), among, right, on.isoformat()[:7]))
    return Measured(name, tuple(bare(one.text, "") for one in held), tuple(found))


def general(reading: Path, name: str, part: str = "test") -> Measured:
    """The general set NAME of ``GENERAL`` under the folder READING."""
    if name == "clapnq":
        return clapnq(reading)
    return wikiqa(reading, part) if name == "wikiqa" else trecqa(reading, part)


def wikiqa(reading: Path, part: str = "test") -> Measured:
    """Sentences of one article to a question: those with a right one."""
    folder = reading / "wikiqa" / part
    asked, told, right = (_lines(folder / name) for name in ("a.toks", "b.toks", "sim.txt"))
    return _grouped("wikiqa", zip(asked, told, (r == "1" for r in right), strict=True))


def trecqa(reading: Path, part: str = "test") -> Measured:
    """Sentences of newspapers to a question: those with a right one and a wrong one."""
    read = (reading / "trecqa" / f"{part.upper()}.xml").read_text(encoding="utf-8", errors="replace")
    rows: list[tuple[str, str, bool]] = []
    for block in _PAIR.findall(read):
        said = [(kind, " ".join(words.split())) for kind, words in _SAID.findall(block)]
        question = next(words for kind, words in said if kind == "question")
        mine = [(question, words, kind == "positive") for kind, words in said if kind != "question"]
        rows += mine if len({right for _, _, right in mine}) == 2 else []
    return _grouped("trecqa", rows)


def clapnq(reading: Path) -> Measured:
    """Every question that a passage answers, over all passages of the development set."""
    texts: dict[str, int] = {}
    found: list[tuple[str, int]] = []
    for name in ("answerable", "unanswerable"):
        for line in _lines(reading / "clapnq" / f"clapnq_dev_{name}.jsonl"):
            told = json.loads(line)
            place = texts.setdefault(told["passages"][0]["text"], len(texts))
            if name == "answerable":
                found.append((told["input"], place))
    every = tuple(range(len(texts)))
    return Measured("clapnq", tuple(texts), tuple(Asking(q, every, frozenset({place})) for q, place in found))


def _grouped(name: str, rows: Iterable[tuple[str, str, bool]]) -> Measured:
    texts: list[str] = []
    asked: dict[str, list[tuple[int, bool]]] = {}
    for question, text, right in rows:
        asked.setdefault(question, []).append((len(texts), right))
        texts.append(text)
    made = (_asking(question, told) for question, told in asked.items())
    return Measured(name, tuple(texts), tuple(one for one in made if one.right))


def _asking(question: str, told: Sequence[tuple[int, bool]]) -> Asking:
    return Asking(question, tuple(n for n, _ in told), frozenset(n for n, right in told if right))


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").rstrip("\n").split("\n")
