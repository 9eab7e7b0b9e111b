"""Nothing leaves that the cited records do not bear out: number, quotation, name, unit, qualifier are sought again.

The gate trusts nothing that was composed before it. It reads each cited span afresh from the record, and finds
every number and every quoted word of the answer there, in the derivation, or in the question itself. What it cannot
find is withdrawn, with the reason for the log.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from itertools import chain

from bot.answer import Answer, Citation, SaidFigure, Status
from bot.reckoned import DIGITS, FOOTNOTE, Cells, Reading, derivation, digits, numbers, parts_of
from bot.tables.proof import CellRead, CellsOf, no_cells
from corpus.extract.bind import FIGURE_KINDS
from corpus.extract.dates import dates, periods
from corpus.extract.names import names, surname
from corpus.extract.numbers import quantities
from corpus.extract.rows import quantities as recorded
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import When

__all__ = ["check", "guard"]

_QUOTED = regex(r"\u201c([^\u201c\u201d]+)\u201d")


def guard(answer: Answer, text_of: Callable[[str], str], cells_of: CellsOf = no_cells) -> Answer:
    """ANSWER as it is where all of it is borne out; else a withdrawal that keeps the reasons."""
    reasons = check(answer, text_of, cells_of)
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


def check(answer: Answer, text_of: Callable[[str], str], cells_of: CellsOf = no_cells) -> list[str]:
    """Why ANSWER may not be said: each reason names what was not found. Empty where it may."""
    wrong = [r for c in answer.citations if (r := _misquoted(c, text_of))]
    cells = cells_of(answer.citations)
    plain, told = _ground(answer, cells), _told(cells)
    ground = "\n".join((plain, *told))
    borne = numbers(plain, recorded).union(*map(numbers, told)) | digits(ground)
    wrong += [f"number {n} is in no cited record" for n in sorted(numbers(answer.text) - borne)]
    wrong += _misgiven(answer, cells) + _misdated(answer, cells)
    wrong += [f"footnote {n} leads to no record" for n in _footnotes(answer)]
    wrong += [f"words not in a cited record: {q!r}" for q in _QUOTED.findall(answer.text) if not _quoted(q, answer)]
    wrong += [f"name not in a cited record: {n}" for n in _strangers(answer, ground)]
    wrong += [f"label not in a cited table: {n}" for n in _unknown_labels(answer, ground) if any(cells.values())]
    wrong += [r for f in answer.figures for r in _unborne(f, answer, text_of, cells)]
    wrong += derivation(answer, cells)
    return wrong


def _misquoted(citation: Citation, text_of: Callable[[str], str]) -> str:
    stored = text_of(citation.source_id)[citation.start : citation.end]
    return "" if stored == citation.quote else f"citation {citation.n} is not the record's own words"


def _told(cells: Cells) -> list[str]:
    """What the cells that are cited say, each once: their values, labels, titles and times."""
    read = [cell for row in cells.values() for cell in row]
    held = (one for cell in read for one in (cell.value, cell.stands, cell.shown))
    values = dict.fromkeys(f"{one:f}" for one in held if one is not None)
    return [*_lines(cells), " ; ".join(values)]


def _lines(cells: Cells) -> dict[str, None]:
    """The labels, titles and times of the cells that are cited, each once."""
    whole = dict.fromkeys(cell.words for row in cells.values() for cell in row)
    return dict.fromkeys(line for words in whole for line in words.split("\n"))


def _ground(answer: Answer, cells: Cells) -> str:
    """All that may bear the text out: what is cited, what was worked out, and the question's own words.

    A row of a table is told by its cells, and not read again as prose.
    """
    parts = [answer.question, answer.resolved_question, answer.as_of.isoformat() if answer.as_of else ""]
    for c in answer.citations:
        said = (c.published, c.said_on)
        parts += [c.title, c.publisher, c.reference, c.said_by, c.role]
        parts += [f"{d.day} {d:%B} {d.year}" for d in said if d]
        parts += [] if cells[c.n] else [c.quote, *_dates_of(c)]
    if answer.derivation:
        parts += [answer.derivation.expression, answer.derivation.result]
        parts += [f"{value:f}" for value in parts_of(answer.derivation, cells)]
    return "\n".join(dict.fromkeys(parts))


def _dates_of(citation: Citation) -> list[str]:
    """The dates that a cited passage names, relative ones read from its source's date, as they may be said."""
    anchor = citation.said_on or citation.published
    days = [d.when for d in dates(citation.quote, anchor) if d.when]
    spans = [m.period for m in periods(citation.quote, anchor)]
    ends = [d for w in days for d in (w.first, w.last)] + [d for p in spans for d in (p.start, p.end) if d]
    return [f"{d.day} {d:%B} {d.year}" for d in ends]


