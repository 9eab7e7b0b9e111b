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


NUMBER_WORDS = re.compile(
    r"\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b",
    re.IGNORECASE,
)
COMMAND_LINE = {"cli.py", "intake.py", "options.py", "seeking.py"}
"""What these say stands in no answer."""


def sayings(code: str) -> list[str]:
    """The string literals of CODE that may be a sentence of an answer: of three words or more, and no pattern."""
    tree = ast.parse(code)
    calls = [c for c in ast.walk(tree) if isinstance(c, ast.Call) and ast.unparse(c.func) in ("regex", "re.compile")]
    patterns = {id(n) for call in calls for n in ast.walk(call)}
    docstrings = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    found = [
        n.value
        for n in ast.walk(tree)
        if isinstance(n, ast.Constant) and isinstance(n.value, str) and id(n) not in patterns | docstrings
    ]
    return [s for s in found if len(re.findall(r"[A-Za-z']+", s)) > 3 and not re.search(r"\\|\(\?|\[\^|\w\|\w", s)]


def test_an_answer_s_own_words_hold_no_number() -> None:
    """A number in words that we say ourselves ("more than one thing") is a number that no record bears out."""
    spoken = {
        path.relative_to(ROOT): [s for s in sayings(path.read_text(encoding="utf-8")) if NUMBER_WORDS.search(s)]
        for path in sorted((ROOT / "bot").rglob("*.py"))
        if path.name not in COMMAND_LINE
    }
    assert not {path: found for path, found in spoken.items() if found}


def test_a_number_in_words_is_seen() -> None:
    said = sayings(
        '_ = regex(r"one of them is (no) saying")\nraise Refused("the question names two times, not a change")'
    )
    assert [s for s in said if NUMBER_WORDS.search(s)] == ["the question names two times, not a change"]
