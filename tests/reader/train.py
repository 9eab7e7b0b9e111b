"""`make reader`: fine-tunes all-MiniLM-L6-v2 into the reader, and writes the changes to its weights.

python -m tests.reader.train [--data DIR] [--out FILE] [--hold NAME ...]

First over the public sets in DIR (../shared/data/reading), then over our own exercises. Adam with decoupled weight
decay (Loshchilov and Hutter, ICLR 2019), linear warm-up and decay, cross-entropy on where the answer begins and ends
(Devlin and others, NAACL 2019, section 4.3: no answer is an answer at the first word piece). Each matrix's change is
kept as the product of two thin ones (its 64 largest singular values). The same bytes on the same machine.
"""

from __future__ import annotations

import argparse
import hashlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from corpus.encoder.forward import read_weights
from corpus.encoder.model import find_model
from corpus.encoder.reader import LONGEST, READER
from corpus.records import Span
from tests.reader.examples import EXERCISES, Example, exercises, public

__all__ = ["main"]

RANK = 64
BATCH = 32
BEGIN, END = 0, 1
"""The two scores of a word piece: that the answer begins there, and that it ends there."""
SHARED = Path(__file__).parents[3] / "shared" / "data" / "reading"


@dataclass(frozen=True, slots=True)
class Piece:
    """An example in word pieces: the places that its answer begins and ends at, nought where there is none."""

    tokens: list[int]
    asked: int
    begin: int
    end: int
    loose: bool


class Cutter:
    """Cuts examples into word pieces, a text that is too long at a random place about its answer."""

    def __init__(self, tokenizer: Tokenizer, chance: random.Random) -> None:
        self._tokenizer, self._chance = tokenizer, chance
        known = tokenizer.get_vocab()
        self._start, self._stop = known["[CLS]"], known["[SEP]"]

    def cut(self, example: Example) -> Piece | None:
        """EXAMPLE in word pieces; None where what it needs does not fit."""
        asked = self._tokenizer.encode(example.question, add_special_tokens=False).ids[:48]
        passage = self._tokenizer.encode(example.text, add_special_tokens=False)
        answer = None if example.answer is None or example.loose else self._within(passage.offsets, example.answer)
        if example.answer is not None and not example.loose and answer is None:
            return None
        first, last = answer or (len(passage.ids), 0)
        low, high = max(0, last - LONGEST + 1), min(max(0, len(passage.ids) - LONGEST), first)
        if low > high:
            return None
        at = self._chance.randint(low, high)
        base = len(asked) + 2
        begin, end = (int(example.answer is not None), 0) if answer is None else (first - at + base, last - at + base)
        tokens = [self._start, *asked, self._stop, *passage.ids[at : at + LONGEST], self._stop]
        return Piece(tokens, base, begin, end, example.loose)

    def _within(self, offsets: Sequence[tuple[int, int]], span: Span) -> tuple[int, int] | None:
        inside = [n for n, (start, end) in enumerate(offsets) if end > span.start and start < span.end]
        return (inside[0], inside[-1]) if inside else None


