"""The workspace: where a municipality's years stand, and how one of them is read."""

import os
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from voortgang.findings import Finding, Obstacle, Place, in_order
from voortgang.source.inside import Unreadable, read_inside
from voortgang.source.write import finish_journals
from voortgang.source.yaml.nodes import Document, Keys
from voortgang.source.yaml.parse import parse_document
from voortgang.source.yaml.regels import BESTAND

_YEAR = re.compile(r"(?!0000)[0-9]{4}")
_RESERVED = {"con", "prn", "aux", "nul"} | {f"{p}{n}" for p in ("com", "lpt") for n in range(1, 10)}
_STEM = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
Contents: TypeAlias = Mapping[str, bytes | Unreadable]
RAPPORT = "rapport"
_AUDITS = "audits"
AUDITS = f"data/{_AUDITS}"
MOST_OF_A_YEAR = 20 * 1024 * 1024  # bytes, of all its files together
TOO_MUCH = Unreadable(
    f"de bestanden van deze map zijn samen groter dan {MOST_OF_A_YEAR // 1024 // 1024} MiB",
    "maak ze kleiner",
)
# What Notepad makes of a name that it is given; Explorer hides the last part of it.
_IN_DISGUISE = (".yaml.txt", ".yml.txt")


@dataclass(frozen=True, slots=True)
class Workspace:
    """The folder that holds `data/` and perhaps `templates/`."""

    root: Path

    @classmethod
    def find(cls, start: Path, explicit: Path | None = None) -> "Workspace":
        """Find the nearest folder at or above `start` that has a year, else take `start` itself.

        The search ends at a git root. An `explicit` folder is taken as it is; raises Obstacle
        where that is no folder.
        """
        if explicit is not None:
            folder = start / explicit
            if not folder.is_dir():
                raise Obstacle(
                    f"de map '{explicit}' bestaat niet", "kijk na wat er achter -C staat"
                )
            return cls(folder.resolve())
        start = start.resolve()
        for folder in (start, *start.parents):
            if cls(folder).years():
                return cls(folder)
            if (folder / ".git").exists():
                break
        return cls(start)

    @property
    def data(self) -> Path:
        """The folder of the years."""
        return self.root / "data"

    def years(self) -> tuple[int, ...]:
        """List the years that have a folder, the oldest first."""
        return tuple(int(name) for name in self._folders() if _YEAR.fullmatch(name))

    def near_years(self) -> tuple[str, ...]:
        """Name the folders under `data/` that begin as a year does and are none: `22`."""
        return tuple(name for name in self._others() if name[:1].isdigit())

    def near_audits(self) -> tuple[str, ...]:
        """Name the folders under `data/` that are meant for the audits: `Audits`, `audit`."""
        return tuple(name for name in self._others() if name != _AUDITS and _like_audits(name))

    def _others(self) -> list[str]:
        return [n for n in self._folders() if not _YEAR.fullmatch(n) and n.isprintable()]

    def _folders(self) -> list[str]:
        try:
            with os.scandir(self.data) as found:
                return sorted(entry.name for entry in found if entry.is_dir())
        except OSError:
            return []

    def relative(self, path: Path) -> str:
        """Name a path as findings do: relative to the workspace, with `/`."""
        return path.relative_to(self.root).as_posix()


@dataclass(frozen=True, slots=True)
class FolderSource:
    """The files of a folder as they were read, keyed by stem, and what is wrong with them."""

    documents: Mapping[str, Document]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class YearSource(FolderSource):
    """The files of one year."""

    year: int


def load_year(workspace: Workspace, year: int, keys: Keys) -> YearSource:
    """Read all files of a year; raises Obstacle where the workspace has no such year."""
    years = workspace.years()
    if year not in years:
        there = f"deze jaren zijn er: {', '.join(map(str, years))}"
        hint = there if years else "maak een eerste jaar met 'voortgang init'"
        raise Obstacle(f"het jaar {year} bestaat niet", hint)
    return read_contents(year, _contents(workspace, f"data/{year:04}"), keys)


def load_audits(workspace: Workspace, keys: Keys) -> FolderSource:
    """Read the files of the audits; a workspace need not have any."""
    findings = [found for name in workspace.near_audits() if (found := _misnamed(workspace, name))]
    if not os.path.lexists(workspace.root / AUDITS):
        return FolderSource({}, in_order(findings))
    read = read_folder(AUDITS, _contents(workspace, AUDITS), keys)
    return FolderSource(read.documents, in_order((*read.findings, *findings)))


def _like_audits(name: str) -> bool:
    from difflib import get_close_matches

    name = name.lower()
    return name.startswith(_AUDITS[:-1]) or bool(get_close_matches(name, [_AUDITS], 1, 0.75))


def _misnamed(workspace: Workspace, name: str) -> Finding | None:
    """Say of a folder with data that it is not that of the audits."""
    folder = workspace.data / name
    try:
        names = [] if folder.is_symlink() else sorted(filter(is_data, os.listdir(folder)))  # noqa: PTH208 -- names, not paths
        there = os.listdir(workspace.data)  # noqa: PTH208 -- as they are written, on any disk
    except OSError:
        return None
    if not names:
        return None
    move, rename = f"verplaats de bestanden naar {AUDITS}", f"hernoem de map tot {AUDITS}"
    return BESTAND.at(
        Place(f"data/{name}/{names[0]}", 1, 1),
        f"de map data/{name} telt niet mee: audits staan in {AUDITS}",
        move if _AUDITS in there else rename,
    )


