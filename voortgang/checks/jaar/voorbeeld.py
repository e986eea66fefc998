"""The files that the examples of several rules have in common; what a rule finds comes behind."""

HOOFD = """\
# bestand: rapport.yaml
rapportjaar: 2022
bestuur: Gemeente Voorbeeldegem
titel: Voortgangsrapport
"""
AUDIT = """\
# bestand: audits/financien-2021.yaml
titel: Audit financiële processen
aanbevelingen:
  - nummer: 1
    titel: Scheid bestellen en betalen
"""
RISICO = """\
risicos:
  - titel: Uitval van het netwerk
    kans: 3
    impact: 5
"""


def met_organen(organen: str) -> str:
    """Give a report with a nota for these organen."""
    return f"""\
{HOOFD}domeinen: [cultuur]
nota: {{organen: [{organen}]}}
# bestand: cultuur.yaml
titel: Cultuur
planning: [Nieuw intranet]"""


def twee_jaren(planning: str, below: str) -> str:
    """Give a domain with a plan in 2021, and below it what it holds in 2022."""
    return f"""\
# bestand: 2021/cultuur.yaml
titel: Cultuur
planning:
  - {planning}
# bestand: 2022/cultuur.yaml
titel: Cultuur
{below}"""
