"""The Jinja2 environment of the templates: closed, strict, and escaping by construction."""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, cast

from jinja2 import StrictUndefined, pass_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.defaults import DEFAULT_FILTERS  # type: ignore[attr-defined]
from jinja2.exceptions import SecurityError
from jinja2.nodes import (
    Call,
    Concat,
    Dict,
    EnvironmentAttribute,
    Expr,
    Filter,
    For,
    List,
    Tuple,
)
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from voortgang.content.markdown.escape import Markdown, finished
from voortgang.content.template.budget import MANY, Spender, single, small
from voortgang.content.template.words import WORDS

# What is left out can run away (`format`, `center`, …) or writes HTML.
_FILTERS = (
    "abs", "capitalize", "count", "default", "d", "first", "groupby", "int", "last",
    "length", "list", "lower", "map", "max", "min", "reject", "rejectattr", "reverse", "round",
    "select", "selectattr", "sort", "string", "sum", "trim", "unique", "upper",
)  # fmt: skip
_METHODS: dict[type, frozenset[str]] = {
    str: frozenset({"lower", "upper", "strip", "startswith", "endswith", "split"}),
    dict: frozenset({"items", "keys", "values", "get"}),
}
_OWN = frozenset(
    {"voortgang.content.views.rapport", "voortgang.content.views.opvolging"}
)  # data, nothing else
LARGEST = 4_000_000  # characters: two hundred times the nota of a town like Mechelen


_CALL = 20  # steps: calling a macro costs as much as twenty turns of a loop
_OF_TEXT = frozenset({"capitalize", "lower", "string", "trim", "upper", "zin"})
_MISSING = object()


class _Compiler(CodeGenerator):
    """Joins with `~` as Markdown, where Jinja2 joins as HTML, and counts what a template spends."""

    def visit_Concat(self, node: Concat, frame: Frame) -> None:  # noqa: N802 -- Jinja2's name
        self.write("context.text(environment.joined((")
        for child in node.nodes:
            self.visit(child, frame)
            self.write(", ")
        self.write(")))")

    def visit_For(self, node: For, frame: Frame) -> None:  # noqa: N802 -- Jinja2's name
        node.iter = Call(EnvironmentAttribute("counted"), [node.iter], [], None, None)
        super().visit_For(node, frame)

    def visit_Filter(self, node: Filter, frame: Frame) -> None:  # noqa: N802 -- Jinja2's name
        if node.node is not None:
            taking = EnvironmentAttribute("line" if node.name in _OF_TEXT else "weighed")
            node.node = Call(taking, [node.node], [], None, None)
        super().visit_Filter(node, frame)

    def visit_List(self, node: List, frame: Frame) -> None:  # noqa: N802 -- Jinja2's name
        self.write("context.boxed(")
        super().visit_List(node, frame)
        self.write(")")

    def visit_Tuple(self, node: Tuple, frame: Frame) -> None:  # noqa: N802 -- Jinja2's name
        if node.ctx != "load":
            super().visit_Tuple(node, frame)
            return
        self.write("context.boxed(")
        super().visit_Tuple(node, frame)
        self.write(")")

    def visit_Dict(self, node: Dict, frame: Frame) -> None:  # noqa: N802 -- Jinja2's name
        self.write("context.boxed(")
        super().visit_Dict(node, frame)
        self.write(")")

    def _make_finalize(self) -> CodeGenerator._FinalizeInfo:
        return self._FinalizeInfo(None, "environment.written(context, ")

    def _output_child_pre(
        self,
        node: Expr,  # noqa: ARG002 -- Jinja2's signature
        frame: Frame,  # noqa: ARG002 -- likewise
        finalize: CodeGenerator._FinalizeInfo,
    ) -> None:
        # Jinja2 would write `escape(`, for HTML: `written` has escaped already.
        self.write(f"({finalize.src}")


class Sandbox(ImmutableSandboxedEnvironment):
    """A Jinja2 environment in which a template reads what it is given, and nothing else."""

    code_generator_class = _Compiler
    context_class = Spender
    kind: type[Markup] = Markdown  # what is not escaped again
    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(
        self,
        write: Callable[[object], Markup] = finished,
        **options: Any,  # noqa: ANN401 -- as Jinja2 has it
    ) -> None:
        super().__init__(**options)
        self._write = write
        self.filters = {name: DEFAULT_FILTERS[name] for name in _FILTERS}

    @property
    def own_calls(self) -> tuple[object, ...]:
        """The calls that the compiler writes and no template."""
        return (self.counted, self.weighed, self.line)

    @staticmethod
    @pass_context
    def counted(context: Spender, values: Iterable[object]) -> Iterable[object]:
        """Count what a loop goes through."""
        return context.counted(values)

    @staticmethod
    @pass_context
    def weighed(context: Spender, value: object) -> object:
        """Count what a filter works on."""
        return context.weighed(value)

    @staticmethod
    @pass_context
    def line(context: Spender, value: object) -> object:
        """Count what a filter of texts works on, which is no list."""
        return context.weighed(single(value))

    def written(self, context: Spender, value: object) -> Markup:
        """Give what `{{ … }}` writes, counted."""
        return context.text(self._write(single(value)))

    def call(self, context: Context, obj: object, /, *args: object, **kwargs: object) -> object:
        """Call a macro, `range` or the loop itself, counted."""
        if isinstance(context, Spender) and obj not in self.own_calls:
            context.spend(_CALL)
            if lists := [each for each in (*args, *kwargs.values()) if type(each) in MANY]:
                context.boxed(lists)
            if isinstance(obj, LoopContext):
                args = (context.counted(cast("Iterable[object]", args[0])), *args[1:])
        return super().call(context, obj, *args, **kwargs)

    def joined(self, values: Iterable[object]) -> str:
        """Join values with `~`: as finished text as soon as one of them is."""
        parts = list(values)
        if any(isinstance(part, Markup) for part in parts):
            return self.kind(bounded("".join(map(self._write, parts))))
        return bounded("".join(str(part) for part in parts))

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """Add as Markdown; refuse the operators that can fill the memory."""
        if operator == "+" and (isinstance(left, str) or isinstance(right, str)):
            if isinstance(left, str) and isinstance(right, str):
                joined = self.joined((left, right))
                return context.text(joined) if isinstance(context, Spender) else joined
        elif isinstance(left, int | float) and isinstance(right, int | float) and operator != "**":
            return small(super().call_binop(context, operator, left, right))
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

    def wrap_str_format(self, value: object) -> None:  # noqa: ARG002 -- Jinja2's signature
        """Refuse `format`: a width in it can fill the memory."""
        return

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
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        optimized=False,  # folding constants costs more than these texts win by it
        cache_size=0,
    )
    made.filters |= WORDS
    made.tests["gevuld"] = _filled
    made.globals = {name: made.globals[name] for name in ("range", "namespace")}
    return made
