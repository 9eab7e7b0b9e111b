"""The answer card's still parts, as HTML: everything but its buttons.

Every string that comes from a document, a question or a record goes through :func:`ui.marks.text`; the tags
are written here and nowhere else, so nothing in a document can become one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from bot.answer import Answer, Derivation, Operand, Part, Status
from bot.cells import CitedRow
from ui.marks import text
from ui.words import Pill, long_date, number, pill, standing

__all__ = ["asked", "caveats", "head", "parted", "reading", "referenced", "working"]

_REFERENCE = re.compile(r"((?:\s?\[\d+\])+)")
_NUMBER = re.compile(r"\d+")
_GOES_ON: Final = (":", ",", ";")
_OPERANDS: Final = 8
_RUN: Final = 3
_NONE: Mapping[int, CitedRow] = MappingProxyType({})
_NOT_HELD: Final = "This says only what Despatch’s record holds. It does not mean that the department does not hold it."


def asked(answer: Answer) -> str:
    """The question as the person put it and, for a follow-up, as it was understood."""
    resolved = answer.resolved_question.strip()
    understood = ""
    if resolved and resolved.casefold() != answer.question.strip().casefold():
        understood = f'<p class="dp-resolved">Read as a follow-up: {text(resolved)}</p>'
    return (
        f'<div class="dp-question"><h2><span class="dp-unseen">You asked: </span>{text(answer.question)}</h2>'
        f"{understood}</div>"
    )


def head(answer: Answer, card: str) -> str:
    """What kind of answer it is, the figure and what it counts, and who said it when. CARD prefixes its anchors."""
    first, rest = parted(answer)
    pills = "".join(f'<p class="dp-pill dp-{one.tone}">{text(one.words)}</p>' for one in _pills(answer))
    return (
        f'<div class="dp-head-row">{pills}{_known_on(answer)}</div>'
        f'<div class="dp-head">{_headline(answer)}<p class="dp-what">{referenced(first, card)}</p></div>'
        f"{_meta(answer)}{_rest(answer, rest, card)}"
    )


def _pills(answer: Answer) -> list[Pill]:
    return [one for one in (pill(answer), standing(answer)) if one]


def _known_on(answer: Answer) -> str:
    return f'<p class="dp-known">As known on {long_date(answer.as_of)}</p>' if answer.as_of else ""


def _headline(answer: Answer) -> str:
    headline = answer.headline
    if not headline or headline.casefold() == pill(answer).words.casefold():
        return ""
    size = "dp-num" if len(headline) <= 14 else "dp-lead"
    return f'<p class="{size}">{text(number(headline))}</p>'


def _meta(answer: Answer) -> str:
    words = [answer.meta] if answer.meta else []
    if answer.status is Status.NOT_IN_RECORD and "does not mean" not in f"{answer.meta} {answer.what}":
        words.append(_NOT_HELD)
    return "".join(f'<p class="dp-meta">{text(line)}</p>' for line in words)


def _rest(answer: Answer, rest: str, card: str) -> str:
    """What follows the first sentence: in full, or folded away where the sections below give it at leisure."""
    if not rest or rest.rstrip(".") in answer.meta:
        return ""
    words = f'<p class="dp-text">{referenced(rest, card)}</p>'
    if answer.conflicts or answer.supersedes:
        return f'<details class="dp-whole"><summary>The rest of the answer, to be read out</summary>{words}</details>'
    return words


def parted(answer: Answer) -> tuple[str, str]:
    """The first sentence, less the headline that stands before it, with its ``[n]`` marks; and what follows it.

    Where the sentence goes on ("returns, in 2019: 5,128, …"), what follows is all that is said.
    """
    said, first = " ".join(answer.text.split()), " ".join(answer.what.split())
    if not first:
        return said, ""
    for opening in (f"{answer.headline} {first}".strip(), first):
        bare = _bare(opening)
        if _bare(said).startswith(bare):
            further = said[_place(said, len(bare)) :]
            if further.lstrip()[:1] in _GOES_ON:
                return first, said
            marks, rest = _following(further)
            return first if _REFERENCE.search(first) else first + marks, rest
    return first, "" if _bare(first).startswith(_bare(said)) else said


def _bare(words: str) -> str:
    return _REFERENCE.sub("", words).rstrip(". ")


def _place(said: str, length: int) -> int:
    """Where SAID's first LENGTH characters end, not counting those of its ``[n]`` marks."""
    at = counted = 0
    for piece in _REFERENCE.split(said):
        if not _REFERENCE.fullmatch(piece):
            if counted + len(piece) >= length:
                return at + length - counted
            counted += len(piece)
        at += len(piece)
    return len(said)


def _following(rest: str) -> tuple[str, str]:
    """The ``[n]`` marks that REST begins with, a full stop before or after them, and the sentences after those."""
    found = re.match(r"[.]?(?P<marks>(?:\s?\[\d+\])*)[.;,]?\s*", rest)
    assert found
    return found["marks"], rest[found.end() :]


