"""The plain LangChain way, which Despatch is measured against: split, embed, store in Chroma, search by likeness."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from langchain_core.embeddings import Embeddings

from corpus.encoder import find_model
from tests.bench.vectors import cheap

__all__ = ["MiniLM", "Plain", "sentence_transformer"]

CHUNK = 1_200
"""Characters: room for each of the passages, so that both sides hold the same ones."""
AT_ONCE = 2_000
K = 4


def sentence_transformer() -> Any:
    """MiniLM as sentence-transformers gives it, from the package that Despatch uses."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging

    logging.disable_progress_bar()  # type: ignore[no-untyped-call]  # transformers types nothing here
    return SentenceTransformer(str(find_model("").folder), device="cpu")


class MiniLM(Embeddings):
    """Questions by the model through sentence-transformers; passages by the same cheap vectors as on our side."""

    def __init__(self) -> None:
        self._model = sentence_transformer()

    def embed_query(self, text: str) -> list[float]:
        made: list[float] = self._model.encode(text, show_progress_bar=False).tolist()
        return made

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        made: list[list[float]] = cheap(texts, 384).tolist()
        return made


class Plain:
    """A Chroma store as the tutorials make it, kept in FOLDER."""

    def __init__(self, folder: Path) -> None:
        from chromadb.config import Settings
        from langchain_chroma import Chroma

        quiet = Settings(anonymized_telemetry=False, is_persistent=True, persist_directory=str(folder))
        self._store = Chroma("plain", MiniLM(), persist_directory=str(folder), client_settings=quiet)

    def add(self, texts: Iterable[str], total: int, say: Callable[[str], None]) -> int:
        """Split TEXTS and store the pieces; how many there are."""
        from langchain_text_splitters import RecursiveCharacterTextSplitter

        splitter = RecursiveCharacterTextSplitter(chunk_size=CHUNK, chunk_overlap=0)
        batch: list[str] = []
        done = 0
        for text in texts:
            batch += splitter.split_text(text)
            if len(batch) >= AT_ONCE:
                done += len(self._store.add_texts(batch))
                batch = []
                say(f"stored {done:,} of {total:,} passages the plain way")
        return done + (len(self._store.add_texts(batch)) if batch else 0)

    def ask(self, question: str) -> list[str]:
        """The texts of the K nearest passages."""
        return [found.page_content for found in self._store.similarity_search(question, k=K)]
