"""How an answer is judged against an exam's item: the rules of the shared scorer, for where that is not at hand.

What is compared are numbers, so ``1,023``, ``1023`` and ``1023.0`` are one; a percentage is one to within 0.05. A
number of an answer's text is *unbacked* where neither what it cites, nor its derivation, nor the question has it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import Any

__all__ = ["Row", "judge", "unbacked"]

Item = dict[str, Any]
Given = dict[str, Any]

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_ONES += " seventeen eighteen nineteen"
_WORDS = {word: n for n, word in enumerate(_ONES.split())}
_DECADES = "twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = {word: 10 * n for n, word in enumerate(_DECADES.split(), 2)}
_FIGURE = re.compile(r"(?<![\w.])((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s?(%|per ?cent)?")
_BARE = re.compile(r"\d[\d,]*(?:\.\d+)?")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
# A footnote's number, a whole date and a day before its month are no figures.
_NO_FIGURE = re.compile(rf"\[\d+\]|\b\d{{4}}-\d\d-\d\d\b|\b\d{{1,2}}(?:st|nd|rd|th)? (?=(?:{_MONTHS})\b)")


@dataclass(frozen=True)
class Number:
    """A number as it is compared: its value, and whether it is a percentage."""

    value: Decimal
    percent: bool = False

    def is_near(self, other: Number) -> bool:
        if self.percent != other.percent:
            return False
        whole = not self.percent and all(n.value == n.value.to_integral() for n in (self, other))
        return self.value == other.value or (not whole and abs(self.value - other.value) <= Decimal("0.05"))


@dataclass(frozen=True)
class Row:
    """One item of an exam with what was answered, why that falls short (nothing where it holds), and what is bare."""

    item: Item
    answer: Given
    wrong: tuple[str, ...]
    bare: tuple[str, ...]

    def __str__(self) -> str:
        told = "; ".join([*self.wrong, *(f"UNBACKED {n}" for n in self.bare)])
        said = f"{self.answer.get('status')}: {self.answer.get('text') or ''}"
        return f"{self.item['id']}  {self.item['q']}\n      {said[:200]}\n      {told}"


def judge(item: Item, answer: Given) -> tuple[str, ...]:
    """Why ANSWER falls short of ITEM; empty where it holds."""
    if answer.get("error"):
        return (f"error: {answer['error']}",)
    return (*_status(item, answer), *_values(item, answer), *_operands(item, answer), *_words(item, answer))


def unbacked(answer: Given) -> tuple[str, ...]:
    """The numbers of ANSWER's text that nothing bears out. There must be none."""
    ground = [str(answer.get(k) or "") for k in ("question", "interpretation", "as_at", "as_of")]
    for citation in answer.get("citations") or []:
        ground += [citation["quote"], json.dumps(citation["source"])]
    derivation = answer.get("derivation") or {}
    ground += [json.dumps(derivation), derivation.get("expression") or ""]
    borne = {n for part in ground for n in _numbers(part) | {_number(d) for d in _BARE.findall(part)}}
    values = {n.value for n in borne}
    said = _numbers(_NO_FIGURE.sub(" ", answer.get("text") or ""))
    return tuple(sorted(_shown(n) for n in said if n.value not in values and not _among(n, borne)))


def _status(item: Item, answer: Given) -> list[str]:
    wanted = item.get("status", [])
    return [] if not wanted or answer["status"] in wanted else [f"is {answer['status']}, not {' or '.join(wanted)}"]


def _values(item: Item, answer: Given) -> list[str]:
    figures = {_number(f["value"]): f["qualifier"] for f in answer["figures"]}
    wanted, wrong = [_number(v) for v in item.get("values", [])], []
    if wanted and not any(_among(w, figures) for w in wanted):
        wrong.append(f"gives {[_shown(f) for f in figures]}, not {' or '.join(item['values'])}")
    said = _numbers(answer["text"]) - _numbers(item["q"])
    for value in item.get("not_values", []):
        if _among(_number(value), figures) or _among(_number(value), said):
            wrong.append(f"says {value}")
    if item.get("qualifier"):
        got = {q for f, q in figures.items() if f.is_near(wanted[0])}
        if not got & set(item["qualifier"]):
            wrong.append(f"qualifier {sorted(got)}, not {' or '.join(item['qualifier'])}")
    return wrong


def _operands(item: Item, answer: Given) -> list[str]:
    """An operand may be wanting where the record itself gives the result."""
    found = [_number(o["value"]) for o in (answer.get("derivation") or {}).get("operands", [])]
    figures = [_number(f["value"]) for f in answer["figures"]]
    given = answer["status"] == "answered" and any(_among(_number(v), figures) for v in item.get("values", []))
    return [f"has no operand {o}" for o in item.get("operands", []) if not given and not _among(_number(o), found)]


def _words(item: Item, answer: Given) -> list[str]:
    text, wrong = answer["text"].lower(), []
    wrong += [f"text lacks {part!r}" for part in item.get("text", []) if part.lower() not in text]
    if item.get("text_any") and not any(part.lower() in text for part in item["text_any"]):
        wrong.append(f"text lacks any of {item['text_any']}")
    quotes = [c["quote"] for c in answer["citations"]]
    if item.get("quote") and not any(item["quote"] in q or (q and q in item["quote"]) for q in quotes):
        wrong.append(f"does not cite {item['quote']!r}")
    whole = _numbers(json.dumps(answer, ensure_ascii=False))
    return wrong + [f"does not show {v}" for v in item.get("shows", []) if not _among(_number(v), whole)]


def _numbers(text: str) -> set[Number]:
    """Every number of TEXT, in digits or in words below a hundred."""
    found = {Number(_number(d).value, bool(sign)) for d, sign in _FIGURE.findall(text)}
    words = re.findall(r"[a-z]+", text.lower())
    for word, after in pairwise([*words, ""]):
        one = _WORDS.get(after, 0)
        if word in _WORDS:
            found.add(Number(Decimal(_WORDS[word])))
        elif word in _TENS:
            found.add(Number(Decimal(_TENS[word] + (one if one < 10 else 0))))
    return found


def _number(written: object) -> Number:
    plain = str(written).replace(",", "").strip()
    try:
        return Number(Decimal(plain.rstrip("% ")), plain.endswith("%"))
    except InvalidOperation:
        return Number(Decimal("NaN"))


def _among(wanted: Number, given: Iterable[Number]) -> bool:
    return any(wanted.is_near(g) for g in given if not g.value.is_nan())


def _shown(number: Number) -> str:
    return f"{number.value:f}{'%' if number.percent else ''}"