def _misgiven(answer: Answer, cells: Cells) -> list[str]:
    """Numbers in the text whose unit or qualifier is not the record's: "more than 9,300" is not "9,300"."""
    given = _given(answer, cells)
    wrong = []
    text = _QUOTED.sub(lambda m: " " if _flat(m.group(1)) in _flat(answer.question) else m.group(), answer.text)
    for words in (
        {m.period.words for m in periods(answer.resolved_question, None)} - {""} if any(cells.values()) else ()
    ):
        text = text.replace(words, " ")
    for said in _figures_in(_unlabelled(FOOTNOTE.sub(" ", text), cells)):
        value, _, unit, qualifier = said
        same = [g for g in given if g[0] == value]
        if same and not any(g[2] == unit and g[3] == qualifier for g in same):
            wrong.append(f"no cited record gives {qualifier} {value} {unit}".strip())
    return wrong


def _given(answer: Answer, cells: Cells) -> set[tuple[Decimal, Decimal | None, str, str]]:
    """Every number with its unit and qualifier that a cited record, the question or the derivation gives."""
    worked = answer.derivation
    texts = list(dict.fromkeys(c.title for c in answer.citations))
    texts += [answer.question, answer.resolved_question, worked.expression if worked else ""]
    given = {g for t in dict.fromkeys(texts) for g in _figures_in(t)}
    given |= {g for c in answer.citations if not cells[c.n] for g in (*_figures_in(c.quote, recorded), *_ages(c.quote))}
    read = [cell for row in cells.values() for cell in row]
    for cell in read:
        for value in (cell.value, cell.shown):
            if value is not None:
                given |= {(value, None, unit, str(cell.qualifier)) for unit in _said_as(cell.unit)}
    given |= {g for line in _lines(cells) for g in _figures_in(line)}
    for value in parts_of(worked, cells):
        given |= {(value, None, u, f.qualifier) for f in answer.figures for u in ("", f.unit)}
    if worked is not None and worked.result:
        result, unit = Decimal(worked.result.rstrip("%").replace(",", "")), "%" if worked.result.endswith("%") else ""
        given |= {(result, None, unit, f.qualifier) for f in answer.figures if f.value == worked.result}
        given |= {(result, None, f.unit, f.qualifier) for f in answer.figures if f.value == worked.result}
    return given


def _ages(text: str) -> list[tuple[Decimal, Decimal | None, str, str]]:
    """The ages in TEXT as a bare number says them too: "Ann Dow, *54*, the harbourmaster"."""
    found = [q for q in recorded(text) if q.value is not None and q.kind == "age"]
    return [(q.value, q.upper, "", str(q.qualifier)) for q in found if q.value is not None]


def _figures_in(text: str, read: Reading = quantities) -> list[tuple[Decimal, Decimal | None, str, str]]:
    found = [q for q in read(text) if q.value is not None and q.kind in FIGURE_KINDS and q.kind != "in_words"]
    return [(q.value, q.upper, q.unit, str(q.qualifier)) for q in found if q.value is not None]


