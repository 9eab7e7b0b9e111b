"""The README's examples are what Despatch says now. ``python -m tests.test_readme`` writes them afresh."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.conftest import QUIET, ROOT

__all__: list[str] = []

README = ROOT / "README.md"
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
DOCUMENT = re.compile(r"```markdown\n(.*?)```", re.DOTALL)
NUMBER = re.compile(r"\d[\d,.]*\d|\d")
VARYING = re.compile(r'"elapsed_ms": \d+')


def examples(text: str) -> list[tuple[str, str]]:
    """Each command of TEXT's console blocks, with what it is said to print."""
    found = []
    for block in BLOCK.findall(text):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, printed = part.partition("\n")
            found.append((command, printed))
    return found


def run(command: str, folder: Path) -> str:
    """What COMMAND prints, in a folder that holds the README's document and its own record."""
    document = DOCUMENT.search(README.read_text(encoding="utf-8"))
    assert document is not None
    (folder / "trains.md").write_text(document[1], encoding="utf-8")
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    told = {"PATH": path, "DESPATCH_RECORD": str(folder / "record"), "COLUMNS": "100", "NO_COLOR": "1"}
    done = subprocess.run(
        command, shell=True, cwd=folder, env=os.environ | QUIET | told, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return "\n".join(line.rstrip() for line in done.stdout.splitlines()) + "\n"


def key_parts(printed: str) -> dict[str, object]:
    """What a reader would quote: the kind of answer, its headline, its arithmetic, its sources and its numbers."""
    if printed.startswith("{"):
        told: dict[str, object] = json.loads(printed)
        return {name: told[name] for name in told if name not in ("elapsed_ms", "interpretation", "caveats")}
    lines = printed.strip().splitlines()
    return {
        "opening": lines[:2],
        "arithmetic": [line for line in lines if line.startswith("Arithmetic:")],
        "sources": re.findall(r"^\[\d+\] (\S+(?: \S+)?)", printed, re.MULTILINE),
        "numbers": set(NUMBER.findall(printed)),
    }


def written(text: str, folder: Path) -> str:
    """TEXT with each example's output as it is now."""

    def afresh(block: re.Match[str]) -> str:
        commands = [c for c, _ in examples(block[0])]
        shown = ["$ " + c + "\n" + VARYING.sub('"elapsed_ms": 41', run(c, folder)) for c in commands]
        return "```console\n" + "\n".join(shown) + "```"

    return BLOCK.sub(afresh, text)


EXAMPLES = examples(README.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def now(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What the examples print, run one after the other on one new record."""
    folder = tmp_path_factory.mktemp("readme")
    return [run(command, folder) for command, _ in EXAMPLES]


@pytest.mark.parametrize("n", range(len(EXAMPLES)), ids=[command for command, _ in EXAMPLES])
def test_an_example_prints_what_the_readme_shows(n: int, now: list[str]) -> None:
    shown = EXAMPLES[n][1]
    assert shown.strip()
    assert key_parts(shown) == key_parts(now[n]), "`python -m tests.test_readme` writes the examples afresh"


def test_the_readme_names_every_command() -> None:
    from bot.cli import app

    text = README.read_text(encoding="utf-8")
    names = [c.name or (c.callback.__name__ if c.callback else "") for c in app.registered_commands]
    assert names
    assert not [name for name in names if f"despatch {name}" not in text]


def test_every_file_that_the_readme_names_is_there() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", README.read_text(encoding="utf-8"))
    assert links
    assert not [link for link in links if not link.startswith("http") and not (ROOT / link).exists()]


def test_every_make_target_that_the_readme_names_is_there() -> None:
    named = set(re.findall(r"(?:`|^ {4})make (\w+)", README.read_text(encoding="utf-8"), re.MULTILINE))
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert named
    assert named <= targets


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        README.write_text(written(README.read_text(encoding="utf-8"), Path(place)), encoding="utf-8")
