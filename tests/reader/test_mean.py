"""The mean of two readers is each weight's own mean, kept as they keep it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.reader.mean import main, mean


def reader(path: Path, seed: int) -> Path:
    """A reader of one matrix, of low rank, and one row."""
    chance = np.random.default_rng(seed)
    held: dict[str, Any] = {
        "layer.weight:out": chance.normal(size=(96, 8)).astype(np.float16),
        "layer.weight:in": chance.normal(size=(8, 96)).astype(np.float16),
        "head.weight": chance.normal(size=96).astype(np.float32),
    }
    np.savez(path, **held)
    return path


def whole(path: Path) -> tuple[np.ndarray[tuple[int, ...], np.dtype[np.float32]], ...]:
    with np.load(path) as held:
        change = held["layer.weight:out"].astype(np.float32) @ held["layer.weight:in"].astype(np.float32)
        return change, held["head.weight"]


def test_each_weight_is_the_mean_of_both(tmp_path: Path) -> None:
    one, other, out = reader(tmp_path / "a.npz", 1), reader(tmp_path / "b.npz", 2), tmp_path / "c.npz"
    mean(one, other, out)
    for a, b, c in zip(whole(one), whole(other), whole(out), strict=True):
        np.testing.assert_allclose(c, (a + b) / 2, atol=0.02)
    with np.load(out) as held:
        assert held["head.weight"].dtype == np.float32
        assert held["layer.weight:out"].dtype == np.float16


def test_the_same_two_make_the_same_bytes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, other = reader(tmp_path / "a.npz", 1), reader(tmp_path / "b.npz", 2)
    told = []
    for name in ("c.npz", "d.npz"):
        assert main([str(one), str(other), "--out", str(tmp_path / name)]) == 0
        told.append(capsys.readouterr().out)
    assert told[0] == told[1]
    assert (tmp_path / "c.npz").read_bytes() == (tmp_path / "d.npz").read_bytes()
