"""GOV.UK content: a page of news, a speech, statistics or their announcement, as the site's content API gives it.

What stands around the words of a page is written as the page shows it: a notice that it was withdrawn, the government
it was published under, who spoke and when, its attachments by their titles, and how it was changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from corpus.errors import IngestRefused
from corpus.formats.base import Document, Meta
from corpus.formats.blocks import GridRow, Heading, Item, Mark, laid
from corpus.formats.html import blocks_of, fragment_of
from corpus.patterns import regex
from corpus.records import SourceKind, Span, Standing
from corpus.voice import Voice

__all__ = ["documents", "reads"]

_KINDS = {
    "news_story": SourceKind.PRESS_NOTICE,
    "press_release": SourceKind.PRESS_NOTICE,
    "news_article": SourceKind.PRESS_NOTICE,
    "world_news_story": SourceKind.PRESS_NOTICE,
    "government_response": SourceKind.PRESS_NOTICE,
    "speech": SourceKind.PRESS_NOTICE,
    "authored_article": SourceKind.PRESS_NOTICE,
    "oral_statement": SourceKind.ORAL_STATEMENT,
    "written_statement": SourceKind.WRITTEN_STATEMENT,
    "statistical_data_set": SourceKind.OFFICIAL_STATISTICS,
    "official_statistics": SourceKind.OFFICIAL_STATISTICS,
    "national_statistics": SourceKind.OFFICIAL_STATISTICS,
    "official_statistics_announcement": SourceKind.PRESS_NOTICE,
    "national_statistics_announcement": SourceKind.PRESS_NOTICE,
    "correspondence": SourceKind.LETTER,
}
_SPOKEN = ("speech", "oral_statement", "written_statement", "authored_article")
_SITE = "https://www.gov.uk"
_STYLE = regex(r"^(?:The\s+)?(?:Rt\.?\s+Hon\.?\s+)?(?P<name>.+?)(?:,?\s+(?:MP|QC|KC|CBE|OBE|MBE))*$")
_STATES = {
    "confirmed": "confirmed",
    "provisional": "provisional: it may change",
    "cancelled": "cancelled: it will not be released",
}
_FIRST = "first published."


def reads(data: object) -> bool:
    """Whether DATA is one page of the site."""
    if not isinstance(data, dict) or not isinstance(data.get("details"), dict):
        return False
    path = data.get("base_path")
    return isinstance(path, str) and path.startswith("/") and isinstance(data.get("document_type"), str)


def documents(data: object, path: Path) -> list[Document]:
    """The one document of a page. Raises IngestRefused where it holds no words."""
    if not isinstance(data, dict):
        raise IngestRefused(str(path), "the JSON is not a page of GOV.UK")
    page = _Page(data, path)
    text, tables, marks = laid(page.blocks())
    if not text or not page.title:
        raise IngestRefused(str(path), "the page holds no title or no words")
    places = {m.label: m.start for m in marks}
    voices = page.voices(places, len(text)) if text else ()
    return [Document(text, page.meta(), tables=tables, voices=voices)]


class _Page:
    """A page's fields, each read only where it is of the kind that it should be."""

    def __init__(self, data: dict[str, Any], path: Path) -> None:
        self.data, self.path = data, path
        self.details: dict[str, Any] = data["details"]
        links = data.get("links")
        self.links: dict[str, Any] = links if isinstance(links, dict) else {}
        self.type = str(data["document_type"])
        self.title = _words(data.get("title"))
        self.withdrawn = _dict(data.get("withdrawn_notice"))

    def meta(self) -> Meta:
        """What the page tells of itself."""
        notice = self._withdrawal()
        return Meta(
            title=self.title,
            publisher=self._publisher() or "GOV.UK",
            kind=_KINDS.get(self.type, SourceKind.DOCUMENT),
            published=self.published(),
            url=f"{_SITE}{self.data['base_path']}",
            access=notice or None,
            language=_words(self.data.get("locale")) or None,
        )

    def published(self) -> date | None:
        """The day on which it was said, or on which the page took the words that it has now."""
        spoken = self.details.get("delivered_on") if self.type in _SPOKEN else None
        updated, first = self.data.get("public_updated_at"), self.data.get("first_published_at")
        days = (_day(spoken), _day(updated), _day(first), _day(self.details.get("first_public_at")))
        return next((d for d in days if d is not None), None)

    def blocks(self) -> Iterator[str | GridRow | Mark]:
        """The page from the top down."""
        yield Heading(self.title)
        if notice := self._withdrawal():
            yield notice
        yield _words(self.data.get("description"))
        yield from self._told()
        yield Mark("words")
        yield from self._body()
        yield Mark("after")
        yield from self._attachments()
        yield from self._updates()

    def _told(self) -> Iterator[str]:
        """What stands over the words: the government of the time, who spoke, the release that is announced."""
        government = _words(_dict(self.details.get("government")).get("title"))
        past = _dict(self.details.get("government")).get("current") is False
        if government and past and self.details.get("political"):
            yield f"This was published under the {government}."
        if self._speaker():
            yield self._delivered()
        yield from self._release()

    def _delivered(self) -> str:
        said = "Written by" if self.type in ("written_statement", "authored_article") else "Delivered by"
        day = _day(self.details.get("delivered_on"))
        parts = [f"{said} {self._speaker()}", self._role(), _words(self.details.get("location"))]
        how = _words(self.details.get("speech_type_explanation"))
        when = f" on {day.day} {day:%B %Y}" if day else ""
        return ", ".join(p for p in parts if p) + when + (f" ({how})" if how else "") + "."

    def _release(self) -> Iterator[str]:
        due = _words(self.details.get("display_date"))
        if not due:
            return
        state = _words(self.details.get("state"))
        yield f"Release date: {due} ({_STATES.get(state, state or 'not said to be confirmed')})."
        before, note = (_words(self.details.get(k)) for k in ("previous_display_date", "latest_change_note"))
        if before:
            yield f"The release date was changed from {before}" + (f": {note}" if note else ".")
        cancelled, why = _day(self.details.get("cancelled_at")), _words(self.details.get("cancellation_reason"))
        if cancelled:
            yield f"Cancelled on {cancelled.day} {cancelled:%B %Y}" + (f": {why}" if why else ".")

    def _body(self) -> Iterator[str | GridRow]:
        body = self.details.get("body")
        if isinstance(body, list):
            kinds = {_words(_dict(b).get("content_type")): _dict(b).get("content") for b in body}
            body = kinds.get("text/html")
        if isinstance(body, str) and body.strip():
            root = fragment_of(body, self.path)
            for small in root.xpath(".//*[contains(@class, 'attachment-details')]/p[contains(@class, 'metadata')]"):
                small.drop_tree()
            yield from blocks_of(root)

    def _attachments(self) -> Iterator[str]:
        listed = self.details.get("attachments")
        titles = [_words(_dict(a).get("title")) for a in listed] if isinstance(listed, list) else []
        if any(titles):
            yield Heading("Attachments")
            yield from (Item(t) for t in titles)

    def _updates(self) -> Iterator[str]:
        history = self.details.get("change_history")
        changes = [_dict(c) for c in history] if isinstance(history, list) else []
        told = [(_day(c.get("public_timestamp")), _words(c.get("note"))) for c in changes]
        told = [(day, note) for day, note in told if note and note.lower() != _FIRST]
        if told:
            yield Heading("Updates to this page")
        for day, note in told:
            yield Item(f"{day.day} {day:%B %Y}: {note}" if day else note)

    def _withdrawal(self) -> str:
        day = _day(self.withdrawn.get("withdrawn_at"))
        markup = self.withdrawn.get("explanation")
        if not day and not markup:
            return ""
        why = ""
        if isinstance(markup, str) and markup.strip():
            why = " ".join(" ".join(b.split()) for b in blocks_of(fragment_of(markup, self.path)) if isinstance(b, str))
        when = f" on {day.day} {day:%B %Y}" if day else ""
        return f"This was withdrawn{when}" + (f": {why.strip()}" if why.strip() else ".")

    def _publisher(self) -> str:
        for kind in ("primary_publishing_organisation", "organisations", "worldwide_organisations"):
            if names := self._titles(kind):
                return names[0] if kind.startswith("primary") else " and ".join(names)
        return ""

    def _titles(self, kind: str) -> list[str]:
        linked = self.links.get(kind)
        return [t for one in linked if (t := _words(_dict(one).get("title")))] if isinstance(linked, list) else []

    def _speaker(self) -> str:
        """Whose words they are, as the page names that person; nobody where it names several."""
        names = self._titles("speaker") or [_words(self.details.get("speaker_without_profile"))]
        return names[0] if self.type in _SPOKEN and len(names) == 1 else ""

    def _role(self) -> str:
        roles = self._titles("roles")
        return roles[0] if len(roles) == 1 else ""

    def voices(self, places: dict[str, int], end: int) -> tuple[Voice, ...]:
        """The speaker's own words, from where they begin to what stands below them."""
        named = _STYLE.match(self._speaker())
        if named is None or "words" not in places:
            return ()
        span = Span(places["words"], max(places["words"], places.get("after", end)))
        differs = "may differ" in _words(self.details.get("speech_type_explanation")).lower()
        place, role = _words(self.details.get("location")), self._role()
        standing = Standing.MINISTERIAL_STATEMENT if role or "statement" in self.type else Standing.UNSTATED
        voice = Voice(span, span.start, named["name"], role, place=place, verbatim=not differs, standing=standing)
        return (voice,)


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _words(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None
