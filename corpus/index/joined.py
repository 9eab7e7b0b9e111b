"""Passages by their words and by their meaning in one ranking: the weighted sum of what each says.

Each says it from 0 to about 1: BM25 as a share of what a passage can at most score, meaning as a cosine. Who asks for a
figure is answered from a passage that holds one rather than from one that holds none. The best dozen are then told
closely: MiniLM reads the stretch of each that answers the question likeliest, and its cosine counts as well.
`make retrieval` measures it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from corpus.encoder import Encoder, find_model
from corpus.encoder.forward import Array
from corpus.encoder.static import Static
from corpus.index.lexical import Lexical
from corpus.index.meaning import Meaning
from corpus.ledger import Ledger

__all__ = ["CLOSE", "CLOSELY", "FIGURE", "MEANING", "WORDS", "Closely", "best"]

WORDS, MEANING = 0.4, 1.0
"""What the share of the words and the cosine by meaning weigh."""
FIGURE = 0.1
"""What it weighs that a figure stands in a passage, where a figure is asked for."""
CLOSE = 0.4
"""What MiniLM's cosine weighs, for those that it tells closely: more finds more in general language, and loses more of
what a department means by a thing (docs/decisions/0008-an-encoder-of-our-own.md)."""
CLOSELY = 12
"""So many of the best are told closely."""
_SEARCHED = 100
"""Passages that each of the two finds, at the least."""
_KEPT = 4_096
"""Stretches whose vectors are kept from one question to the next: 6 MB."""


class Closely:
    """MiniLM over a few texts: vectors are made when first needed and kept. Safe to use from many threads."""

    def __init__(self, own: Static | None = None) -> None:
        """OWN finds the stretches. Raises ModelMissing or ModelAltered."""
        self._encoder = Encoder(find_model(""))
        self._own = own or Static()
        self._kept: dict[str, Array] = {}

    def told(self, words: str, texts: Sequence[str]) -> Array:
        """How near to WORDS the stretch of each of TEXTS is that answers them likeliest, as a cosine."""
        if not texts:
            return np.zeros(0, dtype=np.float32)
        parts = [
            text[span.start : span.end] for text, span in zip(texts, self._own.stretches(words, texts), strict=True)
        ]
        kept = {part: row for part in parts if (row := self._kept.get(part)) is not None}
        new = [part for part in dict.fromkeys(parts) if part not in kept]
        if new:
            kept |= zip(new, self._encoder.encode_passages(new), strict=True)
        self._keep(kept)
        made: Array = np.stack([kept[part] for part in parts]) @ self._encoder.encode_query(words)
        return made

    def _keep(self, rows: Mapping[str, Array]) -> None:
        """ROWS as the last to be dropped."""
        self._kept = dict([*(one for one in self._kept.items() if one[0] not in rows), *rows.items()][-_KEPT:])


def best(
    ledger: Ledger, words: str, most: int, by: tuple[Lexical, Meaning, Closely | None], *, figure: bool = False
) -> list[str]:
    """Ids of the MOST passages of LEDGER that bear on WORDS, the best first; told closely where there is a model.

    Where WORDS ask for a FIGURE, it counts that a passage holds one.
    """
    lexical, meaning, closely = by
    searched, able = max(most, _SEARCHED), lexical.most(words) or 1.0
    borne = {i: score / able for i, score in lexical.search(words, searched)}
    near = meaning.told(words, searched, borne)
    scores = {i: WORDS * borne.get(i, 0.0) + MEANING * near.get(i, 0.0) for i in {**near, **borne}}
    for i in ledger.counting(scores) if figure else ():
        scores[i] += FIGURE
    order = sorted(scores, key=lambda i: (-scores[i], i))
    if closely is None:
        return order[:most]
    held = ledger.passages(order[:CLOSELY])
    told = closely.told(words, [p.text for p in held])
    close = {p.id: scores[p.id] + CLOSE * float(one) for p, one in zip(held, told, strict=True)}
    return [*sorted(close, key=lambda i: (-close[i], i)), *(i for i in order if i not in close)][:most]
