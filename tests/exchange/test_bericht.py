"""A message goes to one address, however the service and its head are called."""

import email
from email.header import decode_header, make_header
from email.headerregistry import Address
from email.policy import SMTP

from hypothesis import example, given, settings
from hypothesis import strategies as st

from voortgang.content.markdown.parse import parse
from voortgang.exchange.mail.bericht import make_bericht

BLOCKS, _ = parse("# Vraag\n\nDag\n")
WORDS = st.text("abc, ;:\"<>@()[]\\.'é-&", min_size=1, max_size=200)
ADDRESSES = st.sampled_from(
    [
        "cis@voorbeeldegem.example",
        "een.lange.naam.van.iemand@onderafdeling.van.de.dienst.van.de.stad.voorbeeldegem.example",
    ]
)


@settings(max_examples=200)
@given(WORDS.filter(str.strip), ADDRESSES)
@example("Vrije tijd, Sport, Cultuur, Jeugd, Toerisme, Evenementen en Bibliotheek", "a@b.example")
@example('Jan, iemand@elders.example, "de" diensthoofd van alle diensten van het huis', "a@b.c")
def test_a_message_goes_to_one_address(naam, address):
    content = make_bericht(BLOCKS, Address(naam, addr_spec=address), "acties.xlsx", b"x")
    mail = email.message_from_bytes(content, policy=SMTP)
    assert [each.addr_spec for each in mail["To"].addresses] == [address]
    assert len(mail.get_all("To")) == 1
    assert max(map(len, content.split(b"\r\n"))) < 200


def test_a_long_name_reads_as_it_was_typed():
    naam = "Vrije tijd, Sport, Cultuur, Jeugd, Toerisme, Evenementen en Bibliotheek"
    content = make_bericht(BLOCKS, Address(naam, addr_spec="a@b.example"), "acties.xlsx", b"x")
    raw = email.message_from_bytes(content)["To"]
    read = str(make_header(decode_header(raw))).replace("\N{NO-BREAK SPACE}", " ")
    assert read == f"{naam} <a@b.example>"
