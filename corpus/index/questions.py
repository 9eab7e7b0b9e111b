"""Search among written questions: BM25 over each one's heading, words and answer, on disk in RECORD/index/questions.

A passage's index does not serve here: it weighs a question and its answer apart, and every other source among them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import tantivy

from corpus.index.addressed import Department, addressed, department
from corpus.index.asked import Asked, HoldsQuestions
from corpus.index.kept import Kept, Progress, plain
from corpus.lexicon.terms import lexicon

__all__ = ["Hit", "Questions", "Words"]

_AT_ONCE = 500
_NEVER = 0
"""The day that is stored for an answer that there is none of."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a question is looked for by."""

    terms: tuple[str, ...]
    """Its telling words, each once and as they stand in the index."""
    department: Department
    """To which it is put, as its own words say; empty where they do not."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A question that was found, with what its ranking is weighed from."""

    id: str
    words: float
    """BM25 of all its words, plus what was asked for of those in its heading."""
    covered: float
    """The share of its heading that the words looked for cover, each word by its rarity; 0 without a heading."""
    department: Department
    tabled: date
    answered: date | None
    asker: str


class Questions(Kept):
    """The index of one record's written questions, in step with it as of the last ``refresh``."""

    name = "questions"
    version = 1

    def __init__(self, held: HoldsQuestions, progress: Progress | None = None) -> None:
        """Open the index of what is HELD, making or mending it as needed. Raises RecordFull."""
        self._held = held
        self._rarity: dict[str, float] = {}
        super().__init__(held, progress)

    def words(self, question: str) -> Words:
        """What QUESTION is looked for by: the words it asks with, less those that only say to whom it is put."""
        if self._index is None:
            return Words((), frozenset())
        known = self._index.searcher().terms_with_prefix("department", "")
        to, rest = addressed(question, [frozenset(name.split()) for name, _ in known if name])
        terms = self._analyzer.analyze(plain(lexicon().without_stopwords(rest))) or self._analyzer.analyze(plain(rest))
        return Words(tuple(dict.fromkeys(terms)), to)

    def search(
        self, words: Words, k: int, before: date | None = None, heading: float = 0.0, department: float = 0.0
    ) -> list[Hit]:
        """The K questions that bear most of WORDS; of those tabled BEFORE a day, where one is given.

        A word counts HEADING times more where it stands in the heading; that a question was put to the same
        department makes up for so many points of BM25 when the K are chosen. No words, no questions.
        """
        if self._index is None or not words.terms:
            return []
        searcher = self._index.searcher()
        query = _query(self._index.schema, words, before, heading, department)
        reading = _Reading(searcher, self._rarity, words, department)
        hits = searcher.search(query, k, count=False).hits
        return [reading.hit(searcher.doc(place), float(score)) for score, place in hits]

    def refresh(self, progress: Progress | None = None) -> None:
        """Come into step with the ledger; costs next to nothing where nothing has changed."""
        before = self._fingerprint
        super().refresh(progress)
        if self._fingerprint != before:
            self._rarity = {}

    def _fields(self) -> tantivy.SchemaBuilder:
        fields = tantivy.SchemaBuilder()
        fields.add_text_field("source", stored=True, tokenizer_name="raw", index_option="basic")
        fields.add_text_field("words", tokenizer_name="english", index_option="freq")
        fields.add_text_field("heading", tokenizer_name="english", index_option="freq")
        fields.add_text_field("titled", stored=True, tokenizer_name="raw", index_option="basic")
        fields.add_text_field("department", stored=True, tokenizer_name="raw", index_option="basic")
        fields.add_text_field("asker", stored=True, tokenizer_name="raw", index_option="basic")
        fields.add_integer_field("tabled", stored=True, indexed=True, fast=True)
        fields.add_integer_field("answered", stored=True)
        return fields

    def _documents(self, source_ids: Sequence[str]) -> Iterator[tuple[int, list[tantivy.Document]]]:
        for at in range(0, len(source_ids), _AT_ONCE):
            some = source_ids[at : at + _AT_ONCE]
            yield at + len(some), [self._document(asked) for asked in self._held.asked(some)]

    def _document(self, asked: Asked) -> tantivy.Document:
        to = department(asked.body)
        _, question = addressed(asked.text, [to])
        return tantivy.Document(
            source=asked.id,
            words=plain(f"{asked.heading} {question} {asked.answer}"),
            heading=plain(asked.heading),
            titled=" ".join(dict.fromkeys(self._analyzer.analyze(plain(asked.heading)))),
            department=" ".join(sorted(to)),
            asker=asked.asker,
            tabled=asked.tabled.toordinal(),
            answered=asked.answered.toordinal() if asked.answered else _NEVER,
        )


class _Reading:
    """How what was found for WORDS is read. RARITY remembers how rare a word is among the questions of the index."""

    def __init__(self, searcher: tantivy.Searcher, rarity: dict[str, float], words: Words, department: float) -> None:
        self._searcher = searcher
        self._rarity = rarity
        self._terms = frozenset(words.terms)
        self._department = " ".join(sorted(words.department))
        self._bonus = department

    def hit(self, document: tantivy.Document, score: float) -> Hit:
        """The question of DOCUMENT, whose SCORE holds the bonus of its department."""
        told = document.to_dict()
        to, answered = told["department"][0], told["answered"][0]
        return Hit(
            id=told["source"][0],
            words=score - self._bonus if to and to == self._department else score,
            covered=self._covered(told["titled"][0].split()),
            department=frozenset(to.split()),
            tabled=date.fromordinal(told["tabled"][0]),
            answered=date.fromordinal(answered) if answered != _NEVER else None,
            asker=told["asker"][0],
        )

    def _covered(self, title: list[str]) -> float:
        covered = whole = 0.0
        for term in title:
            rare = self._rare(term)
            whole += rare
            if term in self._terms:
                covered += rare
        return covered / whole if whole else 0.0

    def _rare(self, term: str) -> float:
        """The idf that BM25 gives TERM."""
        if term not in self._rarity:
            held = self._searcher.doc_freq("words", term)
            self._rarity[term] = math.log(1 + (max(self._searcher.num_docs - held, 0) + 0.5) / (held + 0.5))
        return self._rarity[term]


def _query(
    schema: tantivy.Schema, words: Words, before: date | None, heading: float, department: float
) -> tantivy.Query:
    query, should, must = tantivy.Query, tantivy.Occur.Should, tantivy.Occur.Must
    parts: list[tuple[tantivy.Occur, tantivy.Query]] = []
    for term in words.terms:
        parts.append((should, query.term_query(schema, "words", term, index_option="freq")))
        if heading:
            titled = query.term_query(schema, "heading", term, index_option="freq")
            parts.append((should, query.boost_query(titled, heading)))
    whole = [(must, query.boolean_query(parts))]
    if words.department and department:
        same = query.term_query(schema, "department", " ".join(sorted(words.department)), index_option="basic")
        whole.append((should, query.const_score_query(same, department)))
    if before is not None:
        earlier = query.range_query(schema, "tabled", tantivy.FieldType.Integer, None, before.toordinal() - 1)
        whole.append((must, query.const_score_query(earlier, 0.0)))
    return query.boolean_query(whole)
