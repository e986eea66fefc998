"""Work in a bounded process: its answers, its bounds, and that it leaves nothing behind."""

import os
import socket
import subprocess
import sys
import textwrap
import threading
import time
from pathlib import Path

import bounded_work as work
import pytest

from voortgang.findings import Obstacle
from voortgang.source.bounded.child import Bounds
from voortgang.source.bounded.pool import LimitReached, Workers

HERE = str(Path(__file__).parent)
BOUNDS = Bounds(seconds=30, memory=512 * 1024**2)
TIGHT = BOUNDS._replace(seconds=0.4)


@pytest.fixture
def bounds():
    """Bounds that no machine is too busy for; a test that waits for them has its own."""
    return BOUNDS


@pytest.fixture
def kinds():
    return ("tekst",)


@pytest.fixture(params=["met wat hier geladen is", "een nieuwe Python"])
def workers(monkeypatch, request, kinds, bounds):
    """Processes of both sorts: beside a second thread none can be a twin of this program."""
    monkeypatch.syspath_prepend(HERE)
    end = threading.Event()
    if request.param == "een nieuwe Python":
        threading.Thread(target=end.wait).start()
    with Workers(dict.fromkeys(kinds, ()), bounds) as started:
        yield started
    end.set()


def test_what_was_asked_is_answered_in_order_and_tells_what_it_is_at(workers):
    heard = []
    first, second = (workers.ask("tekst", work.add, 1, n) for n in (2, 3))
    assert (first(heard.append), second()) == (3, 4)
    assert heard == ["", "de som"]


@pytest.mark.parametrize("kinds", [("tekst", "pdf")], ids=["beide"])
def test_each_kind_has_a_process_that_stays(workers):
    numbers = [workers.ask(kind, work.number)() for kind in ("tekst", "tekst", "pdf")]
    assert numbers[0] == numbers[1]
    assert len({*numbers, os.getpid()}) == 3


def test_a_process_makes_way_for_a_fresh_one_and_still_answers_what_it_was_asked():
    with Workers({"tekst": ()}, BOUNDS, fresh_after=2) as workers:
        asked = [workers.ask("tekst", work.number) for _ in range(5)]
        numbers = [answer() for answer in asked]
    assert [numbers.count(number) for number in dict.fromkeys(numbers)] == [2, 2, 1]


def test_large_questions_and_answers_do_not_wait_for_each_other(workers):
    large = b"x" * 2_000_000
    asked = [workers.ask("tekst", work.add, large, large) for _ in range(3)]
    assert [len(answer()) for answer in asked] == [4_000_000] * 3


def test_what_the_work_raises_is_raised_here(workers):
    with pytest.raises(Obstacle) as raised:
        workers.ask("tekst", work.refuse)()
    assert (raised.value.message, raised.value.hint) == ("het kan niet", "doe iets anders")
    assert "bounded_work" in raised.value.__notes__[0]
    with pytest.raises(RuntimeError, match="Odd: vreemd"):
        workers.ask("tekst", work.refuse_oddly)()


BEYOND = {  # what stops work that C holds on to stops a loop of Python too
    "het eindeloze": work.never_end_in_c,
    "het gevallene": work.fall_over,
    "het volle": work.fill_the_memory,
}
if os.name == "nt":
    del BEYOND["het volle"]  # Windows bounds no memory of a process


@pytest.mark.parametrize("bounds", [TIGHT], ids=["krap"])
def test_work_beyond_its_bounds_is_stopped_and_the_next_goes_on(workers):
    for at, job in BEYOND.items():
        with pytest.raises(LimitReached) as reached:
            workers.ask("tekst", job)()
        assert reached.value.at == at
        assert workers.ask("tekst", work.add, 1, 1)() == 2


def test_what_is_printed_is_no_answer(workers):
    assert workers.ask("tekst", work.print_something)() == "antwoord"


def test_whoever_obeys_a_proxy_reaches_nothing(workers):
    with socket.create_server(("localhost", 0)) as listener:
        listener.settimeout(1)
        with pytest.raises(Exception, match="refused"):
            workers.ask("tekst", work.connect, listener.getsockname()[1])()
        with pytest.raises(TimeoutError):
            listener.accept()


def test_a_new_python_takes_no_module_from_the_folder_it_is_started_in(tmp_path):
    for name in ("multiprocessing", "pickle", "socket", "voortgang", "os"):
        (tmp_path / f"{name}.py").write_text("open('geladen', 'w')", encoding="utf-8")
    program = f"""
        import sys, threading
        sys.path.insert(0, {HERE!r})
        import bounded_work as work
        from voortgang.source.bounded.pool import Workers
        end = threading.Event()
        if __name__ == "__main__":
            threading.Thread(target=end.wait, daemon=True).start()
            with Workers({{"tekst": ()}}) as workers:
                print(workers.ask("tekst", work.add, 1, 2)())
            end.set()
    """
    script = tmp_path / "elders" / "programma.py"
    script.parent.mkdir()
    script.write_text(textwrap.dedent(program), encoding="utf-8")
    command = [sys.executable, script]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (run.stdout, run.stderr) == ("3\n", "")
    assert not (tmp_path / "geladen").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems end it by its clock alone")
def test_a_process_ends_with_its_parent_whatever_it_was_doing(tmp_path):
    program = f"""
        import os, sys
        sys.path.insert(0, {HERE!r})
        import bounded_work as work
        from voortgang.source.bounded.pool import Workers
        workers = Workers({{"tekst": ()}})
        workers.ask("tekst", work.go_on, {str(tmp_path / "hartslag")!r})
        while not os.path.exists({str(tmp_path / "hartslag")!r}):
            pass
        os.kill(os.getpid(), 9)
    """
    subprocess.run([sys.executable, "-c", textwrap.dedent(program)], check=False, timeout=30)
    time.sleep(0.2)
    before = (tmp_path / "hartslag").read_text(encoding="utf-8")
    time.sleep(0.2)
    assert (tmp_path / "hartslag").read_text(encoding="utf-8") == before


@pytest.mark.skipif(sys.platform != "linux", reason="a twin is of Linux")
def test_a_process_whose_parent_is_gone_before_it_could_ask_ends_too():
    program = """
        import os
        from voortgang.source.bounded.pool import Workers
        parent, dup2 = os.getpid(), os.dup2
        def late(*args):
            while os.getppid() == parent:
                pass
            return dup2(*args)
        os.dup2 = late
        workers = Workers({"tekst": ()})
        print(workers._running["tekst"]._process.pid, flush=True)
        os.kill(parent, 9)
    """
    command = [sys.executable, "-c", textwrap.dedent(program)]
    done = subprocess.run(command, check=False, stdout=subprocess.PIPE, encoding="utf-8")
    for _ in range(100):
        try:
            if not Path(f"/proc/{int(done.stdout)}/cmdline").read_bytes():
                return
        except OSError:
            return
        time.sleep(0.05)
    pytest.fail("it is still there")


@pytest.mark.skipif(sys.platform != "linux", reason="a twin is of Linux")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_an_interrupt_while_a_process_is_started_is_not_lost(name):
    program = f"""
        import os, signal
        from voortgang.source.bounded.pool import Workers
        signal.signal(signal.{name}, signal.default_int_handler)
        os.register_at_fork(before=lambda: signal.raise_signal(signal.{name}))
        try:
            Workers({{"tekst": ()}})
        except KeyboardInterrupt:
            print("gehoord")
    """
    command = [sys.executable, "-c", textwrap.dedent(program)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=30)
    assert (done.stdout, done.stderr) == ("gehoord\n", "")
