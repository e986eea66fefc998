"""Reports of every shape that the model accepts, for a municipality that does not exist."""

from hypothesis import strategies as st

from voortgang.exchange.yaml_out import year_files
from voortgang.model import (
    KEYS,
    SOORTEN,
    Actie,
    Deelactie,
    Domein,
    Rapport,
    Risico,
    read_rapport,
    slug,
)
from voortgang.model.instellingen import (
    Advies,
    Contact,
    Controle,
    Dienst,
    MaturiteitSchaal,
    NotaGegevens,
    PresentatieGegevens,
    RisicoSchaal,
)
from voortgang.model.rapport import Maturiteit
from voortgang.model.termijn import Termijn
from voortgang.source.workspace import read_contents

TRICKY = (
    "=1+1", "+32 15 00 00 00", "0123", "-5", "@naam", "1,5", "12:30", "2023-01-02", "TRUE", "#N/B",
    "_x0041_ en _xE9_", "a; b, c", "'tekst'", '"5" stuks', "titel: iets", "- streepje",
    "Één é ĳ ß 🎉", "a\u00a0b", "\u200b", "realisaties", "null", "{}", "<b>&amp;", "x" * 300,
)  # fmt: skip
words = st.sampled_from(TRICKY) | st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp")), min_size=1, max_size=20
)
line = words.map(str.strip).filter(lambda t: t and len(t.splitlines()) == 1 and "\ufeff" not in t)
paragraphs = st.lists(line | st.just(""), min_size=1, max_size=3).map("\n".join).map(str.strip)
paragraphs = paragraphs.filter(bool)
ids = st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,3}){0,2}", fullmatch=True)
termijnen = st.sampled_from(["2023", "2023-Q2", "2023-05", "2023-05-31"]).map(Termijn.parse)


def maybe(strategy):
    return st.none() | strategy


deelacties = st.builds(
    Deelactie, titel=line, dienst=maybe(line), termijn=maybe(termijnen),
    toelichting=maybe(paragraphs),
)  # fmt: skip


def acties(soort):
    scores = st.integers(1, 5)
    of_risico = {
        "kans": maybe(scores), "impact": maybe(scores), "restkans": maybe(scores),
        "restimpact": maybe(scores), "beheerst_door": st.lists(ids, max_size=2).map(tuple),
    }  # fmt: skip
    return st.builds(
        Risico if soort == "risicos" else Actie,
        **(of_risico if soort == "risicos" else {}),
        aanbevelingen=st.lists(ids, max_size=2).map(tuple),
        bewijs=st.lists(line, max_size=2).map(tuple),
        titel=line,
        own_id=maybe(ids),
        deelacties=st.lists(deelacties, max_size=3).map(tuple),
        toelichting=maybe(paragraphs),
        dienst=maybe(line),
        termijn=maybe(termijnen),
        mjp=maybe(line),
        sdg=st.lists(st.integers(1, 17), max_size=3).map(tuple),
        aanbeveling=maybe(line),
        vervolg_op=st.lists(ids, max_size=2).map(tuple),
        reden=line if soort == "vervallen" else st.none(),
    ).map(with_id)


def with_id(actie):
    return actie if actie.id else actie.model_copy(update={"own_id": "zonder-letters"})


domeinen = st.builds(
    Domein,
    id=ids.filter(lambda name: name != "rapport"),
    titel=line,
    rechtsgrond=maybe(line),
    criterium=maybe(paragraphs),
    maturiteit=maybe(
        st.builds(
            Maturiteit,
            niveau=st.integers(0, 5),
            doel=maybe(st.integers(0, 5)),
            toelichting=maybe(paragraphs),
        )
    ),
    **{
        soort: st.lists(acties(soort), max_size=2, unique_by=lambda a: a.id).map(tuple)
        for soort in SOORTEN
    },
)
notas = st.builds(
    NotaGegevens,
    van=maybe(line),
    organen=st.lists(line, max_size=2).map(tuple),
    adviezen=st.lists(
        st.builds(Advies, van=line, datum=maybe(st.dates()), inhoud=maybe(paragraphs)), max_size=2
    ).map(tuple),
    voorgeschiedenis=st.lists(line, max_size=2).map(tuple),
    juridische_gronden=st.lists(line, max_size=2).map(tuple),
    artikelen=st.lists(line, max_size=2).map(tuple),
    bewijs=st.booleans(),
    kader_goedgekeurd=maybe(line),
    financiele_weerslag=maybe(line),
    bijlagen=st.lists(line, max_size=2).map(tuple),
)
adressen = st.from_regex(r"[a-z0-9.+'&-]{1,9}@([a-z0-9]{1,5}\.){1,2}example", fullmatch=True)
contacten = st.builds(Contact, naam=maybe(line), dienst=maybe(line), e_mail=maybe(adressen))
rapporten = st.builds(
    Rapport,
    rapportjaar=st.just(2022),
    bestuur=line,
    titel=line,
    domeinen=st.lists(
        domeinen, max_size=2, unique_by=(lambda d: d.id, lambda d: slug(d.titel) or d.titel)
    ).map(tuple),
    kader=st.sampled_from([None, "mechelen", "leidraad"]),
    datum=maybe(st.dates()),
    ontwerp=st.booleans(),
    contact=maybe(contacten),
    nota=notas,
    presentatie=st.builds(
        PresentatieGegevens, minimale_lettergrootte=st.integers(12, 24), details=st.booleans()
    ),
    diensten=st.dictionaries(line, st.builds(Dienst, naam=maybe(line)), max_size=2),
    risicos=st.builds(RisicoSchaal, schaal=st.integers(3, 5), hoog_vanaf=maybe(st.integers(1, 25))),
    maturiteit=st.just(MaturiteitSchaal())
    | st.builds(MaturiteitSchaal, niveaus=st.lists(line, min_size=3, max_size=7).map(tuple)),
    afkortingen=st.dictionaries(line, line, max_size=2),
    controle=st.builds(Controle, negeer=st.sampled_from([(), ("VG031",), ("VG031", "VG040")])),
)


def read_back(rapport):
    """Write a report as YAML and read it; None where the model does not accept it."""
    return read_rapport(read_contents(2022, year_files(rapport), KEYS)).rapport


of_one_domein = domeinen.map(
    lambda domein: Rapport(rapportjaar=2022, bestuur="b", titel="t", domeinen=(domein,))
)