def _unlabelled(text: str, cells: Cells) -> str:
    """TEXT less the labels of the cells that are cited: the 17 of "17 and under" is no figure of the answer's."""
    for label in sorted((one for one in _lines(cells) if DIGITS.search(one)), key=len, reverse=True):
        text = re.sub(rf"(?<![\w.,]){re.escape(label)}(?![\w])", " ", text)
    return text


def _said_as(unit: str) -> tuple[str, ...]:
    """The units that the number of a cell may bear in a sentence: a count bears none."""
    return (unit,) if unit == "%" or _money(unit) else (unit, "")


def _footnotes(answer: Answer) -> list[str]:
    """Footnotes of the text to which no citation answers."""
    known = {str(c.n) for c in answer.citations}
    return [n for n in re.findall(r"\[(\d+)\]", answer.text) if n not in known]


def _misdated(answer: Answer, cells: Cells) -> list[str]:
    """Dates in the text that no cited record, nor the question, gives."""
    known = _when_given(answer, cells)
    known |= {(d.when.first, d.when.last) for line in _lines(cells) for d in dates(line, None) if d.when}
    said = [d for d in dates(FOOTNOTE.sub(" ", answer.text), None) if d.when is not None]
    return [f"date in no cited record: {d.words}" for d in said if d.when and (d.when.first, d.when.last) not in known]


def _when_given(answer: Answer, cells: Cells) -> set[tuple[date, date]]:
    """The dates that the cited records and the question give, relative ones read from their source's date."""
    found: set[tuple[date, date]] = set()
    asked = (answer.question, answer.resolved_question)
    for text, anchor in dict.fromkeys((t, day) for day in (answer.as_of, None) for t in asked):
        found |= {(d.when.first, d.when.last) for d in dates(text, anchor) if d.when}
    for c in answer.citations:
        found |= {(d, d) for d in (c.published, c.said_on) if d}
        told = (c.title, c.reference) if cells[c.n] else (c.quote, c.title, c.reference)
        for text in told:
            for anchor in dict.fromkeys((c.said_on, c.published, None)):
                found |= {(d.when.first, d.when.last) for d in dates(text, anchor) if d.when}
        for anchor in dict.fromkeys((c.said_on, c.published)) if not cells[c.n] else ():
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
    found = names(FOOTNOTE.sub(" ", answer.text))
    return [n.words for n in found if surname(n.words) not in known]


_LABELLING = regex(r"(?<=[,;(] )[A-Z][\w'\u2019-]+")


def _unknown_labels(answer: Answer, ground: str) -> list[str]:
    """Words with a capital, after a comma or a bracket, that no cell's labels and no title hold ("..., Wales, Gas")."""
    known = set(re.findall(r"[\w'\u2019-]+", ground))
    return [w for w in _LABELLING.findall(_QUOTED.sub(" ", answer.text)) if w not in known]


def _unborne(figure: SaidFigure, answer: Answer, text_of: Callable[[str], str], cells: Cells) -> list[str]:
    """A figure said must stand in a record that it cites with its value, qualifier and unit, or be worked out."""
    value = figure.value.rstrip("%")
    if answer.derivation and answer.derivation.result.rstrip("%").replace(",", "") == value:
        return []
    if parts_of(answer.derivation, cells) & digits(value):
        return []
    cited = [c for c in answer.citations if c.n in figure.citations]
    if not cited:
        return [f"figure {figure.value} cites nothing"]
    if any(cells[c.n] for c in cited):
        held = any(_is_cell(figure, cell) for c in cited for cell in cells[c.n])
        return [] if held else [f"figure {figure.qualifier} {figure.value} {figure.unit} is in no cell that it cites"]
    if not DIGITS.fullmatch(value):
        return [] if any(_flat(value) in _flat(c.quote) for c in cited) else [f"{figure.value!r} is in no cited record"]
    if any(_bears(figure, c.quote) and _unit_told(figure.unit, _telling(value, c, text_of)) for c in cited):
        return []
    where = "/".join(str(c.n) for c in cited)
    return [f"figure {figure.qualifier} {figure.value} {figure.unit} is not what citation {where} says"]


