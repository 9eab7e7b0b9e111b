"""The pages over the record of invented written questions; ``streamlit run`` begins here in the browser's tests."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.ui.asked import asked_desk
from ui import app, record

record.opener = asked_desk
app.main()
