"""Text → vectors, with the encoder of our own, or with all-MiniLM-L6-v2 or another model where it is set.

A question is encoded in numpy alone, by MiniLM too: the same weights, the same vector to within 0.0001, and none of the
seconds that importing torch takes. MiniLM's long work goes through sentence-transformers, imported when it is needed.
"""

from __future__ import annotations

from corpus.encoder.encoder import Encoder, Encodes
from corpus.encoder.model import SHA256, Model, find_model
from corpus.encoder.opening import opened

__all__ = ["SHA256", "Encoder", "Encodes", "Model", "find_model", "opened"]
