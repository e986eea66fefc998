"""A message goes to one address, however the service and its head are called."""

import email
from email.headerregistry import Address
from email.policy import SMTP

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from voortgang.content.markdown.parse import parse
from voortgang.exchange.mail.bericht import make_bericht

LANG = "Vrije tijd, Sport, Cultuur, Jeugd, Toerisme, Evenementen en Bibliotheek"
BLOCKS, _ = parse("# Vraag\n\nDag\n")
WORDS = st.text("abc, ;:\"<>@()[]\\.'é-&", min_size=1, max_size=250)
ADDRESSES = st.sampled_from(
    [
        "cis@voorbeeldegem.example",
        "een.lange.naam.van.iemand@onderafdeling.van.de.dienst.van.de.stad.voorbeeldegem.example",
    ]
)


@settings(max_examples=60)
@given(WORDS.filter(str.strip), ADDRESSES)
@example(LANG, "a@b.example")
@example(LANG * 20, "a@b.example")
@example('Jan, iemand@elders.example, "de" diensthoofd van alle diensten van het huis', "a@b.c")
def test_a_message_goes_to_one_address(naam, address):
    content = make_bericht(BLOCKS, Address(naam, addr_spec=address), "acties.xlsx", b"x")
    mail = email.message_from_bytes(content, policy=SMTP)
    assert [each.addr_spec for each in mail["To"].addresses] == [address]
    assert len(mail.get_all("To")) == 1
    assert max(map(len, content.split(b"\r\n"))) <= 998


def test_a_long_name_reads_as_it_was_typed():
    content = make_bericht(BLOCKS, Address(LANG, addr_spec="a@b.example"), "acties.xlsx", b"x")
    (read,) = email.message_from_bytes(content, policy=SMTP)["To"].addresses
    assert read.display_name == LANG


@pytest.mark.parametrize(
    "subject",
    [
        "Voortgangsrapport organisatiebeheersing 2024: vragen aan Algemene directie",
        "Voortgangsrapport organisatiebeheersing 2024: vragen aan Financiën",
        f"Vragen aan één dienst met een {'heel ' * 30}lange naam: Coördinatie",
    ],
)
def test_a_subject_is_read_as_it_was_written(subject):
    blocks, _ = parse(f"# {subject}\n\nBeste\n")
    mail = email.message_from_bytes(make_bericht(blocks, None, "a.xlsx", b"a"), policy=SMTP)
    assert mail["Subject"] == subject
