"""Previous answers used as a person would: by keyboard, on a narrow screen, and through the link that it gives."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.ui.asked import LAMPS
from tests.ui.fakes import HOSTILE
from tests.ui.served import settled
from tests.ui.test_browser import tab_to

pytestmark = pytest.mark.browser


def find(page: Page, question: str) -> None:
    page.get_by_role("textbox", name="Question").fill(question)
    page.get_by_role("button", name="Find").click()
    expect(page.get_by_role("status").filter(has_text="earlier question")).to_be_visible()
    settled(page)


def test_earlier_questions_are_found_opened_copied_and_linked(page: Page, questions_address: str) -> None:
    page.goto(questions_address)
    page.get_by_role("link", name="Previous answers").click()
    find(page, LAMPS)
    first = page.locator(".st-key-card-earlier-1")
    expect(first.get_by_text("Answered on")).to_be_visible()
    second = page.locator(".st-key-card-earlier-2")
    expect(second.get_by_text("Near-duplicate")).to_be_visible()
    answer = second.locator("details")
    expect(answer.locator("blockquote")).to_be_hidden()
    answer.locator("summary").click()
    expect(answer.locator("blockquote")).to_contain_text("lamps were mended")
    expect(page.get_by_role("table")).to_contain_text("corrected or revised")
    first.get_by_role("button", name="Copy question and answer").click()
    expect(first.get_by_text("Copied.")).to_be_visible()
    assert LAMPS in page.evaluate("navigator.clipboard.readText()")
    page.get_by_role("button", name="Copy a link to this list").click()
    expect(page.get_by_text("Link copied.")).to_be_visible()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link.startswith(f"{questions_address}/previous?q=")
    page.goto("about:blank")
    page.goto(link)
    expect(page.locator(".st-key-card-earlier-1")).to_be_visible()
    expect(page.get_by_role("textbox", name="Question")).to_have_value(LAMPS)


def test_all_of_it_works_from_the_keyboard(page: Page, questions_address: str) -> None:
    page.goto(f"{questions_address}/previous")
    expect(page.get_by_role("button", name="Find")).to_be_visible()
    settled(page)
    tab_to(page, "textarea")
    page.keyboard.type("lamps mended")
    tab_to(page, "[data-testid=stFormSubmitButton] button")
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-card-earlier-1")).to_be_visible()
    settled(page)
    tab_to(page, ".st-key-card-earlier-2 summary")
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-card-earlier-2 details blockquote")).to_be_visible()
    tab_to(page, ".st-key-card-earlier-2 .dp-actions button")
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-card-earlier-2").get_by_text("Copied.")).to_be_visible()


def test_a_document_s_characters_are_only_characters(page: Page, questions_address: str) -> None:
    page.goto(f"{questions_address}/previous")
    find(page, "kites lost")
    expect(page.locator(".st-key-card-earlier-1 h2")).to_have_text(HOSTILE)
    settled(page)
    assert page.evaluate("window.harmed") is None
    assert page.locator(".st-key-card-earlier-1").locator("img, script, .katex, strong").count() == 0


@pytest.mark.parametrize("path", ["/previous", f"/previous?q={LAMPS}", "/previous?q=kites lost"])
def test_nothing_runs_off_a_narrow_screen(page: Page, questions_address: str, path: str) -> None:
    page.set_viewport_size({"width": 400, "height": 800})
    page.goto(questions_address + path)
    expect(page.get_by_role("button", name="Find")).to_be_visible()
    settled(page)
    assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= 400
