"""Pictures of the workspace: only what a document can hold."""

import struct

import pytest

from voortgang.source import read_picture
from voortgang.source.inside import Unreadable


def png(width, height):
    return b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + struct.pack(">II", width, height) + bytes(20)


def jpeg(width, height):
    frame = b"\xff\xc0" + struct.pack(">HBHH", 17, 8, height, width) + bytes(20)
    return b"\xff\xd8" + frame


@pytest.mark.parametrize("content", [png(8000, 8000), jpeg(8000, 8000), b"no picture at all"])
def test_a_picture_is_given_as_it_is(tmp_path, content):
    (tmp_path / "beeld").write_bytes(content)
    assert read_picture(tmp_path, "beeld") == content


@pytest.mark.parametrize("content", [png(30_000, 30_000), jpeg(8001, 8000)])
def test_a_small_file_that_unfolds_to_a_flood_of_pixels_is_refused(tmp_path, content):
    (tmp_path / "beeld").write_bytes(content)
    with pytest.raises(Unreadable, match=r"te groot: \d+ bij \d+ beeldpunten") as refused:
        read_picture(tmp_path, "beeld")
    assert refused.value.hint == "verklein het, bijvoorbeeld tot 4000 beeldpunten breed"
