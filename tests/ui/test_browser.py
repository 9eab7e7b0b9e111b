"""The pages used as a person would, over set answers: pointer, keyboard, clipboard, a wide and a narrow screen."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.ui.fakes import FOUND, HOSTILE, NOT_THERE, PART
from tests.ui.served import ASK, settled

pytestmark = pytest.mark.browser

RELEASES = FOUND.question


def ask(page: Page, question: str) -> None:
    box = page.get_by_role("textbox", name=ASK)
    box.fill(question)
    box.press("Enter")


def card(page: Page, n: int = 1) -> Locator:
    return page.locator(f".st-key-card-{n}")


@pytest.fixture
def answered(page: Page, address: str) -> Page:
    page.goto(address)
    ask(page, RELEASES)
    expect(card(page).get_by_text("Answered from the official record")).to_be_visible()
    settled(page)  # what is drawn below moves what was opened above it
    return page


def test_a_question_typed_and_sent_is_answered_and_announced(answered: Page) -> None:
    expect(card(answered).locator(".dp-num")).to_have_text("288")
    expect(answered.locator(".st-key-announcer [role=status]")).to_have_text(
        "Answer ready: Answered from the official record. " + f"{FOUND.headline} {FOUND.what}"
    )
    assert answered.evaluate("document.documentElement.lang") == "en"
    expect(answered).to_have_title("Ask · Despatch")


def test_the_announcer_is_there_before_it_speaks(page: Page, address: str) -> None:
    page.goto(address)
    region = page.locator(".st-key-announcer [role=status]")
    expect(region).to_have_attribute("aria-live", "polite")
    expect(region).to_have_text("")
    region.evaluate("region => { window.region = region }")
    ask(page, RELEASES)
    expect(region).to_contain_text("Answer ready")
    assert region.evaluate("region => region === window.region")


def test_the_first_citation_is_open_with_its_exact_words_marked(answered: Page) -> None:
    first = card(answered).locator("details.dp-cite").first
    expect(first.locator("mark")).to_have_text(["288", "should have been considered since August 2005"])
    assert first.locator("blockquote").inner_text() == PART


def test_another_citation_opens_and_shows_its_kind(answered: Page) -> None:
    third = card(answered).locator("details.dp-cite").nth(2)
    expect(third.locator("blockquote")).to_be_hidden()
    third.locator("summary").click()
    expect(third.locator("mark")).to_have_text("288")
    expect(third.locator("summary")).to_contain_text("press report")
    expect(third.locator("a")).to_have_count(0)


def test_the_link_to_the_record_opens_elsewhere_and_tells_nothing(answered: Page) -> None:
    link = card(answered).locator("details.dp-cite").first.get_by_role("link")
    expect(link).to_have_attribute("rel", "noopener noreferrer")
    assert str(link.get_attribute("href")).startswith("https://publications.parliament.uk/")


def test_a_reference_leads_to_its_citation(answered: Page) -> None:
    card(answered).get_by_role("region", name="Where the record disagrees").get_by_role("link").nth(2).click()
    expect(card(answered).locator("#a1-c3 blockquote")).to_be_visible()


def test_a_condition_is_dropped_and_put_back(answered: Page) -> None:
    card(answered).get_by_role("button", name="after August 2005 ✕").click()
    back = card(answered).get_by_role("button", name="after August 2005 left out — put back")
    expect(back).to_be_visible()
    expect(answered).to_have_url(re.compile("drop=period"))
    back.click()
    expect(card(answered).get_by_role("button", name="after August 2005 ✕")).to_be_visible()


def test_as_known_on_an_earlier_date_what_came_later_is_gone(answered: Page) -> None:
    answered.get_by_text("A date", exact=True).click()
    _type_date(answered, "25052006")
    expect(card(answered).get_by_text("As known on 25 May 2006")).to_be_visible()
    expect(card(answered).locator(".dp-chain")).not_to_contain_text("1,013")
    expect(answered).to_have_url(re.compile("as_of=2006-05-25"))


def _type_date(page: Page, digits: str) -> None:
    first = page.locator("[data-testid=stDateInput]").get_by_role("spinbutton").first
    first.click()
    page.keyboard.type(digits)
    page.keyboard.press("Escape")


def test_a_follow_up_shows_how_it_was_read_and_what_is_nearest(answered: Page) -> None:
    ask(answered, NOT_THERE.question)
    expect(answered.get_by_text("Read as a follow-up: Of the 288, how many were Jamaican?")).to_be_visible()
    expect(card(answered, 2).get_by_text("Not in this record")).to_be_visible()
    expect(card(answered, 2).get_by_role("table")).to_contain_text("of the 288, deported")


def test_a_suggested_question_is_asked(answered: Page) -> None:
    card(answered).get_by_role("button", name="How many were released before August 2005?").click()
    expect(card(answered, 2).locator(".dp-sum")).to_have_text("1,023 − 288 = 735")


def test_copying_gives_the_text_with_its_footnotes(answered: Page) -> None:
    card(answered).get_by_role("button", name="Copy with footnotes").click()
    expect(card(answered).get_by_text("Copied, with its footnotes.")).to_be_visible()
    copied = answered.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(RELEASES)
    assert PART in copied


def test_the_link_gives_the_same_answer_again(answered: Page, address: str) -> None:
    card(answered).get_by_role("button", name="Copy a link to this answer").click()
    expect(card(answered).get_by_text("Link copied.")).to_be_visible()
    link = answered.evaluate("navigator.clipboard.readText()")
    assert link.startswith(f"{address}/?q=")
    answered.goto("about:blank")
    answered.goto(link)
    expect(card(answered).locator(".dp-num")).to_have_text("288")


def test_an_answer_is_downloaded_as_text_and_as_json(answered: Page, tmp_path: Path) -> None:
    card(answered).get_by_role("button", name="Download", exact=True).click()
    for label, name in (("Text with footnotes", "answer.txt"), ("JSON", "answer.json")):
        with answered.expect_download() as started:
            answered.get_by_role("button", name=label).click()
        started.value.save_as(tmp_path / name)
    assert (tmp_path / "answer.txt").read_text(encoding="utf-8").startswith(RELEASES)
    assert json.loads((tmp_path / "answer.json").read_text(encoding="utf-8"))["figures"][0]["value"] == "288"


def test_a_document_s_characters_are_only_characters(page: Page, address: str) -> None:
    page.goto(address)
    ask(page, HOSTILE)
    expect(card(page).locator("blockquote")).to_have_text(f"{HOSTILE} 17 people were named.")
    settled(page)
    buttons = [words.replace("\u2060", "") for words in card(page).get_by_role("button").all_inner_texts()]
    assert f"{HOSTILE} ✕" in buttons
    assert HOSTILE in buttons
    assert page.evaluate("window.harmed") is None
    assert card(page).locator("img, script, .katex, strong em, p strong").count() == 0


def test_a_figure_is_found_and_followed_through_its_measure(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="Record", exact=True).click()
    words = page.get_by_role("textbox", name="Words")
    words.fill("1,013")
    words.press("Enter")
    expect(page.get_by_text("Figures 1 to 1 of 1")).to_be_visible()
    settled(page)
    page.get_by_role("button", name="Show 1,013").click()
    history = page.get_by_role("region", name="The measure from first statement to latest")
    expect(history).to_be_visible()
    expect(history.locator("tbody tr td:nth-child(2)")).to_have_text(["1,023", "1,019", "1,013"])
    expect(page.locator(".st-key-card-figure mark")).to_have_text("1,013")


def test_the_thread_is_still_there_after_a_look_at_the_record(answered: Page) -> None:
    answered.get_by_role("link", name="Record", exact=True).click()
    expect(answered.get_by_role("heading", name="Record", exact=True)).to_be_visible()
    answered.get_by_role("link", name="Ask").click()
    expect(card(answered).locator(".dp-num")).to_have_text("288")


def test_all_of_it_works_from_the_keyboard(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.get_by_role("button", name=RELEASES)).to_be_visible()
    tab_to(page, "textarea")
    page.keyboard.type(RELEASES)
    page.keyboard.press("Enter")
    expect(card(page).locator(".dp-num")).to_have_text("288")
    page.locator(".dp-ref").first.focus()
    tab_to(page, "details.dp-cite:nth-of-type(2) > summary")
    page.keyboard.press("Enter")
    expect(card(page).locator("details.dp-cite").nth(1).locator("mark")).to_be_visible()
    tab_to(page, "[data-does=copy]")
    page.keyboard.press("Enter")
    expect(card(page).get_by_text("Copied, with its footnotes.")).to_be_visible()
    tab_to(page, ".st-key-next-1-0 button")
    page.keyboard.press("Space")
    expect(card(page, 2)).to_be_visible()


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until SELECTOR, once it is drawn, has the focus, which must show."""
    expect(page.locator(selector).first).to_be_attached()
    settled(page)  # what is drawn anew while Tab is pressed takes the focus with it
    passed: list[str] = []
    for _ in range(60):
        page.keyboard.press("Tab")
        passed.append(page.evaluate("document.activeElement.outerHTML.slice(0, 80)"))
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            ring = page.evaluate(
                """() => { let e = document.activeElement;
                for (let up = 0; e && up < 5; up++, e = e.parentElement) {
                  const s = getComputedStyle(e);
                  if (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2) return true;
                  if (s.boxShadow !== 'none') return true;
                } return false; }"""
            )
            assert ring, f"the focus on {selector} cannot be seen"
            return
    raise AssertionError(f"Tab never reached {selector}, but: {passed}")


