"""What became of a question, in words: answered, refused and on which ground, held, corrected, withdrawn."""

from __future__ import annotations

from datetime import date

from bot.cite import long_date
from bot.similar.previous import Standing
from corpus.questions import Ground, QuestionState, WrittenQuestion

__all__ = ["CLIPPED", "CLIPPED_QUESTION", "grounds_of", "standing_of", "status_of"]

CLIPPED = "only the first 255 characters of the answer held"
CLIPPED_QUESTION = "only the first 255 characters of the question held"
_LED = {Ground.TRANSFERRED: "passed on", Ground.LAPSED: "lapsed"}
_STANDING = {
    QuestionState.HOLDING: Standing.HOLDING,
    QuestionState.WITHDRAWN: Standing.WITHDRAWN,
    QuestionState.UNANSWERED: Standing.UNANSWERED,
    QuestionState.CORRECTED: Standing.CORRECTED,
}


def standing_of(question: WrittenQuestion, *, figures: bool) -> Standing:
    """What QUESTION stands as. An answer that withholds something and gives no FIGURES is a refusal."""
    if question.state is QuestionState.ANSWERED:
        return Standing.REFUSED if question.refusals and not figures else Standing.ANSWERED
    return _STANDING[question.state]


def grounds_of(question: WrittenQuestion) -> tuple[str, ...]:
    """The grounds on which its answer withholds something, each once; none of a holding answer."""
    return tuple(dict.fromkeys(str(one.ground) for one in question.refusals)) if question.settled else ()


def status_of(question: WrittenQuestion, *, figures: bool) -> tuple[str, ...]:
    """The same in words, the chief thing first; whether its answer gives FIGURES tells a refusal from one in part."""
    told = [*_came(question), *(_withheld(r, figures) for r in grounds_of(question))]
    if standing_of(question, figures=figures) is Standing.REFUSED:
        told = [*told[1:], told[0]]
    told += [CLIPPED] if question.clipped else []
    return (*told, CLIPPED_QUESTION) if question.clipped_question else tuple(told)


def _came(question: WrittenQuestion) -> list[str]:
    if question.state is QuestionState.WITHDRAWN:
        return ["withdrawn"]
    if question.state is QuestionState.HOLDING:
        return [f"holding answer only{_on(question.held)}: not yet answered"]
    if question.state is QuestionState.UNANSWERED:
        return ["not yet answered"]
    answered = f"answered{_on(question.answered)}"
    if question.state is QuestionState.CORRECTED:
        return [f"corrected{_on(question.corrected)}", answered]
    return [answered]


def _withheld(ground: str, figures: bool) -> str:
    led = _LED.get(Ground(ground), "refused")
    return f"{led} in part: {ground}" if figures else f"{led}: {ground}"


def _on(day: date | None) -> str:
    return f" on {long_date(day)}" if day else ""
