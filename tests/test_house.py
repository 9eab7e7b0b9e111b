"""The rules of the house that no single module can keep: imports, public names, and what the files must not hold."""

from __future__ import annotations

import ast
import importlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

__all__: list[str] = []

ROOMS = ("corpus", "bot", "ui")

# Each is written so that it does not match itself.
FORBIDDEN = {
    "a path of one machine": r"(?<![\w.~}\])/-])[/](work|tmp|root|opt|home|Users)[/]\w",
    "the host of a package registry": r"(py[p]i\.org|pythonhoste[d]\.org|npm[j]s\.|debia[n]\.org|crates[.]io)",
    "a word on who or what wrote it": (
        r"(\b[A]I\b|\b[C]hatGPT|\bCl[a]ude\b|\bCop[i]lot\b|(?i:co-authored-b[y]|generated wit[h]|"
        r"(coding|sub)[- ]?agen[t]|language model wrot[e]))"
    ),
}


def tracked() -> list[Path]:
    """Every file that git tracks and that is still there."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def is_bare(path: Path) -> bool:
    """Whether the file holds nothing but its docstring, as a folder's ``__init__`` may."""
    return all(isinstance(node, ast.Expr) for node in ast.parse(path.read_text(encoding="utf-8")).body)


def modules() -> list[str]:
    """Every public module of the rooms, by its dotted name."""
    found = []
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            if parts[-1] == "__init__":
                parts = parts[:-1]
            if all(part.isidentifier() and not part.startswith("_") for part in parts):
                found.append(".".join(parts))
    return found


def breaches(text: str, pattern: str) -> list[int]:
    """The lines, counted from 1, on which the pattern is found."""
    return [number for number, line in enumerate(text.splitlines(), start=1) if re.search(pattern, line)]


def test_imports_run_one_way() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_tracked_file_holds(what: str) -> None:
    found = []
    for path in tracked():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{path.relative_to(ROOT)}:{line}" for line in breaches(text, FORBIDDEN[what])]
    assert not found, f"{what} is in {', '.join(found)}"


@pytest.mark.parametrize(
    ("what", "line"),
    [
        ("a path of one machine", 'open("/' + 'work/main/a.txt")'),
        ("a path of one machine", "/" + "tmp/a.txt"),
        ("the host of a package registry", "https://py" + "pi.org/simple"),
        ("a word on who or what wrote it", "written by an A" + "I"),
        ("a word on who or what wrote it", "Co-Authored-B" + "y: nobody"),
    ],
)
def test_the_rules_see(what: str, line: str) -> None:
    assert breaches(line, FORBIDDEN[what]) == [1]


@pytest.mark.parametrize("line", ["https://www.gov.uk/home/x", "~/work/x", "./tmp/x", "she SAID so", "$(ROOT)/work/x"])
def test_the_rules_let_pass(line: str) -> None:
    assert not [what for what, pattern in FORBIDDEN.items() if breaches(line, pattern)]


@pytest.mark.parametrize("name", modules())
def test_public_names(name: str) -> None:
    module = importlib.import_module(name)
    public = getattr(module, "__all__", [] if is_bare(Path(str(module.__file__))) else None)
    assert public is not None, f"{name} has no __all__: say which of its names are public"
    assert len(public) == len(set(public)), f"{name}.__all__ names something twice"
    assert not [each for each in public if not hasattr(module, each)], f"{name}.__all__ names what is not there"
