"""Ways to spoil a package within its parts, which mostly stay XML: attributes, elements, names."""

import io
import random
import warnings
import zipfile
from collections.abc import Callable
from copy import deepcopy

from lxml import etree

VALUES = (
    "", " ", "0", "-1", "1", "A0", "1e999", "nan", "inf", "-inf", "²", "٣", "1.5", " 5 ", "0x10",
    "1_0", "2147483647", "2147483648", "4294967296", "-9223372036854775809", "9" * 30, "9" * 5000,
    "50%", "12pt", "1in", "true", "false", "rId99", "dk9", "FFFFFF", "GGGGGG", "title", "x" * 300,
    "../x", "{}", "'", "auto", "none",
)  # fmt: skip
BROKEN = (b"", b"<", b"<a>", b"\xff\xfe", b"<a/><b/>", b"<a x='1' x='2'/>", b"\x00", b"<a>&b;</a>")
Parts = list[tuple[str, bytes]]
Tree = etree._Element  # noqa: SLF001 -- the only name that lxml has for what it makes


def in_parts(content: bytes, chance: random.Random) -> bytes:
    """Change a few things in the parts of a package, each in one of the ways below."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = [(info.filename, archive.read(info)) for info in archive.infolist()]
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        chance.choice(WAYS)(parts, chance)
    return _zipped(parts)


def _zipped(parts: Parts) -> bytes:
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w") as archive:
        warnings.simplefilter("ignore")  # two parts of one name are meant
        for name, part in parts:
            archive.writestr(name, part, zipfile.ZIP_DEFLATED, 1)
    return out.getvalue()


def _in_tree(
    change: Callable[[Tree, random.Random], None],
) -> Callable[[Parts, random.Random], None]:
    def way(parts: Parts, chance: random.Random) -> None:
        at = chance.choice(
            [n for n, (name, _) in enumerate(parts) if name.endswith(("xml", "rels"))]
        )
        name, part = parts[at]
        try:
            root = etree.fromstring(part)
        except etree.XMLSyntaxError:  # spoiled before
            return
        change(root, chance)
        parts[at] = (name, etree.tostring(root))

    return way


def _any(root: Tree, chance: random.Random) -> Tree:
    return chance.choice(list(root.iter(etree.Element)))


def _attribute(root: Tree, chance: random.Random) -> None:
    element = chance.choice([e for e in root.iter(etree.Element) if e.attrib] or [root])
    for key in chance.sample(sorted(element.attrib), min(1, len(element.attrib))):
        if chance.random() < 0.2:
            del element.attrib[key]
        else:
            element.set(key, chance.choice(VALUES))


def _attributes(root: Tree, chance: random.Random) -> None:
    """Give an attribute one value wherever it stands."""
    keys = sorted({key for e in root.iter(etree.Element) for key in e.attrib})
    for key in chance.sample(keys, min(1, len(keys))):
        value = chance.choice(VALUES)
        for element in root.iter(etree.Element):
            if key in element.attrib:
                element.set(key, value)


def _remove(root: Tree, chance: random.Random) -> None:
    _take(_any(root, chance))


def _remove_all(root: Tree, chance: random.Random) -> None:
    for element in list(root.iter(_any(root, chance).tag)):
        _take(element)


def _take(element: Tree) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _double(root: Tree, chance: random.Random) -> None:
    element = _any(root, chance)
    if element is not root:
        element.addnext(deepcopy(element))


def _rename(root: Tree, chance: random.Random) -> None:
    _any(root, chance).tag = _any(root, chance).tag


def _empty(root: Tree, chance: random.Random) -> None:
    _any(root, chance)[:] = []


def _move(root: Tree, chance: random.Random) -> None:
    one, other = _any(root, chance), _any(root, chance)
    if one is not root and one not in {other, *other.iterancestors()}:
        other.insert(0, one)


def _text(root: Tree, chance: random.Random) -> None:
    _any(root, chance).text = chance.choice(VALUES)


def _ill_formed(parts: Parts, chance: random.Random) -> None:
    at = chance.randrange(len(parts))
    name, part = parts[at]
    cut = chance.randrange(len(part) + 1)
    ways = (chance.choice(BROKEN), part[:cut], part + b"<", part[:cut] + b"&" + part[cut:])
    parts[at] = (name, chance.choice(ways))


def _drop(parts: Parts, chance: random.Random) -> None:
    del parts[chance.randrange(len(parts))]


def _same_name(parts: Parts, chance: random.Random) -> None:
    name, part = chance.choice(parts)
    names = (name, name.upper(), f"/{name}", f"./{name}", name.replace("/", "\\"))
    parts.append((chance.choice(names), part))


def _other_part(parts: Parts, chance: random.Random) -> None:
    at = chance.randrange(len(parts))
    parts[at] = (parts[at][0], chance.choice(parts)[1])


WAYS = (
    *(_in_tree(_attribute),) * 8, *(_in_tree(_attributes),) * 3, *(_in_tree(_remove),) * 3,
    *(_in_tree(_remove_all),) * 2, _in_tree(_double), _in_tree(_rename), _in_tree(_empty),
    _in_tree(_move), _in_tree(_text), _ill_formed, _drop, _same_name, _other_part,
)  # fmt: skip


TEXTS = (
    "", " ", "~", "null", "=1+1", "@SUM(A1)", "-", "- x", "# x", ": x", "x: y", "'x", '"x',
    "[x](y)", "{{ x }}", "{% x %}", "a\nb", "a\r\nTo: x@voorbeeldegem.example", "a\tb",
    "a\u2028b", "a\x85b", "\u202ea", "\ufeffa", "a\u0301", "\U0001f600", "\ud800", "\ufffe",
    "_xD800_", "_x000D_", "_x0000_", "x" * 300, "x" * 10_001, "x " * 3_000, "x-" * 3_000,
    "2023-Q9", "2023-02-30", "31/12/2023", "45000", "1e999", "-1", "9" * 400, "0", "17",
    "nieuw-intranet", "NIEUW INTRANET", "x;y", "1, 2", "vervallen", "realisaties", "planning",
    "risicos", "cultuur", "geld-2021-1", "geld-2021-99", "ja", "true", "[a, b]", "{a: b}",
    "javascript:x", "https://", "mailto:a@b", "<b>x</b>", "&amp;", "a@b@c", "@", "a@[1.2.3.4]",
    "a b@voorbeeldegem.example", '"a"@voorbeeldegem.example', "é@voorbeeldegem.example",
    "a@é.example", "<a@voorbeeldegem.example>", "a,b@c.example",
)  # fmt: skip


def in_lines(content: bytes, chance: random.Random) -> bytes:
    """Change a few lines of a text: what stands behind a key, its order, its depth."""
    lines = content.decode("utf-8").split("\n")
    for _ in range(chance.choice((1, 1, 2, 4))):
        at = chance.randrange(len(lines))
        line = lines[at]
        indent = line[: len(line) - len(line.lstrip(" -"))]
        key, colon, _ = line.partition(": ")
        text = chance.choice(TEXTS)
        match chance.randrange(9):
            case 0 | 1:
                lines[at] = key + colon + text if colon else indent + text
            case 2:
                lines[at] = key + colon + _quoted(text) if colon else indent + _quoted(text)
            case 3:
                lines[at : at + 1] = [line, line]
            case 4:
                lines[at : at + 1] = []
            case 5:
                lines[at] = " " * chance.choice((1, 2, 4)) + line
            case 6:
                lines[at] = line[chance.choice((1, 2, 4)) :]
            case 7:
                other = chance.randrange(len(lines))
                lines[at], lines[other] = lines[other], line
            case 8:
                lines.insert(at, indent + chance.choice(lines).strip())
        lines = lines or [""]
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def _quoted(text: str) -> str:
    """Write a text in double quotes, with YAML's escapes."""
    signs = (f"\\u{ord(s):04x}" if s < " " or "\ud800" <= s <= "\udfff" else s for s in text)
    return '"' + "".join(signs).replace('"', '\\"') + '"'


