"""Patterns that are compiled late: each can be, and each does what a compiled one does."""

from __future__ import annotations

import importlib
import pickle
import pkgutil
import re
from collections.abc import Iterable, Iterator

import pytest

import bot
import corpus
from corpus.patterns import regex

LATE = type(regex(""))


def late(value: object) -> Iterator[re.Pattern[str]]:
    """The patterns in a module's VALUE, and in its tuples and tables."""
    if isinstance(value, LATE):
        yield value
    elif isinstance(value, (tuple, list, frozenset)):
        for one in value:
            yield from late(one)
    elif isinstance(value, dict):
        yield from late([*value, *value.values()])


def modules() -> Iterable[str]:
    for room in (bot, corpus):
        for found in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            yield found.name


def test_every_pattern_of_the_house_can_be_compiled() -> None:
    found = [one for name in modules() for value in vars(importlib.import_module(name)).values() for one in late(value)]
    assert len(found) > 700
    assert all(isinstance(one.pattern, str) and one.groups >= 0 for one in found)


def test_it_does_what_a_compiled_pattern_does() -> None:
    made, late_one = re.compile(r"(?P<n>\d+) (lamps?)", re.IGNORECASE), regex(r"(?P<n>\d+) (lamps?)", re.IGNORECASE)
    said = "4 Lamps here, 1 lamp there"
    for method in ("search", "match", "fullmatch"):
        ours, theirs = getattr(late_one, method)(said), getattr(made, method)(said)
        assert (ours and ours.groups()) == (theirs and theirs.groups())
    assert late_one.findall(said) == made.findall(said)
    assert late_one.sub(r"\2 \1", said) == made.sub(r"\2 \1", said) == "Lamps 4 here, lamp 1 there"
    assert late_one.split(said) == made.split(said)
    assert [m.span() for m in late_one.finditer(said, 3)] == [m.span() for m in made.finditer(said, 3)]
    assert (late_one.pattern, late_one.flags, dict(late_one.groupindex)) == (made.pattern, made.flags, {"n": 1})
    assert pickle.loads(pickle.dumps(late_one)).findall(said) == made.findall(said)
    assert repr(late_one) == repr(regex(late_one.pattern))


def test_a_fault_shows_at_the_first_use() -> None:
    bad = regex("(")
    with pytest.raises(re.error):
        bad.search("")
