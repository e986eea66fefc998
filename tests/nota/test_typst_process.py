import subprocess
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from voorbeeld import CIJFERS, EIGENSCHAPPEN, kop
from voortgang.nota.pdf.process import Gone, Process, Refused

from voortgang.findings import FindingsError
from voortgang.nota.pdf.write import begin_pdf
from voortgang.source.templates import Template

DAY = datetime(2023, 1, 31, tzinfo=UTC)
SOUND = '#set document(title: "Nota")\n#set text(font: "Carlito")\n= Nota\n'
ENDLESS = "#{ for a in range(10000) { for b in range(10000) { for c in range(10000) {} } } }"


@pytest.fixture
def started(monkeypatch):
    """Give the processes that are started from now on."""
    processes = []

    class Noted(subprocess.Popen):
        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            processes.append(self)

    monkeypatch.setattr(subprocess, "Popen", Noted)
    return processes


def test_one_process_makes_many_and_each_answer_goes_to_who_asked():
    with Process() as typst:
        sound, broken, later = (typst.ask(each, DAY, {}) for each in (SOUND, "#(", SOUND))
        assert later().startswith(b"%PDF")
        assert sound() == later()
        with pytest.raises(Refused, match="unclosed"):
            broken()


def test_many_notas_are_made_by_fresh_processes_and_none_of_them_stays(started):
    with Process() as typst:
        waiting = [typst.ask(SOUND, DAY, {}) for _ in range(5)]
        assert len({wait() for wait in waiting}) == 1
    assert [each.returncode is None for each in started] == [False] * 3


def test_it_ends_itself_when_a_template_keeps_it_busy():
    with Process(seconds=1) as typst, pytest.raises(Gone):
        typst.ask(ENDLESS, DAY, {})()


def test_a_nota_that_never_ends_is_told_at_its_template():
    page = Template("nota.typ.j2", "templates/nota.typ.j2", own=True, _read=ENDLESS.encode)
    with Process(seconds=1) as typst, pytest.raises(FindingsError) as stop:
        begin_pdf((kop(1, "Titel"),), CIJFERS, page, EIGENSCHAPPEN, typst)()
    (found,) = stop.value.findings
    assert (found.code, found.file) == ("VG025", "templates/nota.typ.j2")
    assert "langer dan een minuut" in found.message


def test_it_does_not_outlive_the_build_whatever_it_was_doing(started):
    with suppress(KeyboardInterrupt), Process() as typst:
        typst.ask(ENDLESS, DAY, {})
        raise KeyboardInterrupt
    assert [each.returncode is None for each in started] == [False]


def test_asking_one_that_is_gone_is_told_when_waiting():
    with Process(seconds=1) as typst:
        with pytest.raises(Gone):
            typst.ask(ENDLESS, DAY, {})()
        with pytest.raises(Gone):
            typst.ask(SOUND, DAY, {})()
