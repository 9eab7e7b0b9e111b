"""RTF → the elements of a page: paragraphs, headings, items, tables by their rows, and notes at the end.

Deleted and hidden words are left out, and so are pictures, objects, headers, footers and comments; nothing that a
field or a link names is followed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from lxml import html as lxml_html

from corpus.formats.office.rtf_parts import Paragraph, Table
from corpus.formats.office.rtf_signs import SAID, UNREAD, Sign, code_page, font_page, signs
from corpus.formats.office.writing import say, within

__all__ = ["DEEPEST", "Rtf", "read_rtf"]

DEEPEST = 500
"""Groups nest no deeper than this in a document."""


@dataclass(frozen=True, slots=True)
class Rtf:
    """What was read: the page, the title that the document gives itself, and how many groups were never closed."""

    page: lxml_html.HtmlElement
    title: str
    unclosed: int


@dataclass(frozen=True, slots=True)
class _State:
    """How letters are read in the group at hand."""

    into: str = "text"
    """``text``, ``note``, ``title``, ``fonts`` or ``nothing``: what the letters are of."""
    font: int | None = None
    skips: int = 1
    """How many letters stand behind each Unicode one, for readers that know none."""
    unseen: bool = False
    bold: bool = False
    raised: bool = False


def read_rtf(text: str) -> Rtf:
    """TEXT, whose letters are the file's bytes, as a page. Raises ValueError where it nests too deeply."""
    reader = _Reader()
    for sign in signs(text):
        reader.take(sign)
        if reader.done:
            break
    reader.finish()
    return Rtf(reader.page, " ".join("".join(reader.title).split()), len(reader.stack))


class _Reader:
    """Takes one sign after another."""

    def __init__(self) -> None:
        self.page = lxml_html.Element("div")
        self.title: list[str] = []
        self.stack: list[_State] = []
        self.done = False
        self._state = _State()
        self._starts = False
        """Whether a group has just begun, so that a word may say what it is of."""
        self._page = "cp1252"
        self._fonts: dict[int, str | None] = {}
        self._bytes: list[str] = []
        self._skip = 0
        self._notes: list[lxml_html.HtmlElement] = []
        self._here = Paragraph()
        self._note: lxml_html.HtmlElement | None = None
        self._table = Table()

    def take(self, sign: Sign) -> None:
        """Take one sign of the file."""
        if sign.kind in ("byte", "text"):
            self._letters(sign)
            return
        self._flush()
        self._skip = 0
        if sign.kind == "{":
            if len(self.stack) >= DEEPEST:
                raise ValueError(f"groups nest deeper than {DEEPEST}")
            self.stack.append(self._state)
        elif sign.kind == "}":
            self._state = self.stack.pop() if self.stack else self._state
            self.done = not self.stack
        else:
            self._word(sign)
        self._starts = sign.kind == "{" or (self._starts and sign.words == "*")

    def finish(self) -> None:
        """Write what is still open."""
        self._flush()
        self._paragraph()
        self._table.write(self.page)
        for note in self._notes:
            self.page.append(note)

    def _letters(self, sign: Sign) -> None:
        self._starts = False
        words = sign.words
        if self._skip:
            taken = min(self._skip, len(words))
            self._skip -= taken
            words = words[taken:]
        if words and self._state.into not in ("nothing", "fonts") and not self._state.unseen:
            self._bytes.append(words)

    def _flush(self) -> None:
        """Say the bytes that were gathered, in the encoding of their font."""
        if self._bytes:
            page = (self._fonts.get(self._state.font) if self._state.font is not None else None) or self._page
            self._say("".join(self._bytes).encode("latin-1", "replace").decode(page, "replace"))
            self._bytes = []

    def _say(self, words: str) -> None:
        if self._state.into == "title":
            self.title.append(words)
        elif self._state.into == "note" and self._note is not None:
            say(self._note, words)
        elif self._state.into == "text" and not self._state.unseen:
            self._here.say(words, bold=self._state.bold, raised=self._state.raised)

    def _word(self, sign: Sign) -> None:
        word, number = sign.words, sign.number
        if self._starts and self._destination(word):
            return
        if word in SAID:
            self._say(SAID[word])
        elif word == "u" and number is not None:
            self._say(chr(number % 0x10000))
            self._skip = self._state.skips
        elif word in _STATES:
            self._state = _STATES[word](self._state, number)
        elif self._state.into == "fonts":
            self._font(word, number)
        elif word in ("ansicpg", "mac", "pc", "pca"):
            named = {"mac": 10000, "pc": 437, "pca": 850}
            self._page = code_page(number if word == "ansicpg" else named[word])
        elif self._state.into == "text":
            self._laid(word, number)

    def _font(self, word: str, number: int | None) -> None:
        if word == "f":
            self._state = replace(self._state, font=number)
        elif word == "fcharset" and self._state.font is not None:
            self._fonts[self._state.font] = font_page(number)

    def _destination(self, word: str) -> bool:
        """Whether WORD says what its group is of; the reader then goes on in it."""
        if word == "*":
            self._state = replace(self._state, into="nothing")
            return True
        if word in ("listtext", "pntext"):
            self._here.listed = self._here.listed or self._state.into == "text"
        if word in UNREAD or word in ("listtext", "pntext"):
            self._state = replace(self._state, into="nothing")
        elif word == "fonttbl":
            self._state = replace(self._state, into="fonts")
        elif word == "title":
            self._state = replace(self._state, into="title")
        elif word == "info":
            self._state = replace(self._state, into="nothing")
        elif word == "footnote" and self._state.into == "text":
            self._footnote()
        else:
            return False
        return True

    def _footnote(self) -> None:
        self._notes.append(lxml_html.Element("p"))
        self._note = self._notes[-1]
        number = str(len(self._notes))
        say(within(self._note, "sup"), number)
        say(self._note, " ")
        self._here.say(number, bold=False, raised=True)
        self._state = replace(self._state, into="note")

    def _laid(self, word: str, number: int | None) -> None:
        """A word that says where a paragraph, a cell or a row ends, or what they are."""
        if word in ("par", "sect", "page"):
            self._paragraph()
        elif word == "pard":
            self._here.reset()
        elif word == "intbl":
            self._here.in_table = True
        elif word == "outlinelevel":
            self._here.level = number
        elif word in ("cell", "nestcell"):
            self._table.cell(self._here)
            self._here = Paragraph(in_table=True)
        elif word in ("row", "nestrow"):
            self._table.end_row()
        else:
            self._table.told(word)

    def _paragraph(self) -> None:
        if self._here.in_table and self._table.begun:
            self._here.end_line()
            return
        if self._here.written:
            self._table.write(self.page)
            self.page.append(self._here.element())
        self._here = self._here.next()


_Change = Callable[[_State, int | None], _State]
_STATES: dict[str, _Change] = {
    "f": lambda state, n: replace(state, font=n),
    "uc": lambda state, n: replace(state, skips=max(0, n if n is not None else 1)),
    "v": lambda state, n: replace(state, unseen=n != 0),
    "deleted": lambda state, n: replace(state, unseen=n != 0),
    "b": lambda state, n: replace(state, bold=n != 0),
    "super": lambda state, n: replace(state, raised=n != 0),
    "up": lambda state, n: replace(state, raised=n != 0),
    "nosupersub": lambda state, n: replace(state, raised=False),
    "plain": lambda state, n: replace(state, bold=False, raised=False, unseen=False, font=None),
}
