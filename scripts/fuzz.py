"""Throw broken files at the program for as long as you like; what makes it fail is kept.

Each case is a small workspace or a file, spoiled in some way, given to the real program in a
process of its own with a bound on time and memory. With --inside only templates are spoiled, and
documents made of them in this process: many times as many. fuzz_guided.py lets coverage choose.
"""

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROOF = ROOT / "tests" / "proof"
sys.path[:0] = [str(ROOT), str(PROOF)]


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
            path = keep / f"{kind}-{chance.randrange(16**8):08x}{KINDS[kind].suffix}"
            keep.mkdir(exist_ok=True)
            path.write_bytes(content)
            print(f"{path.name}: {wrong}")
    print(f"{cases} cases, {failed} failed, the slowest took {slowest:.1f} s")
    return 1 if failed else 0


def inside(chance: random.Random, seconds: float, keep: Path) -> int:
    """Change templates attribute by attribute; keep the first that fails in each way."""
    from making import NAMES, wrong_with
    from mutate import in_parts

    sound = {form: (ROOT / "templates" / name).read_bytes() for form, name in NAMES.items()}
    end, cases, failed = time.monotonic() + seconds, 0, Counter[str]()
    while time.monotonic() < end:
        form = chance.choice(sorted(sound))
        content = in_parts(sound[form], chance)
        wrong = wrong_with(form, content)
        cases += 1
        if wrong:
            failed[wrong] += 1
        if wrong and failed[wrong] == 1:
            path = keep / f"{form}-sjabloon-{chance.randrange(16**8):08x}.{form}"
            keep.mkdir(exist_ok=True)
            path.write_bytes(content)
            print(f"{path.name}: {wrong}", flush=True)
    print(f"{cases} cases, {failed.total()} failed in {len(failed)} ways")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
