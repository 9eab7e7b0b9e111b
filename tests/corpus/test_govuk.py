"""A page of GOV.UK is read as it stands on the site, and a speech's words are its speaker's."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import IngestRefused
from corpus.formats import Document, read
from corpus.ingest import Outcome, ingest, ingest_bytes
from corpus.ledger import Ledger
from corpus.records import SourceKind, Standing


def page(kind: str = "press_release", details: dict[str, Any] | None = None, **fields: Any) -> dict[str, Any]:
    body = "<div class='govspeak'><h2>Wards</h2><p>The board lit 93 lamps.</p></div>"
    links = {
        "primary_publishing_organisation": [{"title": "Board of Lamps"}],
        "organisations": [{"title": "Board of Lamps"}, {"title": "Office of Wicks"}],
    }
    whole = {
        "base_path": "/government/news/lamps",
        "document_type": kind,
        "title": "Lamps lit",
        "description": "More lamps were lit.",
        "locale": "en",
        "first_published_at": "2019-12-12T09:30:00Z",
        "public_updated_at": "2019-12-13T09:30:00Z",
        "links": links,
        "details": {"body": body, **(details or {})},
    }
    return {**whole, **fields}


def one(data: object) -> Document:
    [document] = read(json.dumps(data).encode(), Path("lamps.json"))
    return document


def test_a_page_is_read_from_the_top_down() -> None:
    document = one(page())
    assert document.text == "Lamps lit\n\nMore lamps were lit.\n\nWards\n\nThe board lit 93 lamps.\n"
    meta = document.meta
    assert (meta.title, meta.publisher, meta.kind) == ("Lamps lit", "Board of Lamps", SourceKind.PRESS_NOTICE)
    assert (meta.published, meta.url) == (date(2019, 12, 13), "https://www.gov.uk/government/news/lamps")
    assert document.voices == ()


@pytest.mark.parametrize(
    ("kind", "read_as"),
    [
        ("news_story", SourceKind.PRESS_NOTICE),
        ("oral_statement", SourceKind.ORAL_STATEMENT),
        ("written_statement", SourceKind.WRITTEN_STATEMENT),
        ("statistical_data_set", SourceKind.OFFICIAL_STATISTICS),
        ("national_statistics", SourceKind.OFFICIAL_STATISTICS),
        ("official_statistics_announcement", SourceKind.PRESS_NOTICE),
        ("guide_to_wicks", SourceKind.DOCUMENT),
    ],
)
def test_a_kind_of_page_is_a_kind_of_source(kind: str, read_as: SourceKind) -> None:
    assert one(page(kind)).meta.kind is read_as


def test_a_withdrawn_page_says_so_first() -> None:
    notice = {"withdrawn_at": "2021-05-04T10:00:00Z", "explanation": "<p>It is out of date.</p>"}
    document = one(page(withdrawn_notice=notice))
    said = "This was withdrawn on 4 May 2021: It is out of date."
    assert document.text.startswith(f"Lamps lit\n\n{said}\n\n")
    assert document.meta.access == said
    assert one(page(withdrawn_notice={})).meta.access is None


def test_what_stands_around_the_words_is_told() -> None:
    details = {
        "political": True,
        "government": {"title": "1990 to 1995 Wick government", "current": False},
        "attachments": [{"title": "Lamps by ward", "url": "/lamps.ods"}, {"url": "/none"}],
        "change_history": [
            {"public_timestamp": "2019-12-13T09:30:00Z", "note": "Corrected the count."},
            {"public_timestamp": "2019-12-12T09:30:00Z", "note": "First published."},
        ],
    }
    text = one(page(details=details, locale="cy")).text
    assert "This was published under the 1990 to 1995 Wick government." in text
    assert text.endswith(
        "Attachments\n\nLamps by ward\n\nUpdates to this page\n\n13 December 2019: Corrected the count.\n"
    )
    assert one(page(locale="cy")).meta.language == "cy"


@pytest.mark.parametrize(
    ("details", "said"),
    [
        ({"state": "provisional"}, "Release date: March 2020 (provisional: it may change)."),
        ({"state": "confirmed"}, "Release date: March 2020 (confirmed)."),
        (
            {"state": "cancelled", "cancelled_at": "2020-02-01T00:00:00Z", "cancellation_reason": "No data."},
            "(cancelled: it will not be released).\n\nCancelled on 1 February 2020: No data.",
        ),
        (
            {"state": "confirmed", "previous_display_date": "May 2020", "latest_change_note": "Ready sooner."},
            "The release date was changed from May 2020: Ready sooner.",
        ),
    ],
)
def test_an_announcement_tells_when_and_whether(details: dict[str, str], said: str) -> None:
    announced = page("official_statistics_announcement", {"display_date": "March 2020", "body": None, **details})
    assert said in one(announced).text


def test_a_speech_is_its_speakers_words_and_no_more(tmp_path: Path) -> None:
    links = {"speaker": [{"title": "The Rt Hon Ann Dray MP"}], "roles": [{"title": "Minister for Lamps"}]}
    details = {
        "delivered_on": "2019-12-10T12:00:00+00:00",
        "location": "Town Hall",
        "speech_type_explanation": "Transcript of the speech, exactly as it was delivered",
    }
    document = one(page("speech", details, links=links))
    assert document.meta.published == date(2019, 12, 10)
    assert (
        "Delivered by The Rt Hon Ann Dray MP, Minister for Lamps, Town Hall on 10 December 2019 (Transcript of the "
        "speech, exactly as it was delivered)." in document.text
    )
    [voice] = document.voices
    assert (voice.speaker, voice.role, voice.verbatim) == ("Ann Dray", "Minister for Lamps", True)
    assert voice.span.of(document.text).strip() == "Wards\n\nThe board lit 93 lamps."
    with Ledger.open(tmp_path, create=True) as ledger:
        ingest_bytes(ledger, "a.json", json.dumps(page("speech", details, links=links)).encode())
        [figure] = ledger.figures()
        assert (figure.said_by, figure.role) == ("Ann Dray", "Minister for Lamps")
        assert figure.standing is Standing.MINISTERIAL_STATEMENT
        assert all(s.speaker == "Ann Dray" for s in ledger.statements())


@pytest.mark.parametrize(
    "links", [{}, {"speaker": [{"title": "Ann Dray"}, {"title": "Tom Pell"}]}, None, {"speaker": 3}]
)
def test_words_of_nobody_in_particular_are_nobodys(links: object) -> None:
    assert one(page("speech", links=links)).voices == ()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (json.dumps(page())[:200], "the JSON is cut off: fetch it again"),
        (json.dumps(page())[:-1], "the JSON is cut off: fetch it again"),
        ('{"a": 1,, "b": 2, "c": "some more words"}', "the JSON cannot be read"),
        ("[" * 100_000, "nests too deeply"),
        ('{"lamps": 93}', "is not of a kind that is read"),
        ("[]", "is not of a kind that is read"),
        (json.dumps(page(title="", description="", details={"body": ""})), "holds no title or no words"),
        ("", "the file is empty"),
    ],
)
def test_json_that_cannot_be_read_is_refused_in_one_sentence(content: str, said: str) -> None:
    with pytest.raises(IngestRefused, match=said) as refused:
        read(content.encode(), Path("lamps.json"))
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("field", ["title", "description", "links", "withdrawn_notice", "locale", "public_updated_at"])
@pytest.mark.parametrize("value", [None, 3, [], {}, [None], "words"])
def test_a_field_of_another_kind_is_passed_over(field: str, value: Any) -> None:
    try:
        document = one(page(**{field: value}))
    except IngestRefused:
        assert field == "title"
    else:
        assert "The board lit 93 lamps." in document.text


def test_every_real_page_goes_in(shared: Path, tmp_path: Path) -> None:
    with Ledger.open(tmp_path, create=True) as ledger:
        report = ingest(ledger, [shared / "data/documents/gov-uk"])
        assert {f.outcome for f in report.files} == {Outcome.ADDED}
        assert len(report.files) > 30
        withdrawn = [s for s in ledger.sources() if s.access.startswith("This was withdrawn on")]
        assert len(withdrawn) == 3
