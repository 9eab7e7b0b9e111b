"""RTF as signs: braces, control words and the letters between them, in whatever code page they are written."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

from corpus.patterns import regex

__all__ = ["SAID", "UNREAD", "Sign", "code_page", "font_page", "signs"]

_SIGN = regex(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<symbol>[^a-zA-Z])"
    r"|(?P<brace>[{}])|[\r\n]+|(?P<plain>[^\\{}\r\n]+)|\\",
    re.DOTALL,
)
_UNREAD = (
    "annotation atnauthor atndate atnicn atnid atnref atrfend atrfstart author background bkmkend bkmkstart category "
    "colorschememapping colortbl comment company creatim datafield datastore doccomm docvar fldinst filetbl footer "
    "footerf footerl footerr formfield ftncn ftnsep ftnsepc generator header headerf headerl headerr keywords "
    "latentstyles listoverridetable listtable manager mmathpr nonshppict objdata object operator pict printim private "
    "revtbl revtim rsidtbl stylesheet subject tc template themedata txe userprops wgrffmtfilter xe xmlnstbl"
)
UNREAD = frozenset(_UNREAD.split())
"""Groups that begin with one of these words hold no words of the text."""

SAID = {
    "line": "\n",
    "tab": " ",
    "emdash": "\u2014",
    "endash": "\u2013",
    "emspace": " ",
    "enspace": " ",
    "bullet": "\u2022",
    "lquote": "\u2018",
    "rquote": "\u2019",
    "ldblquote": "\u201c",
    "rdblquote": "\u201d",
    "~": "\xa0",
    "_": "-",
    "{": "{",
    "}": "}",
    "\\": "\\",
}
"""What a control word or symbol says by itself."""

_CHARSETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "cp936", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
    254: "cp437", 255: "cp850",
}  # fmt: skip


class Sign(NamedTuple):
    """One sign. ``kind`` is ``{``, ``}``, ``word`` (control word or symbol), ``byte`` or ``text``."""

    kind: str
    words: str = ""
    number: int | None = None


def signs(text: str) -> Iterator[Sign]:
    """The signs of TEXT, whose letters are the file's bytes; what ``\\bin`` counts off is passed over."""
    at = 0
    while at < len(text):
        found = _SIGN.match(text, at)
        if found is None:
            return
        at = found.end()
        kind = found.lastgroup
        if kind in ("word", "number"):
            number = int(found["number"]) if found["number"] else None
            if found["word"] == "bin":
                at += max(0, number or 0)
            else:
                yield Sign("word", found["word"], number)
        elif kind == "hex":
            yield Sign("byte", chr(int(found["hex"], 16)))
        elif kind == "symbol":
            yield Sign("word", "par" if found["symbol"] in "\r\n" else found["symbol"])
        elif kind == "brace":
            yield Sign(found["brace"])
        elif kind == "plain":
            yield Sign("text", found["plain"])


def code_page(number: int | None) -> str:
    """The encoding of a code page by its number; Windows's own where there is none of that number."""
    name = {65001: "utf-8", 10000: "mac_roman"}.get(number or 0, f"cp{number}")
    try:
        codecs.lookup(name)
        return name
    except LookupError:
        return "cp1252"


def font_page(charset: int | None) -> str | None:
    """The encoding of a font's letters by its charset; None where it is that of the document."""
    return _CHARSETS.get(charset or 0)
