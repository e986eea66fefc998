"""What the processes of the tests are asked to do; they find it by its name."""

import os
import sys
import time
from pathlib import Path

from voortgang.findings import Obstacle


def add(tell, one, other):
    tell("de som")
    return one + other


def number(_tell):
    return os.getpid()


def refuse(_tell):
    raise Obstacle("het kan niet", "doe iets anders")


def refuse_oddly(_tell):
    class Odd(Exception):  # noqa: N818 -- as odd as it gets: it can't travel
        pass

    raise Odd("vreemd")


def never_end_in_c(tell):
    tell("het eindeloze")
    return 7 ** (10**12)


def fill_the_memory(tell):
    tell("het volle")
    kept = []
    while True:
        kept.append(bytearray(2**26))


def fall_over(tell):
    tell("het gevallene")
    os.abort()


def print_something(_tell):
    sys.stdout.write("geen antwoord")
    os.write(1, b"dit ook niet")
    return "antwoord"


def connect(_tell, port):
    from urllib.request import urlopen

    return urlopen(f"http://localhost:{port}/", timeout=5).status


def go_on(_tell, path):
    with Path(path).open("w", encoding="utf-8") as stream:
        while True:
            stream.seek(0)
            stream.write(str(time.monotonic_ns()))
            stream.flush()
            time.sleep(0.02)
