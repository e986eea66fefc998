from voortgang.content.markdown.parse import parse
from voortgang.office.measure import plain
from voortgang.presentatie.outline import Citaat, Kengetal, Lijst, Paneel, Tabel, outline


def read(text):
    return outline(parse(text)[0])


def test_kinds_of_slides_and_their_sections():
    dias = read(
        "# Titel {.titelblad}\n\n## Agenda {.agenda}\n\n# Deel\n\n## Dia\n\n# Dank {.slot}\n"
    )
    assert [dia.soort for dia in dias] == ["titelblad", "agenda", "sectie", "dia", "slot"]
    assert [dia.sectie for dia in dias] == [None, None, "Deel", "Deel", "Deel"]


def test_a_section_knows_its_number_and_how_many_there_are():
    dias = read("# Een\n\n# Twee\n\n# Drie\n")
    assert [(dia.nummer, dia.van) for dia in dias] == [(1, 3), (2, 3), (3, 3)]


def test_a_repeated_title_gets_a_number_that_no_other_title_has():
    dias = read("## Dia\n\n## Dia (2)\n\n## dia\n\n## Dia\n")
    titles = [plain(dia.titel) for dia in dias]
    assert titles[0] == "Dia"
    assert len({title.casefold() for title in titles}) == 4


def test_parts_of_a_slide():
    dia = read(
        "## Dia\n\n- een\n  - onder\n\n> woorden\n>\n> – de bron\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n### 12 {.kengetal .planning}\n\nplannen\n\n"
        '### Planning {.planning aantal="1"}\n\n1. eerst\n'
    )[0]
    lijst, citaat, tabel, kengetal, paneel = dia.delen
    assert isinstance(lijst, Lijst)
    assert plain(lijst.entries[0].children[0].words) == "onder"
    assert isinstance(citaat, Citaat)
    assert plain(citaat.bron) == "de bron"
    assert isinstance(tabel, Tabel)
    assert isinstance(kengetal, Kengetal)
    assert (plain(kengetal.getal), kengetal.rol) == ("12", "planning")
    assert isinstance(paneel, Paneel)
    assert (paneel.aantal, paneel.entries[0].teken, paneel.entries[0].number) == (1, "number", 1)


def test_notes_keep_their_lists_and_leave_the_slide():
    dia = read("## Dia\n\n::: notes\nUitleg\n\n- **Plan**\n  - deel\n:::\n")[0]
    assert dia.delen == ()
    assert dia.notities == ("Uitleg", "– Plan", "   – deel")
