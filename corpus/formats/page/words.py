"""A page as its file gives it: each word with the place that it takes, the ruled lines, and what is only a picture.

Places are in points from the page's upper left corner as it is shown, x to the right and y downward.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

__all__ = ["MOST_SIGNS", "Box", "Sheet", "Word", "sheet_of"]

MOST_SIGNS = 200_000
"""A page of more letters than this is no page of a document, and is left out."""
_MOST_OBJECTS = 200_000
_RULE = 3.0
"""A drawn line is at most so thick."""
_SHORTEST = 4.0
_APART = 0.28
"""Letters further apart than this part of their height are of two words."""
_UPRIGHT = 0.6
"""Radians by which a word may lean (slanted type does); one that leans further stands on its side, beside a chart."""
_BULLET = "\u2022"
_ENDS_IN_HYPHEN = ("\x02", "\ufffe")
_FORMS = {ord(sign): unicodedata.normalize("NFKC", sign) for sign in "\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06"}


class Box(NamedTuple):
    """A stretch of the page: ``x0`` to ``x1`` across and ``top`` to ``bottom`` down, in points."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def middle(self) -> tuple[float, float]:
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Word:
    """One word. ``base`` is the line that its letters stand on; ``size`` the height of its type, in points."""

    text: str
    box: Box
    base: float
    size: float
    bold: bool
    spaced: bool
    """Whether a space stands before it."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its words in no order, its level and upright rules, and how much of it pictures cover (0 to 1)."""

    width: float
    height: float
    words: tuple[Word, ...]
    level: tuple[Box, ...]
    upright: tuple[Box, ...]
    pictured: float


