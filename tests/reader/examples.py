"""What the reader is made from: questions held against texts, each with where its answer begins, if anywhere.

Our own exercises (tests/reader/exercises) are invented passages in the manner of press reports, bulletins and written
answers. The public sets, where the shared folder is present, are those whose licence lets what is made from them be
shipped: XQuAD, QNLI, QED and DROP's contrast sets (CC BY-SA), TAT-QA (CC BY), COVID-QA and CLAPnq (Apache-2.0).
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.records import Span

__all__ = ["EXERCISES", "Example", "exercises", "public"]

EXERCISES = Path(__file__).parent / "exercises"


@dataclass(frozen=True, slots=True)
class Example:
    """A question and a text; ``answer`` is None where the text holds none."""

    question: str
    text: str
    answer: Span | None = None
    loose: bool = False
    """Whether it is known only that the text holds the answer, and not where."""


_LEADING = re.compile(
    r"[^\w£$€]*(?:(?:more than|at least|nearly|almost|about|around|some|over|fewer than|less than|just|the|only|under"
    r"|up to)\s+)*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[£$€]?\d[\d,.]*\d|[£$€]?\d|[\w-]+")


def exercises(files: Iterable[Path], strangers: float = 0.3) -> list[Example]:
    """The exercises in FILES; STRANGERS is the part of their questions put to another passage too."""
    chance = random.Random(5)
    found: list[Example] = []
    for file in files:
        passages = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        for passage in passages:
            found += _of_passage(passage)
            others = [p["text"] for p in passages if p is not passage]
            asked = [q["q"] for q in passage["questions"] if others and chance.random() < strangers]
            found += [Example(question, chance.choice(others)) for question in asked]
    return found


def _of_passage(passage: dict[str, Any]) -> Iterator[Example]:
    """A number that would have to be worked out begins nowhere: such a question has no answer in the passage."""
    text = passage["text"]
    for asked in passage["questions"]:
        answer = asked["answer"]
        place = None if answer is None else _place(text, answer, number=asked["kind"] == "figure")
        yield Example(asked["q"], text, place)
    for asked in passage.get("worked", ()):
        yield Example(asked["q"], text)


def _place(text: str, words: str, *, number: bool) -> Span:
    """Where WORDS, which TEXT holds once, stand; of a NUMBER with what it counts, where the number itself does."""
    if text.count(words) != 1:
        raise ValueError(f"“{words}” stands {text.count(words)} times in a passage, and should once")
    start = text.index(words)
    if not number:
        return Span(start, start + len(words))
    lead = _LEADING.match(words)
    start += lead.end() if lead else 0
    told = _NUMBER.match(text, start)
    return Span(start, told.end() if told else start + 1)


def public(folder: Path) -> list[Example]:
    """The public sets under FOLDER, read in their order."""
    readers = (_squad, _covid, _qed, _tatqa, _drop, _clapnq, _qnli)
    return [example for reader in readers for example in reader(folder)]


def _squad(folder: Path) -> Iterator[Example]:
    for paragraph in _paragraphs(folder / "xquad.en.json"):
        for asked in paragraph["qas"]:
            yield Example(asked["question"], paragraph["context"], _given(asked["answers"][0]))


def _covid(folder: Path) -> Iterator[Example]:
    """Whole papers, of each of which only the text about an answer is taken."""
    for paragraph in _paragraphs(folder / "covidqa" / "200423_covidQA.json"):
        for asked in paragraph["qas"]:
            place = _given(asked["answers"][0])
            first = max(0, place.start - random.Random(asked["question"]).randint(0, 500))
            text = paragraph["context"][first : first + 800]
            if place.end - place.start <= 200 and place.end - first <= len(text):
                yield Example(asked["question"], text, Span(place.start - first, place.end - first))


def _qed(folder: Path) -> Iterator[Example]:
    for one in _lines(folder / "qed" / "qed-dev.jsonlines"):
        for answers in one.get("original_nq_answers", ())[:1]:
            first = answers[0] if isinstance(answers, list) else answers
            if one["paragraph_text"][first["start"] : first["end"]] == first["string"]:
                yield Example(one["question_text"], one["paragraph_text"], Span(first["start"], first["end"]))


def _tatqa(folder: Path) -> Iterator[Example]:
    for one in json.loads((folder / "tatqa" / "tatqa_dataset_dev.json").read_text(encoding="utf-8")):
        texts = {str(paragraph["order"]): paragraph["text"] for paragraph in one["paragraphs"]}
        for asked in one["questions"]:
            if asked["answer_type"] == "span" and asked["answer_from"] == "text":
                answer = asked["answer"][0] if isinstance(asked["answer"], list) else asked["answer"]
                holding = [texts[n] for n in asked["rel_paragraphs"] if str(answer) in texts.get(n, "")]
                yield from (Example(asked["question"], text, _first(text, str(answer))) for text in holding[:1])


def _drop(folder: Path) -> Iterator[Example]:
    sets = json.loads((folder / "drop" / "drop_contrast_sets_test.json").read_text(encoding="utf-8"))
    for one in sets.values():
        for asked in one["qa_pairs"]:
            spans = asked["answer"].get("spans") or []
            if len(spans) == 1 and spans[0] in one["passage"]:
                yield Example(asked["question"], one["passage"], _first(one["passage"], spans[0]))


def _clapnq(folder: Path) -> Iterator[Example]:
    for one in _lines(folder / "clapnq" / "clapnq_dev_unanswerable.jsonl"):
        yield Example(one["input"], one["passages"][0]["text"][:1200])
    for one in _lines(folder / "clapnq" / "clapnq_dev_answerable.jsonl"):
        text = one["passages"][0]["text"][:1500]
        chosen = [s for output in one["output"] for s in output.get("selected_sentences") or () if s in text]
        if chosen:
            yield Example(one["input"], text, _first(text, chosen[0]), loose=True)


def _qnli(folder: Path) -> Iterator[Example]:
    for line in (folder / "qnli" / "dev.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        fields = line.split("\t")
        if len(fields) == 4:
            held = Span(0, len(fields[2])) if fields[3] == "entailment" else None
            yield Example(fields[1], fields[2], held, loose=True)


def _paragraphs(file: Path) -> Iterable[dict[str, Any]]:
    for one in json.loads(file.read_text(encoding="utf-8"))["data"]:
        yield from one["paragraphs"]


def _lines(file: Path) -> Iterator[dict[str, Any]]:
    with file.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _given(answer: dict[str, Any]) -> Span:
    return Span(answer["answer_start"], answer["answer_start"] + len(answer["text"]))


def _first(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))
