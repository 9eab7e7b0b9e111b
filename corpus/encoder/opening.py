"""Which encoder reads this record: the one of our own, or the model that is set (``DESPATCH_MODEL``)."""

from __future__ import annotations

from corpus.encoder.encoder import Encoder, Encodes
from corpus.encoder.model import find_model
from corpus.encoder.static import STATIC, Static
from corpus.settings import settings

__all__ = ["opened"]


def opened() -> Encodes:
    """The encoder that is set, else our own. Raises ModelMissing or ModelAltered."""
    name = settings().model
    if not name:
        return Static()
    model = find_model(name)
    static = model.config("config.json").get("model_type") == STATIC
    return Static(model.folder) if static else Encoder(model)
