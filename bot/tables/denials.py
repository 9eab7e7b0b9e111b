"""How else a label is said that denies something: "Age not recorded" is "no age recorded", "age was not recorded"."""

from __future__ import annotations

__all__ = ["said_otherwise"]

_TOLD = frozenset({"recorded", "known", "stated", "given", "specified", "disclosed", "reported", "available"})


def said_otherwise(keys: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The other runs of words that name a label of KEYS, where it says of something that it was not told."""
    if len(keys) < 3 or keys[-2] != "not" or keys[-1] not in _TOLD:
        return ()
    what, told = keys[:-2], keys[-1]
    runs = [("no", *what, told), *((*what, verb, "not", told) for verb in ("was", "is", "were", "are"))]
    return (*runs, (*what, "unknown"), ("unknown", *what)) if told == "known" else tuple(runs)
