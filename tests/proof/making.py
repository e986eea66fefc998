"""Deck and nota made of a spoiled template in this process: many times as many as whole runs."""

import traceback
from collections.abc import Callable
from functools import cache, partial

from whole import package

TEXT = {
    "pptx": """# T {.titelblad}\n\nx\n\n# S\n\nzin\n\n## Agenda {.agenda}\n
## D\n\n### Realisaties {.realisaties aantal="2"}\n\n- een\n- twee\n    - drie\n
### Planning {.planning aantal="1"}\n\n- vier\n\n::: notes\nnotitie\n:::\n
## Tabel\n\n|a|b|\n|-|-|\n|1|2|\n\n## G\n\n```grafiek\ncijfers: p\n```\n\n> citaat\n>\n> – bron\n
# Bedankt {.slot}\n\nc\n""",
    "docx": """# T\n\n## H {#h}\n\n### D\n\n#### Realisaties {.realisaties aantal="2"}\n
- een\n    - twee\n\n|a|b|\n|-|-|\n|1|2|\n\n```grafiek\ncijfers: p\n```\n
[l](https://x.voorbeeldegem.example)\n""",
}
NAMES = {"pptx": "presentatie.pptx", "docx": "nota.docx"}


@cache
def _maker(form: str) -> Callable[[bytes], bytes]:
    from voortgang.content.cijfers.cijfer import Cijfer, Reeks
    from voortgang.content.markdown.parse import parse
    from voortgang.source import Template

    reeks = Reeks("R", "realisaties", (1, 2))
    figures = {"p": Cijfer("p", "Per domein", "balken", ("A", "B"), (reeks,), "Staven")}
    blocks, _ = parse(TEXT[form])
    name = NAMES[form]

    def make(content: bytes) -> bytes:
        own = Template(name, f"templates/{name}", True, partial(bytes, content))  # noqa: FBT003 -- the workspace's own
        if form == "pptx":
            from voortgang.presentatie.plan.prepare import prepare
            from voortgang.presentatie.plan.task import Settings
            from voortgang.presentatie.pptx.make import make_deck

            return make_deck(prepare(blocks, figures, own, Settings("T")), None).content
        from voortgang.nota.docx.write import make_docx
        from voortgang.nota.properties import Properties

        return make_docx(blocks, figures, own, Properties("T", "s", "Voorbeeldegem")).content

    return make


def made(form: str, content: bytes) -> bytes:
    """Make a document in a template."""
    return _maker(form)(content)


def wrong_with(form: str, content: bytes) -> str | None:
    """Make a document in a template; say what is wrong, None for a document or a finding."""
    from voortgang.findings import FindingsError

    try:
        document = made(form, content)
    except FindingsError:
        return None
    except Exception as error:  # noqa: BLE001 -- whatever it is, is wrong
        last = [f for f in traceback.extract_tb(error.__traceback__) if "voortgang" in f.filename]
        return f"{type(error).__name__} at {last[-1].filename}:{last[-1].lineno}: {error!s:.80}"
    return next(package(document), None)
