"""A text of the report as a message that a mail program opens as a draft: nothing is sent."""

import hashlib
from collections.abc import Iterator
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from html import escape

from voortgang.content.blocks import (
    Block,
    Blocks,
    BulletList,
    Div,
    Heading,
    Inlines,
    Link,
    OrderedList,
    Paragraph,
    Quote,
    Table,
    plain,
)
from voortgang.nota.html.body import HtmlBody

_SHEET = ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")
_LONGEST_LINE = 998  # of a message, says RFC 5322
_LONGEST_NAME = 200  # so that it is never folded, however it is encoded
_STYLE = "font-family: Calibri, Arial, sans-serif; font-size: 11pt; line-height: 1.4"


def make_bericht(blocks: Blocks, to: Address | None, werkboek: str, content: bytes) -> bytes:
    """Make a message with a workbook; its subject is the title of the text.

    The same bytes on every run: no date and no random mark.
    """
    subject = next((plain(b.children) for b in blocks if isinstance(b, Heading)), "")
    body = tuple(b for b in blocks if not (isinstance(b, Heading) and b.level == 1))
    message = EmailMessage(SMTP)
    message["X-Unsent"] = "1"
    message["Subject"] = subject
    if to is not None:
        named = len(to.display_name) <= _LONGEST_NAME
        message["To"] = to if named else Address(addr_spec=to.addr_spec)
    message.set_content("\n\n".join(_texts(body)) + "\n", cte="quoted-printable")
    message.add_alternative(_page(subject, body), subtype="html", cte="quoted-printable")
    message.add_attachment(content, *_SHEET, filename=werkboek)
    message["Content-Language"] = "nl-BE"  # last: what is attached would take it along
    mark = hashlib.sha256(content + subject.encode()).hexdigest()[:32]
    for number, part in enumerate(each for each in message.walk() if each.is_multipart()):
        part.set_boundary(f"voortgang-{number}-{mark}")
    # A header that is folded comes back with the space of the fold beside that of the words, and a
    # name in it without its quotes: each comma then ends an address.
    return message.as_bytes(policy=message.policy.clone(max_line_length=_LONGEST_LINE))


def _page(subject: str, blocks: Blocks) -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="nl-BE">\n<head><meta charset="utf-8">'
        f"<title>{escape(subject)}</title></head>\n"
        f'<body style="{_STYLE}">\n{HtmlBody({}).blocks(blocks)}\n</body>\n</html>\n'
    )


def _texts(blocks: Blocks) -> Iterator[str]:
    """Write blocks as plain text, one below the other."""
    for block in blocks:
        if isinstance(block, BulletList | OrderedList):
            yield "\n".join(_items(block))
        elif text := _text(block):
            yield text


def _text(block: Block) -> str:
    if isinstance(block, Heading | Paragraph):
        return _words(block.children)
    if isinstance(block, Table):
        rows = (block.header, *block.rows)
        return "\n".join(" | ".join(map(_words, row)) for row in rows)
    if isinstance(block, Quote | Div):
        return "\n\n".join(_texts(block.blocks))
    return ""


def _items(block: BulletList | OrderedList) -> Iterator[str]:
    start = block.start if isinstance(block, OrderedList) else 0
    for number, item in enumerate(block.items, start):
        sign = f"{number}. " if isinstance(block, OrderedList) else "- "
        lines = "\n".join(_texts(item.blocks)).split("\n")
        yield "\n".join(
            f"{' ' * len(sign) if index else sign}{line}" for index, line in enumerate(lines)
        )


def _words(children: Inlines) -> str:
    """Give the words, with the address behind the words of a link."""
    words = plain(children)
    links = [each for each in children if isinstance(each, Link)]
    shown = [each.href for each in links if each.href.removeprefix("mailto:") not in words]
    return f"{words} ({', '.join(shown)})" if shown else words
