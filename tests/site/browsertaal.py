"""An actie of which every word means something to a browser."""

NASTY = """<script>alert(1)</script> & "x" 'y' </title>"""
MORE = f"""
  - titel: '{NASTY.replace("'", "''")}'
    dienst: '<b>Dienst</b>, "A&B"'
    termijn: 2025-Q3
    mjp: '</table>&amp;'
    sdg: [9, 16]
    aanbeveling: '" onload="alert(1)'
    toelichting: "Met **nadruk**, <img src=x> en een [koppeling](https://www.voorbeeldegem.example)."
    deelacties: ['<i>deel</i>']
"""

# An audit that a realisatie of an earlier year and this plan work on, and a risk that was rated.
AUDIT = """titel: Audit <em>toegang</em>
van: Audio
datum: 2022-11-30
aanbevelingen:
  - nummer: 1
    titel: Beheer de toegang
    reactie: Aanvaard
    dienst: ICT
    termijn: 2023-Q4
  - nummer: 2
    titel: Test het herstel & <u>oefen</u>
"""
WORK = """
  - titel: Toegang in twee stappen nagekeken
    aanbevelingen: audit-toegang-1
    bewijs: [https://www.voorbeeldegem.example/bewijs?a=1&b=2, 'map Q, <nummer 3>']
"""
RISK = """
  - titel: Uitval van het netwerk
    kans: 3
    impact: 5
    restkans: 2
    restimpact: 2
    beheerst_door: toegang-in-twee-stappen-nagekeken
"""
