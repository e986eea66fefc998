import pytest

from voortgang.model.rapport import Actie, Domein, Rapport
from voortgang.model.termijn import Termijn


def make_actie(entry):
    if isinstance(entry, str):
        return Actie(titel=entry)
    fields = dict(entry)
    if "termijn" in fields:
        fields["termijn"] = Termijn.parse(fields["termijn"])
    if "id" in fields:
        fields["own_id"] = fields.pop("id")
    return Actie(**fields)


@pytest.fixture
def rapport():
    """Make a report: `rapport(2022, organisatie={"planning": ["Nieuw intranet"]})`."""

    def make(jaar, /, **domeinen):
        return Rapport(
            rapportjaar=jaar,
            bestuur="Gemeente Voorbeeldegem",
            titel="Voortgangsrapport",
            domeinen=tuple(
                Domein(
                    id=naam,
                    titel=naam.title(),
                    **{soort: tuple(map(make_actie, acties)) for soort, acties in lijsten.items()},
                )
                for naam, lijsten in domeinen.items()
            ),
        )

    return make
