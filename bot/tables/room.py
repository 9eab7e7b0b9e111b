"""Room for people, which is no people: places, beds and cells are never given for those who are in them.

"How many women were in prison" asks for no prison places for women, be it that a table of such places says "prison".
"""

from __future__ import annotations

import re

from bot.tables.catalog import Listed
from bot.tables.hear import Asked
from bot.tables.label import Label, own_words, spaced
from bot.tables.words import Word, features, keys, room
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["is_room", "only_room", "without_room"]

_HOW_MANY = regex(
    r"\b(?:how\s+many|numbers?\s+of)\s+(?P<what>(?:(?!(?:were|was|are|is|did|do|does|have|had|has|can|could|in|at|on|of"
    r"|by|for|with|who|that)\b)[\w'\u2019-]+\s*){1,4})",
    re.IGNORECASE,
)
_ENDS = regex(r"\s+(?:in|of|for|with|at|by|on|per|to|who|that)\s+|\s*[,:;(]", re.IGNORECASE)
_PEOPLE = ("person", "role", "attribute", "nationality")


def without_room(labels: tuple[Label, ...], question: Asked) -> tuple[Label, ...]:
    """LABELS of a table's measures less those that count room, where it is asked how many people there were."""
    if not _asks_of_people(question):
        return labels
    return tuple(one for one in labels if not is_room(one.code.words)) or labels


def only_room(question: Asked, listed: Listed) -> list[str]:
    """The people that are asked how many of, where all that a table counts is room for them."""
    measures = listed.measures.labels if listed.measures is not None else ()
    plain = [one.code.words for one in measures if not _is_trait(one)]
    told = plain or [listed.dataset.measure]
    people = _asks_of_people(question)
    return [people[-1].words] if people and told and all(map(is_room, told)) else []


def _asks_of_people(question: Asked) -> list[Word]:
    """The people of whom it is asked how many there were; none where another thing is, or room is spoken of."""
    match = _HOW_MANY.search(question.text)
    if match is None or any(word in room() or f"{word}s" in room() for word in keys(question.text)):
        return []
    asked = [w for w in question.words if match.start("what") <= w.start < match.end("what")]
    return asked if asked and asked[-1].kind in _PEOPLE else []


def is_room(words: str) -> bool:
    """Whether what WORDS count is room: their head says so ("Places in hostels"), and no people."""
    head = _ENDS.split(spaced(own_words(words)), maxsplit=1)[0]
    lex = lexicon()
    return not room().isdisjoint(keys(head)) and not any(lex.kind(i) in _PEOPLE[:2] for i in features(head))


def _is_trait(label: Label) -> bool:
    """Whether a column only says of whom ("Female"), and the table's title of what."""
    return bool(label.ids) and all(lexicon().kind(i) in _PEOPLE for i in label.ids)
