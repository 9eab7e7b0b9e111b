"""Tables that sort what they count by which way it went ("Negative grounds", "Positive grounds")."""

from __future__ import annotations

from bot.tables.catalog import Listed
from bot.tables.hear import Asked
from bot.tables.words import Word, features

__all__ = ["decided_upon", "only_decided"]


def only_decided(word: Word, listed: Listed) -> bool:
    """Whether a word only says that there was a decision, where the labels tell both ways that it may have gone."""
    return bool(word.ids & features("decision outcome result")) and features("positive negative") <= listed.labelled


def decided_upon(question: Asked, word: Word, listed: Listed) -> bool:
    """Whether a word says what was decided upon, where the table counts the decisions and the question says which way
    they went: of "Decisions", by outcome, the *applications* that were refused."""
    if not word.ids & features("application claim request bid petition") or not features("decision") <= listed.counted:
        return False
    went = features("refused rejected granted approved issued allowed dismissed withdrawn upheld accepted declined")
    if question.gathers and len(went & listed.labelled) > 1:
        return True  # the whole of which some were refused
    return any(w.ids & went & listed.labelled for w in question.words)