def referenced(words: str, card: str) -> str:
    """WORDS with each ``[n]`` a link to the card's citation n; of a long run only its ends are given."""

    def to(n: str) -> str:
        return f'<a class="dp-ref" href="#{card}-c{n}" aria-label="source {n}">[{n}]</a>'

    def link(found: re.Match[str]) -> str:
        marks = _NUMBER.findall(found[0])
        run = int(marks[-1]) - int(marks[0]) + 1 == len(marks) > _RUN
        return f" {to(marks[0])}\u2013{to(marks[-1])}" if run else "".join(f" {to(n)}" for n in marks)

    return "".join(
        link(match) if (match := _REFERENCE.fullmatch(piece)) else text(piece) for piece in _REFERENCE.split(words)
    )


def reading(answer: Answer) -> str:
    """How the question was read, and what the other reading gives."""
    lines = []
    if answer.interpretation:
        lines.append(f"<p><b>Read as:</b> {text(_uncapped(answer.interpretation))}</p>")
    if answer.other_reading and answer.other_reading not in answer.interpretation:
        lines.append(f"<p><b>Read the other way:</b> {text(_uncapped(answer.other_reading))}</p>")
    if answer.uncovered:
        lines.append(f"<p><b>Nothing in the record covers:</b> {text('; '.join(answer.uncovered))}</p>")
    return f'<div class="dp-read">{"".join(lines)}</div>' if lines else ""


def _uncapped(words: str) -> str:
    """WORDS without the "Read as" that they may open with, since the page says it."""
    return re.sub(r"^(?:read as|read the other way)\b[:,]?\s*", "", words.strip(), flags=re.IGNORECASE)


def working(derivation: Derivation, rows: Mapping[int, CitedRow] = _NONE) -> str:
    """The arithmetic as it may be read out, each operand with its source, and how it was rounded.

    Of many operands the first are given, and where the rest are; ROWS are the operands' rows of tables, by citation.
    """
    rounding = f'<p class="dp-small">{text(derivation.rounding)}</p>' if derivation.rounding else ""
    return (
        f'<h3>How it was worked out</h3><p class="dp-sum">{text(derivation.expression)}</p>'
        f"{_sums(derivation) or _operands(derivation.operands, rows)}{rounding}"
    )


def _sums(derivation: Derivation) -> str:
    """The sums that the formula is of, with how many figures each adds: all of these stand among the sources."""
    if len(derivation.operands) <= _OPERANDS or not any(len(part.of) > 1 for part in derivation.parts):
        return ""
    items = "".join(
        f"<li><b>{text(number(format(part.value, 'f')))}</b> {text(part.label)} "
        f'<span class="dp-soft">{_added(part)}</span></li>'
        for part in derivation.parts
    )
    return (
        f'<ul class="dp-operands">{items}</ul><p class="dp-small">The {len(derivation.operands):,} figures that were '
        "added are each under \u201cWhere it comes from\u201d.</p>"
    )


def _added(part: Part) -> str:
    return f"{len(part.of):,} figures added" if len(part.of) > 1 else "one figure"


def _operands(operands: Sequence[Operand], rows: Mapping[int, CitedRow]) -> str:
    shown = operands if len(operands) <= _OPERANDS + 1 else operands[:_OPERANDS]
    items = "".join(
        f"<li><b>{text(number(format(operand.value, 'f')))}</b> {text(words)} "
        f'<span class="dp-soft">source {operand.citation}</span></li>'
        for operand, words in zip(shown, _told(operands, rows), strict=False)
    )
    left = len(operands) - len(shown)
    rest = f'<p class="dp-small">and {left:,} more, each under \u201cWhere it comes from\u201d.</p>' if left else ""
    return f'<ul class="dp-operands">{items}</ul>{rest}'


def _told(operands: Sequence[Operand], rows: Mapping[int, CitedRow]) -> list[str]:
    """What each operand counts: of a cell the rest of its row, with its own heading where the row gives more numbers.

    A row that several operands are of is cited once: each is the first of its cells that shows its number and that no
    operand before it is of.
    """
    left = {n: list(row.marked) for n, row in rows.items()}
    told = []
    for operand in operands:
        row = rows.get(operand.citation)
        if row is None:
            told.append(operand.label)
            continue
        own = left[row.n]
        at = next((at for at in own if _shows(row.cells[at], operand)), own[0] if len(own) == 1 else None)
        told.append(row.words if at is None else row.told(at))
        if at is not None:
            own.remove(at)
    return told


def _shows(cell: str, operand: Operand) -> bool:
    """Whether CELL shows the number of OPERAND, be it in pounds or in thousands of them."""
    digits = re.sub(r"\D", "", cell).strip("0")
    return bool(digits) and digits == re.sub(r"\D", "", format(operand.value, "f")).strip("0")


def caveats(answer: Answer) -> str:
    """What must be said with the figure wherever it is used."""
    if not answer.caveats:
        return ""
    items = "".join(f"<li>{text(line)}</li>" for line in answer.caveats)
    return f'<h3>Say with it</h3><ul class="dp-caveats">{items}</ul>'
