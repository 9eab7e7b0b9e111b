"""Search by words: BM25 over the passages and their sources' titles, on disk in RECORD/index/lexical.

A cache of the ledger: brought up to date source by source, and made anew when it is missing, broken or of another
version. The words of a question are only ever words here: no sign in them is an operator.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence

import tantivy
from filelock import FileLock, Timeout

from corpus.index.stamp import Changes, changes, index_folder, read_json, write_json
from corpus.ledger import Ledger
from corpus.ledger.opening import explained
from corpus.lexicon.terms import lexicon

__all__ = ["Lexical", "Progress"]

Progress = Callable[[int, int], None]

VERSION = 1
"""Of the fields and the way words are cut: an index of another version is made anew."""
TITLE_WEIGHT = 0.3
"""Of a word in a source's title, against 1 in the passage: every passage of the source shares it."""
_HEAP = 64_000_000
_AT_ONCE = 2_000
"""Sources whose passages are read together."""
WAIT = 0.2
"""Seconds that are waited for another process that is mending the index: a question must not wait longer."""
FEW = 2_000
"""Up to so many sources, an index is made in memory where another process is at the one on disk."""
_COMMA = re.compile(r"(?<=\d),(?=\d{3})")


class Lexical:
    """The index of one record, in step with it as of the last ``refresh``."""

    def __init__(self, ledger: Ledger, progress: Progress | None = None) -> None:
        """Open LEDGER's index, making or mending it as needed. Raises RecordFull where there is no room for it."""
        self._ledger = ledger
        self._folder = index_folder(ledger.folder) / "lexical"
        self._index: tantivy.Index | None = None
        self._fingerprint = ""
        self._analyzer = _analyzer()
        self.refresh(progress)

    def refresh(self, progress: Progress | None = None) -> None:
        """Come into step with the ledger; costs next to nothing where nothing has changed.

        Where another process is at it already, what is there is used as it is; where that is nothing, or little, or
        the record may only be read, an index is made in memory.
        """
        now = self._ledger.fingerprint()
        if self._index is not None and now == self._fingerprint:
            return
        if self._ledger.read_only:
            self._read_only(now)
            return
        with explained(self._ledger.folder):
            self._folder.parent.mkdir(exist_ok=True)
            try:
                with FileLock(self._folder.with_suffix(".lock"), timeout=WAIT):
                    self._on_disk(now, progress)
            except Timeout:
                self._meanwhile(now)

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

    def _terms(self, words: str | Iterable[str]) -> list[str]:
        """WORDS as they stand in the index, each once."""
        text = words if isinstance(words, str) else " ".join(words)
        telling = self._analyzer.analyze(_plain(lexicon().without_stopwords(text)))
        return list(dict.fromkeys(telling or self._analyzer.analyze(_plain(text))))

    # -- bringing it into step

    def _on_disk(self, now: str, progress: Progress | None) -> None:
        try:
            if self._stamp().get("fingerprint") != now:
                now = self._mend(progress)
            self._index = self._opened()
        except (ValueError, OSError) as fault:
            if _no_room(fault):
                raise OSError(28, str(fault)) from fault
            shutil.rmtree(self._folder, ignore_errors=True)
            now = self._mend(progress)
            self._index = self._opened()
        self._fingerprint = now

    def _stamp(self) -> dict[str, str]:
        told = read_json(self._folder / "stamp.json")
        return told if told.get("version") == VERSION else {}

    def _opened(self) -> tantivy.Index:
        index = tantivy.Index.open(str(self._folder / "segments"))
        index.register_tokenizer("english", self._analyzer)
        index.searcher()
        return index

    def _mend(self, progress: Progress | None) -> str:
        """Write what the index lacks, and give the fingerprint that it is now in step with.

        A kill leaves the older stamp, and the same sources are written again.
        """
        have = read_json(self._folder / "sources.json") if self._stamp() else {}
        if not have:
            shutil.rmtree(self._folder, ignore_errors=True)
            (self._folder / "segments").mkdir(parents=True)
            index = _made(str(self._folder / "segments"), self._analyzer)
        else:
            index = self._opened()
        with self._ledger.steady():
            now, want = self._ledger.fingerprint(), self._ledger.digests()
        self._write(index, changes(have, want), progress)
        write_json(self._folder / "sources.json", want)
        write_json(self._folder / "stamp.json", {"version": VERSION, "fingerprint": now})
        return now

    def _write(self, index: tantivy.Index, differing: Changes, progress: Progress | None) -> None:
        writer = index.writer(_HEAP, 1)
        for source_id in {*differing.gone, *differing.new}:
            writer.delete_documents_by_term("source", source_id)
        done = 0
        for some in _some(differing.new):
            titles = {s.id: s.title for s in self._ledger.sources_of(some)}
            for source_id, passages in self._ledger.passages_of(some).items():
                for passage in passages:
                    writer.add_document(_document(passage.id, source_id, passage.text, titles.get(source_id, "")))
            done += len(some)
            if progress:
                progress(done, len(differing.new))
        writer.commit()
        writer.wait_merging_threads()

    def _read_only(self, now: str) -> None:
        if self._stamp().get("fingerprint") == now:
            try:
                self._index = self._opened()
                self._fingerprint = now
                return
            except (ValueError, OSError):
                pass
        self._in_memory(now)

    def _meanwhile(self, now: str) -> None:
        """Search what is on disk, though it lacks what another process is writing there."""
        told = self._stamp().get("fingerprint", "")
        if told and len(self._ledger.digests()) > FEW:
            try:
                self._index, self._fingerprint = self._opened(), told
                return
            except (ValueError, OSError):
                pass
        self._in_memory(now)

    def _in_memory(self, now: str) -> None:
        index = _made(None, self._analyzer)
        self._write(index, Changes([], list(self._ledger.digests())), None)
        index.reload()
        self._index, self._fingerprint = index, now


