import pytest

from voortgang.model.rapport import Actie, Domein, Rapport, Risico
from voortgang.model.termijn import Termijn


def make_actie(soort, entry):
    fields = {"titel": entry} if isinstance(entry, str) else dict(entry)
    if "termijn" in fields:
        fields["termijn"] = Termijn.parse(fields["termijn"])
    if "id" in fields:
        fields["own_id"] = fields.pop("id")
    return (Risico if soort == "risicos" else Actie)(**fields)


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
                    **{
                        soort: tuple(make_actie(soort, each) for each in acties)
                        for soort, acties in lijsten.items()
                    },
                )
                for naam, lijsten in domeinen.items()
            ),
        )

    return make
