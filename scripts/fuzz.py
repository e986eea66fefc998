"""Throw broken files at the program for as long as you like; what makes it fail is kept.

Each case is a small workspace or a file, spoiled in some way, given to the real program in a
process of its own with a bound on time and memory. With --inside the program is called again and
again in a process that has it loaded, and of most templates only deck and nota are made: many times
as many. fuzz_guided.py lets coverage choose.
"""

import argparse
import random
import re
import sys
import tempfile
import time
import zlib
from collections import Counter
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROOF = ROOT / "tests" / "proof"
sys.path[:0] = [str(ROOT), str(PROOF.parent), str(PROOF)]
TOLD_EVERY = 1000
TEMPLATES = {"pptx-sjabloon": "pptx", "docx-sjabloon": "docx"}
# How often a kind comes up: one as often as another takes about as long.
SHARES = {
    "audit": 60.0, "docx-sjabloon": 40.0, "rapport": 30.0, "domein": 30.0, "adressen": 25.0,
    "pptx-sjabloon": 20.0, "audit-verschil": 15.0, "antwoord": 12.0, "acties-csv": 10.0,
    "acties-werkboek": 10.0, "nieuw-jaar": 10.0, "tekst-html": 3.0, "oude-tekst": 3.0,
    "oude-pptx": 2.0, "huisstijl": 2.0, "tekst-docx": 2.0, "tekst-pptx": 2.0, "werkboek": 2.0,
    "mail-tekst": 2.0,
}  # fmt: skip
SELDOM = 0.4
OF_TEMPLATES = 0.98  # of which only a document is made
OF_PARTS = 0.9  # in which only what stands within their parts is changed


def main() -> int:
    """Run until the time is up; exit 1 when something failed."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--minutes", type=float, default=10)
    options.add_argument("--seed", type=int, default=None)
    options.add_argument("--keep", type=Path, default=PROOF / "corpus")
    options.add_argument("--inside", action="store_true")
    chosen = options.parse_args()
    seed = chosen.seed if chosen.seed is not None else time.time_ns() % 2**32
    print(f"seed {seed}")
    chance = random.Random(seed)  # noqa: S311 -- repeatable
    way = inside if chosen.inside else by_chance
    return way(chance, chosen.minutes * 60, chosen.keep)


def by_chance(chance: random.Random, seconds: float, keep: Path) -> int:
    """Spoil, run, look; keep what failed under a name that says what it is."""
    from spoil import KINDS, attack

    end, cases, failed = time.monotonic() + seconds, 0, 0
    slowest = 0.0
    while time.monotonic() < end:
        kind = chance.choice(sorted(KINDS))
        content = KINDS[kind].spoiled(chance)
        with tempfile.TemporaryDirectory(prefix="fuzz-", dir=ROOT.parent) as folder:
            start = time.monotonic()
            wrong = attack(kind, content, Path(folder))
            slowest = max(slowest, time.monotonic() - start)
        cases += 1
        if wrong:
            failed += 1
            print(f"{kept(keep, kind, content)}: {wrong}")
    print(f"{cases} cases, {failed} failed, the slowest took {slowest:.1f} s")
    return 1 if failed else 0


def inside(chance: random.Random, seconds: float, keep: Path) -> int:
    """Spoil all kinds in warm processes; keep the first that fails in each way."""
    from warm import cases, chance_of

    seed, end, slowest = chance.randrange(2**32), time.monotonic() + seconds, 0.0
    counts, failed = Counter[str](), Counter[str]()
    for case in cases(judged, seed):
        kind, content = made(chance_of(seed, case.number))
        counts[kind] += 1
        slowest = max(slowest, case.took)
        if case.wrong:
            way = f"{kind}: {re.sub('[0-9]+', '9', case.wrong)[-300:]}"
            failed[way] += 1
            if failed[way] == 1:
                print(f"{kept(keep, kind, content)}: {case.wrong}", flush=True)
        if counts.total() % TOLD_EVERY == 0:
            print(f"{counts.total()} cases, {failed.total()} failed", flush=True)
        if time.monotonic() > end:
            break
    for kind, count in counts.most_common():
        print(f"{count:8} {kind}")
    told = f"{failed.total()} failed in {len(failed)} ways, the slowest took {slowest:.1f} s"
    print(f"{counts.total()} cases, {told}")
    return 1 if failed else 0


def kept(folder: Path, kind: str, content: bytes) -> str:
    """Keep a file that makes the program fail; give its name."""
    from spoil import KINDS

    path = folder / f"{kind}-{zlib.crc32(content):08x}{KINDS[kind].suffix}"
    folder.mkdir(exist_ok=True)
    path.write_bytes(content)
    return path.name


def made(chance: random.Random) -> tuple[str, bytes]:
    """Choose a kind, the quick ones more often, and spoil one of its sound files."""
    from mutate import in_parts
    from spoil import KINDS, spoiled

    kinds = {kind: SHARES.get(kind, SELDOM) for kind in sorted(KINDS)}
    (kind,) = chance.choices(list(kinds), list(kinds.values()))
    sound = chance.choice([KINDS[kind].sound(), *other_templates().get(kind, ())])
    way = in_parts if kind in TEMPLATES and chance.random() < OF_PARTS else spoiled
    return kind, way(sound, chance)


def judged(chance: random.Random, folder: Path) -> str | None:
    """Give the program what was made; say what is wrong with what it does then."""
    from making import wrong_with
    from spoil import attack
    from warm import answer_here

    kind, content = made(chance)
    wrong: str | None
    if kind in TEMPLATES and chance.random() < OF_TEMPLATES:
        wrong = wrong_with(TEMPLATES[kind], content)
    else:
        wrong = attack(kind, content, folder, answer_here)
    return wrong


@cache
def other_templates() -> dict[str, tuple[bytes, ...]]:
    """Give sound templates of others: those that python-pptx and python-docx begin with."""
    import docx
    import pptx

    return {
        "pptx-sjabloon": ((Path(pptx.__path__[0]) / "templates/default.pptx").read_bytes(),),
        "docx-sjabloon": ((Path(docx.__path__[0]) / "templates/default.docx").read_bytes(),),
    }


if __name__ == "__main__":
    sys.exit(main())
