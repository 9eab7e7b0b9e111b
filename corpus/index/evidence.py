"""Search for figures by the terms that bear a question out, on disk in RECORD/index/evidence.

A document is a figure: the terms of its own words and sentence, and apart from them those of what it is part of, of the
sentences that it takes its meaning from and of its source's title. "Murderers who were let out" finds "three murderers"
though nothing beside them says "released": the whole that they are part of does. Terms are those of the lexicon, so
that every word for a thing finds it; what a figure may answer is still decided by rule, and by nothing here.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

import tantivy

from corpus.extract.written import ASKED
from corpus.index.kept import Kept, Progress
from corpus.ledger import Ledger
from corpus.lexicon.terms import lexicon
from corpus.records import Figure

__all__ = ["VERSION", "Evidence"]

VERSION = 1
"""Of the fields and what is told in them: an index of another version is made anew."""
WEIGHTS = {"own": 1.0, "beside": 0.8, "around": 0.6}
"""Of a term in a figure's own words, in its sentence, and in the whole, the sentences around or the title."""
_AT_ONCE = 500
"""Sources whose figures are read together."""


class Evidence(Kept):
    """The index of one record's figures, in step with it as of the last ``refresh``."""

    name = "evidence"
    version = VERSION

    def __init__(self, ledger: Ledger, progress: Progress | None = None) -> None:
        """Open LEDGER's index, making or mending it as needed. Raises RecordFull where there is no room for it."""
        self._ledger = ledger
        super().__init__(ledger, progress)

    def search(self, words: Sequence[Iterable[str]], k: int = 24) -> list[str]:
        """The ids of the K figures that bear most of WORDS, the best first; each word is any of several terms.

        A word counts once, by the best of its terms that a figure bears.
        """
        if self._index is None:
            return []
        searcher = self._index.searcher()
        parts = [_any(self._index.schema, searcher, sorted(set(terms))) for terms in words if terms]
        if not parts:
            return []
        query = tantivy.Query.boolean_query([(tantivy.Occur.Should, part) for part in parts])
        return [searcher.doc(place)["id"][0] for _, place in searcher.search(query, k, count=False).hits]

    def _fields(self) -> tantivy.SchemaBuilder:
        fields = tantivy.SchemaBuilder()
        fields.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
        for name in ("source", *WEIGHTS):
            fields.add_text_field(name, tokenizer_name="raw", index_option="basic")
        return fields

    def _documents(self, source_ids: Sequence[str]) -> Iterator[tuple[int, list[tantivy.Document]]]:
        for at in range(0, len(source_ids), _AT_ONCE):
            some = source_ids[at : at + _AT_ONCE]
            held = self._ledger.figures_of(some)
            titles = {s.id: s.title for s in self._ledger.sources_of(list(held))}
            texts = self._ledger.texts(held)
            yield (
                at + len(some),
                [d for i, figures in held.items() for d in _of_source(figures, texts[i], titles[i])],
            )


def _of_source(figures: Sequence[Figure], text: str, title: str) -> Iterator[tantivy.Document]:
    by_id = {f.id: f for f in figures}
    for figure in figures:
        if figure.note != ASKED:
            yield _document(figure, text, _around(figure, by_id, title))


def _document(figure: Figure, text: str, around: frozenset[str]) -> tantivy.Document:
    told = (figure.counted, figure.measure, figure.geography, *figure.also, *(v for _, v in figure.breakdown))
    own = _terms(told)
    beside = _terms((figure.context.of(text),)) - own
    return tantivy.Document(
        id=figure.id,
        source=figure.source_id,
        own=sorted(own),
        beside=sorted(beside),
        around=sorted(around - own - beside),
    )


def _around(figure: Figure, by_id: Mapping[str, Figure], title: str) -> frozenset[str]:
    """The terms that a figure takes over: from its wholes, however far up, and its source's title."""
    told = [title, figure.inherited, figure.population]
    whole, seen = by_id.get(figure.part_of or ""), {figure.id}
    while whole is not None and whole.id not in seen:
        told += [whole.counted, whole.measure, whole.geography, whole.inherited, *whole.also]
        seen.add(whole.id)
        whole = by_id.get(whole.part_of or "")
    return _terms(told)


def _terms(texts: Iterable[str]) -> frozenset[str]:
    lex = lexicon()
    return frozenset(i for text in texts if text for i in lex.ids(text) if not lex.general(i))


def _any(schema: tantivy.Schema, searcher: tantivy.Searcher, terms: Sequence[str]) -> tantivy.Query:
    """The best of TERMS that a figure bears, in its own words or around them.

    Each is worth its inverse document frequency alone: a figure that takes over much is not the less about it.
    """
    parts = []
    for term in terms:
        often = sum(searcher.doc_freq(field, term) for field in WEIGHTS)
        if often:
            worth = math.log(1 + searcher.num_docs / often)
            parts += [_of(schema, field, term, worth * weight) for field, weight in WEIGHTS.items()]
    return tantivy.Query.disjunction_max_query(parts)


def _of(schema: tantivy.Schema, field: str, term: str, worth: float) -> tantivy.Query:
    return tantivy.Query.const_score_query(tantivy.Query.term_query(schema, field, term, index_option="basic"), worth)
