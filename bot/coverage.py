"""What figures cover: "Do the figures include Wales?", told by a sentence on what they include or leave out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.heard import Heard, Line, asks, ids_of, takes_up
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["covered"]

_COUNTED = r"(?:figures?|numbers?|totals?|statistics|data|counts?|tables?|notice|release|bulletin|returns?|estimates?)"
_ASKED = regex(
    rf"\W*(?:and |so |but )?(?:do|does|did) (?P<whose>[^,?]*?\b{_COUNTED}\b[^,?]{{0,40}}?) (?:also )?"
    r"(?P<verb>include|cover|count|take in|exclude|leave out|omit) (?P<what>.+?)\W*$"
    rf"|\W*(?:and |so |but )?(?:is|are|was|were) (?P<named>.+?) (?P<done>included|covered|counted|excluded|left out)"
    rf" (?:in|by|from) (?P<of>[^,?]*?\b{_COUNTED}\b.*?)\W*$",
    re.IGNORECASE,
)
_OUT = regex(r"exclud\w*|leave\w* out|left out|omit\w*", re.IGNORECASE)
_TELLS = regex(
    r"\b(?P<not>(?:do|does|did|is|are|was|were)(?: not|n['\u2019]t) )?(?:also |only |all )?"
    r"(?P<verb>includ(?:es?|ed)|cover(?:s|ed)?|count(?:s|ed)?|takes? in|exclud(?:es?|ed)|leaves? out|left out"
    r"|omit(?:s|ted)?)"
    r"\s+(?P<what>[^.;:]+)",
    re.IGNORECASE,
)
_FIGURES = regex(rf"\b{_COUNTED}\b", re.IGNORECASE)


def covered(question: str, lines: Sequence[Line]) -> list[Heard]:
    """The one sentence that says whether the figures that QUESTION is of include what it names; else none."""
    asked = _ASKED.match(question)
    what = _telling(asked["what"] or asked["named"]) if asked is not None else frozenset()
    if asked is None or not what:
        return []
    left_out = _OUT.fullmatch(asked["verb"] or asked["done"]) is not None
    told = []
    for line in (one for one in lines if not asks(one.text)):
        for match in _TELLS.finditer(line.text):
            if what <= ids_of(match["what"].split(", ")[0]) and _of_figures(line, match.start()):
                inside = (_OUT.fullmatch(match["verb"]) is None) != bool(match["not"])
                told.append(Heard(line, 1.0, (), "Yes" if inside != left_out else "No"))
    return told[:1] if len({h.name for h in told}) == 1 else []


def _telling(words: str) -> frozenset[str]:
    return frozenset(i for i in ids_of(words) if not lexicon().general(i))


def _of_figures(line: Line, at: int) -> bool:
    """Whether what includes something AT a place of LINE are figures, named there or in what it takes up."""
    own = re.split(r"[.;:]\s", line.text[:at])[-1]
    return (
        _FIGURES.search(own) is not None
        or (takes_up(line) and _FIGURES.search(line.before) is not None)
        or (_THEY.search(own) is not None and _FIGURES.search(f"{line.before} {line.text}") is not None)
    )


_THEY = regex(r"(?:^|:\s+|\W)(?:they|it|these|those|this)\s*$", re.IGNORECASE)
