"""A question with stretches of it blanked out, letter for letter, so that all else stays in its place."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["blank"]


def blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """TEXT with spaces over each of SPANS."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
