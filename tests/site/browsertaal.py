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