def _analyzer() -> tantivy.TextAnalyzer:
    """Words and numbers (``15.6`` is one), lower case, without accents, English endings taken off."""
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.regex(r"[^\W_]+(?:\.\d+)*"))
    for step in (
        tantivy.Filter.remove_long(60),
        tantivy.Filter.lowercase(),
        tantivy.Filter.ascii_fold(),
        tantivy.Filter.stemmer("english"),
    ):
        builder = builder.filter(step)
    return builder.build()


def _made(folder: str | None, analyzer: tantivy.TextAnalyzer) -> tantivy.Index:
    fields = tantivy.SchemaBuilder()
    fields.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    fields.add_text_field("source", tokenizer_name="raw", index_option="basic")
    fields.add_text_field("text", tokenizer_name="english", index_option="freq")
    fields.add_text_field("title", tokenizer_name="english", index_option="freq")
    index = tantivy.Index(fields.build(), path=folder) if folder else tantivy.Index(fields.build())
    index.register_tokenizer("english", analyzer)
    return index


def _document(passage_id: str, source_id: str, text: str, title: str) -> tantivy.Document:
    return tantivy.Document(id=passage_id, source=source_id, text=_plain(text), title=_plain(title))


def _plain(text: str) -> str:
    """TEXT with 1,023 and 1023 the same."""
    return _COMMA.sub("", text)


def _some(source_ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for at in range(0, len(source_ids), _AT_ONCE):
        yield source_ids[at : at + _AT_ONCE]


def _term(schema: tantivy.Schema, term: str) -> tuple[tantivy.Query, tantivy.Query]:
    """TERM in the passage, and in the title: side by side, since a union of unions takes twice as long to search."""
    in_text = tantivy.Query.term_query(schema, "text", term, index_option="freq")
    in_title = tantivy.Query.term_query(schema, "title", term, index_option="freq")
    return in_text, tantivy.Query.boost_query(in_title, TITLE_WEIGHT)


def _no_room(fault: Exception) -> bool:
    return "No space left" in str(fault)