@pytest.mark.parametrize("path", ["/", "/record", "/sources", "/previous"])
def test_the_focus_never_leaves_a_narrow_screen(page: Page, address: str, path: str) -> None:
    page.set_viewport_size({"width": 400, "height": 800})
    page.goto(address + path)
    expect(page.locator(".stMain .stHtml").nth(1)).to_be_attached()
    settled(page)
    side = page.get_by_role("link", name="Sources", exact=True)
    expect(side).to_have_count(0)
    for _ in range(8):
        page.keyboard.press("Tab")
        left, right = page.evaluate("(({x, right}) => [x, right])(document.activeElement.getBoundingClientRect())")
        assert -1 < left < right < 401, page.evaluate("document.activeElement.outerHTML")
    page.get_by_role("button", name="Expand sidebar").press("Enter")
    side.press("Enter")
    expect(page.get_by_role("heading", name="Sources", exact=True)).to_be_visible()


@pytest.mark.parametrize("path", ["/", "/record", "/sources", "/record?figure=f1", f"/?q={RELEASES}"])
def test_nothing_runs_off_a_narrow_screen(page: Page, address: str, path: str) -> None:
    page.set_viewport_size({"width": 400, "height": 800})
    page.goto(address + path)
    expect(page.locator(".stMain .stHtml").nth(1)).to_be_attached()
    settled(page)
    assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= 400


@pytest.mark.parametrize("width", [1280, 400])
def test_an_answer_is_shown_from_its_head(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{address}/?q={RELEASES}")
    expect(card(page).locator(".dp-num")).to_be_visible()
    expect(page.locator(".vega-embed")).to_be_attached()
    settled(page)
    expect(page.locator(".dp-question")).to_be_in_viewport(ratio=1)
    expect(card(page).locator(".dp-num")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("width", [1280, 400])
def test_an_answer_opened_through_a_link_is_read_from_its_head(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(f"{address}/?q={RELEASES}")
    expect(page.locator(".st-key-announcer [role=status]")).to_contain_text("Answer ready", timeout=60_000)
    page.wait_for_timeout(2_000)
    assert 0 <= head_of(page) < 150
    page.keyboard.press("Shift")  # the reader takes over, and what is added below moves nothing
    page.evaluate("document.querySelector('.dp-question').parentElement.parentElement.style.minHeight = '3000px'")
    page.wait_for_timeout(800)
    assert 0 <= head_of(page) < 150


def head_of(page: Page) -> float:
    """How far below the window's top the answer begins, in pixels."""
    return float(page.evaluate("document.getElementById('turn-1').getBoundingClientRect().top"))
