"""Written questions that the departments themselves linked to earlier ones, and how such a question is asked blind."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

__all__ = ["BESIDE", "Pair", "bare", "masked", "pairs", "rows"]

BESIDE = Path(__file__).resolve().parents[3] / "shared" / "data" / "written-questions"
"""Where the questions lie, beside the repository."""
_FORM = re.compile(
    r"^To ask (?:the|Mr|His|Her)\b.*?,\s*(?=pursuant|with|further|whether|if|what|how|when|which|who|for what)", re.I
)
_REFERENCE = re.compile(r"(?:pursuant|with reference|further)\s+to\b.*?\bquestions?\s+[\d,]+", re.IGNORECASE)
_NAMED = re.compile(
    r"(?:\b(?:pursuant|with reference|further)\s+to\s+|,?\s*\band\s+(?:to\s+)?)?(?:\b(?:the|his|her|their)\s+)?"
    r"(?:oral |written )?\banswers?\s+(?:of|given on|on)\s+\d+\s+\w+(?:\s+\d{4})?,?\s+to\s+(?:written\s+)?"
    r"questions?\s+(?:no\.?\s*|UIN\s*)?[\d,]*\d,?(?:\s+on\s+(?P<heading>[^,;]*))?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d(?:[\d,.:/–-]*\d)?")


@dataclass(frozen=True, slots=True)
class Pair:
    """The ids of a question and of the earlier one that it, or its answer, names."""

    question: str
    named: str
    asked: str
    """The question's own words."""


def rows(data: Path) -> Iterator[Mapping[str, Any]]:
    """Every question of the folder DATA as it was given, month by month."""
    for path in sorted(data.glob("20*.json")):
        for row in json.loads(path.read_text(encoding="utf-8"))["results"]:
            yield row["value"]


def pairs(data: Path, name: str) -> Iterator[Pair]:
    """The links of DATA that are called NAME: ``pursuant`` or ``refer``."""
    for line in (data / f"links-{name}.jsonl").read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        yield Pair(str(told["q_id"]), str(told["ref_id"]), told["q"])


def bare(question: str, heading: str) -> str:
    """QUESTION as somebody might ask it who knows of no earlier answer; HEADING is that answer's."""
    told = _REFERENCE.sub("", _FORM.sub("", " ".join(question.split())), count=1)
    return told.strip(" ,").removeprefix(f"on {heading}").strip(" ,")


def masked(question: str, headings: Collection[str] | None = None) -> str:
    """QUESTION less every reference to an answer ("pursuant to the Answer of … to Question …"), and every number.

    "On …", which follows a reference and gives the answer's heading, stays as it is; where HEADINGS are given, it goes
    too: the longest of them that stands there, since a heading may hold commas, or else the words up to a comma.
    """
    kept: list[str] = []
    at = 0
    while found := _NAMED.search(question, at):
        kept.append(question[at : found.start()])
        at = found.end()
        if found["heading"] is None:
            continue
        rest = question[found.start("heading") :]
        if headings is None:
            at = found.start("heading")
            kept.append(" on ")
        else:
            there = [h for h in headings if h and rest.lower().startswith(h.lower())]
            at = found.start("heading") + max(map(len, there), default=len(found["heading"]))
    return " ".join(_NUMBER.sub(" ", "".join([*kept, question[at:]])).split())
