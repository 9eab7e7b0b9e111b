"""What can go wrong below the question, each told to a person in one sentence.

* DespatchError
  + RecordError             the folder that the record lives in
    - RecordMissing         there is none there
    - RecordDamaged         what is there is no ledger, or a half-written one
    - RecordNewer           a newer Despatch wrote it
    - RecordReadOnly        it may be read but not written
    - RecordBusy            another process is writing to it
    - RecordFull            no room is left on its disk
    - RecordConflict        what is put in clashes with what is there (an id in use)
  + IngestRefused           one file that was not put in: path, reason, place
  + ModelError              the encoder's weights
    - ModelMissing          no model where one was looked for
    - ModelAltered          its weights are not the ones that were published
"""

from __future__ import annotations

__all__ = [
    "DespatchError",
    "IngestRefused",
    "ModelAltered",
    "ModelError",
    "ModelMissing",
    "RecordBusy",
    "RecordConflict",
    "RecordDamaged",
    "RecordError",
    "RecordFull",
    "RecordMissing",
    "RecordNewer",
    "RecordReadOnly",
]


class DespatchError(Exception):
    """Anything that stops the work; ``str()`` of it is the one sentence that a person is shown."""


class RecordError(DespatchError):
    """Something is wrong with the folder that the record lives in."""


class RecordMissing(RecordError):
    """There is no record in the folder."""


class RecordDamaged(RecordError):
    """What lies in the folder is not a ledger, or only half of one."""


class RecordNewer(RecordError):
    """The ledger was written by a newer version of Despatch than this one."""


class RecordReadOnly(RecordError):
    """The record may be read, but nothing can be written to it."""


class RecordBusy(RecordError):
    """Another process is writing to the record."""


class RecordFull(RecordError):
    """The disk that the record lies on has no room left."""


class RecordConflict(RecordError):
    """What was to be put in uses an id that another source's record already has."""


class IngestRefused(DespatchError):
    """One file that was not put in: ``path`` as it was given, ``reason`` without it, ``place`` within it or ``""``.

    ``place`` is what a person needs to find the fault: ``line 3, field published`` or ``byte 1,204``.
    """

    def __init__(self, path: str, reason: str, place: str = "") -> None:
        self.path, self.reason, self.place = str(path), reason, place
        where = f"{self.path}, {place}" if place else self.path
        super().__init__(f"{where}: {reason}")


class ModelError(DespatchError):
    """The encoder cannot be used."""


class ModelMissing(ModelError):
    """No model lies where one was looked for."""


class ModelAltered(ModelError):
    """The model's weights do not have the hash that the published ones have."""