class _Turn(NamedTuple):
    """How a page's own coordinates, from its lower left corner, become those of the page as it is shown."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        (ax, ay), (bx, by) = self._at(x0, y0), self._at(x1, y1)
        return Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))

    def _at(self, x: float, y: float) -> tuple[float, float]:
        if self.turns == 90:
            return y - self.bottom, x - self.left
        if self.turns == 180:
            return self.right - x, y - self.bottom
        if self.turns == 270:
            return self.top - y, self.right - x
        return x - self.left, self.top - y


def sheet_of(page: pdfium.PdfPage) -> Sheet:
    """PAGE with its words and rules. Raises ValueError where it holds more letters than a page can."""
    left, bottom, right, top = page.get_cropbox()
    turn = _Turn(left, bottom, right, top, page.get_rotation())
    whole = turn.box(turn.left, turn.bottom, turn.right, turn.top)
    width, height = whole.x1, whole.bottom
    level, upright, pictured = _drawn(page, turn, width, height)
    words = tuple(w for w in _words(page, turn) if -1 <= w.box.middle[0] <= width + 1 and _on(w, height))
    return Sheet(width, height, words, tuple(level), tuple(upright), pictured)


def _on(word: Word, height: float) -> bool:
    return -1 <= word.box.middle[1] <= height + 1


def _drawn(page: pdfium.PdfPage, turn: _Turn, width: float, height: float) -> tuple[list[Box], list[Box], float]:
    level: list[Box] = []
    upright: list[Box] = []
    covered = 0.0
    for n, one in enumerate(page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE), max_depth=3)):
        if n > _MOST_OBJECTS:
            break
        try:
            box = turn.box(*one.get_bounds())
        except pdfium.PdfiumError:
            continue
        across, down = box.x1 - box.x0, box.bottom - box.top
        if one.type == raw.FPDF_PAGEOBJ_IMAGE:
            covered += max(0.0, min(across, width)) * max(0.0, min(down, height))
        elif down <= _RULE and across >= _SHORTEST:
            level.append(box)
        elif across <= _RULE and down >= _SHORTEST:
            upright.append(box)
        elif across <= width * 0.95 or down <= height * 0.9:
            level += [box._replace(bottom=box.top), box._replace(top=box.bottom)]
            upright += [box._replace(x1=box.x0), box._replace(x0=box.x1)]
    return level, upright, min(1.0, covered / max(1.0, width * height))


@dataclass
class _Gathering:
    """The letters of the word that is being read."""

    text: list[str]
    box: Box
    first: int
    spaced: bool

    def take(self, sign: str, box: Box) -> None:
        self.text.append(sign)
        b = self.box
        self.box = Box(min(b.x0, box.x0), min(b.top, box.top), max(b.x1, box.x1), max(b.bottom, box.bottom))


def _words(page: pdfium.PdfPage, turn: _Turn) -> Iterator[Word]:
    text = page.get_textpage()
    count = raw.FPDFText_CountChars(text)
    if count > MOST_SIGNS:
        raise ValueError(f"the page holds {count:,} letters, more than the {MOST_SIGNS:,} that are read")
    letters = _Letters(text, turn)
    here: _Gathering | None = None
    spaced = True
    for n in range(count):
        sign = letters.sign(n)
        box = letters.box(n) if sign.strip() else None
        if here is not None and (box is None or _parted(here.box, box)):
            yield from letters.word(here)
            here = None
        if box is not None and here is None:
            here = _Gathering([sign], box, n, spaced)
        elif box is not None and here is not None:
            here.take(sign, box)
        spaced = box is None
    if here is not None:
        yield from letters.word(here)


def _parted(word: Box, letter: Box) -> bool:
    high = max(1.0, min(word.bottom - word.top, letter.bottom - letter.top))
    apart = letter.x0 - word.x1
    level = min(word.bottom, letter.bottom) - max(word.top, letter.top)
    raised = abs(word.bottom - letter.bottom) > 0.22 * high and abs(word.top - letter.top) < 0.9 * high
    return apart > _APART * high or apart < -1.2 * high or level < 0.3 * high or raised


class _Letters:
    """The letters of one page, asked for one at a time."""

    def __init__(self, text: Any, turn: _Turn) -> None:
        self._text, self._turn = text, turn
        self._rect = raw.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._name = ctypes.create_string_buffer(200)
        self._flags = ctypes.c_int()

    def sign(self, n: int) -> str:
        """The letter as it is stored: ligatures apart, signs of a symbol font as bullets, what is no sign as space."""
        code = raw.FPDFText_GetUnicode(self._text, n)
        if code in _FORMS:
            return _FORMS[code]
        sign = chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else " "
        if sign in _ENDS_IN_HYPHEN:
            return "-"
        if 0xE000 <= code < 0xF900:
            return _BULLET
        return " " if code == 0xAD or code == 0xFFFF or unicodedata.category(sign) == "Cc" else sign

    def box(self, n: int) -> Box | None:
        if not raw.FPDFText_GetLooseCharBox(self._text, n, self._rect):
            return None
        box = self._turn.box(self._rect.left, self._rect.bottom, self._rect.right, self._rect.top)
        return box if all(map(math.isfinite, box)) and box.x1 > box.x0 else None

    def word(self, here: _Gathering) -> Iterator[Word]:
        """The word that was read, unless it stands or leans beside the text."""
        lean = raw.FPDFText_GetCharAngle(self._text, here.first) + math.radians(self._turn.turns)
        if min(lean % math.tau, math.tau - lean % math.tau) <= _UPRIGHT:
            base, size = self._base(here), here.box.bottom - here.box.top
            yield Word("".join(here.text), here.box, base, size, self._bold(here.first), here.spaced)

    def _base(self, here: _Gathering) -> float:
        if not raw.FPDFText_GetCharOrigin(self._text, here.first, self._x, self._y):
            return here.box.bottom
        return self._turn.box(self._x.value, self._y.value, self._x.value, self._y.value).bottom

    def _bold(self, n: int) -> bool:
        length = raw.FPDFText_GetFontInfo(self._text, n, self._name, len(self._name), self._flags)
        named = self._name.value.decode("utf-8", "replace").lower() if 0 < length <= len(self._name) else ""
        return any(w in named for w in ("bold", "black", "heavy", "semibold", "-demi")) or self._heavy(n)

    def _heavy(self, n: int) -> bool:
        return bool(raw.FPDFText_GetFontWeight(self._text, n) >= 600)