class Net(nn.Module):
    """MiniLM with two scores to a word piece."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        from transformers import AutoModel

        self.base: Any = AutoModel.from_pretrained(
            folder, attn_implementation="eager", attention_probs_dropout_prob=0.0, hidden_dropout_prob=0.0
        )
        self.base.embeddings.word_embeddings.weight.requires_grad_(False)
        self.head = nn.Linear(384, 2)

    def forward(self, tokens: Tensor, mask: Tensor, kinds: Tensor) -> Tensor:
        """The scores of each word piece."""
        rows = self.base(input_ids=tokens, attention_mask=mask, token_type_ids=kinds).last_hidden_state
        scored: Tensor = self.head(rows.float())
        return scored


def loss_of(net: Net, batch: Sequence[Piece]) -> Tensor:
    """The mean loss over BATCH."""
    places = functional.log_softmax(scored(net, batch), 1)
    losses: list[Tensor] = []
    for n, one in enumerate(batch):
        none = places[n, 0, BEGIN]
        if one.loose:
            losses.append(-0.7 * (torch.log1p(-none.exp().clamp(max=1 - 1e-4)) if one.begin else none))
        else:
            losses.append(-places[n, one.begin, BEGIN] - 0.7 * places[n, one.end, END])
    return torch.stack(losses).mean()


def scored(net: Net, batch: Sequence[Piece]) -> Tensor:
    """The scores of BATCH, with those of word pieces that no answer may begin at put out of reach."""
    longest = max(len(one.tokens) for one in batch)
    tokens, mask, kinds, allowed = (torch.zeros(len(batch), longest, dtype=torch.long) for _ in range(4))
    for n, one in enumerate(batch):
        size = len(one.tokens)
        tokens[n, :size], mask[n, :size], kinds[n, one.asked : size] = torch.tensor(one.tokens), 1, 1
        allowed[n, 0] = 1
        allowed[n, one.asked : size - 1] = 1
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores: Tensor = net(tokens, mask, kinds)
    return scores.float().masked_fill(allowed[..., None] == 0, -1e4)


def train(
    net: Net, cutter: Cutter, examples: Sequence[Example], epochs: int, rate: float, chance: random.Random
) -> None:
    """EPOCHS times over EXAMPLES, each time cut anew."""
    weights = [p for p in net.parameters() if p.requires_grad]
    steps = epochs * (len(examples) // BATCH)
    adam = torch.optim.AdamW(weights, lr=rate, weight_decay=0.01)
    pace = torch.optim.lr_scheduler.LambdaLR(
        adam, lambda n: min(1.0, (n + 1) / (0.06 * steps)) * max(0.0, 1 - n / steps)
    )
    done, lost = 0, 0.0
    while done < steps:
        for batch in _batches([p for e in examples if (p := cutter.cut(e))], chance):
            loss = loss_of(net, batch)
            adam.zero_grad()
            torch.autograd.backward([loss])
            if torch.isfinite(nn.utils.clip_grad_norm_(weights, 1.0)):
                adam.step()
                lost = loss.item() if not done else 0.98 * lost + 0.02 * loss.item()
            pace.step()
            done += 1
            if done % 50 == 0:
                print(f"step {done} of {steps}, loss {lost:.3f}", flush=True)
            if done == steps:
                break


def _batches(pieces: list[Piece], chance: random.Random) -> Iterator[list[Piece]]:
    """Batches of like length, in random order."""
    chance.shuffle(pieces)
    made = []
    for at in range(0, len(pieces), BATCH * 20):
        near = sorted(pieces[at : at + BATCH * 20], key=lambda p: len(p.tokens))
        made += [near[n : n + BATCH] for n in range(0, len(near), BATCH)]
    chance.shuffle(made)
    yield from made


def measure(net: Net, pieces: Sequence[Piece]) -> str:
    """Over PIECES held back: how often the answer is found where there is one, and how sure it is by log-odds."""
    held: list[tuple[float, bool, bool]] = []
    net.eval()
    with torch.no_grad():
        for at in range(0, len(pieces), 64):
            batch = pieces[at : at + 64]
            scores = scored(net, batch)[:, :, BEGIN]
            best = scores[:, 1:].max(1)
            odds = (best.values - scores[:, 0]).tolist()
            places = (best.indices + 1).tolist()
            held += [
                (o, p == b.begin and b.begin > 0, b.begin > 0) for o, p, b in zip(odds, places, batch, strict=True)
            ]
    there = [right for _, right, answered in held if answered]
    lines = [f"{len(held)} held back, {len(there)} answered: {sum(there) / max(1, len(there)):.3f} found"]
    for least in (0.0, 1.0, 2.0, 3.0, 4.0):
        said = [right for odds, right, _ in held if odds >= least]
        lines.append(f"  odds of {least:g} or more: {len(said)} said, {sum(said)} of them right")
    return "\n".join(lines)


def write(net: Net, base: dict[str, Any], out: Path) -> str:
    """The changes to BASE's weights in OUT; returns its SHA-256."""
    made: dict[str, Any] = {}
    for name, weight in net.base.state_dict().items():
        if name not in base or "word_embeddings" in name or "position_ids" in name or name.startswith("pooler"):
            continue
        change = weight.float() - torch.from_numpy(np.array(base[name], dtype=np.float32))
        if change.ndim == 2 and min(change.shape) > 2 * RANK:
            left, sizes, right = torch.linalg.svd(change, full_matrices=False)
            roots = sizes[:RANK].sqrt()
            made[f"{name}:out"] = (left[:, :RANK] * roots).numpy().astype(np.float16)
            made[f"{name}:in"] = (roots[:, None] * right[:RANK]).numpy().astype(np.float16)
        else:
            made[name] = weight.float().numpy().astype(np.float16)
    made["head.weight"] = net.head.weight.detach()[BEGIN].numpy()
    made["head.bias"] = net.head.bias.detach()[BEGIN].numpy()
    np.savez(out, **made)
    return hashlib.sha256(out.read_bytes()).hexdigest()


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the reader, and print its SHA-256, which corpus/encoder/reader.py must then name."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.reader.train", description=__doc__.split("\n")[0] if __doc__ else ""
    )
    parser.add_argument("--data", type=Path, default=SHARED, help="the public sets (../shared/data/reading)")
    parser.add_argument("--out", type=Path, default=READER, help="where to write the changes")
    parser.add_argument("--hold", nargs="*", default=[], help="exercise files to hold back and measure on, by name")
    parser.add_argument("--start", type=Path, help="a checkpoint of the first stage, made if it is not there")
    parser.add_argument("--first", action="store_true", help="make the first stage alone, which --start keeps")
    options = parser.parse_args(arguments)
    torch.manual_seed(0)
    torch.use_deterministic_algorithms(True, warn_only=True)
    chance = random.Random(0)
    model = find_model("")
    tokenizer = Tokenizer.from_file(str(model.folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    cutter = Cutter(tokenizer, chance)
    net = Net(model.folder)
    net.train()
    if options.start and options.start.exists():
        net.load_state_dict(torch.load(options.start))
    else:
        train(net, cutter, public(options.data), 2, 1e-4, chance)
        if options.start:
            torch.save(net.state_dict(), options.start)
    if options.first:
        return 0
    chance.seed(1)  # so that the second stage is the same, whether the first was made or read
    ours = [f for f in sorted(EXERCISES.glob("*.jsonl")) if f.stem not in options.hold]
    train(net, cutter, exercises(ours, strangers=0.15), 3, 8e-5, chance)
    if options.hold:
        held = exercises([EXERCISES / f"{name}.jsonl" for name in options.hold], strangers=0.0)
        print(measure(net, [p for e in held if (p := cutter.cut(e))]))
    print(f'READER_SHA256 = "{write(net, dict(read_weights(model.weights)), options.out)}"')
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
