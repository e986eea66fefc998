"""What reads foreign files does so in a bounded process: an endless one is stopped, and named."""

import os

import pytest
from attack import fill, held, run, sooner
from spoil import KINDS

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the hook is of POSIX")
# The library that each goes through never comes back, or asks for all the memory there is.
ENDLESS = "import voortgang.{module} as m\ndef stuck(*_, **__):\n    {work}\nm.{name} = stuck\n"
WORK = {
    "endless": "7 ** (10 ** 12)",
    "large": "kept = [bytearray(2**26) for _ in iter(int, 1)]",
    "fallen": "import os; os.abort()",
}
READERS = {
    "werkboek": ("exchange.run", "_kind", 2),
    "oude-pptx": ("exchange.run", "from_old", 2),
    "tekst-docx": ("exchange.tekst.show", "docx_lines", 2),
    "tekst-pptx": ("exchange.tekst.show", "read_deck", 2),
    "huisstijl": ("presentatie.template.read", "_read", 1),
}


@pytest.mark.parametrize(
    ("kind", "work"),
    [*((kind, "endless") for kind in READERS), ("werkboek", "large"), ("huisstijl", "fallen")],
)
def test_what_never_ends_is_stopped_and_the_file_is_named(tmp_path, kind, work):
    module, name, status = READERS[kind]
    stuck = ENDLESS.format(module=module, name=name, work=WORK[work])
    hook = fill(tmp_path / "hook", {"sitecustomize.py": stuck + sooner(0.2, megabytes=512)})
    root = KINDS[kind].laid_out(tmp_path / "werk", KINDS[kind].sound())
    answer = held(run(*KINDS[kind].ask, cwd=root, hook=hook))
    assert answer.status == status
    assert f"in{KINDS[kind].suffix}" in answer.out + answer.err
    assert "te veel geheugen" in answer.out + answer.err
    assert not (root / "data/2023").exists()