def _contents(workspace: Workspace, folder: str) -> dict[str, bytes | Unreadable]:
    for home in (workspace.data, workspace.root / folder):  # who writes in both notes it above
        finish_journals(home)
    try:
        names = sorted(os.listdir(workspace.root / folder))  # noqa: PTH208 -- names, not paths
    except NotADirectoryError:
        raise Obstacle(f"'{folder}' is een bestand en geen map", "hernoem het") from None
    except OSError:
        raise Obstacle(f"de map '{folder}' kan niet worden gelezen", "kijk de rechten na") from None
    contents: dict[str, bytes | Unreadable] = {}
    left = MOST_OF_A_YEAR
    for name in filter(is_data, names):
        try:
            content = read_inside(workspace.root, f"{folder}/{name}")
        except Unreadable as reason:
            contents[name] = reason
            continue
        left -= len(content)
        contents[name] = content if left >= 0 else TOO_MUCH
    return contents


def is_data(name: str) -> bool:
    """Tell whether a file of this name is looked at: data, or what was surely meant as such."""
    return name.lower().endswith((".yaml", ".yml", *_IN_DISGUISE)) and not name.startswith(".")


def read_contents(year: int, contents: Contents, keys: Keys) -> YearSource:
    """Parse the files of a year, given as bytes by name or as the reason why there are none."""
    read = read_folder(f"data/{year:04}", contents, keys)
    findings = list(read.findings)
    if RAPPORT not in read.documents and not any(_names_rapport(each.file) for each in findings):
        findings.append(_no_rapport(year))
    return YearSource(read.documents, in_order(findings), year)


def read_folder(folder: str, contents: Contents, keys: Keys) -> FolderSource:
    """Parse the files of a folder, given as bytes by name or as the reason why there are none."""
    kind = "audit" if folder == AUDITS else "domein"
    documents: dict[str, Document] = {}
    findings: list[Finding] = []
    taken = set(contents)
    for name, content in contents.items():
        file = f"{folder}/{name}"
        place = Place(file, 1, 1)
        if name.lower().endswith(_IN_DISGUISE):
            good = f"{name.rpartition('.')[0].rpartition('.')[0]}.yaml"
            if good not in contents:  # else it is a copy, and in nobody's way
                findings.append(_disguised(place, good))
            continue
        if not name.endswith(".yaml"):
            stem = name.rpartition(".")[0]
            good = f"{_plain(stem) or stem}.yaml"
            message = "alleen bestanden die op .yaml eindigen, tellen mee"
            findings.append(BESTAND.at(place, message, _rename(good, taken)))
            continue
        stem = name.removesuffix(".yaml")
        if not _STEM.fullmatch(stem):
            findings.append(_odd_name(place, stem, taken))
        elif stem in _RESERVED:
            message = "op Windows kan geen bestand zo heten"
            findings.append(BESTAND.at(place, message, _rename(f"{stem}-{kind}.yaml", taken)))
        if isinstance(content, Unreadable):
            findings.append(BESTAND.at(place, content.message, content.hint))
            # Present all the same: nobody should be told that the file is missing.
            documents[stem] = Document(file, "", None)
            continue
        documents[stem], found = parse_document(file, content, keys)
        findings += found
    return FolderSource(documents, in_order(findings))


def _odd_name(place: Place, stem: str, taken: set[str]) -> Finding:
    good = _plain(stem)
    message = (
        "de naam van dit bestand heeft andere tekens dan kleine letters, cijfers en koppeltekens"
    )
    return BESTAND.at(place, message, _rename(f"{good}.yaml", taken) if good else None)


def _plain(stem: str) -> str:
    """Give the name that a file can have."""
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def _rename(good: str, taken: set[str]) -> str:
    if good in taken:
        return f"'{good}' bestaat al: breng alles in dat bestand samen en verwijder dit"
    taken.add(good)  # for the next file of which this would be the name
    return f"hernoem het bestand tot {good}"


def _disguised(place: Place, good: str) -> Finding:
    message = "dit bestand eindigt op .txt en telt niet mee, ook al toont Verkenner dat einde niet"
    hint = (
        f"hernoem het bestand tot {good}; zet in Verkenner eerst Beeld > Bestandsnaamextensies aan"
    )
    return BESTAND.at(place, message, hint)


def _names_rapport(file: str) -> bool:
    return file.lower().rpartition("/")[2] in {RAPPORT + end for end in _IN_DISGUISE}


def _no_rapport(year: int) -> Finding:
    place = Place(f"data/{year:04}/rapport.yaml", 1, 1)
    hint = "maak het met minstens de sleutels rapportjaar, bestuur, titel en domeinen"
    return BESTAND.at(place, f"het bestand rapport.yaml van {year} ontbreekt", hint)
