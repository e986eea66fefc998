"""The nota's blocks as semantic HTML, without the page around them."""

from base64 import b64encode
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from markupsafe import Markup

from voortgang.content.beeld import Beeld
from voortgang.content.blocks import (
    Blocks,
    BulletList,
    Div,
    Heading,
    Inlines,
    ListItem,
    OrderedList,
    Paragraph,
    Picture,
    Table,
)
from voortgang.content.cijfers.cijfer import Cijfer
from voortgang.nota.html import table as html_table
from voortgang.nota.html.inline import inlines
from voortgang.nota.html.svg import chart
from voortgang.nota.html.tag import joined, tag
from voortgang.nota.schrijver import Facts, Schrijver
from voortgang.nota.structuur import (
    in_columns,
    is_bijlage,
    is_kengetal,
    rol,
)

_NO_PICTURES: Mapping[str, Beeld] = MappingProxyType({})


class HtmlBody(Schrijver[Markup]):
    """Writes blocks as HTML; numbers its charts and tables."""

    def __init__(
        self, figures: Mapping[str, Cijfer], pictures: Mapping[str, Beeld] = _NO_PICTURES
    ) -> None:
        super().__init__(figures)
        self._pictures = pictures
        self._charts = 0
        self._tables = 0

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

    def _joined(self, parts: Iterable[Markup]) -> Markup:
        return joined(parts)

    def _paragraph(self, block: Paragraph, *, introduces: bool) -> Markup:  # noqa: ARG002 -- only pages end
        return tag("p", inlines(block.children))

    def _table(self, block: Table) -> Markup:
        self._tables += 1
        return html_table.table(block, self.heading, self._tables)

    def _kengetal(self, heading: Heading) -> Markup:
        dress = f"kengetal {rol(heading) or ''}".strip()
        return tag("p", inlines(heading.children), class_=dress)

    def _heading(self, heading: Heading) -> Markup:
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

    def _list(self, block: BulletList | OrderedList) -> Markup:
        items = map(self._item, block.items)
        if isinstance(block, OrderedList):
            return tag("ol", *items, start=str(block.start) if block.start != 1 else None)
        columns = " kolommen" if in_columns(block) else ""
        return tag("ul", *items, class_=f"acties {self.rol}{columns}" if self.rol else None)

    def _item(self, item: ListItem) -> Markup:
        first, *rest = item.blocks or (Paragraph(()),)
        if not isinstance(first, Paragraph):
            return tag("li", self.blocks(item.blocks))
        outer, self.rol = self.rol, None
        below = self.blocks(tuple(rest)) if rest else Markup("")
        self.rol = outer
        return tag("li", inlines(first.children), below)

    def _quote(self, words: Blocks, source: Inlines) -> Markup:
        named = [tag("p", inlines(source), class_="bron")] if source else []
        return tag("blockquote", joined([self.blocks(words), *named]))

    def _chart(self, cijfer: Cijfer, *, told: bool) -> Markup:
        self._charts += 1
        parts = [
            tag("figcaption", cijfer.titel),
            html_table.key(cijfer),
            chart(cijfer, f"_grafiek-{self._charts}"),
        ]
        if not told:
            self._tables += 1
            parts.append(html_table.numbers(cijfer, self._tables))
        return tag("figure", joined(parts))

    def _picture(self, picture: Picture) -> Markup:
        found = self._pictures.get(picture.source)
        if found is None:
            return tag("p", picture.alt, class_="beeld")
        source = f"data:image/{found.kind};base64,{b64encode(found.content).decode()}"
        image = Markup('<img src="{}" alt="{}">').format(source, picture.alt)
        return tag("p", image, class_="beeld")

    def _facts(self, facts: Facts) -> Markup:
        rows = (
            tag("div", tag("dt", inlines(row[0])), *(tag("dd", inlines(cell)) for cell in row[1:]))
            for row in facts
        )
        return tag("dl", *rows, class_="kerngegevens")

    def _kern(self, blocks: Blocks) -> Markup:
        return tag("section", self.blocks(blocks), class_="kern", aria_label="Kern")

    def _div(self, div: Div) -> Markup:
        classes = div.attributes.classes
        name = "aside" if "zijkolom" in classes else "div"
        return tag(name, self.blocks(div.blocks), class_=" ".join(classes) or None)


def _section(heading: Heading) -> Markup:
    if is_bijlage(heading):
        return Markup('<section class="bijlage">')
    name = {2: "hoofdstuk", 3: "deel"}.get(heading.level, "lijst")
    return Markup('<section class="{}">').format(name)
