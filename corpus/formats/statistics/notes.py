"""A release's notes: what its marks mean, what its note numbers say, and labels without the numbers glued to them.

A release defines its marks in notes, in a key beside a table, or on a sheet of notes. ``- = nil or negligible`` leaves
"-" without a value, since it may be more than nought; ``- = nil`` makes it nought, and the mark is kept.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import takewhile

from corpus.patterns import regex

__all__ = ["Notes", "marks_defined", "notes_in", "standing_apart"]

_MARK = r"\.\.\.?|\u2026|:|-|\u2013|\u2014|\*{1,3}|\^|#|~|\[[a-z&]{1,4}\]|\([a-z]\)|[xzcuspre]|n/a"
_SAYS = (
    r"=|\bdenotes?\b|\bindicates?\b|\bmeans?\b|\brepresents?\b|\bsignif(?:y|ies)\b"
    r"|\bis used (?:for|where|to)\b|\bshows? (?:that|where)\b"
)
_DEFINED = regex(
    rf"^\W{{0,2}}(?P<q>['\"\u2018\u201c])?\s?(?P<mark>{_MARK})\s?(?(q)['\"\u2019\u201d])\s*(?:{_SAYS})\s*(?P<words>.+)",
    re.IGNORECASE,
)
_IN_ROW = regex(
    r"(?:^|[,;.]\s|\buse(?:s|d)?\b[^\[]{0,40})(?P<mark>\[[a-z&]{1,4}\])\s*=\s*(?P<words>[^,;.\[]+)", re.IGNORECASE
)
_APART = regex(
    rf"^(?P<mark>{_MARK})(?:\s{{2,}}|\t|\n)(?P<words>(?:nil|zero|nought|negligible"
    r"|not (?:available|applicable|known|held|collected|recorded)"
    r"|(?:values? |figures? |data )?(?:withheld|suppressed|confidential|unavailable)|(?:less|fewer) than"
    r"|too (?:small|few))\b.*)",
    re.IGNORECASE,
)
"""A mark in a key, set apart by space alone from a meaning such as marks have ("-   Nil"); a bullet is followed by
other words."""
_QUOTED = regex(rf"['\"\u2018\u201c]\s?(?P<mark>{_MARK})\s?['\"\u2019\u201d]", re.IGNORECASE)
_BRACKETED = regex(r"\((?P<mark>[RPE])\) (?:shows?|denotes?|indicates?|=|means?)\s*(?P<words>.+)", re.IGNORECASE)
_NUMBERED = regex(
    r"(?:\[?\(?(?P<n>[0-9]{1,2}|[a-k]|note [0-9]{1,2})(?:[.)\]:]+\s*|\s{2,})"
    r"|(?P<sup>[\u00b9\u00b2\u00b3\u2070-\u2079]+)\s*"
    r"|(?P<sign>[*\u2020\u2021]+)\s+)(?P<words>\S.*)",
    re.IGNORECASE,
)
_SUPERSCRIPTS = str.maketrans("\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079", "0123456789")
_RAISED = regex(
    r"(?:[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+(?:,[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+)*|[\u2020\u2021]+)$"
    r"|(?<=[a-z]{3})[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+(?=\s*[(\[])"
)
"""The raised number of a note at a heading's end, or before the brackets at its end ("Sunk\u00b2 (%)")."""
_BRACKET_NOTE = regex(
    r"(?:,(?=\s*\[))?\s*(?:\[(?:foot)?notes? [0-9, andote]{1,40}\]"
    r"|\[[0-9]{1,2}(?:, ?[0-9]{1,2})*\]|\(notes? [0-9]{1,2}(?:(?:, ?| ?& ?| and )[0-9]{1,2}){0,6}\))",
    re.IGNORECASE,
)
_STATE_MARK = regex(
    r"\s*(?:\[(?:[rpe]|revised|provisional|estimated?)\]|\((?:[rpe]|revised|provisional)\))$", re.IGNORECASE
)
"""The mark of a row that is revised, provisional or estimated: it tells of its values, and is no part of its name."""
_GLUED = regex(r"(?:(?<=[a-z]{2})|(?<=[)'\u2019])|(?<=[A-Z]{3}))(?P<n>[0-9]{1,2}(?:, ?[0-9]{1,2})*)(?=$|[,:;)]|\s)")
_GLUED_YEAR = regex(r"(?<![0-9])(?P<y>(?:19|20)[0-9]{2})(?P<n>[0-9](?:, ?[0-9]{1,2})*)(?=$|[,:;)]|\s)")
_IN_BRACKETS = regex(r"(?<=\S)\s?\((?P<n>[0-9]{1,2})\)$")
_GLUED_LETTER = regex(r"(?P<w>[a-z]{3,})(?P<n>[a-k])(?=$|[,:;)\s])")
_SIGNS = regex(r"^\*(?=[A-Z])|(?<=\w)\s?\*{1,3}$")
_HEADING = regex(r"(?:foot)?notes?:?|keys?:?|source:?", re.IGNORECASE)
_MOST_NOTES = 200
_LONGEST_NOTE = 1_000


