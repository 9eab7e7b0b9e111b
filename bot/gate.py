"""Nothing leaves that the cited records do not bear out: number, quotation, name, unit, qualifier are sought again.

The gate trusts nothing that was composed before it. It reads each cited span afresh from the record, and finds
every number and every quoted word of the answer there, in the derivation, or in the question itself. What it cannot
find is withdrawn, with the reason for the log.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation

from bot.answer import Answer, Citation, Derivation, SaidFigure, Status
from corpus.extract.bind import FIGURE_KINDS
from corpus.extract.dates import dates, periods
from corpus.extract.names import names, surname
from corpus.extract.numbers import quantities
from corpus.extract.quantity import Quantity
from corpus.extract.rows import quantities as recorded
from corpus.lexicon.terms import lexicon
from corpus.records import When

__all__ = ["check", "guard"]

_QUOTED = re.compile(r"\u201c([^\u201c\u201d]+)\u201d")
_FOOTNOTE = re.compile(r"\[\d+\]")
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")


def guard(answer: Answer, text_of: Callable[[str], str]) -> Answer:
    """ANSWER as it is where all of it is borne out; else a withdrawal that keeps the reasons."""
    reasons = check(answer, text_of)
    if not reasons:
        return answer
    return Answer(
        question=answer.question,
        status=Status.NOT_IN_RECORD,
        text="The answer that was prepared could not be shown against the record, so it was withdrawn.",
        headline="Withdrawn",
        interpretation=answer.interpretation,
        conditions=answer.conditions,
        as_of=answer.as_of,
        caveats=("A check on the figures, names or words failed; nothing unproved is shown.",),
        resolved_question=answer.resolved_question,
        id=answer.id,
        reasons=tuple(reasons),
    )


def check(answer: Answer, text_of: Callable[[str], str]) -> list[str]:
    """Why ANSWER may not be said: each reason names what was not found. Empty where it may."""
    wrong = [r for c in answer.citations if (r := _misquoted(c, text_of))]
    ground = _ground(answer)
    wrong += [
        f"number {n} is in no cited record"
        for n in sorted(_numbers(answer.text) - _numbers(ground, recorded) - _digits(ground))
    ]
    wrong += _misgiven(answer) + _misdated(answer)
    wrong += [f"footnote {n} leads to no record" for n in _footnotes(answer)]
    wrong += [f"words not in a cited record: {q!r}" for q in _QUOTED.findall(answer.text) if not _quoted(q, answer)]
    wrong += [f"name not in a cited record: {n}" for n in _strangers(answer, ground)]
    wrong += [r for f in answer.figures for r in _unborne(f, answer, text_of)]
    wrong += _derivation(answer)
    return wrong


def _misquoted(citation: Citation, text_of: Callable[[str], str]) -> str:
    stored = text_of(citation.source_id)[citation.start : citation.end]
    return "" if stored == citation.quote else f"citation {citation.n} is not the record's own words"


def _ground(answer: Answer) -> str:
    """All that may bear the text out: what is cited, what was worked out, and the question's own words."""
    parts = [answer.question, answer.resolved_question, answer.as_of.isoformat() if answer.as_of else ""]
    for c in answer.citations:
        said = (c.published, c.said_on)
        parts += [c.quote, c.title, c.publisher, c.reference, c.said_by, c.role]
        parts += [f"{d.day} {d:%B} {d.year}" for d in said if d]
        parts += _dates_of(c)
    if answer.derivation:
        parts += [answer.derivation.expression, answer.derivation.result]
    return "\n".join(parts)


def _dates_of(citation: Citation) -> list[str]:
    """The dates that a cited passage names, relative ones read from its source's date, as they may be said."""
    anchor = citation.said_on or citation.published
    days = [d.when for d in dates(citation.quote, anchor) if d.when]
    spans = [m.period for m in periods(citation.quote, anchor)]
    ends = [d for w in days for d in (w.first, w.last)] + [d for p in spans for d in (p.start, p.end) if d]
    return [f"{d.day} {d:%B} {d.year}" for d in ends]


_Reader = Callable[[str], list[Quantity]]
"""``recorded`` reads a record's words: of a table's row, each cell with the unit that its heading gives too."""


def _numbers(text: str, read: _Reader = quantities) -> set[Decimal]:
    bare = _FOOTNOTE.sub(" ", text)
    found = read(bare)
    said = {q.value for q in found if q.value is not None and q.kind != "in_words"}
    return said | {q.upper for q in found if q.upper is not None} | _digits(bare)


def _digits(text: str) -> set[Decimal]:
    found = set()
    for match in _DIGITS.findall(_FOOTNOTE.sub(" ", text)):
        try:
            found.add(Decimal(match.replace(",", "").rstrip(".")))
        except InvalidOperation:
            continue
    return found


