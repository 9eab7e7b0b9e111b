"""Record sheets: a department's own record, written by hand in YAML, read into sources, figures, statements and links.

``corpus/library/README.md`` documents the format for the person who writes one. Nothing here reads a file: bytes
come in, values go out, and whatever is wrong is told in one sentence that names the file, the line and the field.
"""

from corpus.formats.sheet.build import SheetDocument, read_sheet
from corpus.formats.sheet.problem import SheetError

__all__ = ["SheetDocument", "SheetError", "read_sheet"]
