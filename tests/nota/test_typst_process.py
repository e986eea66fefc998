import subprocess
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from voorbeeld import CIJFERS, EIGENSCHAPPEN, kop

from voortgang.findings import FindingsError
from voortgang.nota import begin_pdf
from voortgang.nota.typst_process import Gone, Process, Refused
from voortgang.source.templates import Template

DAY = datetime(2023, 1, 31, tzinfo=UTC)
SOUND = '#set document(title: "Nota")\n#set text(font: "Carlito")\n= Nota\n'
ENDLESS = "#{ for a in range(10000) { for b in range(10000) { for c in range(10000) {} } } }"


def test_one_process_makes_many_and_each_answer_goes_to_who_asked():
    with Process() as typst:
        sound, broken, later = (typst.ask(each, DAY, {}) for each in (SOUND, "#(", SOUND))
        assert later().startswith(b"%PDF")
        assert sound() == later()
        with pytest.raises(Refused, match="unclosed"):
            broken()


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


def test_nothing_of_it_stays_whatever_it_was_doing(monkeypatch):
    started = []
    start = subprocess.Popen.__init__

    def note(self, *args, **kwargs):
        started.append(self)
        start(self, *args, **kwargs)

    monkeypatch.setattr(subprocess.Popen, "__init__", note)
    with suppress(KeyboardInterrupt), Process() as typst:
        typst.ask(ENDLESS, DAY, {})
        raise KeyboardInterrupt
    assert started[0].returncode is not None


def test_asking_one_that_is_gone_is_told_when_waiting():
    with Process(seconds=1) as typst:
        with pytest.raises(Gone):
            typst.ask(ENDLESS, DAY, {})()
        with pytest.raises(Gone):
            typst.ask(SOUND, DAY, {})()
