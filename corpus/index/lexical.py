"""Search by words: BM25 over the passages and their sources' titles, on disk in RECORD/index/lexical.

The words of a question are only ever words here: no sign in them is an operator.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

import tantivy

from corpus.index.kept import Kept, Progress, plain
from corpus.ledger import Ledger
from corpus.lexicon.terms import lexicon

__all__ = ["VERSION", "Lexical", "Progress"]

VERSION = 1
"""Of the fields and the way words are cut: an index of another version is made anew."""
TITLE_WEIGHT = 0.3
"""Of a word in a source's title, against 1 in the passage: every passage of the source shares it."""
_SATURATION = 1.2
"""The k1 of its BM25."""

_AT_ONCE = 1_000
"""Sources whose passages are read together."""


class Lexical(Kept):
    """The index of one record's passages, in step with it as of the last ``refresh``."""

    name = "lexical"
    version = VERSION

    def __init__(self, ledger: Ledger, progress: Progress | None = None) -> None:
        """Open LEDGER's index, making or mending it as needed. Raises RecordFull where there is no room for it."""
        self._ledger = ledger
        super().__init__(ledger, progress)

    def search(self, words: str | Iterable[str], k: int = 50) -> list[tuple[str, float]]:
        """The K passages that bear most of WORDS: id and score, best first. No words, no passages.

        Stopwords are looked for only where there is nothing else: every passage bears some of them.
        """
        terms = self._terms(words)
        if not terms or self._index is None:
            return []
        schema = self._index.schema
        parts = [part for term in terms for part in _term(schema, term)]
        query = tantivy.Query.boolean_query([(tantivy.Occur.Should, part) for part in parts])
        searcher = self._index.searcher()
        hits = searcher.search(query, k, count=False).hits
        return [(searcher.doc(place)["id"][0], float(score)) for score, place in hits]

    def most(self, words: str | Iterable[str]) -> float:
        """What a passage can at most score for WORDS in ``search`` by its own words, its source's title aside.

        Okapi's weights (Robertson and Zaragoza 2009), as the index counts them.
        """
        if self._index is None:
            return 0.0
        searcher = self._index.searcher()
        often = [searcher.doc_freq("text", term) for term in self._terms(words)]
        rarity = (math.log(1 + (searcher.num_docs - n + 0.5) / (n + 0.5)) for n in often)
        return (_SATURATION + 1) * sum(rarity)

    def bearing(self, words: Sequence[Iterable[str]], k: int = 8) -> list[str]:
        """The ids of the K passages that bear most of WORDS, the best first; each word is any of several stems.

        A word counts once however long the passage is, and by the rarest of its stems that the passage bears.
        """
        if self._index is None:
            return []
        searcher, schema = self._index.searcher(), self._index.schema
        parts = [_any(schema, searcher, sorted(set(stems))) for stems in words if stems]
        if not parts:
            return []
        query = tantivy.Query.boolean_query([(tantivy.Occur.Should, part) for part in parts])
        return [searcher.doc(place)["id"][0] for _, place in searcher.search(query, k, count=False).hits]

    def _terms(self, words: str | Iterable[str]) -> list[str]:
        """WORDS as they stand in the index, each once."""
        text = words if isinstance(words, str) else " ".join(words)
        telling = self._analyzer.analyze(plain(lexicon().without_stopwords(text)))
        return list(dict.fromkeys(telling or self._analyzer.analyze(plain(text))))

    def _fields(self) -> tantivy.SchemaBuilder:
        fields = tantivy.SchemaBuilder()
        fields.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
        fields.add_text_field("source", tokenizer_name="raw", index_option="basic")
        fields.add_text_field("text", tokenizer_name="english", index_option="freq")
        fields.add_text_field("title", tokenizer_name="english", index_option="freq")
        return fields

    def _documents(self, source_ids: Sequence[str]) -> Iterator[tuple[int, list[tantivy.Document]]]:
        for at in range(0, len(source_ids), _AT_ONCE):
            some = source_ids[at : at + _AT_ONCE]
            titles = {s.id: s.title for s in self._ledger.sources_of(some)}
            held = self._ledger.passages_of(some)
            made = [_document(p.id, i, p.text, titles.get(i, "")) for i, passages in held.items() for p in passages]
            yield at + len(some), made


def _document(passage_id: str, source_id: str, text: str, title: str) -> tantivy.Document:
    return tantivy.Document(id=passage_id, source=source_id, text=plain(text), title=plain(title))


def _any(schema: tantivy.Schema, searcher: tantivy.Searcher, stems: Sequence[str]) -> tantivy.Query:
    parts = []
    for stem in stems:
        if often := searcher.doc_freq("text", stem):
            query = tantivy.Query.term_query(schema, "text", stem, index_option="freq")
            parts.append(tantivy.Query.const_score_query(query, math.log(1 + searcher.num_docs / often)))
    return tantivy.Query.disjunction_max_query(parts)


def _term(schema: tantivy.Schema, term: str) -> tuple[tantivy.Query, tantivy.Query]:
    """TERM in the passage, and in the title: side by side, since a union of unions takes twice as long to search."""
    in_text = tantivy.Query.term_query(schema, "text", term, index_option="freq")
    in_title = tantivy.Query.term_query(schema, "title", term, index_option="freq")
    return in_text, tantivy.Query.boost_query(in_title, TITLE_WEIGHT)
