"""Tables that sort what they count by which way it went ("Negative grounds", "Positive grounds")."""

from __future__ import annotations

from bot.tables.catalog import Listed
from bot.tables.words import Word, features

__all__ = ["only_decided"]


def only_decided(word: Word, listed: Listed) -> bool:
    """Whether a word only says that there was a decision, where the labels tell both ways that it may have gone."""
    return bool(word.ids & features("decision outcome result")) and features("positive negative") <= listed.labelled
