"""Invented pages of the questions-statements API, for the tests of whatever reads or keeps written questions."""

from __future__ import annotations

from typing import Any

__all__ = ["clipped", "page", "question"]


def question(number: int = 1, **told: Any) -> dict[str, Any]:
    """An answered question with every field that the API gives; TOLD takes the place of any of them."""
    fields: dict[str, Any] = {
        "id": number,
        "askingMemberId": 7,
        "askingMember": None,
        "house": "Commons",
        "memberHasInterest": False,
        "dateTabled": "2031-03-03T00:00:00",
        "dateForAnswer": "2031-03-10T00:00:00",
        "uin": f"{4000 + number}",
        "questionText": "To ask the Secretary of State for Lamps, how many lamps were mended in 2030.",
        "answeringBodyId": 1,
        "answeringBodyName": "Department for Lamps",
        "isWithdrawn": False,
        "isNamedDay": False,
        "groupedQuestions": [],
        "groupedQuestionsDates": [],
        "answerIsHolding": False,
        "answerIsCorrection": False,
        "answeringMemberId": 9,
        "answeringMember": None,
        "correctingMemberId": None,
        "correctingMember": None,
        "dateAnswered": "2031-03-11T00:00:00",
        "answerText": "<p>In 2030, 412 lamps were mended.</p>",
        "originalAnswerText": "",
        "dateAnswerCorrected": None,
        "dateHoldingAnswer": None,
        "attachmentCount": 0,
        "attachments": [],
        "heading": "Lamps: Repairs",
    }
    return {**fields, **told}


def page(*questions: Any) -> dict[str, Any]:
    """A page of results."""
    return {"totalResults": len(questions), "results": [{"value": q, "links": []} for q in questions]}


def clipped(words: str) -> str:
    """WORDS as the bulk interface clips them."""
    assert len(words) > 255, "this is too short to be clipped"
    return words[:255] + "..."
