"""Boys and girls, as a table of children tells them apart by sex."""

from __future__ import annotations

from dataclasses import replace

from bot.tables.catalog import Listed
from bot.tables.hear import Asked

__all__ = ["as_children"]

_BOY_OR_GIRL = {"boy": "male", "girl": "female"}
_YOUNG = frozenset({"child", "pupil", "schoolchild"})


def as_children(question: Asked, listed: Listed) -> Asked:
    """QUESTION with "boys" and "girls" read as the sexes of a table that counts children, where it calls them so: of
    pupils, "Female" are the girls. Among people of every age they are not."""
    named = [w for w in question.words if w.ids & _BOY_OR_GIRL.keys()]
    if not named or not listed.own & _YOUNG or listed.labelled & _BOY_OR_GIRL.keys():
        return question
    meant = {w: frozenset(_BOY_OR_GIRL[i] for i in w.ids & _BOY_OR_GIRL.keys()) for w in named}
    words = tuple(replace(w, ids=w.ids | meant[w]) if w in meant else w for w in question.words)
    return replace(question, words=words)
