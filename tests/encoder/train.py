"""`make encoder`: trains the encoder of our own, and writes the folder that ships.

python -m tests.encoder.train [--until MONTH] [--cache DIR] [--out DIR] [--steps N]

A static encoder: a vector a word piece of all-MiniLM-L6-v2, whose sum, made length 1, is a text's vector. Each starts
as MiniLM's own vector for the piece alone, moved from the middle of all and towards the one that MiniLM starts from,
and weighted by how rare the piece is (Arora and others, ICLR 2017; the vocabulary's order stands for rarity). Then Adam
(Kingma and Ba, ICLR 2015) over the losses of tests/encoder/losses.py, which also teach what each piece counts in a
question. The same bytes on the same machine.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import nn

from corpus.encoder.forward import read_weights
from corpus.encoder.model import Model, find_model
from corpus.encoder.static import OWN
from corpus.settings import settings
from tests.encoder.lessons import Lessons, lessons
from tests.encoder.losses import Losses, Weights
from tests.encoder.pack import write
from tests.encoder.teacher import Floats, Teacher

__all__ = ["STEPS", "main", "started", "train"]

STEPS = 400
SHARED = Path(__file__).parents[3] / "shared" / "data"
_RATE, _WEIGHING_RATE = 0.0015, 0.03
_RARER = 1.5
"""Before training a piece counts in a question by its row's length to this power."""
_RARE = 7e-5
"""A piece as frequent as this counts half."""
_MIDDLE, _FIRST = 0.3, 0.3
"""How far from the middle of all, and how far towards the vector that MiniLM starts from."""
_COMMON = 1000
"""Word pieces before this one are marks, letters and places left free: they say nothing of the middle."""


def started(teacher: Teacher, model: Model) -> Floats:
    """A row for each word piece, before any training."""
    alone = _ones(teacher.pieces())
    first = read_weights(model.weights)["embeddings.word_embeddings.weight"]
    first = _ones(first - first[_COMMON:].mean(axis=0))
    made = _ones(alone - _MIDDLE * alone[_COMMON:].mean(axis=0) + _FIRST * first)
    frequency = 1 / (np.arange(len(made)) + 1.0) / np.log(len(made))
    rows: Floats = (made * (_RARE / (_RARE + frequency))[:, None]).astype(np.float32)
    return rows


def _ones(rows: Floats) -> Floats:
    made: Floats = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return made


def train(
    rows: Floats, held: Lessons, steps: int, weights: Weights | None = None, seed: int = 0
) -> tuple[Floats, Floats]:
    """ROWS after so many STEPS of training on HELD, and what each word piece counts in a question."""
    table = nn.Parameter(torch.from_numpy(rows.copy()))
    lengths = np.maximum(np.linalg.norm(rows, axis=1), 1e-6)
    weighing = nn.Parameter(torch.from_numpy((_RARER * np.log(lengths)).astype(np.float32)))
    losses = Losses(table, weighing, held, np.random.default_rng(seed), weights)
    adam = torch.optim.Adam(
        [{"params": [table], "lr": _RATE}, {"params": [weighing], "lr": _WEIGHING_RATE}], betas=(0.9, 0.98), fused=True
    )
    pace = torch.optim.lr_scheduler.LambdaLR(
        adam, lambda n: min(1.0, (n + 1) / (0.05 * steps)) * max(0.02, 1 - n / steps)
    )
    torch.set_num_threads(1)  # then sums come in one order, and so the same bytes; two are hardly faster here
    shown = 0.0
    for step in range(steps):
        loss = losses.of(step)
        adam.zero_grad()
        torch.autograd.backward([loss])
        if table.grad is not None:  # each use of the table leaves only the rows it touched: the whole is made once
            table.grad = table.grad.to_dense()
        adam.step()
        pace.step()
        shown = loss.item() if not step else 0.95 * shown + 0.05 * loss.item()
        if (step + 1) % 50 == 0:
            print(f"step {step + 1} of {steps}, loss {shown:.3f}", flush=True)
    return table.detach().numpy(), np.exp(weighing.detach().numpy())


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the encoder, and print the SHA-256 of its files, which corpus/encoder/static.py must then name."""
    options = _options(arguments)
    torch.manual_seed(0)
    begun = time.process_time()
    model = find_model("")
    teacher = Teacher(model, options.cache)
    held = lessons(options.data, teacher, options.until)
    print(f"{len(held.asked):,} questions", flush=True)
    rows, weighing = train(started(teacher, model), held, options.steps)
    weights, pieces = write(rows, weighing, teacher.tokenizer, options.out)
    print(f"{time.process_time() - begun:.0f} processor seconds, of which {teacher.spent:.0f} in MiniLM")
    print(f'OWN_SHA256 = "{weights}"\nOWN_TOKENIZER_SHA256 = "{pieces}"')
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.encoder.train", description=__doc__.split("\n")[0] if __doc__ else ""
    )
    parser.add_argument("--data", type=Path, default=SHARED, help="the questions and debates (../shared/data)")
    parser.add_argument("--until", default="9999-12", metavar="YYYY-MM", help="train on questions no later than this")
    parser.add_argument("--cache", type=Path, default=settings().cache / "encoder", help="keeps what MiniLM read")
    parser.add_argument("--out", type=Path, default=OWN, help="the folder to write")
    parser.add_argument("--steps", type=int, default=STEPS, help="steps of training")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    raise SystemExit(main())
