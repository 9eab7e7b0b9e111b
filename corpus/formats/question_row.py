"""One question of the questions-statements API, its fields checked and its words cleaned: JSON → a frozen value.

A row that lacks what a question cannot be without, or gives it in a kind that it cannot be, raises ValueError with a
sentence that names the field; what is merely absent stays empty.
"""

from __future__ import annotations

import html
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from corpus.patterns import regex
from corpus.questions import Grouped

__all__ = ["Row", "looks_like_question", "read_row"]

_UIN = regex(r"[A-Z]{0,4}\d{1,9}")
_DAY = regex(r"(\d{4}-\d\d-\d\d)(?:T[\d:.]*(?:Z|[+-]\d\d:?\d\d)?)?")
_CONTROL = regex(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_HOUSES = {"commons": "Commons", "lords": "Lords"}
_ROOM = 120
"""Characters of a wrong value that a reason quotes."""


@dataclass(frozen=True, slots=True)
class Row:
    """A question as the API gives it: texts as they came (answers in HTML), less control signs."""

    number: int
    uin: str
    house: str
    body: str
    heading: str
    tabled: date
    due: date | None
    answered: date | None
    held: date | None
    corrected: date | None
    question: str
    answer: str
    original: str
    named_day: bool
    holding: bool
    correction: bool
    withdrawn: bool
    asker: str
    asker_id: int | None
    minister: str
    minister_id: int | None
    grouped: tuple[Grouped, ...]
    attachments: tuple[str, ...]


def looks_like_question(value: object) -> bool:
    """Whether VALUE has the fields that tell a written question from whatever else comes as JSON."""
    return isinstance(value, Mapping) and "uin" in value and ("questionText" in value or "answeringBodyName" in value)


def read_row(value: Mapping[str, Any]) -> Row:
    """VALUE's fields. Raises ValueError, naming the field, where they are no question's."""
    uin, tabled = _uin(value.get("uin")), _day(value, "dateTabled")
    if tabled is None:
        raise ValueError("dateTabled is missing")
    question = _text(value, "questionText")
    if not question.strip():
        raise ValueError("questionText is missing")
    return Row(
        number=_number(value),
        uin=uin,
        house=_house(value, uin),
        body=_plain(value, "answeringBodyName"),
        heading=_plain(value, "heading"),
        tabled=tabled,
        due=_day(value, "dateForAnswer"),
        answered=_day(value, "dateAnswered"),
        held=_day(value, "dateHoldingAnswer"),
        corrected=_day(value, "dateAnswerCorrected"),
        question=question,
        answer=_text(value, "answerText"),
        original=_text(value, "originalAnswerText"),
        named_day=_flag(value, "isNamedDay"),
        holding=_flag(value, "answerIsHolding"),
        correction=_flag(value, "answerIsCorrection"),
        withdrawn=_flag(value, "isWithdrawn"),
        asker=_name(value, "askingMember"),
        asker_id=_whole(value, "askingMemberId"),
        minister=_name(value, "correctingMember") or _name(value, "answeringMember"),
        minister_id=_whole(value, "correctingMemberId") or _whole(value, "answeringMemberId"),
        grouped=_grouped(value),
        attachments=_attachments(value),
    )


def _shown(value: object) -> str:
    words = repr(value)
    return words if len(words) <= _ROOM else f"{words[:_ROOM]}…"


def _wrong(name: str, value: object, what: str) -> ValueError:
    return ValueError(f"{name} is {_shown(value)}, not {what}")


def _clean(words: str) -> str:
    return _CONTROL.sub("\ufffd", words)


def _text(value: Mapping[str, Any], name: str) -> str:
    given = value.get(name)
    if given is None:
        return ""
    if not isinstance(given, str):
        raise _wrong(name, given, "text")
    return _clean(given)


def _plain(value: Mapping[str, Any], name: str) -> str:
    return " ".join(html.unescape(_text(value, name)).split())


def _number(value: Mapping[str, Any]) -> int:
    number = _whole(value, "id")
    if number is None:
        raise ValueError("id is missing")
    return number


def _whole(value: Mapping[str, Any], name: str) -> int | None:
    given = value.get(name)
    if given is None:
        return None
    if isinstance(given, bool) or not isinstance(given, int) or given < 0:
        raise _wrong(name, given, "a whole number")
    return given


def _flag(value: Mapping[str, Any], name: str) -> bool:
    given = value.get(name)
    if given is not None and not isinstance(given, bool):
        raise _wrong(name, given, "true or false")
    return bool(given)


def _day(value: Mapping[str, Any], name: str) -> date | None:
    given = value.get(name)
    if given is None or given == "":
        return None
    match = _DAY.fullmatch(given) if isinstance(given, str) else None
    try:
        if match is None:
            raise ValueError
        return date.fromisoformat(match[1])
    except ValueError:
        raise _wrong(name, given, "a date such as 2024-11-20") from None


def _uin(given: object) -> str:
    if given is None:
        raise ValueError("uin is missing")
    words = str(given).strip().upper() if isinstance(given, str | int) and not isinstance(given, bool) else ""
    if not _UIN.fullmatch(words):
        raise _wrong("uin", given, "a question's number such as 18558 or HL1234")
    return words


def _house(value: Mapping[str, Any], uin: str) -> str:
    given = value.get("house")
    if given is None:
        return "Lords" if uin.startswith("HL") else "Commons"
    house = _HOUSES.get(given.strip().lower()) if isinstance(given, str) else None
    if house is None:
        raise _wrong("house", given, "Commons or Lords")
    return house


def _name(value: Mapping[str, Any], name: str) -> str:
    """A Member's name, where the API gives more than the number."""
    member = value.get(name)
    if member is None:
        return ""
    if not isinstance(member, Mapping):
        raise _wrong(name, member, "a Member's details")
    return _plain(member, "name")


def _grouped(value: Mapping[str, Any]) -> tuple[Grouped, ...]:
    """The other questions of the group, each with its day where one of the two fields tells it."""
    found = {g.uin: g for g in (Grouped(_uin(one)) for one in _list(value, "groupedQuestions"))}
    for one in _list(value, "groupedQuestionsDates"):
        if not isinstance(one, Mapping):
            raise _wrong("groupedQuestionsDates", one, "a question's number and day")
        uin = _uin(one.get("questionUin"))
        found[uin] = Grouped(uin, _day(one, "dateTabled"))
    return tuple(found.values())


def _attachments(value: Mapping[str, Any]) -> tuple[str, ...]:
    found = []
    for one in _list(value, "attachments"):
        if not isinstance(one, Mapping):
            raise _wrong("attachments", one, "an attachment's details")
        found.append(_plain(one, "title"))
    return tuple(title for title in found if title)


def _list(value: Mapping[str, Any], name: str) -> list[Any]:
    given = value.get(name)
    if given is None:
        return []
    if not isinstance(given, list):
        raise _wrong(name, given, "a list")
    return given
