"""An earlier question as HTML: what became of it, its words, its answer, its chain, and what its answer changed.

As in :mod:`ui.card`, every string from outside goes through :func:`ui.marks.text`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.similar import Changed, Earlier, Moved, Previous, Standing
from ui.marks import text
from ui.sections import passage, record_link, table
from ui.words import long_date

__all__ = ["as_text", "card", "found"]

_TONE = {
    Standing.ANSWERED: "ok",
    Standing.CORRECTED: "ok",
    Standing.REFUSED: "warn",
    Standing.HOLDING: "warn",
    Standing.WITHDRAWN: "plain",
    Standing.UNANSWERED: "plain",
}


def found(previous: Previous) -> str:
    """How many were found, and of how many; or why none was."""
    notes = "".join(f'<p class="dp-note">{text(note)}</p>' for note in previous.notes)
    if previous.why:
        return f'{notes}<p class="dp-note" role="status">{text(previous.why)}</p>'
    count = len(previous.found)
    said = "1 earlier question" if count == 1 else f"{count:,} earlier questions, the most alike first"
    return (
        f'{notes}<p class="dp-small" role="status">{said}. {previous.searched:,} in the record were looked through.</p>'
    )


def card(one: Earlier, n: int, places: Mapping[str, int]) -> str:
    """The Nth of those found; PLACES are the places of all of them, by their ids."""
    return (
        f'<div id="earlier-{n}" class="dp-turn"></div><div class="dp-head-row">{_pills(one)}</div>'
        f'<h2 class="dp-heading">{text(one.heading or f"Question {one.uin}")}</h2>'
        f'<p class="dp-meta">{_told(one)}</p>{passage(one.question, ())}{_answer(one, opened=n == 1)}'
        f"{_links(one, places)}{''.join(map(_changed, one.changes))}"
    )


def _pills(one: Earlier) -> str:
    tones = [_TONE[one.standing], *["plain"] * (len(one.status) - 1)]
    pills = [
        f'<p class="dp-pill dp-{tone}">{text(_capital(words))}</p>'
        for words, tone in zip(one.status, tones, strict=True)
    ]
    if one.twin:
        pills.append('<p class="dp-pill dp-plain">Near-duplicate</p>')
    return "".join(pills)


def _told(one: Earlier) -> str:
    asked = f"Asked by {one.asker}, tabled {long_date(one.tabled)}" if one.asker else f"Tabled {long_date(one.tabled)}"
    parts = [text(one.department), text(f"UIN {one.uin}"), text(asked), record_link(one.url)]
    return " · ".join(part for part in parts if part)


def _answer(one: Earlier, *, opened: bool) -> str:
    """The answer as stored, which opens; a holding answer is named as what it is."""
    if not one.answer:
        return ""
    what = "Holding answer" if one.standing is Standing.HOLDING else "Answer"
    by = f" by {one.minister}" if one.minister else ""
    day = f", {long_date(one.answered)}" if one.answered else ""
    clipped = '<p class="dp-small">The record holds only its first 255 characters.</p>' if one.clipped else ""
    return (
        f'<details class="dp-cite"{" open" if opened else ""}><summary><span class="dp-name dp-src">'
        f"{text(f'{what}{by}{day}')}</span></summary><div>{passage(one.answer, ())}{clipped}</div></details>"
    )


def _links(one: Earlier, places: Mapping[str, int]) -> str:
    lines = list(_lines(one, places))
    items = "".join(f"<li>{line}</li>" for line in lines)
    return f'<h3>How it hangs together</h3><ul class="dp-caveats">{items}</ul>' if lines else ""


def _lines(one: Earlier, places: Mapping[str, int]) -> Iterator[str]:
    if one.twin:
        yield text(_capital(one.twin.says())) + _to(one.twin.id, places)
    for step in one.chain:
        yield text(_capital(step.says())) + _to(step.id, places)
    if one.grouped:
        named = "question " + one.grouped[0] if len(one.grouped) == 1 else "questions " + ", ".join(one.grouped)
        yield text(f"Answered together with {named}")


def _to(source_id: str, places: Mapping[str, int]) -> str:
    """A link to the card of that question, where it is among those found."""
    at = places.get(source_id)
    return (
        f' <a class="dp-ref" href="#earlier-{at}" aria-label="no. {at} of this list">(no. {at} here)</a>' if at else ""
    )


def _changed(changed: Changed) -> str:
    """What moved since the answer before; or only that nothing did."""
    if not changed.moved:
        return f'<p class="dp-small">{text(changed.says())}.</p>'
    rows = [
        [
            text(_capital(m.measure)),
            _value(m.value, m.at, struck=m.same_time),
            _value(m.later_value, m.later_at),
            _how(m),
        ]
        for m in changed.moved
    ]
    columns = ["Figure", _given("Before", long_date(changed.on)), _given("After", long_date(changed.later_on)), "How"]
    name = changed.says()
    return f"<h3>What changed</h3><p>{text(name)}:</p>{table(name, columns, rows)}"


def _given(what: str, day: str) -> str:
    return f"{what}, {day}" if day else what


def _value(value: str, time: str, *, struck: bool = False) -> str:
    said = f"<s>{text(value)}</s>" if struck else f"<b>{text(value)}</b>"
    return f'{said}<br><span class="dp-soft">{text(time)}</span>' if time else said


def _how(move: Moved) -> str:
    return "corrected or revised" if move.same_time else "counted again"


def as_text(one: Earlier) -> str:
    """Question and answer as plain text, with where they stand: what is pasted into a brief."""
    place = ", ".join(part for part in (f"UIN {one.uin}", one.department, f"tabled {long_date(one.tabled)}") if part)
    answered = f" by {one.minister}" if one.minister else ""
    blocks = [
        f"{one.heading} ({place})".strip(),
        one.question,
        f"Answer{answered}, {long_date(one.answered)}:\n{one.answer}" if one.answered and one.answer else "",
        f"({'; '.join(one.status)})",
        one.url,
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
