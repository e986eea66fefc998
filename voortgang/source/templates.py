"""The templates: the workspace's own, else those that come with the program, file by file."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path

from voortgang.findings import FindingsError, Obstacle, Place
from voortgang.source.inside import Unreadable, read_bounded, read_inside
from voortgang.source.yaml.decode import BREAK, decode
from voortgang.source.yaml.regels import BESTAND, VORM

LIMIT = 100 * 1024 * 1024
_ELSE_OURS = "verwijder het: dan geldt het sjabloon van het programma"
_SMALLER = f"haal er ingesloten beelden en lettertypes uit, of {_ELSE_OURS}"
_PACKAGE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Template:
    """A template file, read once; `file` is how findings name it, `own` if the workspace has it."""

    name: str
    file: str
    own: bool
    read: Callable[[], bytes]

    @cached_property
    def content(self) -> bytes:
        """Read the template; raises FindingsError where it cannot be read."""
        try:
            return self.read()
        except Unreadable as reason:
            found = BESTAND.at(Place(self.file, 1, 1), reason.message, reason.hint)
            raise FindingsError([found]) from None

    @cached_property
    def text(self) -> str:
        """Read the template as UTF-8 text of at most 2 MiB; raises FindingsError."""
        decoded = decode(self.file, self.content, _SMALLER)
        if decoded.clean is None:
            empty = VORM.at(Place(self.file, 1, 1), "dit sjabloon is leeg", _ELSE_OURS)
            raise FindingsError(decoded.findings or [empty])
        return BREAK.sub("\n", decoded.text)


@dataclass(frozen=True, slots=True)
class Templates:
    """Where templates are looked for; without a workspace only those of the program."""

    root: Path | None = None
    _found: dict[str, Template] = field(default_factory=dict, init=False, repr=False, compare=False)

    def find(self, name: str) -> Template:
        """Find a template by its file name, once; raises Obstacle where nobody has one of it."""
        if name not in self._found:
            self._found[name] = self._find(name)
        return self._found[name]

    def _find(self, name: str) -> Template:
        if self.root is not None:
            relative = f"templates/{name}"
            own = self.root / relative
            if own.exists() or own.is_symlink():
                read = partial(read_inside, self.root, relative, LIMIT)
                return Template(name, relative, own=True, read=read)
        for folder in (_PACKAGE / "templates", _PACKAGE.parent / "templates"):
            path = folder / name
            if path.is_file():
                read = partial(read_bounded, path, LIMIT)
                return Template(name, f"voortgang:templates/{name}", own=False, read=read)
        raise Obstacle(f"het sjabloon '{name}' bestaat niet", f"zet het in templates/{name}")