def _misgiven(answer: Answer) -> list[str]:
    """Numbers in the text whose unit or qualifier is not the record's: "more than 9,300" is not "9,300"."""
    given = _given(answer)
    wrong = []
    for said in _figures_in(_FOOTNOTE.sub(" ", answer.text)):
        value, _, unit, qualifier = said
        same = [g for g in given if g[0] == value]
        if same and not any(g[2] == unit and g[3] == qualifier for g in same):
            wrong.append(f"no cited record gives {qualifier} {value} {unit}".strip())
    return wrong


def _given(answer: Answer) -> set[tuple[Decimal, Decimal | None, str, str]]:
    """Every number with its unit and qualifier that a cited record, the question or the derivation gives."""
    worked = answer.derivation
    texts = [c.title for c in answer.citations]
    texts += [answer.question, answer.resolved_question, worked.expression if worked else ""]
    given = {g for t in texts for g in _figures_in(t)}
    given |= {g for c in answer.citations for g in _figures_in(c.quote, recorded)}
    if worked is not None:
        result, unit = Decimal(worked.result.rstrip("%").replace(",", "")), "%" if worked.result.endswith("%") else ""
        given |= {(result, None, unit, f.qualifier) for f in answer.figures if f.value == worked.result}
        given |= {(result, None, f.unit, f.qualifier) for f in answer.figures if f.value == worked.result}
    return given


def _figures_in(text: str, read: _Reader = quantities) -> list[tuple[Decimal, Decimal | None, str, str]]:
    found = [q for q in read(text) if q.value is not None and q.kind in FIGURE_KINDS and q.kind != "in_words"]
    return [(q.value, q.upper, q.unit, str(q.qualifier)) for q in found if q.value is not None]


def _footnotes(answer: Answer) -> list[str]:
    """Footnotes of the text to which no citation answers."""
    known = {str(c.n) for c in answer.citations}
    return [n for n in re.findall(r"\[(\d+)\]", answer.text) if n not in known]


def _misdated(answer: Answer) -> list[str]:
    """Dates in the text that no cited record, nor the question, gives."""
    known = _when_given(answer)
    said = [d for d in dates(answer.text, None) if d.when is not None]
    return [f"date in no cited record: {d.words}" for d in said if d.when and (d.when.first, d.when.last) not in known]


def _when_given(answer: Answer) -> set[tuple[date, date]]:
    """The dates that the cited records and the question give, relative ones read from their source's date."""
    found: set[tuple[date, date]] = set()
    asked = (answer.question, answer.resolved_question)
    for text, anchor in [(t, answer.as_of) for t in asked] + [(t, None) for t in asked]:
        found |= {(d.when.first, d.when.last) for d in dates(text, anchor) if d.when}
    for c in answer.citations:
        found |= {(d, d) for d in (c.published, c.said_on) if d}
        for text in (c.quote, c.title, c.reference):
            for anchor in (c.said_on, c.published, None):
                found |= {(d.when.first, d.when.last) for d in dates(text, anchor) if d.when}
        for anchor in (c.said_on, c.published):
            ends = [d for m in periods(c.quote, anchor) for d in (m.period.start, m.period.end) if d]
            months = [When.month(d.year, d.month) for d in ends]
            found |= {(m.first, m.last) for m in months} | {(d, d) for d in ends}
    return found


def _quoted(words: str, answer: Answer) -> bool:
    flat = _flat(words)
    return (
        any(flat in _flat(c.quote) for c in answer.citations)
        or flat in _flat(answer.question)
        or flat in _flat(answer.resolved_question)
    )


def _flat(text: str) -> str:
    return " ".join(re.sub(r"[\"\u201c\u201d]", '"', text).split()).lower().strip(' ".,')


def _strangers(answer: Answer, ground: str) -> list[str]:
    known = {w.removesuffix("'s").removesuffix("\u2019s") for w in re.findall(r"[\w'\u2019-]+", ground)}
    found = names(_FOOTNOTE.sub(" ", answer.text))
    return [n.words for n in found if surname(n.words) not in known]


def _unborne(figure: SaidFigure, answer: Answer, text_of: Callable[[str], str]) -> list[str]:
    """A figure said must stand in a record that it cites with its value, qualifier and unit, or be worked out."""
    value = figure.value.rstrip("%")
    if answer.derivation and answer.derivation.result.rstrip("%").replace(",", "") == value:
        return []
    cited = [c for c in answer.citations if c.n in figure.citations]
    if not cited:
        return [f"figure {figure.value} cites nothing"]
    if not _DIGITS.fullmatch(value):
        return [] if any(_flat(value) in _flat(c.quote) for c in cited) else [f"{figure.value!r} is in no cited record"]
    if any(_bears(figure, c.quote) and _unit_told(figure.unit, _telling(value, c, text_of)) for c in cited):
        return []
    where = "/".join(str(c.n) for c in cited)
    return [f"figure {figure.qualifier} {figure.value} {figure.unit} is not what citation {where} says"]


