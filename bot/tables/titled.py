"""What the title of an answer's table says of its labels: that it lists them all, or a name that is none of them."""

from __future__ import annotations

from bot.tables.catalog import Listed
from bot.tables.hear import Asked
from bot.tables.label import Way
from corpus.patterns import regex

__all__ = ["all_titled", "in_a_name"]


def all_titled(way: Way, listed: Listed) -> bool:
    """Whether what leads to the table of an answer names each of its labels, whose words there tell nothing of all."""
    plain = [label.ids for label in way.labels if label.n not in way.sums]
    return listed.answers and len(plain) > 1 and all(len(ids & listed.titled) * 2 > len(ids) for ids in plain)


_NAME = regex(r"[A-Z][\w'\u2019-]+(?:\s+(?:(?:of|the|and|for)\s+)?[A-Z][\w'\u2019-]+)+")


def in_a_name(question: Asked, listed: Listed, way: Way) -> set[int]:
    """The words of a proper name that stands in the title of an answer's table, as in no label: in "against Marsh Port
    Council" no council is told from another."""
    if not listed.answers:
        return set()
    title = f"{listed.dataset.title}. {listed.source.title}"
    labels = " . ".join(label.code.words for label in way.labels)
    spans = [m.span() for m in _NAME.finditer(question.text) if m.group() in title and m.group() not in labels]
    return {n for n, w in enumerate(question.words) if any(start <= w.start and w.end <= end for start, end in spans)}
