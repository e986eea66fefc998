"""The Jinja2 environment of the templates: closed, strict, and escaping by construction.

It bounds neither time nor memory: the process that a template is filled in by does.
"""

from collections.abc import Callable, Iterable
from functools import cache

import jinja2
from jinja2 import StrictUndefined, nodes, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from voortgang.content.markdown.escape import Markdown, finished
from voortgang.content.template.words import WORDS, single

# What is left out writes HTML, or no report has a use for it.
_FILTERS = (
    "abs", "count", "default", "d", "first", "groupby", "int", "last", "length", "list", "map",
    "max", "min", "reject", "rejectattr", "reverse", "round", "select", "selectattr", "sort", "sum",
    "unique",
)  # fmt: skip
_OF_TEXT = ("capitalize", "lower", "string", "trim", "upper")  # which write anything as text first
_METHODS: dict[type, frozenset[str]] = {
    str: frozenset({"lower", "upper", "strip", "startswith", "endswith", "split"}),
    dict: frozenset({"items", "keys", "values", "get"}),
}
_JOIN = "aaneen"  # the filter that `~` becomes


class _Joins(NodeTransformer):
    """Lets `~` join as the sandbox does, where Jinja2 itself escapes for HTML."""

    def visit_Concat(self, node: nodes.Concat) -> nodes.Filter:  # noqa: N802 -- Jinja2's name
        parts = nodes.List([self.visit(part) for part in node.nodes], lineno=node.lineno)
        return nodes.Filter(parts, _JOIN, [], [], None, None, lineno=node.lineno)


class Sandbox(ImmutableSandboxedEnvironment):
    """A Jinja2 environment in which a template reads what it is given, and nothing else.

    `write` escapes a value for the language of the text, `kind` is what it has escaped already.
    It has no loader, so that a template is one file.
    """

    intercepted_binops = frozenset("+%")

    def __init__(
        self,
        write: Callable[[object], Markup],
        kind: type[Markup],
        *,
        whole_lines: bool = False,
        functions: Iterable[str] = (),
    ) -> None:
        self._write = write
        self._kind = kind

        @pass_context  # which keeps Jinja2 from escaping for HTML what it can tell beforehand
        def finalize(_: Context, value: object) -> Markup:
            return write(value if value is None else single(value))

        super().__init__(
            autoescape=True,
            undefined=StrictUndefined,
            finalize=finalize,
            trim_blocks=whole_lines,
            lstrip_blocks=whole_lines,
            keep_trailing_newline=True,
            cache_size=0,
        )
        of_text = {name: _of_text(self.filters[name]) for name in _OF_TEXT}
        self.filters = {name: self.filters[name] for name in _FILTERS} | of_text
        self.filters[_JOIN] = self.joined
        self.globals = {name: self.globals[name] for name in functions}

    def read(self, source: str) -> jinja2.Template:
        """Compile a template; raises what Jinja2 and Python raise."""
        return self.from_string(_Joins().visit(self.parse(source)).set_environment(self))

    def joined(self, values: Iterable[object]) -> str:
        """Join values: as finished text as soon as one of them is."""
        parts = [single(value) for value in values]
        if any(isinstance(part, Markup) for part in parts):
            return self._kind("".join(map(self._write, parts)))
        return "".join(str(part) for part in parts)

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """Add texts as `~` joins them, and fill one in with texts only."""
        if operator == "%" and isinstance(left, str):
            parts = right if isinstance(right, tuple) else (right,)
            return left % tuple(map(single, parts))
        if isinstance(left, str) and isinstance(right, str):
            return self.joined((left, right))
        return super().call_binop(context, operator, left, right)

    def wrap_str_format(self, value: object) -> None:  # noqa: ARG002 -- Jinja2's signature
        """Leave `format` to the list of methods, where it is not: no report needs it."""
        return

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Allow data and a few methods of texts and mappings."""
        if not super().is_safe_attribute(obj, attr, value):
            return False
        if not callable(value) or type(obj).__module__ == "jinja2.runtime":
            return True
        return any(isinstance(obj, kind) and attr in names for kind, names in _METHODS.items())


def _of_text(change: Callable[..., str]) -> Callable[..., str]:
    """Keep a filter of texts from what is none."""
    return lambda value, *more, **named: change(single(value), *more, **named)


def _filled(values: Iterable[object]) -> bool:
    """Tell whether anything in a column is worth a column."""
    return any(values)


@cache
def text_sandbox() -> Sandbox:
    """Make the environment of the texts once: Markdown, with the Dutch words."""
    made = Sandbox(finished, Markdown, whole_lines=True, functions=("range", "namespace"))
    made.filters |= WORDS
    made.tests["gevuld"] = _filled
    return made


@cache
def page_sandbox(write: Callable[[object], Markup]) -> Sandbox:
    """Make the environment of a page once; `write` escapes a value for the page's language."""
    return Sandbox(write, Markup)
