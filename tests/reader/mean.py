"""`python -m tests.reader.mean ONE OTHER --out FILE`: the reader whose weights are the mean of two readers'.

Readers that were fine-tuned from one model lie so near to each other that the mean of their weights is a reader too,
and often a surer one than either (Wortsman and others, "Model soups", ICML 2022). Each matrix's change is kept as the
product of two thin ones again, as tests/reader/train.py keeps it.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from tests.reader.train import RANK

__all__ = ["main", "mean"]


def mean(one: Path, other: Path, out: Path) -> str:
    """The mean of the readers in the files ONE and OTHER in OUT; returns its SHA-256."""
    made: dict[str, Any] = {}
    with np.load(one) as a, np.load(other) as b:
        for name in a.files:
            if name.endswith(":out"):
                inner = f"{name.removesuffix(':out')}:in"
                half = [0.5 * (r[name].astype(np.float32) @ r[inner].astype(np.float32)) for r in (a, b)]
                left, sizes, right = np.linalg.svd(half[0] + half[1], full_matrices=False)
                roots = np.sqrt(sizes[:RANK])
                made[name] = (left[:, :RANK] * roots).astype(np.float16)
                made[inner] = (roots[:, None] * right[:RANK]).astype(np.float16)
            elif not name.endswith(":in"):
                made[name] = (0.5 * a[name].astype(np.float32) + 0.5 * b[name].astype(np.float32)).astype(a[name].dtype)
    np.savez(out, **made)
    return hashlib.sha256(out.read_bytes()).hexdigest()


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the mean, and print its SHA-256, which corpus/encoder/reader.py must then name."""
    parser = argparse.ArgumentParser(prog="python -m tests.reader.mean")
    parser.add_argument("one", type=Path)
    parser.add_argument("other", type=Path)
    parser.add_argument("--out", type=Path, required=True, help="where to write the mean")
    options = parser.parse_args(arguments)
    print(f'READER_SHA256 = "{mean(options.one, options.other, options.out)}"')
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
