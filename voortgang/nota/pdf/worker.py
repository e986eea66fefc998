"""typst in a process of its own; run as a program, it makes a pdf in each folder it is told.

It imports nothing of the program: only typst, so that it starts at once and takes little memory.
A line on its input is a moment in seconds since 1970, a tab and a folder that holds nota.typ; it
answers with that folder when nota.pdf stands there, or fout.txt with what typst had to say. It ends
when its input does, and by itself when one nota takes longer than its argument says, in seconds.
"""

import contextlib
import faulthandler
import os
import signal
import sys
from pathlib import Path

import typst

FONTS = Path(__file__).parents[2] / "office" / "fonts"
MOST_MEMORY = 2 * 1024**3  # some twenty times what a large nota takes; in bytes of address space


def serve(seconds: float) -> None:
    """Make the pdfs that are asked for, until the input ends."""
    # A Ctrl-C is for the program that asks: it closes the input.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)]
    )
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        for line in sys.stdin:
            moment, _, room = line.rstrip("\n").partition("\t")
            # This clock runs outside Python, so that no template can hold it up.
            faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
            try:
                make(Path(room), int(moment), fonts)
            except typst.TypstError as error:
                (Path(room) / "fout.txt").write_text(error.diagnostic, encoding="utf-8")
            faulthandler.cancel_dump_traceback_later()
            sys.stdout.write(f"{room}\n")
            sys.stdout.flush()


def bound_memory() -> None:
    """Let a template that doubles its text without end fall over here, not the whole machine.

    Windows has no such bound: there only the clock ends it.
    """
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def make(room: Path, moment: int, fonts: typst.Fonts) -> None:
    """Write nota.pdf beside nota.typ: no network, no other files, only the fonts we carry."""
    typst.compile(
        str(room / "nota.typ"),
        output=str(room / "nota.pdf"),
        root=str(room),
        font_paths=fonts,
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
        timestamp=moment,
        package_path=str(room),
        package_cache_path=str(room),
    )


if __name__ == "__main__":
    bound_memory()
    serve(float(sys.argv[1]))
