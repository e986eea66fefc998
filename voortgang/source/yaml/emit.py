"""Writing YAML as a person would type it, such that strict reading gives the same back."""

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

import yaml
from yaml.events import ScalarEvent

from voortgang.source.yaml.tree import LOADER

Data: TypeAlias = "str | bool | int | Sequence[Data] | Mapping[str, Data] | None"

# What strict reading replaces in plain text, YAML breaks lines at, or nobody can see.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufdd0-\ufdef]")
_TO_ESCAPE = re.compile(f'{_UNSEEN.pattern}|["\\\\]')
_ESCAPED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
# Words that YAML itself takes for something else than text. Strict reading does not, but an
# editor's own check of the schema would.
_NO_TEXT = re.compile(r"(?i:true|false|yes|no|on|off|y|n|null|~)")


def emit_value(text: str, *, flow: bool = False) -> str:
    """Write a text on one line: plain where strict reading gives the same back, else quoted.

    What this gives may stand behind a dash, be a key or its value; within [ ] only with `flow`.
    """
    return text if _plain(text, flow=flow) else _quoted(text)


def emit_entry(key: str, value: Data, indent: int = 0) -> list[str]:
    """Write a key with its value as lines, `indent` spaces in; a value of None is a bare key.

    Several paragraphs become a block text (which ends in a line feed), numbers a list on one line,
    texts and mappings a list of a line or more each.
    """
    pad = " " * indent
    head = f"{pad}{emit_value(key)}:"
    if isinstance(value, str):
        if _block(value):
            lines = value.split("\n")
            return [f"{head} |", *(f"{pad}  {line}" if line else "" for line in lines)]
        return [f"{head} {emit_value(value)}"]
    if isinstance(value, Mapping) and value:
        return [head, *emit_mapping(value, indent + 2)]
    if isinstance(value, Sequence) and not all(isinstance(item, int) for item in value):
        return [head, *(line for item in value for line in emit_item(item, indent + 2))]
    return [head if value is None else f"{head} {_word(value)}"]


def emit_item(value: Data, indent: int = 2) -> list[str]:
    """Write one item of a list as lines, its dash `indent` spaces in."""
    if isinstance(value, Mapping) and value:
        first, *rest = emit_mapping(value, indent + 2)
        return [f"{' ' * indent}- {first[indent + 2 :]}", *rest]
    if isinstance(value, str):
        return [f"{' ' * indent}- {emit_value(value)}"]
    return [f"{' ' * indent}- {_word(value)}"]


def emit_mapping(data: Mapping[str, Data], indent: int = 0) -> list[str]:
    """Write the keys of a mapping as lines, in their order."""
    return [line for key, value in data.items() for line in emit_entry(key, value, indent)]


def emit_comment(text: str, indent: int = 0) -> list[str]:
    """Write a comment as lines."""
    return [f"{' ' * indent}# {line}".rstrip() for line in text.splitlines()]


def _word(value: Data) -> str:
    """Write a boolean, a number or a list of them on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(map(_word, value))}]"
    if isinstance(value, Mapping):
        return (
            f"{{{', '.join(f'{emit_value(k, flow=True)}: {_word(v)}' for k, v in value.items())}}}"
        )
    return emit_value(value, flow=True) if isinstance(value, str) else str(value)


def _plain(text: str, *, flow: bool) -> bool:
    if not text or _UNSEEN.search(text) or _NO_TEXT.fullmatch(text) or text == "<<":
        return False
    probe = f"[{text}, {text}]" if flow else f"- {text}\n- k: {text}\n- {text}: v"
    expected = [text, text] if flow else [text, "k", text, text, "v"]
    try:
        events = list(yaml.parse(probe, Loader=LOADER))
    except yaml.YAMLError:
        return False
    scalars = [event for event in events if isinstance(event, ScalarEvent)]
    return [each.value for each in scalars] == expected and not any(
        each.style or each.tag or each.anchor for each in scalars
    )


def _quoted(text: str) -> str:
    return f'"{_TO_ESCAPE.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    return _ESCAPED.get(match[0]) or f"\\u{ord(match[0]):04X}"


def _block(text: str) -> bool:
    """Tell whether a text can be typed as a block: several lines, none of them odd."""
    return (
        "\n" in text
        and text == text.strip()
        and not any(match[0] != "\n" for match in _UNSEEN.finditer(text))
    )