def _is_cell(figure: SaidFigure, cell: CellRead) -> bool:
    """Whether a cell of a table gives FIGURE's value, unit and qualifier."""
    if str(cell.qualifier) != figure.qualifier:
        return False
    if cell.value is None or not figure.value:
        return cell.value is None and not figure.value
    if (cell.unit == "%") != figure.value.endswith("%"):
        return False
    value = figure.value.rstrip("%").replace(",", "")
    same_unit = figure.unit in (cell.unit, "count") or (not cell.unit and not _money(figure.unit))
    return bool(_SIGNED.fullmatch(value)) and Decimal(value) in (cell.value, cell.shown) and same_unit


_SIGNED = regex(r"-?\d+(?:\.\d+)?")


def _bears(figure: SaidFigure, quote: str) -> bool:
    value, percent = Decimal(figure.value.rstrip("%").replace(",", "")), figure.value.endswith("%")
    for q in recorded(quote):
        same = q.value == value and (q.unit == "%") == percent and _money(figure.unit) == _money(q.unit)
        if same and str(q.qualifier) == figure.qualifier:
            return True
    return False


_BEFORE = 600
"""How many characters before a figure's sentence may say what it counts ("488 deaths … Of the 488, 12 in Wales")."""


_NO_NOUN = regex(
    r"(?:[,;]?\s+(?:and|while|but)\b|\s+of\s+(?:them|these|those|whom|which)\b"
    r"|\s+of\s+the\s+(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?)(?=[.,;)]|$|\s+(?:are|were|is|was|have|has|had|will|would|could|did|came|went)\b)"
    r"|\s+(?:are|were|is|was|have|has|had|will|would|could|did|did not|got|came|went|took|failed)\b"
    r"|\s+(?:the|an?|this|that|last|his|her|its|their|our|no)\b"
    r"|\s+(?:under|in|for|by|because|due|from|to|at|on|about|over|against|into|with|within|after|before|during|through|since|among"
    r"|near|beside|alongside|outside|behind|beyond|opposite|between|around|close to|next to)\b|[,.;)]|$"
    r"|\s+[a-z]+(?<!s)(?=\s*(?:[,.;)]|$)|\s+(?:and|but|while)\b))"
)
"""What follows a number that has no noun of its own; a lone word only says how those are ("12 *dark*") or what they did
("12 *sank* and 3 were towed")."""


def _telling(value: str, citation: Citation, text_of: Callable[[str], str]) -> str:
    """A citation's words; with those just before them where the number stands in it with no noun of its own."""
    quote = citation.quote
    read = (q.number.end for q in recorded(quote) if q.value == Decimal(value))
    bare = any(_NO_NOUN.match(quote, end) for end in chain(_ends(f"{Decimal(value):,f}", quote), read))
    start = max(0, citation.start - _BEFORE) if bare else citation.start
    return text_of(citation.source_id)[start : citation.end]


def _ends(number: str, text: str) -> Iterator[int]:
    """Where NUMBER ends in TEXT, wherever it stands there and no digit, comma or point before it."""
    at = text.find(number)
    while at >= 0:
        if not at or not (text[at - 1].isdecimal() or text[at - 1] in ",."):
            yield at + len(number)
        at = text.find(number, at + 1)


def _unit_told(unit: str, quote: str) -> bool:
    """Whether the record itself speaks of what the unit names; people and cases need not be named as such."""
    if unit in ("", "people", "cases", "count"):
        return True
    lex = lexicon()
    ids = lex.ids(unit)
    if not ids or not ids.isdisjoint(lex.ids(quote)) or any(unit == q.unit for q in recorded(quote)):
        return True
    return any(not ids.isdisjoint(lex.ids(word)) for word in quote.split())  # a name of several words hides its own


def _money(unit: str) -> bool:
    return unit in ("\u00a3", "$", "\u20ac")
