"""A page of the site: the frame around it, its style, and what a browser may do with it."""

import re
from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from voortgang.content.cijfers.verloop import Verloop
from voortgang.content.markdown.author import author_markdown
from voortgang.content.markdown.parse import parse
from voortgang.content.template.words import aantal, datum, met_lidwoord, opsomming
from voortgang.model.rol import ROLLEN, TEKENS
from voortgang.nota.html.body import HtmlBody
from voortgang.nota.html.tag import tag
from voortgang.site.filters import SOORTEN
from voortgang.source.templates import Template, Templates

_PAGES = Path(__file__).parent / "pagina"
_NOTA = "nota.html.j2"
_NO_STYLE = re.compile(r"<|\{[{%#]")
_STYLE = re.compile(r"<style>\n(.*?)</style>", re.DOTALL)
AANBEVELINGEN = "aanbevelingen.html"
MENU = MappingProxyType(
    {
        "index.html": "Rapporten",
        "acties.html": "Acties",
        "plannen.html": "Plannen",
        AANBEVELINGEN: "Aanbevelingen",
        "gegevens/index.html": "Open gegevens",
    }
)


def make_page(
    template: str,
    path: str,
    context: Mapping[str, object],
    templates: Templates,
    verloop: Verloop,
) -> bytes:
    """Fill a page in; `path` is where it will stand in the folder, `verloop` that of all years.

    The page has `path` and `wortel`, the way from it to the top of the folder, for its links. It
    wears what the page around the nota wears: that of the program, and over it that of the town.
    """
    followed = any(audit.aanbevelingen for audit in verloop.audits[max(verloop.audits)])
    script = _read("filter.js") if template in _WITH_SCRIPT else ""
    style = _style(templates.find(_NOTA))
    runs = _sum(script) if script else "'none'"
    policy = (
        f"default-src 'none'; style-src {_sum(style)}; img-src data:; script-src {runs}; "
        "base-uri 'none'; form-action 'none'"
    )
    frame = {
        "path": path,
        "wortel": "../" * path.count("/"),
        "menu": {page: name for page, name in MENU.items() if followed or page != AANBEVELINGEN},
        "stijl": style,
        "script": script,
        "beleid": policy,
        "soorten": SOORTEN,
    }
    return _environment().get_template(template).render(frame, **context).encode()


_WITH_SCRIPT = ("acties.html.j2", "plannen.html.j2")


def _sum(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@cache
def _read(name: str) -> str:
    return (_PAGES / name).read_text(encoding="utf-8")


def _style(nota: Template) -> str:
    own = _style_of(nota.text) if nota.own else ""
    return _style_of(Templates().find(_NOTA).text) + own + _read("stijl.css")


@cache
def _style_of(page: str) -> str:
    """Take the style out of a page around the nota; none where it is filled in, or no style."""
    found = _STYLE.search(page)
    return found[1] if found and not _NO_STYLE.search(found[1]) else ""


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_PAGES, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "aantal": aantal,
        "datum": datum,
        "met_lidwoord": met_lidwoord,
        "opmaak": _author_html,
        "opsomming": opsomming,
        "stand": _stand,
    }
    return made


def _author_html(text: str) -> Markup:
    """Write the Markdown of an editor as HTML."""
    blocks, _ = parse(str(author_markdown(text)), {})
    return HtmlBody({}).blocks(blocks)


def _stand(naam: str, woord: str = "") -> Markup:
    """Write a role as its sign with its word; the sign says nothing to who hears it."""
    sign = tag("span", TEKENS[naam], aria_hidden="true", class_="merk")
    return tag("span", sign, f" {woord or ROLLEN[naam].een}", class_=f"stand {naam}")
