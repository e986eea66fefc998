"""What became of the plans, and what changed: pure, over reports."""

from voortgang.opvolging.changes import Wijzigingen, changes
from voortgang.opvolging.follow_up import LIJSTEN, Antwoord, Opvolging, Vermelding, follow_up
from voortgang.opvolging.history import Geschiedenis, Looptijd, Schakel, history
from voortgang.opvolging.titels import Titels, likely, word_key, words

__all__ = [
    "LIJSTEN",
    "Antwoord",
    "Geschiedenis",
    "Looptijd",
    "Opvolging",
    "Schakel",
    "Titels",
    "Vermelding",
    "Wijzigingen",
    "changes",
    "follow_up",
    "history",
    "likely",
    "word_key",
    "words",
]
