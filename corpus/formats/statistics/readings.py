"""A statistical cell → its value, or the mark that stands for one, as the release itself defines its marks.

Where a release does not define a mark, the usual meanings hold: ``[c]``, ``*``, ``x``, ``#`` hide a value
(suppressed), ``.``, ``..``, ``:``, ``-``, ``z`` say that there is none to give (not known). A bare ``x`` is taken to
hide one, so that nothing of a table can be worked out around it; the standard ``[x]`` says that it is not available. A
mark is never nought, but for one that the release itself calls nil or zero; "nil or negligible" is not nought, since it
may be more.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from corpus.extract.cells import cell_value
from corpus.patterns import regex
from corpus.records import Qualifier, Span

__all__ = ["NO_READING", "Marks", "Reading"]

_PLAIN = regex(r"-?[0-9]+(?:\.[0-9]+)?")
_GROUPED = regex(r"(?P<sign>[-\u2212]?)(?P<number>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?)")
_MINUS = regex(r"\((?P<number>[0-9][0-9,]*(?:\.[0-9]+)?)(?P<percent>\s?%)?\)")
_EXPONENT = regex(r"-?[0-9](?:\.[0-9]+)?[eE][-+]?[0-9]{1,3}")
_STATUS = regex(r"\s*[\[(]?(?P<s>p|r|e|prov\.?|rev\.?|est\.?|provisional|revised|estimated?)[\])]?", re.IGNORECASE)
_BRACKETED = regex(r"\s*[\[(](?P<m>[a-z]{1,3}|note ?[0-9]{1,2}|[0-9]{1,2})[\])]$", re.IGNORECASE)
_NOTED = regex(r"\[(?:foot)?note ?[0-9]{1,2}\]", re.IGNORECASE)
"""What stands in a number's place where a note alone tells of it."""
_STATES = {"p": "provisional", "r": "revised", "e": "estimated"}
_ANGLED = regex(r"<(?P<w>[^<>]+)>")
_FEWER_THAN = regex(r"(?:under|fewer than|less than|below) [0-9]{1,3}", re.IGNORECASE)
"""How a program says in angles why it gives no number ("<under 6>")."""
_LONGEST = 40
"""A cell of more characters than this is words."""
_REMEMBERED = 50_000

_USUAL = {
    Qualifier.SUPPRESSED: (
        "*",
        "**",
        "***",
        "[c]",
        "(c)",
        "c",
        "x",
        "#",
        "[s]",
        "s",
        "suppressed",
        "[suppressed]",
        "supp",
        "withheld",
        "redacted",
    ),
    Qualifier.NOT_KNOWN: (
        *(
            ".",
            "..",
            "...",
            "\u2026",
            ":",
            "-",
            "--",
            "\u2013",
            "\u2014",
            "[x]",
            "z",
            "[z]",
            "[u]",
            "u",
            "[w]",
            "[low]",
            "low",
        ),
        *(
            "n/a",
            "na",
            "[n/a]",
            "not available",
            "not applicable",
            "[not applicable]",
            "not known",
            "not held",
            "no data",
        ),
        *("unavailable", "data not available", "information not available", "data unavailable", "not recorded", "n/k"),
        *("not published", "not yet available", "not yet published", "tbc", "not held centrally", "not measured"),
        *("[no data]", "not collected", "[e]", "[b]", "[a]", "^", "~"),
        *("not given", "not provided", "not supplied", "not disclosed", "not answered"),
        *("information not held", "info not held", "data not held"),
        *("cost exceeded", "exceeds cost limit", "exceeds cost", "cost limit exceeded", "over cost limit"),
    ),
}


_NOUGHT = ("none", "nil")
"""Words for nought in the place of a number."""


class Reading(NamedTuple):
    """What a cell says. ``value`` is None where ``qualifier`` says why; ``unit`` is the cell's own, or ""."""

    value: Decimal | None
    qualifier: Qualifier
    mark: str = ""
    status: str = ""
    unit: str = ""


NO_READING = Reading(None, Qualifier.IN_WORDS)
"""Of a cell that holds neither a number nor a mark."""


