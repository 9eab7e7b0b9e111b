"""The pages over the fake desk: what ``streamlit run`` is given where the real record is not wanted."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.ui.fakes import FakeDesk
from ui import app, record

record.opener = FakeDesk.temporary
app.main()