def marks_defined(rows: Iterable[Sequence[str]]) -> dict[str, str]:
    """The marks that ROWS of words define, with the release's own words for each. Of two meanings the first holds."""
    found: dict[str, str] = {}
    for cells in rows:
        said = " ".join(cell.strip() for cell in cells if cell.strip())
        if not said or len(said) > 3 * _LONGEST_NOTE:
            continue
        in_two = "  ".join(cell.strip() for cell in cells if cell.strip())
        for mark, words in _definitions(said) or _apart(in_two):
            found.setdefault(mark.lower(), words.strip(" .;"))
    return found


def _definitions(said: str) -> list[tuple[str, str]]:
    told = [(m["mark"], m["words"]) for m in _IN_ROW.finditer(said)]
    first = _DEFINED.match(said) or _BRACKETED.match(said)
    if first and not told:
        told.append((first["mark"], first["words"]))
    if not told:
        told.extend((m["mark"], said) for m in list(_QUOTED.finditer(said))[:3])
    return told


def _apart(said: str) -> list[tuple[str, str]]:
    match = _APART.match(said)
    return [] if match is None else [(match["mark"], match["words"])]


def notes_in(rows: Iterable[Sequence[str]]) -> list[tuple[str, str]]:
    """(mark, words) of each note in ROWS: "1." and "note 1" have the mark 1, those that are not numbered have none."""
    found: list[tuple[str, str]] = []
    lines = []
    for cells in rows:
        filled = [cell.strip() for cell in cells if cell.strip()]
        if filled and not (len(filled) == 1 and _HEADING.fullmatch(filled[0])):
            lines.append(("  " if len(filled[0]) <= 12 else " ").join(filled)[:_LONGEST_NOTE])
    in_turn = _counted(lines)
    for said in lines:
        numbered = _NUMBERED.match(said) or (_IN_TURN.match(said) if said in in_turn else None)
        if numbered is None or re.match(_SAYS, numbered["words"]):
            found.append(("", said))
            continue
        marks = numbered.groupdict()
        mark = marks["n"] or marks.get("sup") or marks.get("sign") or ""
        found.append((mark.lower().removeprefix("note ").translate(_SUPERSCRIPTS), numbered["words"]))
    return found[:_MOST_NOTES]


_IN_TURN = regex(r"(?P<n>[0-9]{1,2}) (?P<words>[A-Z(].*)")
_FEWEST_IN_TURN = 2


def _counted(lines: Sequence[str]) -> frozenset[str]:
    """Those of LINES that begin with a number and a space alone, where they count from 1 on, each one more."""
    begun = [(int(m["n"]), said) for said in lines if (m := _IN_TURN.match(said)) is not None]
    one_by_one = [n for n, _ in begun] == [*range(1, len(begun) + 1)]
    return frozenset(said for _, said in begun) if one_by_one and len(begun) >= _FEWEST_IN_TURN else frozenset()


def _plain(label: str) -> str:
    return _STATE_MARK.sub("", " ".join(_BRACKET_NOTE.sub("", label).split())) or label.strip()


def standing_apart(label: str) -> str:
    """The LABEL of a row without the mark that its values are revised, provisional or estimated."""
    return _STATE_MARK.sub("", label) or label


class Notes:
    """The notes of a table, and what its labels are without their marks."""

    def __init__(self, notes: Sequence[tuple[str, str]], words: frozenset[str] = frozenset()) -> None:
        """WORDS are all that the sheet uses: a letter at a word's end is a note's if the word is known without it."""
        self.notes = tuple(notes)
        self._marks = {mark for mark, _ in notes if mark}
        self._words = words

    def bare(self, label: str) -> str:
        """LABEL without the marks of notes: "Police officers1", "Jobs [note 2]", "30 September 20121"."""
        said = " ".join(_BRACKET_NOTE.sub("", label).split())
        said = _SIGNS.sub("", _RAISED.sub("", said).rstrip())
        said = _IN_BRACKETS.sub(lambda m: "" if self._known(m["n"]) else m[0], said)
        said = _GLUED_YEAR.sub(lambda m: m["y"] if self._known(m["n"]) else m[0], said)
        said = _GLUED.sub(lambda m: self._beyond(m["n"]), said)
        return _GLUED_LETTER.sub(self._without_letter, said).strip() or label.strip()

    def bares(self, labels: Iterable[str]) -> dict[str, str]:
        """Each of the LABELS of rows without its marks; one that would then be as another is keeps what is glued."""
        made = {label: standing_apart(self.bare(label)) for label in labels if label}
        counts = Counter(made.values())
        return {label: bare if counts[bare] == 1 else _plain(label) for label, bare in made.items()}

    def _known(self, numbers: str) -> bool:
        return all(number.strip() in self._marks for number in numbers.split(","))

    def _beyond(self, numbers: str) -> str:
        """What is left of NUMBERS without the first of them that are of notes: "2, 30" in "Wales2, 30 September"."""
        parts = numbers.split(",")
        of_notes = list(takewhile(self._known, parts))
        rest = ",".join(parts[len(of_notes) :])
        return f",{rest}" if of_notes and rest else rest

    def _without_letter(self, found: re.Match[str]) -> str:
        """ "jobsb" is "jobs" with the mark of note b, where "jobs" is a word here and "jobsb" is none."""
        glued = found["n"] in self._marks and found["w"] in self._words
        return found["w"] if glued else found[0]