class Marks:
    """Reads the cells of one release; what a cell says is remembered, since most cells say what others said."""

    def __init__(self, defined: Mapping[str, str] | None = None) -> None:
        """DEFINED has the release's own words for its marks: ``{"..": "disclosive"}``."""
        self._known: dict[str, Reading] = {}
        self.defined = {mark.lower(): words for mark, words in (defined or {}).items()}
        for qualifier, marks in _USUAL.items():
            self._known.update({mark: Reading(None, qualifier, mark) for mark in marks})
        self._known.update({word: Reading(Decimal(0), Qualifier.EXACTLY, word) for word in _NOUGHT})
        for mark, words in self.defined.items():
            if meaning := _meaning(mark, words):
                self._known[mark] = meaning

    def read(self, cell: str) -> Reading:
        """What CELL says; NO_READING where it is words."""
        if _PLAIN.fullmatch(cell):
            return Reading(Decimal(cell), Qualifier.EXACTLY)
        known = self._known.get(cell)
        return known if known is not None else self._learn(cell)

    def _learn(self, cell: str) -> Reading:
        said = cell.strip()
        if not said or len(said) > _LONGEST:
            return NO_READING
        mark = self._known.get(said.lower())
        found = mark._replace(mark=said) if mark is not None and mark.mark else self._number(said)
        if len(self._known) < _REMEMBERED:
            self._known[cell] = found
        return found

    def _number(self, said: str) -> Reading:
        if (within := _ANGLED.fullmatch(said)) is not None and self._known.get(within["w"].lower()) is not None:
            return self._known[within["w"].lower()]._replace(mark=said)
        if within is not None and _FEWER_THAN.fullmatch(within["w"]):
            return Reading(None, Qualifier.SUPPRESSED, said)
        plain = _plainly(said)
        if plain is not None:
            return plain
        marked = _BRACKETED.search(said)
        if marked and marked.start():
            return self._marked(said[: marked.start()], marked)
        if _NOTED.fullmatch(said):
            return Reading(None, Qualifier.NOT_KNOWN, said)
        if not any(c.isdigit() for c in said):
            return NO_READING
        return _worded(said)

    def _marked(self, before: str, marked: re.Match[str]) -> Reading:
        """A number with the mark of its standing or of a note behind it: "1,234 [r]", "56 [note 2]"."""
        inner = self.read(before.strip())
        if inner.value is None:
            return NO_READING
        letter = marked["m"].lower()
        if letter in _STATES and letter not in self.defined:
            return inner._replace(status=_STATES[letter], mark=marked.group().strip())
        status = next((s for s in _STATES.values() if s in self.defined.get(letter, "").lower()), inner.status)
        return inner._replace(mark=marked.group().strip(), status=status)


def _plainly(said: str) -> Reading | None:
    if _PLAIN.fullmatch(said) or _EXPONENT.fullmatch(said):
        return Reading(Decimal(said), Qualifier.EXACTLY)
    grouped = _GROUPED.fullmatch(said)
    if grouped:
        value = Decimal(grouped["number"].replace(",", ""))
        return Reading(-value if grouped["sign"] else value, Qualifier.EXACTLY)
    minus = _MINUS.fullmatch(said)
    if minus:
        value = -Decimal(minus["number"].replace(",", ""))
        return Reading(value, Qualifier.EXACTLY, unit="%" if minus["percent"] else "")
    return None


_BAND = regex(
    r"\+$|\b(?:and|or) (?:over|above|older|more|under|below|younger)\b|^(?:under|over|aged?)\b", re.IGNORECASE
)
"""How a group of ages or sizes is named: "65+", "75 and over". It is no value."""


def _worded(said: str) -> Reading:
    if _BAND.search(said):
        return NO_READING
    found = cell_value(said, Span(0, len(said)))
    if found is None or found.value is None:
        return NO_READING
    if found.upper is not None:
        return NO_READING
    rest = said[found.span.end :].strip()
    mark = rest if rest and not (_STATUS.fullmatch(rest) and found.status) else ""
    return Reading(found.value, found.qualifier, mark, found.status, found.unit)


_HIDES = regex(
    r"suppress|disclos|confidential|withheld|fewer than|less than|small number|too (?:small|few)|unreliable|redact"
    r"|sample size|protect|robust",
    re.IGNORECASE,
)
_NIL = regex(r"(?:(?:an? )?(?:true )?(?:nil|zero|nought|none)(?: (?:return|value|cases?))?|0)\.?", re.IGNORECASE)


def _meaning(mark: str, words: str) -> Reading | None:
    """What a release means by MARK, where its WORDS are understood; None for one that only states a standing."""
    if _STATUS.fullmatch(mark) and re.search(r"provisional|revised|estimate", words, re.IGNORECASE):
        return None
    if _NIL.fullmatch(words.strip()):
        return Reading(Decimal(0), Qualifier.EXACTLY, mark)
    return Reading(None, Qualifier.SUPPRESSED if _HIDES.search(words) else Qualifier.NOT_KNOWN, mark)
