"""The paragraphs and the tables of an RTF document while their words are still coming."""

from __future__ import annotations

from lxml import html as lxml_html

from corpus.formats.office.writing import say, within

__all__ = ["Paragraph", "Table"]

_MOST_COLUMNS = 200


class Paragraph:
    """A paragraph whose words are still coming."""

    def __init__(self, *, in_table: bool = False, level: int | None = None) -> None:
        self.in_table, self.level = in_table, level
        self.listed = False
        self._parts: list[tuple[str, bool]] = []
        self._bold = True

    @property
    def written(self) -> bool:
        """Whether it says anything."""
        return any(words.strip() for words, _ in self._parts)

    def say(self, words: str, *, bold: bool, raised: bool) -> None:
        """Add WORDS."""
        self._parts.append((words, raised))
        self._bold = self._bold and (bold or not words.strip())

    def end_line(self) -> None:
        """End a paragraph within a cell."""
        if self._parts:
            self._parts.append(("\n", False))

    def reset(self) -> None:
        """Back to a plain paragraph, outside tables."""
        self.in_table, self.level = False, None

    def next(self) -> Paragraph:
        """The paragraph after this one, of the same kind until it says otherwise."""
        return Paragraph(in_table=self.in_table, level=self.level)

    def element(self, tag: str = "") -> lxml_html.HtmlElement:
        """It as an element of a page: a heading where it is outlined, or short and bold throughout."""
        words = "".join(w for w, _ in self._parts).split()
        heads = self.level is not None and self.level < 9
        bold = self._bold and 0 < len(words) <= 25 and words[-1][-1] not in ".;,:"
        made = lxml_html.Element(tag or ("li" if self.listed else "h2" if heads or bold else "p"))
        run = ""
        for said, raised in self._parts:
            if raised:
                say(made, _paired(run))
                run = ""
                say(within(made, "sup"), said)
            else:
                run += said
        lines = _paired(run).split("\n")
        say(made, lines[0])
        for line in lines[1:]:
            within(made, "br")
            say(made, line)
        return made

    @property
    def heavy(self) -> bool:
        """Whether all that it says is bold."""
        return self._bold and self.written


class Table:
    """The rows of a table so far."""

    def __init__(self) -> None:
        self._rows: list[list[Paragraph]] = []
        self._heads: list[bool] = []
        self._row: list[Paragraph] = []
        self._head = False
        self.begun = False
        """Whether a row has been defined that has not ended."""

    def told(self, word: str) -> None:
        """A word of a row's definition."""
        if word == "trowd":
            self.begun, self._head = True, False
        elif word == "trhdr":
            self._head = True

    def cell(self, words: Paragraph) -> None:
        """End a cell."""
        if len(self._row) < _MOST_COLUMNS:
            self._row.append(words)

    def end_row(self) -> None:
        """End a row."""
        if self._row:
            self._rows.append(self._row)
            self._heads.append(self._head)
        self._row, self.begun = [], False

    def write(self, page: lxml_html.HtmlElement) -> None:
        """Write the table, where there is one, at the end of PAGE."""
        self.end_row()
        if self._rows:
            table = within(page, "table")
            heads, body = within(table, "thead"), within(table, "tbody")
            for n, (row, head) in enumerate(zip(self._rows, self._heads, strict=True)):
                top = head and not len(body)
                bold = n == 0 and len(self._rows) > 1 and all(c.heavy for c in row if c.written)
                line = within(heads if top or bold else body, "tr")
                for one in row:
                    line.append(one.element("td"))
        self._rows, self._heads = [], []


def _paired(words: str) -> str:
    """WORDS with the two halves of a sign beyond the first 65,536 made one."""
    return words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
