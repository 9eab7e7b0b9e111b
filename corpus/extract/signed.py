"""Who signed a letter: the name beneath "Yours sincerely", with the office beneath the name."""

from __future__ import annotations

import re

from corpus.extract.names import Name, names
from corpus.patterns import regex
from corpus.records import Span

__all__ = ["signatory"]

_CLOSE = regex(
    r"^(?:yours (?:sincerely|faithfully|truly|ever|aye)|(?:with )?(?:best wishes|kind(?:est)? regards))[,.]?[ \t]*\n+"
    r"(?P<name>[^\n]{4,60})(?:\n+(?P<role>[A-Z][^\n.:]{3,80}))?",
    re.IGNORECASE | re.MULTILINE,
)
_DEAR = regex(r"^dear\b", re.IGNORECASE | re.MULTILINE)


def signatory(text: str) -> Name | None:
    """The writer of the letter that TEXT is, with the office beneath the name; none where TEXT is no letter."""
    opens = _DEAR.search(text)
    close = _CLOSE.search(text, opens.end()) if opens is not None else None
    if opens is None or close is None:
        return None
    line = close["name"].strip()
    found = names(line)
    words = found[0].words if found else line if re.fullmatch(r"(?:[A-Z][\w'\u2019.-]*\s*){2,5}", line) else ""
    beside = line[found[0].span.end :].strip(" ,") if found else ""
    role = beside or (close["role"] or "").strip()
    return Name(Span(opens.start(), opens.start()), words, role) if words else None
