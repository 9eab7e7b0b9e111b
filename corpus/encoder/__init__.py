"""Text → vectors, with all-MiniLM-L6-v2 or another model that is set.

A question is encoded in numpy alone: the same weights, the same vector to within 0.0001, and none of the seconds
that importing torch takes. Long work goes through sentence-transformers, imported when it is needed and not before.
"""

from __future__ import annotations

from corpus.encoder.encoder import Encoder, Encodes
from corpus.encoder.model import SHA256, Model, find_model

__all__ = ["SHA256", "Encoder", "Encodes", "Model", "find_model"]
