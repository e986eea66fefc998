"""Let coverage steer what is thrown at the program (atheris); what makes it fail is kept.

Each kind of file of tests/proof/spoil.py has its share of the time, in a process of its own: there
the whole command runs again and again on a file that is changed wherever that led to new code. What
ends in a fault is then given to the real program under guard, as `make fuzz` does, and kept in the
corpus of the tests. What was learnt stays in build/fuzz, for the next run to go on from.
"""

import argparse
import faulthandler
import os
import random
import re
import subprocess
import sys
import tempfile
import time
import zlib
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
PROOF = ROOT / "tests" / "proof"
LEARNT = ROOT / "build" / "fuzz"
sys.path[:0] = [str(ROOT), str(PROOF.parent), str(PROOF)]

SECONDS, MEGABYTES = 30, 2048  # for one file
LARGEST = 256 * 1024  # bytes: enough for each way in, and small enough to be quick
READERS = ("voortgang", "openpyxl", "pptx", "docx", "markdown_it", "jinja2")
OWN_FRAME = re.compile(r'File ".*?(voortgang/[^"]+|[^/"]+/[^/"]+)", line (\d+)')


class Learnt(NamedTuple):
    """What a run over one kind came to."""

    cases: int
    covered: int
    failed: int


def main() -> int:
    """Run all kinds, or be the process of one; exit 1 when something failed."""
    from spoil import KINDS

    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--minutes", type=float, default=10, help="for all kinds together")
    options.add_argument("--kind", action="append", choices=sorted(KINDS), default=[])
    options.add_argument("--child", type=float, default=0, help=argparse.SUPPRESS)
    options.add_argument("--work", type=Path, help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.child:
        return drive(chosen.kind[0], chosen.child, chosen.work)
    failed = 0
    kinds = chosen.kind or sorted(KINDS)
    for kind in kinds:
        learnt = over(kind, chosen.minutes * 60 / len(kinds))
        failed += learnt.failed
        print(
            f"{kind}: {learnt.cases} cases, {learnt.covered} points of the code reached, "
            f"{learnt.failed} failed",
            flush=True,
        )
    return 1 if failed else 0


def over(kind: str, seconds: float) -> Learnt:
    """Drive one kind until its time is up, again when a hang or a flood of memory ended it."""
    from spoil import KINDS

    end, cases, covered = time.monotonic() + seconds, 0, 0
    suspects = LEARNT / kind / "suspects"
    suspects.mkdir(parents=True, exist_ok=True)
    seed_with_sound_ones(kind)
    while (left := end - time.monotonic()) > 1:
        with tempfile.TemporaryDirectory(prefix="fuzz-") as work:
            done = subprocess.run(
                [sys.executable, __file__, "--kind", kind, "--child", str(left), "--work", work],
                stderr=subprocess.PIPE,
                encoding="utf-8",
                errors="replace",
                check=False,
            )
            counts = re.findall(r"^#(\d+)\s+\S.*? cov: (\d+)", done.stderr, re.MULTILINE)
            if not counts:
                raise SystemExit(f"{kind}: it did not begin\n{done.stderr}")
            cases += int(counts[-1][0])
            covered = max([covered, *(int(points) for _, points in counts)])
            if done.returncode:  # what it was at when it ended lies there still
                write_down(suspects, (Path(work) / KINDS[kind].place).read_bytes())
    return Learnt(cases, covered, confirmed(kind, suspects))


def write_down(suspects: Path, content: bytes) -> None:
    """Put a suspect aside under a name that is its own."""
    (suspects / f"{zlib.crc32(content):08x}").write_bytes(content)


def seed_with_sound_ones(kind: str) -> None:
    """Begin from the sound file, some spoiled ones, and what was found before."""
    from spoil import KINDS, WORDS

    home = LEARNT / kind / "corpus"
    home.mkdir(exist_ok=True)
    (home / "sound").write_bytes(KINDS[kind].sound())
    for path in (PROOF / "corpus").glob(f"{kind}-*"):
        (home / path.name).write_bytes(path.read_bytes())
    for seed in range(20):
        content = KINDS[kind].spoiled(random.Random(seed))  # noqa: S311 -- repeatable
        (home / f"spoiled-{seed}").write_bytes(content)
    escaped = ("".join(f"\\x{byte:02x}" for byte in word) for word in WORDS)
    (LEARNT / kind / "words").write_text("".join(f'"{word}"\n' for word in escaped), "utf-8")


def confirmed(kind: str, suspects: Path) -> int:
    """Give each suspect to the real program; keep those that fail there too."""
    from spoil import KINDS, attack

    failed = 0
    home = [str(ROOT), os.environ.get("PYTHONPATH")]
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, home))  # where the program is found
    for path in sorted(suspects.iterdir()):
        with tempfile.TemporaryDirectory(prefix="fuzz-", dir=ROOT.parent) as folder:
            wrong = attack(kind, path.read_bytes(), Path(folder))
        if not wrong:
            print(f"{path.relative_to(ROOT)}: failed within its process, not by itself")
            continue
        failed += 1
        kept = PROOF / "corpus" / f"{kind}-{path.name[-8:]}{KINDS[kind].suffix}"
        path.rename(kept)
        print(f"{kept.name}: {wrong}")
    return failed


def drive(kind: str, seconds: float, work: Path) -> int:
    """Be the process that atheris drives; each fault is written down once, and it goes on."""
    import atheris
    from program import load_all
    from spoil import KINDS, spoiled

    with atheris.instrument_imports(include=list(READERS)):
        load_all()
    seen: set[str] = set()
    home = LEARNT / kind

    def mutate(content: bytes, largest: int, seed: int) -> bytes:
        chance = random.Random(seed)  # noqa: S311 -- repeatable
        if chance.random() < (0.9 if content[:2] == b"PK" else 0.3):
            changed: bytes = spoiled(content or b"\n", chance)
            if len(changed) <= largest:
                return changed
        return bytes(atheris.Mutate(content, largest))

    def one(content: bytes) -> None:
        # This clock runs outside Python, so that nothing can hold it up.
        faulthandler.dump_traceback_later(SECONDS, exit=True, file=sys.stderr)
        told = fault(KINDS[kind].laid_out(work, content), KINDS[kind].ask)
        faulthandler.cancel_dump_traceback_later()
        if told and told not in seen:
            seen.add(told)
            write_down(home / "suspects", content)

    flags = (
        f"-max_total_time={max(1, int(seconds))}",
        f"-timeout={10 * SECONDS}",  # never comes to it
        f"-rss_limit_mb={MEGABYTES}",
        f"-max_len={LARGEST}",
        f"-dict={home / 'words'}",
        f"-artifact_prefix={work}{os.sep}",
        str(home / "corpus"),
    )
    atheris.Setup([sys.argv[0], *flags], one, custom_mutator=mutate)
    atheris.Fuzz()
    return 0


def fault(work: Path, ask: tuple[str, ...]) -> str | None:
    """Run the command here; tell where it went wrong when that is a fault of the program."""
    from warm import FAULT, answer_here

    planned = ["--dry-run"] if ask[0] == "import" else []
    answer = answer_here(*ask, *planned, cwd=work)
    if answer.status != FAULT:
        return None
    frames = OWN_FRAME.findall(answer.err)
    return ":".join(frames[-1]) if frames else answer.err[-200:]


if __name__ == "__main__":
    sys.exit(main())
