"""A sheet's plain values → its entries; what is wrong first is told in a sentence of the sheet's own words."""

from __future__ import annotations

from functools import partial

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from corpus.formats.sheet.models import EachEntry, FigureEntry, PeriodEntry, SheetEntry, SourceEntry, StatementEntry
from corpus.formats.sheet.problem import Path, SheetError
from corpus.formats.sheet.tree import Tree

__all__ = ["check"]

_SENTENCES = {
    "missing": "the field is missing; add it",
    "string_too_short": "the field is empty; fill it in or take it out",
    "string_too_long": "the text is longer than 2,000 characters; shorten it",
    "string_type": "it holds a list or mapping; write plain words",
    "tuple_type": "it is not a list; begin each item with '-'",
    "dict_type": "it is not a mapping; write 'word: word' on lines of their own",
    "model_type": "it is not a mapping; write 'field: value' on lines of their own",
}
_MODELS: dict[str, type[BaseModel]] = {
    "sources": SourceEntry,
    "each": EachEntry,
    "figures": FigureEntry,
    "statements": StatementEntry,
    "period": PeriodEntry,
}


def check(tree: Tree, file: str) -> SheetEntry:
    """The entries of TREE. Raises SheetError for the wrong field that stands first in the sheet."""
    try:
        return SheetEntry.model_validate(tree.root)
    except ValidationError as wrong:
        raise _error(tree, file, min(wrong.errors(include_url=False), key=partial(_order, tree))) from None


def _order(tree: Tree, error: ErrorDetails) -> tuple[int, int]:
    """By line, but a misspelt field before the one that it leaves missing, and last what ``each`` spread."""
    path = tuple(error["loc"])
    if error["type"] == "missing":
        return 1, tree.line(path)
    return 0 if path in tree.lines else 2, tree.line(path)


def _error(tree: Tree, file: str, error: ErrorDetails) -> SheetError:
    path = tuple(error["loc"])
    while error["type"] != "missing" and path and path not in tree.lines:
        path = path[:-1]
    return SheetError(file, _sentence(error, path), tree.line(path), path)


def _sentence(error: ErrorDetails, path: Path) -> str:
    kind = error["type"]
    if kind == "value_error":
        return str(error["ctx"]["error"])
    if kind == "enum":
        return _not_one_of(error)
    if kind == "extra_forbidden":
        return f"there is no such field; the fields here are {', '.join(_fields(path))}"
    return _SENTENCES.get(kind, f"it is not as the format wants it ({error['msg']}); see the format's description")


def _not_one_of(error: ErrorDetails) -> str:
    given, allowed = error["input"], str(error["ctx"]["expected"]).replace(" or ", ", ").replace("_", " ")
    shown = f"'{given[:60]}'" if isinstance(given, str) else "a list or mapping"
    return f"{shown} is not one of {allowed}; write one of them"


def _fields(path: Path) -> list[str]:
    """The fields that may stand beside PATH's last step."""
    above = [step for step in path[:-1] if isinstance(step, str)]
    model = _MODELS[above[-1]] if above else SheetEntry
    return [field.alias or name for name, field in model.model_fields.items()]
