"""Written questions as they were given, held in memory: what the index of questions is measured and tested over."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from corpus.index.asked import Asked
from tests.bench.linked import rows

__all__ = ["InMemory", "asked_in"]

_TAG = re.compile(r"<[^>]+>")


class InMemory:
    """Questions held for an index that is kept in FOLDER."""

    read_only = False

    def __init__(self, folder: Path, questions: Iterable[Asked] = ()) -> None:
        self.folder = folder
        self.held = {one.id: one for one in questions}

    def fingerprint(self) -> str:
        return str(hash(tuple(self.held.values())))

    def digests(self) -> dict[str, str]:
        return {name: str(hash(one)) for name, one in self.held.items()}

    def asked(self, source_ids: Sequence[str]) -> Iterator[Asked]:
        return (self.held[name] for name in source_ids if name in self.held)


def asked_in(data: Path) -> Iterator[Asked]:
    """Every question of the folder DATA, month by month."""
    for told in rows(data):
        answer = " ".join(html.unescape(_TAG.sub(" ", told["answerText"] or "")).split())
        yield Asked(
            id=str(told["id"]),
            text=told["questionText"],
            tabled=date.fromisoformat(told["dateTabled"][:10]),
            body=told["answeringBodyName"],
            heading=told["heading"] or "",
            answer=answer,
            answered=date.fromisoformat(told["dateAnswered"][:10]) if told["dateAnswered"] else None,
            asker=str(told["askingMemberId"]),
            uin=told["uin"],
            group=tuple(told["groupedQuestions"]),
        )
