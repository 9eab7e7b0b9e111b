"""How sure it is that a figure which the reader points at is the one asked for."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest

from bot.left_open import Like
from bot.match import Fit
from bot.sureness import surest
from corpus.records import Figure, Qualifier, Span

TEXT = "The board closed 41 piers. It opened 12 kiosks. Divers raised nine anchors."
SENTENCES = ("The board closed 41 piers.", "It opened 12 kiosks.", "Divers raised nine anchors.")


def held(number: int, value: int, counted: str) -> Fit:
    """A figure of the sentence of that NUMBER."""
    at = TEXT.index(SENTENCES[number])
    context = Span(at, at + len(SENTENCES[number]))
    figure = Figure(
        str(number), "s", Span(at, at + 1), context, Decimal(value), Qualifier.EXACTLY, "", counted, counted
    )
    return Fit(figure, 0.0, (), (), (), 0.0, 0, 0)


PIERS, KIOSKS, ANCHORS = held(0, 41, "piers"), held(1, 12, "kiosks"), held(2, 9, "anchors")


def alike(words: str) -> Like:
    """A likeness in which every text that holds WORDS is like what is asked, and no other is."""

    def like(text: str, others: Sequence[str]) -> Sequence[float]:
        return [0.8 if words in other else 0.1 for other in others]

    return like


@pytest.mark.parametrize(
    ("odds", "words", "found", "sure"),
    [
        ((4.0, 0.0, -2.0), "piers", "piers", True),
        ((4.0, 0.0, -2.0), "kiosks", "kiosks", False),  # the reader is at the one, the words are the other's
        ((2.1, -6.0, -6.0), "piers", "piers", True),  # little by itself, but far before any other
        ((1.6, -6.0, -6.0), "piers", "piers", False),  # too little by itself
        ((3.0, 2.9, 2.8), "anchors", "anchors", False),  # three that it cannot tell apart
    ],
)
def test_odds_their_distance_and_likeness_say_together_how_sure_it_is(
    odds: tuple[float, ...], words: str, found: str, sure: bool
) -> None:
    each = sorted(zip(odds, (PIERS, KIOSKS, ANCHORS), strict=True), key=lambda h: -h[0])
    pointed = surest("How many?", each, alike(words), lambda _: TEXT)
    if sure:
        assert pointed is not None
        assert pointed.sure
        assert pointed.fit.figure.counted == found
    else:
        assert pointed is None or not pointed.sure


def test_two_figures_of_one_value_do_not_tell_against_each_other() -> None:
    again = held(1, 41, "piers")
    one = surest("How many?", [(2.0, PIERS), (1.9, again)], alike("piers"), lambda _: TEXT)
    other = surest("How many?", [(2.0, PIERS), (1.9, KIOSKS)], alike("piers"), lambda _: TEXT)
    assert one is not None
    assert one.sure
    assert other is None or not other.sure


def test_nothing_is_pointed_at_where_nothing_is_held_or_all_is_unlikely() -> None:
    assert surest("How many?", [], alike("piers"), lambda _: TEXT) is None
    assert surest("How many?", [(-3.0, PIERS), (-4.0, KIOSKS)], alike("piers"), lambda _: TEXT) is None
