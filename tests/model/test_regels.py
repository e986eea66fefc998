"""Every rule of reading is shown by its own examples."""

import textwrap

import pytest

from voortgang.model.regels import REGELN

HEAD = "bestuur: Gemeente Voorbeeldegem\ntitel: Voortgangsrapport\n"
OF_RAPPORT = {
    "VG020": "rapportjaar: 2022\n",
    "VG022": "domeinen: [cultuur]\n",
    "VG023": "rapportjaar: 2022\ndomeinen: [cultuur]\n",
}
TWO = HEAD + "rapportjaar: 2022\ndomeinen: [organisatiecultuur, cultuur]\n"


def files(code, example):
    """Put an example where its rule looks: in rapport.yaml, in an actie, else in a domain."""
    if code in OF_RAPPORT:
        stem = "organisatiecultuur" if code == "VG020" else "cultuur"
        empty = {"cultuur": None, stem: "titel: Cultuur\n"}
        return {"rapport": HEAD + OF_RAPPORT[code] + example, **empty}
    if code == "VG016":
        actie = textwrap.indent(example, "    ").replace("    ", "  - ", 1)
        return {"cultuur": f"titel: Cultuur\nplanning:\n{actie}"}
    if code == "VG021":
        return {
            "rapport": TWO,
            "organisatiecultuur": "titel: Organisatiecultuur",
            "cultuur": example,
        }
    named = example.startswith("titel:") or code == "VG013"
    return {"cultuur": example if named else f"titel: Cultuur\n{example}"}


@pytest.mark.parametrize("regel", REGELN, ids=lambda regel: regel.code)
def test_the_bad_example_is_found_and_the_good_one_is_not(regel, read):
    found = {each.code: each.severity for each in read(**files(regel.code, regel.fout)).findings}
    assert found.get(regel.code) is regel.severity
    assert read(**files(regel.code, regel.goed)).findings == ()
