"""What a Word document's styles say of its paragraphs: which are headings, of which level, and which are of lists."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from corpus.patterns import regex

__all__ = ["Styles", "W", "value"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = regex(r"(?:heading|head)\s*([1-9])", re.IGNORECASE)
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    based_on: str
    level: int | None
    listed: bool


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles by their ids."""

    by_id: dict[str, _Style]

    @staticmethod
    def of(root: etree._Element | None) -> Styles:
        """Those of the styles part ROOT; none where there is no such part."""
        found = root.iter(f"{W}style") if root is not None else ()
        return Styles({str(s.get(f"{W}styleId")): _style(s) for s in found})

    def tag(self, properties: etree._Element | None) -> str:
        """What a paragraph of these PROPERTIES is on a page: ``h1`` to ``h6``, ``li``, ``caption`` or ``p``."""
        if properties is None:
            return "p"
        chain = self._chain(value(properties, "pStyle"))
        levels = [_level(properties), *(s.level for s in chain)]
        level = next((n for n in levels if n is not None), None)
        if level is not None and level < 9:
            return f"h{min(6, level + 1)}"
        names = [s.name for s in chain]
        if "title" in names:
            return "h1"
        if "caption" in names:
            return "caption"
        numbered = properties.find(f"{W}numPr")
        if numbered is not None:
            return "p" if value(numbered, "numId") == "0" else "li"
        return "li" if any(s.listed for s in chain) else "p"

    def _chain(self, style_id: str) -> list[_Style]:
        """The style of this id and those that it is based on."""
        chain: list[_Style] = []
        while style_id in self.by_id and len(chain) < _DEEPEST:
            chain.append(self.by_id[style_id])
            style_id = chain[-1].based_on
        return chain


def value(parent: etree._Element, name: str) -> str:
    """The value of PARENT's property NAME, or nothing."""
    one = parent.find(f"{W}{name}")
    return str(one.get(f"{W}val", "")) if one is not None else ""


def _style(one: etree._Element) -> _Style:
    name, properties = value(one, "name").lower(), one.find(f"{W}pPr")
    named = _HEADING.fullmatch(name)
    level = int(named[1]) - 1 if named else _level(properties)
    listed = name.startswith(("list bullet", "list number")) or (
        properties is not None and properties.find(f"{W}numPr") is not None and level is None
    )
    return _Style(name, value(one, "basedOn"), level, listed)


def _level(properties: etree._Element | None) -> int | None:
    said = value(properties, "outlineLvl") if properties is not None else ""
    return int(said) if said.isascii() and said.isdigit() else None
