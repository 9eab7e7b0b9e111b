"""One browser and one server for all the browser tests; a page of its own for each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.ui.served import chromium, served

expect.set_options(timeout=15_000)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as launched:
        yield launched


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the pages stand over the fake desk."""
    with served("tests/ui/fake_app.py", tmp_path_factory.mktemp("served") / "log") as where:
        yield where


@pytest.fixture(scope="session")
def questions_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the pages stand over a record of written questions."""
    with served("tests/ui/asked_app.py", tmp_path_factory.mktemp("asked") / "log") as where:
        yield where


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window 1,280 pixels wide, which fails the test where a script on the page does."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened = context.new_page()
    opened.set_default_timeout(15_000)
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    context.close()
    assert not errors
