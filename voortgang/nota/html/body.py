"""The nota's blocks as semantic HTML, without the page around them."""

from base64 import b64encode
from collections.abc import Mapping
from types import MappingProxyType

from markupsafe import Markup

from voortgang.content.beeld import Beeld
from voortgang.content.blocks import (
    Block,
    Blocks,
    BulletList,
    Div,
    Grafiek,
    Heading,
    ListItem,
    OrderedList,
    Paragraph,
    Picture,
    Quote,
    Table,
    plain,
)
from voortgang.content.cijfers.cijfer import Cijfer
from voortgang.nota.html import table as html_table
from voortgang.nota.html.inline import inlines
from voortgang.nota.html.svg import chart
from voortgang.nota.html.tag import joined, tag
from voortgang.nota.structuur import (
    drawn,
    in_columns,
    is_bijlage,
    is_kengetal,
    rol,
    told_in_table,
    words_and_source,
)

_NO_PICTURES: Mapping[str, Beeld] = MappingProxyType({})


class HtmlBody:
    """Writes blocks; knows the figures and under which kind of heading it is."""

    def __init__(
        self, figures: Mapping[str, Cijfer], pictures: Mapping[str, Beeld] = _NO_PICTURES
    ) -> None:
        self.figures = figures
        self.pictures = pictures
        self.rol: str | None = None
        self.heading = ""
        self.charts = 0
        self.tables = 0

    def sections(self, blocks: Blocks) -> Markup:
        """Write blocks with a section around each heading and what belongs to it."""
        parts: list[Markup] = []
        open_levels: list[int] = []
        for at, block in enumerate(blocks):
            if isinstance(block, Heading) and block.level > 1 and not is_kengetal(block):
                while open_levels and open_levels[-1] >= block.level:
                    parts.append(Markup("</section>"))
                    open_levels.pop()
                open_levels.append(block.level)
                parts.append(_section(block))
            parts.append(self.block(blocks, at))
        parts += [Markup("</section>")] * len(open_levels)
        return joined(parts)

    def blocks(self, blocks: Blocks) -> Markup:
        """Write blocks one below the other."""
        return joined([self.block(blocks, at) for at in range(len(blocks))])

    def block(self, blocks: Blocks, at: int) -> Markup:  # noqa: PLR0911 -- a line for each kind of block
        """Write the block at a place; its neighbours tell a chart whether a table is there."""
        block: Block = blocks[at]
        if isinstance(block, Heading):
            return self._heading(block)
        if isinstance(block, Paragraph):
            return tag("p", inlines(block.children))
        if isinstance(block, BulletList):
            return tag("ul", *map(self._item, block.items), class_=self._dress(block))
        if isinstance(block, OrderedList):
            start = str(block.start) if block.start != 1 else None
            return tag("ol", *map(self._item, block.items), start=start)
        if isinstance(block, Table):
            self.tables += 1
            return html_table.table(block, self.heading or "Tabel", self.tables)
        if isinstance(block, Quote):
            return tag("blockquote", self._quote(block))
        if isinstance(block, Grafiek):
            return self._chart(blocks, at, block)
        if isinstance(block, Picture):
            return self._picture(block)
        return self._div(block)

    def _heading(self, heading: Heading) -> Markup:
        if is_kengetal(heading):
            self.rol = None
            return tag(
                "p", inlines(heading.children), class_=f"kengetal {rol(heading) or ''}".strip()
            )
        self.rol = rol(heading)
        self.heading = plain(heading.children)
        words = inlines(heading.children)
        level, anchor = f"h{min(heading.level, 6)}", heading.attributes.anchor
        if self.rol is None:
            return tag(level, words, id=anchor)
        count = heading.attributes.get("aantal")
        return tag(
            level,
            tag("span", words, class_="woord"),
            *([Markup(" "), tag("span", count, class_="aantal")] if count else []),
            id=anchor,
            class_=f"rol {self.rol}",
        )

    def _dress(self, block: BulletList) -> str | None:
        if self.rol is None:
            return None
        return f"acties {self.rol}" + (" kolommen" if in_columns(block) else "")

    def _item(self, item: ListItem) -> Markup:
        first, *rest = item.blocks or (Paragraph(()),)
        if not isinstance(first, Paragraph):
            return tag("li", self.blocks(item.blocks))
        outer, self.rol = self.rol, None
        below = self.blocks(tuple(rest)) if rest else Markup("")
        self.rol = outer
        return tag("li", inlines(first.children), below)

    def _quote(self, quote: Quote) -> Markup:
        words, source = words_and_source(quote)
        named = [tag("p", inlines(source), class_="bron")] if source else []
        return joined([self.blocks(words), *named])

    def _chart(self, blocks: Blocks, at: int, block: Grafiek) -> Markup:
        cijfer = drawn(self.figures, block)
        if cijfer is None:
            return Markup("")
        self.charts += 1
        parts = [
            tag("figcaption", cijfer.titel),
            html_table.key(cijfer),
            chart(cijfer, f"_grafiek-{self.charts}"),
        ]
        if not told_in_table(blocks, at, cijfer):
            self.tables += 1
            parts.append(html_table.numbers(cijfer, self.tables))
        return tag("figure", joined(parts))

    def _picture(self, picture: Picture) -> Markup:
        found = self.pictures.get(picture.source)
        if found is None:
            return tag("p", picture.alt, class_="beeld")
        source = f"data:image/{found.kind};base64,{b64encode(found.content).decode()}"
        image = Markup('<img src="{}" alt="{}">').format(source, picture.alt)
        return tag("p", image, class_="beeld")

    def _div(self, div: Div) -> Markup:
        classes = div.attributes.classes
        if "kerngegevens" in classes:
            facts = [
                _pairs(block) if isinstance(block, Table) else self.block(div.blocks, at)
                for at, block in enumerate(div.blocks)
            ]
            return joined(facts)
        if "kern" in classes:
            return tag("section", self.blocks(div.blocks), class_="kern", aria_label="Kern")
        name = "aside" if "zijkolom" in classes else "div"
        return tag(name, self.blocks(div.blocks), class_=" ".join(classes) or None)


def _pairs(table: Table) -> Markup:
    rows = (
        tag("div", tag("dt", inlines(row[0])), *(tag("dd", inlines(cell)) for cell in row[1:]))
        for row in table.rows
    )
    return tag("dl", *rows, class_="kerngegevens")


def _section(heading: Heading) -> Markup:
    if is_bijlage(heading):
        return Markup('<section class="bijlage">')
    name = {2: "hoofdstuk", 3: "deel"}.get(heading.level, "lijst")
    return Markup('<section class="{}">').format(name)