def _bears(figure: SaidFigure, quote: str) -> bool:
    value, percent = Decimal(figure.value.rstrip("%").replace(",", "")), figure.value.endswith("%")
    for q in recorded(quote):
        same = q.value == value and (q.unit == "%") == percent and _money(figure.unit) == _money(q.unit)
        if same and str(q.qualifier) == figure.qualifier:
            return True
    return False


_BEFORE = 600
"""How many characters before a figure's sentence may say what it counts ("488 deaths … Of the 488, 12 in Wales")."""


_NO_NOUN = (
    r"(?:[,;]?\s+(?:and|while|but)\b|\s+of\s+(?:them|these|those|whom|which)\b"
    r"|\s+(?:are|were|is|was|have|has|had|will|would|could|did|did not|got|came|went|took|failed)\b"
    r"|\s+(?:under|in|for|by|because|due|from|to|at|on|about|over|against|into|with|within|after|before|during|through|since|among)\b|[,.;)]|$)"
)
"""What follows a number that has no noun of its own."""


def _telling(value: str, citation: Citation, text_of: Callable[[str], str]) -> str:
    """A citation's words; with those just before them where the number stands in it with no noun of its own."""
    number = f"{Decimal(value):,f}"
    bare = re.search(rf"(?<![\d,.]){re.escape(number)}{_NO_NOUN}", citation.quote)
    start = max(0, citation.start - _BEFORE) if bare else citation.start
    return text_of(citation.source_id)[start : citation.end]


def _unit_told(unit: str, quote: str) -> bool:
    """Whether the record itself speaks of what the unit names; people and cases need not be named as such."""
    ids = lexicon().ids(unit)
    told = lexicon().ids(quote).union(*map(lexicon().ids, quote.split()))  # a name of several words hides its own
    counted = {q.unit for q in recorded(quote)}
    return unit in ("", "people", "cases", "count") or unit in counted or not ids or bool(ids & told)


def _money(unit: str) -> bool:
    return unit in ("\u00a3", "$", "\u20ac")


def _derivation(answer: Answer) -> list[str]:
    """The operands must be figures of the records that they cite, and the expression must hold."""
    worked = answer.derivation
    if worked is None:
        return []
    wrong = []
    by_number = {c.n: c for c in answer.citations}
    for operand in worked.operands:
        cited = by_number.get(operand.citation)
        if cited is None or operand.value not in _numbers(cited.quote, recorded):
            wrong.append(f"operand {operand.value} is not in citation {operand.citation}")
    if not _uses(worked):
        wrong.append(f"the arithmetic is of other numbers than the operands: {worked.expression}")
    if not _holds(worked.expression):
        wrong.append(f"the arithmetic does not hold: {worked.expression}")
    return wrong


def _uses(worked: Derivation) -> bool:
    """Whether the formula is of the operands and of nothing else; one that goes on from a sum names the sum."""
    left = [Decimal(n.replace(",", "")) for n in _DIGITS.findall(worked.expression.rpartition("=")[0])]
    operands = [o.value for o in worked.operands]
    if worked.operation == "average" or (worked.operation == "difference" and len(operands) > 2):
        return operands[-1] in left
    if worked.operation == "change" and len(left) == 3:
        return sorted(left[:2]) == sorted(operands) and left[2] == operands[-1]
    return sorted(left) == sorted(operands)


def _holds(expression: str) -> bool:
    left, _, right = expression.rpartition("=")
    numbers = [Decimal(n.replace(",", "")) for n in _DIGITS.findall(left)]
    result = Decimal((_DIGITS.findall(right) or ["-1"])[0].replace(",", ""))
    if "\u00f7" in left and len(numbers) == 2 and numbers[1]:
        worth = numbers[0] / numbers[1] * (100 if "%" in right else 1)
        return abs(worth - result) <= Decimal("0.05")
    if "\u00f7" in left and "\u2212" in left and len(numbers) == 3 and numbers[2]:
        return abs(100 * (numbers[0] - numbers[1]) / numbers[2] - result) <= Decimal("0.05")
    if "\u2212" in left and len(numbers) == 2:
        return numbers[0] - numbers[1] == result
    if "+" in left:
        return sum(numbers, Decimal(0)) == result
    return ">" in expression or "<" in expression or ("=" in expression and not left.strip())
