"""The pages over the record that ships: the first question, and a document put in, asked about and removed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.ui.served import ASK, served, settled

pytestmark = pytest.mark.browser

NOTE = """---
title: Note on the Harbour Street kennels
publisher: Ravenmoor Council
published: 2019-03-14
---
The council said on 14 March 2019 that 4,312 dogs were licensed in Ravenmoor.

<script>window.harmed = 1</script> **Nothing** here is $markup$.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the pages stand over a fresh copy of the library."""
    folder = tmp_path_factory.mktemp("library")
    with served("ui/app.py", folder / "log", {"DESPATCH_RECORD": str(folder / "record")}) as where:
        yield where


def ask(page: Page, question: str) -> None:
    box = page.get_by_role("textbox", name=ASK)
    expect(box).to_be_visible(timeout=120_000)
    box.fill(question)
    box.press("Enter")


def test_the_first_question(page: Page, library: str) -> None:
    page.goto(library)
    ask(page, "How many releases occurred after August 2005?")
    card = page.locator(".st-key-card-1")
    expect(card.locator(".dp-num")).to_have_text("288", timeout=60_000)
    first = card.locator("details.dp-cite").first
    expect(first).to_contain_text("Commons Hansard, 26 April 2006, column 573")
    expect(first.locator("mark").first).to_contain_text("288")
    expect(card).to_contain_text("1,023")


def test_as_known_on_an_earlier_day_a_later_figure_is_not_given(page: Page, library: str) -> None:
    page.goto(f"{library}/?q=How many foreign national prisoners were deported?&as_of=2006-10-31")
    card = page.locator(".st-key-card-1")
    expect(card.locator(".dp-known")).to_have_text("As known on 31 October 2006", timeout=120_000)
    expect(card).not_to_contain_text("2012")


def test_a_document_is_put_in_asked_about_and_removed(page: Page, library: str, tmp_path: Path) -> None:
    note = tmp_path / "kennels.md"
    note.write_text(NOTE, encoding="utf-8")
    page.goto(f"{library}/sources")
    page.get_by_text("Put documents in").click(timeout=120_000)
    page.locator("input[type=file]").set_input_files(note)
    expect(page.get_by_text("kennels.md")).to_be_visible()
    page.get_by_role("button", name="Put in", exact=True).click()
    result = page.get_by_role("region", name="Put in just now")
    expect(result).to_contain_text("added", timeout=60_000)

    page.get_by_role("link", name="Ask", exact=True).click()
    ask(page, "How many dogs were licensed in Ravenmoor?")
    card = page.locator(".st-key-card-1")
    expect(card.locator(".dp-num")).to_have_text("4,312", timeout=60_000)
    expect(card.locator("details.dp-cite").first).to_contain_text("Note on the Harbour Street kennels")
    expect(card.get_by_text("official record")).to_have_count(0)
    assert page.evaluate("window.harmed") is None

    page.get_by_role("link", name="Sources", exact=True).click()
    words = page.get_by_role("textbox", name="Find a source")
    words.fill("kennels")
    words.press("Enter")
    expect(page.get_by_text("Sources 1 to 1 of 1")).to_be_visible()
    page.get_by_role("button", name="Remove Note on the Harbour").click()
    page.get_by_role("dialog").get_by_role("button", name="Remove it").click()
    expect(page.get_by_text("No source fits those words.")).to_be_visible()

    page.get_by_role("link", name="Ask", exact=True).click()
    settled(page)
    ask(page, "How many dogs were licensed in Ravenmoor in 2019?")
    expect(page.locator(".st-key-card-2")).to_be_visible(timeout=60_000)
    expect(page.locator(".st-key-card-2")).not_to_contain_text("4,312")


def test_a_file_that_is_not_text_is_refused_with_a_reason(page: Page, library: str, tmp_path: Path) -> None:
    picture = tmp_path / "picture.txt"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01")
    page.goto(f"{library}/sources")
    page.get_by_text("Put documents in").click(timeout=120_000)
    page.locator("input[type=file]").set_input_files(picture)
    expect(page.get_by_text("picture.txt")).to_be_visible()
    page.get_by_role("button", name="Put in", exact=True).click()
    expect(page.get_by_role("region", name="Put in just now")).to_contain_text("refused", timeout=60_000)
