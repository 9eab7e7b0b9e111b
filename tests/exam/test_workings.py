"""What the exams over tables expect is what the data bear out, worked out again apart from the product."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

WORKINGS = sorted(path.stem for path in (Path(__file__).parent / "working").glob("tables_*.py"))


@pytest.mark.parametrize("name", WORKINGS)
def test_each_expected_value_is_worked_out_again(name: str, shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert shared.is_dir()
    working = importlib.import_module(f"tests.exam.working.{name}")
    assert working.main() == 0, capsys.readouterr().out
