"""Despatch's search as LangChain knows a retriever, for those who build something else over the same record.

Nothing of Despatch imports this: importing langchain-core takes longer than a cold question.
"""

from __future__ import annotations

from typing import Any, Self

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import Field, PrivateAttr

from bot.retrieve import CANDIDATES, Retriever
from corpus.ledger import Ledger
from corpus.records import Passage, Source

__all__ = ["PassageRetriever"]


class PassageRetriever(BaseRetriever):
    """The passages that bear on a question, the likeliest first, found by their words and by their meaning.

    A document's content is exactly characters ``start`` up to ``end`` of the stored text of ``source``, as its metadata
    says; ``passage`` is its id there. Raises RecordError where the record cannot be searched.
    """

    k: int = Field(default=CANDIDATES, ge=1)
    """At most so many documents."""
    _search: Retriever = PrivateAttr()

    @classmethod
    def over(cls, ledger: Ledger, k: int = CANDIDATES) -> Self:
        """A retriever over LEDGER, which the caller closes when it is no longer needed."""
        made = cls(k=k)
        made._search = Retriever(ledger)
        return made

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        ledger = self._search.ledger
        self._search.in_step()
        with ledger.steady():
            passages = ledger.passages(self._search.found(query, self.k))
            sources = {s.id: s for s in ledger.sources_of(p.source_id for p in passages)}
        return [_document(passage, sources[passage.source_id]) for passage in passages]


def _document(passage: Passage, source: Source) -> Document:
    told: dict[str, Any] = {
        "source": source.id,
        "passage": passage.id,
        "start": passage.span.start,
        "end": passage.span.end,
        "title": source.title,
        "publisher": source.publisher,
        "kind": source.kind.value,
        "published": source.published.isoformat() if source.published else None,
        "reference": source.reference,
        "url": source.url,
    }
    return Document(page_content=passage.text, id=passage.id, metadata=told)
