"""House styles made by hand: the default one's geometry, and plain ones, without a template."""

from dataclasses import replace

from voortgang.office.font import Font
from voortgang.presentatie.slides import Box, Insets
from voortgang.presentatie.template.huisstijl import Area, Huisstijl, Layout, TextStyle

CM = 360000
CALIBRI = Font("Calibri", "carlito", 1.01)
ARIAL = Font("Arial", "liberation-sans", 1.01)


def box(x, y, right, bottom):
    return Box(round(x * CM), round(y * CM), round((right - x) * CM), round((bottom - y) * CM))


def area(idx, kind, where, size=22, *, bold=False, anchor="top", font=CALIBRI):  # noqa: PLR0913 -- drawing has this many sides
    return Area(idx, kind, where, Insets(), anchor, font, TextStyle(size, bold=bold))


LEFT, RIGHT, MAIN = 1.635, 32.235, 21.335
FOOTER = area(20, "footer", box(LEFT, 18.0, MAIN, 18.55), 12)
NUMBER = area(21, "number", box(29.235, 18.0, RIGHT, 18.55), 12)


def layout(index, type_, bodies=(), headings=(), title=None, **more):
    title = title or area(0, "title", box(LEFT, 1.0, RIGHT, 2.5), 30, bold=True, anchor="bottom")
    return Layout(
        index, type_, type_, title, more.pop("subtitle", None), tuple(bodies), tuple(headings),
        FOOTER, NUMBER, Box(0, 0, 12192000, 6858000), **more,
    )  # fmt: skip


def short_title(right=MAIN):
    return area(0, "title", box(LEFT, 1.0, right, 2.5), 30, bold=True, anchor="bottom")


def default():
    """The geometry of LOOK, as templates/presentatie.pptx has it."""
    cover_title = area(0, "title", box(LEFT, 2.65, RIGHT, 7.3), 54, bold=True, anchor="bottom")
    subtitle = area(1, "subtitle", box(LEFT, 7.55, RIGHT, 9.35), 20)
    section_title = area(0, "title", box(9.435, 5.0, RIGHT, 9.3), 48, bold=True, anchor="bottom")
    sentence = area(1, "body", box(9.435, 9.6, RIGHT, 13.6), 24)
    panel = (box(22.135, 0, 33.867, 19.05),)
    layouts = (
        layout(0, "title", title=cover_title, subtitle=subtitle),
        layout(1, "title", title=cover_title, subtitle=subtitle),
        layout(2, "secHead", [sentence], title=section_title),
        layout(3, "obj", [area(1, "body", box(LEFT, 3.2, RIGHT, 17.6))]),
        layout(
            4, "twoObj",
            [area(1, "body", box(LEFT, 3.2, 16.035, 17.6)),
             area(2, "body", box(17.835, 3.2, RIGHT, 17.6))],
            title=short_title(16.035),
            drawn=(box(16.935, 0, 33.867, 19.05),),
        ),
        layout(
            5, "twoTxTwoObj",
            [area(2, "body", box(LEFT, 4.5, MAIN, 17.6)),
             area(4, "body", box(22.735, 4.5, RIGHT, 17.6))],
            [area(1, "body", box(LEFT, 2.85, MAIN, 3.9)),
             area(3, "body", box(22.735, 2.85, RIGHT, 3.9))],
            title=short_title(), drawn=panel,
        ),
        layout(
            6, "twoTxTwoObj",
            [area(2, "body", box(LEFT, 4.5, 11.035, 17.6)),
             area(4, "body", box(12.1, 4.5, RIGHT, 17.6))],
            [area(1, "body", box(LEFT, 2.85, 11.035, 3.9)),
             area(3, "body", box(12.1, 2.85, RIGHT, 3.9))],
            title=short_title(11.035), drawn=(box(11.5, 0, 33.867, 19.05),),
        ),
        layout(
            7, "twoObj",
            [area(1, "body", box(LEFT, 3.2, MAIN, 17.6)),
             area(2, "body", box(22.735, 3.2, RIGHT, 17.6))],
            title=short_title(), drawn=panel,
        ),
        layout(8, "titleOnly"),
        layout(
            9, "twoTxTwoObj",
            [area(2, "body", box(LEFT, 4.5, 16.035, 17.6)),
             area(4, "body", box(17.835, 4.5, RIGHT, 17.6))],
            [area(1, "body", box(LEFT, 2.85, 16.035, 3.9)),
             area(3, "body", box(17.835, 2.85, RIGHT, 3.9))],
            title=short_title(16.035), drawn=(box(16.935, 0, 33.867, 19.05),),
        ),
    )  # fmt: skip
    roles = {
        "titelblad": (0,), "slot": (1,), "sectie": (2,), "inhoud": (3,), "twee": (4, 7),
        "vergelijking": (5, 6, 9), "alleen_titel": (8,),
    }  # fmt: skip
    return Huisstijl(12192000, 6858000, {}, CALIBRI, CALIBRI, layouts, roles)


def plain_4_3():
    """A 4:3 template with insets, Arial, no comparison and nothing drawn."""
    insets = Insets(91440, 45720, 91440, 45720)
    title = replace(
        area(0, "title", box(1.27, 0.76, 24.13, 3.94), 44, anchor="middle", font=ARIAL),
        insets=insets,
    )
    body = replace(area(1, "body", box(1.27, 4.45, 24.13, 17.0), 32, font=ARIAL), insets=insets)
    left = replace(body, box=box(1.27, 4.45, 12.49, 17.0))
    right = replace(body, idx=2, box=box(12.91, 4.45, 24.13, 17.0))
    footer = area(11, "footer", box(8.68, 17.66, 16.72, 18.67), 12, font=ARIAL)
    layouts = tuple(
        replace(one, footer=footer, number=None, slide=Box(0, 0, 9144000, 6858000))
        for one in (
            layout(0, "title", title=title, subtitle=replace(body, kind="subtitle")),
            layout(1, "obj", [body], title=title),
            layout(2, "twoObj", [left, right], title=title),
            layout(3, "titleOnly", title=title),
        )
    )
    roles = {
        "titelblad": (0,), "slot": (0,), "sectie": (0,), "inhoud": (1,), "twee": (2,),
        "alleen_titel": (3,),
    }  # fmt: skip
    return Huisstijl(9144000, 6858000, {}, ARIAL, ARIAL, layouts, roles)


def bare():
    """A template with one layout that holds a title and nothing else."""
    house = plain_4_3()
    only = replace(house.layouts[3], index=0, footer=None)
    return replace(house, layouts=(only,), purposes=dict.fromkeys(house.purposes, (0,)))
