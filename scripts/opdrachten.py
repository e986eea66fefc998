"""Write docs/opdrachten.md anew from the help texts; with --check only say whether it is fresh."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "opdrachten.md"
HEAD = """# De opdrachten

Wat elke opdracht doet en welke opties ze kent, zoals `voortgang OPDRACHT --help` het zegt. Deze
bladzijde komt uit het programma zelf (`python scripts/opdrachten.py`). Hoe u ze gebruikt, staat in
de [handleiding](handleiding.md).
"""


def page() -> str:
    """Ask the program for the help of every command."""
    sys.path.insert(0, str(ROOT))
    from voortgang.cli.app import COMMANDS

    parts = [HEAD, block([])]
    parts += [f"## {name}\n\n{block([name])}" for name in COMMANDS]
    return "\n".join(parts)


def block(args: list[str]) -> str:
    """Show one help page as it stands on the screen."""
    done = subprocess.run(
        [sys.executable, "-m", "voortgang", *args, "--help"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return f"```text\n{done.stdout.strip()}\n```\n"


def main() -> int:
    """Write the page, or compare it."""
    fresh = page()
    if "--check" in sys.argv[1:]:
        return 0 if PAGE.read_text(encoding="utf-8") == fresh else 1
    PAGE.write_text(fresh, encoding="utf-8", newline="\n")
    print(PAGE.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