def in_cells(content: bytes, chance: random.Random) -> bytes:
    """Change a few cells of a workbook: what they hold, and what they say that it is."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = [(info.filename, archive.read(info)) for info in archive.infolist()]
    sheets = [n for n, (name, _) in enumerate(parts) if name.startswith("xl/worksheets/sheet")]
    if not sheets:
        return in_parts(content, chance)
    at = chance.choice(sheets)
    root = etree.fromstring(parts[at][1])
    cells = list(root.iter("{*}c"))
    for cell in chance.sample(cells, min(len(cells), chance.choice((1, 1, 2, 4, 20)))):
        _fill_in(cell, chance)
    parts[at] = (parts[at][0], etree.tostring(root))
    return _zipped(parts)


def _fill_in(cell: Tree, chance: random.Random) -> None:
    space = cell.tag.removesuffix("c")
    cell[:] = []
    kind = chance.choice(
        ("inlineStr", "inlineStr", "inlineStr", "str", "n", "b", "e", "s", "d", "x")
    )
    cell.set("t", kind)
    text = chance.choice(TEXTS if kind in {"inlineStr", "str"} else VALUES)
    text = "".join(sign for sign in text if sign >= " " and not "\ud800" <= sign <= "\udfff")
    text = text.replace("\ufffe", "")
    if chance.random() < 0.1:
        etree.SubElement(cell, f"{space}f").text = "1+1"
    holder = etree.SubElement(cell, f"{space}is") if kind == "inlineStr" else cell
    etree.SubElement(holder, f"{space}t" if kind == "inlineStr" else f"{space}v").text = text
