"""Earlier written questions to the same point as one that is asked: found, ranked, and set beside each other."""

from __future__ import annotations
