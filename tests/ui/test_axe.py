"""axe-core finds no serious or critical fault in what is ours.

Left out, because Streamlit draws it and the project cannot change it: its header's menu (``stHeader``), the
plot's own drawing (``vega-embed``; a table with the same figures stands beside it), and the button that folds the
side away (``stSidebarHeader``). Nothing else is left out: Streamlit's fields and buttons are judged as they stand here.
"""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.ui.asked import LAMPS
from tests.ui.fakes import FOUND, HOSTILE, NOT_THERE, TABLED, WORKED_OUT
from tests.ui.served import ASK, settled

pytestmark = pytest.mark.browser

NOT_OURS = [["[data-testid=stHeader]"], [".vega-embed"], ["[data-testid=stSidebarHeader]"]]


def faults(page: Page) -> list[str]:
    found = Axe().run(page, context={"exclude": NOT_OURS}).response["violations"]
    return [
        f"{one['id']} ({one['impact']}): {node['html'][:300]}"
        for one in found
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]


@pytest.mark.parametrize(
    "question",
    [
        FOUND.question,
        WORKED_OUT.question,
        TABLED.question,
        NOT_THERE.question,
        "How many were deported?",
        HOSTILE,
        "crash",
    ],
)
def test_an_answer(page: Page, address: str, question: str) -> None:
    page.goto(address)
    box = page.get_by_role("textbox", name=ASK)
    box.fill(question)
    box.press("Enter")
    expect(page.locator(".st-key-card-1 p").first).to_be_visible()
    settled(page)
    assert not faults(page)


@pytest.mark.parametrize(
    ("path", "width"),
    [
        ("/", 1280),
        (f"/?q={FOUND.question}", 400),
        ("/record", 400),
        ("/record?figure=f1", 1280),
        ("/record?figure=none", 1280),
        ("/sources", 400),
    ],
)
def test_a_page(page: Page, address: str, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address + path)
    expect(page.locator(".stMain .stHtml").nth(1)).to_be_attached()
    settled(page)
    assert not faults(page)


@pytest.mark.parametrize(
    ("path", "width"),
    [("/previous", 1280), (f"/previous?q={LAMPS}", 1280), (f"/previous?q={LAMPS}", 400), ("/previous?q=xyzzy", 400)],
)
def test_previous_answers(page: Page, questions_address: str, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(questions_address + path)
    expect(page.get_by_role("button", name="Find")).to_be_visible()
    settled(page)
    assert not faults(page)


def test_a_record_without_questions(page: Page, address: str) -> None:
    page.goto(address + "/previous")
    expect(page.get_by_text("This record holds no written questions.")).to_be_visible()
    settled(page)
    assert not faults(page)


def test_the_form_and_the_question_before_removing(page: Page, address: str) -> None:
    page.goto(address + "/sources")
    page.get_by_text("Put documents in").click()
    expect(page.get_by_role("button", name="Put in", exact=True)).to_be_visible()
    settled(page)
    assert not faults(page)
    page.get_by_role("button", name="Remove National newspaper").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    settled(page)
    assert not faults(page)
