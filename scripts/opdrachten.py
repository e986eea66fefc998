"""Write the pages of docs that come from the program; with --check only say if they are fresh.

They are opdrachten.md, from the help texts, and the schema of what `export` writes as json.
"""

import io
import os
import sys
from contextlib import redirect_stdout
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "opdrachten.md"
EXPORT = ROOT / "docs" / "schemas" / "export.schema.json"
HEAD = """# De opdrachten

Wat elke opdracht doet en welke opties ze kent, zoals `voortgang OPDRACHT --help` het zegt. Deze
bladzijde komt uit het programma zelf (`python scripts/opdrachten.py`). Hoe u ze gebruikt, staat in
de [handleiding](handleiding.md).
"""


def page() -> str:
    """Ask the program for the help of every command."""
    from voortgang.cli.app import COMMANDS

    parts = [HEAD, block([])]
    parts += [f"## {name}\n\n{block([name])}" for name in COMMANDS]
    return "\n".join(parts)


def block(args: list[str]) -> str:
    """Show one help page as it stands on a screen of the usual width."""
    from voortgang.cli.main import main

    os.environ["COLUMNS"] = "80"
    with redirect_stdout(io.StringIO()) as told:
        main([*args, "--help"])
    return f"```text\n{told.getvalue().strip()}\n```\n"


def main() -> int:
    """Write the pages, or compare them."""
    sys.path.insert(0, str(ROOT))
    from voortgang.exchange.excel.flat import json_schema
    from voortgang.findings.machine import as_json

    fresh = {PAGE: page(), EXPORT: as_json(json_schema())}
    if "--check" in sys.argv[1:]:
        return int(any(path.read_text(encoding="utf-8") != text for path, text in fresh.items()))
    for path, text in fresh.items():
        path.write_text(text, encoding="utf-8", newline="\n")
        print(path.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
