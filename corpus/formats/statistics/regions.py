"""Codes of letters for the regions of England, under a heading that says that they are such: "NE", "YH", "EM"; and for
the classes of its authorities: "LB", "UA"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.patterns import regex

__all__ = ["classes_by_letters", "letters_of_areas", "regions_by_letters"]

_HEADED = regex(r"(?:^|[\W_])(?:regions?|gor)(?:$|[\W_])", re.IGNORECASE)
_LETTERS = {
    "ne": "North East",
    "nw": "North West",
    "yh": "Yorkshire and the Humber",
    "y&h": "Yorkshire and the Humber",
    "em": "East Midlands",
    "wm": "West Midlands",
    "ee": "East of England",
    "eoe": "East of England",
    "e": "East of England",
    "l": "London",
    "lon": "London",
    "ldn": "London",
    "gl": "London",
    "se": "South East",
    "sw": "South West",
}
_LEAST = 5
"""How many of them stand there before letters are known to be regions: "NE" and "SW" alone may be of a compass."""


def regions_by_letters(heading: str, labels: Sequence[str]) -> dict[int, str]:
    """What the letters of LABELS stand for, by the label's number; nothing where HEADING does not say that they are
    regions, where one of them is no region's, or where two would be the same one."""
    said = [label.strip().lower() for label in labels]
    named = {_LETTERS[one] for one in said if one in _LETTERS}
    if _HEADED.search(heading) is None or len(named) < max(_LEAST, len(said)):
        return {}
    return {n: _LETTERS[one] for n, one in enumerate(said)}


_CLASSED = regex(r"(?:^|[\W_])(?:class|types?|tier)(?:$|[\W_])", re.IGNORECASE)
_CLASSES = {
    "lb": "London borough",
    "md": "Metropolitan district",
    "sc": "Shire county",
    "sd": "Shire district",
    "ua": "Unitary authority",
}
"""As the accounts of English authorities have them."""
_LEAST_CLASSES = 3


def classes_by_letters(heading: str, labels: Sequence[str]) -> dict[int, str]:
    """What the letters among LABELS stand for, by the label's number; nothing where HEADING does not say that they are
    classes or types, where too few are, or where one stands there twice."""
    found = {n: _CLASSES[one] for n, label in enumerate(labels) if (one := label.strip().lower()) in _CLASSES}
    few = len(set(found.values())) < max(_LEAST_CLASSES, len(found))
    return {} if few or _CLASSED.search(heading) is None else found


def letters_of_areas(heading: str, labels: Sequence[str]) -> dict[int, str]:
    """What letters of LABELS stand for under HEADING: regions, or classes of authorities."""
    return regions_by_letters(heading, labels) or classes_by_letters(heading, labels)
