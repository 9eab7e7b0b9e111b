"""How else a label is said: "Age not recorded" is "no age recorded", "Keeper on keeper" is "between keepers"."""

from __future__ import annotations

__all__ = ["one_on_another", "said_otherwise"]

_TOLD = frozenset({"recorded", "known", "stated", "given", "specified", "disclosed", "reported", "available"})

_JOINS = {"and": "or", "or": "and"}


def said_otherwise(keys: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The other runs of words that name a label of KEYS, where it joins two things ("Lost and stolen" is "lost or
    stolen") or says of something that it was not told."""
    joins = [n for n, key in enumerate(keys) if key in _JOINS]
    if len(joins) == 1 and 0 < joins[0] < len(keys) - 1:
        return ((*keys[: joins[0]], _JOINS[keys[joins[0]]], *keys[joins[0] + 1 :]),)
    if len(keys) < 3 or keys[-2] != "not" or keys[-1] not in _TOLD:
        return ()
    what, told = keys[:-2], keys[-1]
    runs = [("no", *what, told), *((*what, verb, "not", told) for verb in ("was", "is", "were", "are"))]
    return (*runs, (*what, "unknown"), ("unknown", *what)) if told == "known" else tuple(runs)


_UPON = frozenset({"on", "against"})


def one_on_another(keys: tuple[str, ...], many: str) -> tuple[tuple[str, ...], ...]:
    """The other runs of words that name a label of KEYS of what some do to others of their own sort, MANY of whom are
    so called: "Keeper on keeper" is "between keepers", "by keepers on other keepers"."""
    if len(keys) < 3 or keys[1] not in _UPON or keys[0] != keys[2]:
        return ()
    one = keys[0]
    onto = [("between", many), ("among", many), *((keys[1], who, many) for who in ("other", "fellow"))]
    onto += [(keys[1], "another", one), ("by", "other", many), ("by", many, keys[1], many)]
    onto += [("by", many, keys[1], who, many) for who in ("other", "fellow")]
    return tuple((*keys[3:], *run) for run in onto)
