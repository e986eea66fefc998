"""From the files of a workspace to reports and audits, with all that is wrong in one run."""

from voortgang.model.read.audits import read_audits
from voortgang.model.read.files import KEYS
from voortgang.model.read.year import read_all, read_rapport

__all__ = ["KEYS", "read_all", "read_audits", "read_rapport"]
