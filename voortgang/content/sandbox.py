"""The Jinja2 environment of the templates: closed, strict, and escaping by construction."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from jinja2 import StrictUndefined
from jinja2.compiler import CodeGenerator, Frame
from jinja2.defaults import DEFAULT_FILTERS  # type: ignore[attr-defined]
from jinja2.exceptions import SecurityError
from jinja2.nodes import Concat
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from voortgang.content.escape import Markdown, finished
from voortgang.content.words import WORDS

# What is left out can run away (`format`, `center`, …) or writes HTML.
_FILTERS = (
    "abs", "batch", "capitalize", "count", "default", "d", "first", "groupby", "int", "last",
    "length", "list", "lower", "map", "max", "min", "reject", "rejectattr", "reverse", "round",
    "select", "selectattr", "slice", "sort", "string", "sum", "trim", "unique", "upper",
)  # fmt: skip
_METHODS: dict[type, frozenset[str]] = {
    str: frozenset({"lower", "upper", "strip", "startswith", "endswith", "split"}),
    dict: frozenset({"items", "keys", "values", "get"}),
}
_OWN = frozenset({"voortgang.content.views", "voortgang.content.gevolg"})  # data, nothing else
LARGEST = 4_000_000  # characters: two hundred times the nota of a town like Mechelen


_MISSING = object()


class _Compiler(CodeGenerator):
    """Joins with `~` as Markdown, where Jinja2 joins as HTML."""

    def visit_Concat(self, node: Concat, frame: Frame) -> None:  # noqa: N802 -- Jinja2's name
        self.write("environment.joined((")
        for child in node.nodes:
            self.visit(child, frame)
            self.write(", ")
        self.write("))")


class Sandbox(ImmutableSandboxedEnvironment):
    """A Jinja2 environment in which a template reads what it is given, and nothing else."""

    code_generator_class = _Compiler
    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def joined(self, values: Iterable[object]) -> str:
        """Join values with `~`: as Markdown as soon as one of them is."""
        parts = list(values)
        if any(isinstance(part, Markup) for part in parts):
            return Markdown(bounded("".join(finished(part) for part in parts)))
        return bounded("".join(str(part) for part in parts))

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """Add as Markdown; refuse the operators that can fill the memory."""
        if operator == "+" and (isinstance(left, str) or isinstance(right, str)):
            if isinstance(left, str) and isinstance(right, str):
                return self.joined((left, right))
        elif isinstance(left, int | float) and isinstance(right, int | float) and operator != "**":
            return super().call_binop(context, operator, left, right)
        raise SecurityError(f"de bewerking '{operator}' kan hier niet")

    def getattr(self, obj: object, attribute: str) -> object:
        """Read an attribute; of our own views without the questions that a stranger is asked."""
        if type(obj).__module__ in _OWN and attribute[:1] != "_":
            value = getattr(obj, attribute, _MISSING)
            if value is not _MISSING and not callable(value):
                return value
        return super().getattr(obj, attribute)

    def getitem(self, obj: object, argument: str | Any) -> object:  # noqa: ANN401 -- as Jinja2 has it
        """Read an item; the views have attributes only."""
        if type(obj).__module__ in _OWN and isinstance(argument, str):
            return self.getattr(obj, argument)
        return super().getitem(obj, argument)

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Allow data and a few methods of texts and mappings."""
        if not super().is_safe_attribute(obj, attr, value):
            return False
        if not callable(value) or type(obj).__module__ == "jinja2.runtime":
            return True
        return any(isinstance(obj, kind) and attr in names for kind, names in _METHODS.items())


def bounded(text: str) -> str:
    """Refuse a text that no document can hold."""
    if len(text) > LARGEST:
        raise SecurityError("de tekst wordt te lang")
    return text


def _filled(values: Iterable[object]) -> bool:
    """Tell whether anything in a column is worth a column."""
    return any(values)


@cache
def sandbox() -> Sandbox:
    """Make the environment once; it has no loader, so that a template is one file."""
    made = Sandbox(
        autoescape=True,
        finalize=finished,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        optimized=False,  # folding constants costs more than these texts win by it
        cache_size=0,
    )
    made.filters = {name: DEFAULT_FILTERS[name] for name in _FILTERS} | dict(WORDS)
    made.tests["gevuld"] = _filled
    made.globals = {name: made.globals[name] for name in ("range", "namespace")}
    return made
