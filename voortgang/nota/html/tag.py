"""Elements of HTML: whatever is put in as text comes out as text."""

from collections.abc import Iterable

from markupsafe import Markup, escape


def tag(name: str, *children: str, **attributes: str | None) -> Markup:
    """Make an element; text and values are escaped, markup is not. A value of None leaves it out.

    An underscore at the end of an attribute's name falls off, one within becomes a hyphen.
    """
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{name}{given}>{_escaped(children)}</{name}>")  # noqa: S704 -- each part is escaped


def joined(parts: Iterable[Markup]) -> Markup:
    """Put elements below one another."""
    return Markup("\n").join(parts)


def together(parts: Iterable[str]) -> Markup:
    """Put texts and elements one behind the other; text is escaped, markup is not."""
    return Markup(_escaped(parts))  # noqa: S704 -- each part is escaped


def _escaped(parts: Iterable[str]) -> str:
    return "".join([part if isinstance(part, Markup) else escape(part) for part in parts])
