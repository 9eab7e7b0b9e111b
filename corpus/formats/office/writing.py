"""Adding words and elements to the page that an office document amounts to."""

from __future__ import annotations

from lxml import html as lxml_html

__all__ = ["say", "within"]


def within(parent: lxml_html.HtmlElement, tag: str) -> lxml_html.HtmlElement:
    """A new element of this TAG at the end of PARENT."""
    made = lxml_html.Element(tag)
    parent.append(made)
    return made


def say(into: lxml_html.HtmlElement, words: str) -> None:
    """Add WORDS at the end of an element; what no page may hold becomes a space."""
    clean = "".join(c if c.isprintable() or c in "\t\n\xa0" else " " for c in words)
    if len(into):
        into[-1].tail = (into[-1].tail or "") + clean
    else:
        into.text = (into.text or "") + clean
