"""Writing the files of a small workspace."""

from pathlib import Path


def write_year(root: Path, year: int, *, rapport: dict[str, str], **domeinen: str) -> None:
    folder = root / "data" / str(year)
    folder.mkdir(parents=True, exist_ok=True)
    lines = {
        "rapportjaar": str(year),
        "bestuur": "Gemeente Voorbeeldegem",
        "titel": "Voortgangsrapport organisatiebeheersing",
        **rapport,
    }
    text = "".join(f"{key}: {value}\n" for key, value in lines.items())
    (folder / "rapport.yaml").write_text(text, encoding="utf-8")
    for name, content in domeinen.items():
        (folder / f"{name}.yaml").write_text(content, encoding="utf-8")


def small(root: Path) -> Path:
    """Write a small sound workspace of a municipality that does not exist."""
    write_year(
        root,
        2022,
        # One plan has an owner and one has none, which these tests are not about.
        rapport={"domeinen": "[cultuur, middelen]", "controle": "{negeer: [VG103, VG104]}"},
        cultuur="titel: Organisatiecultuur\n"
        "realisaties:\n"
        "  - Nieuw onthaal\n"
        "  - titel: Welzijn op het werk\n"
        "    deelacties: [Bevraging, Vertrouwenspersonen]\n"
        "planning:\n"
        "  - Nieuw intranet voor iedereen\n",
        middelen="titel: Middelen\n"
        "realisaties:\n"
        "  - Audit van de kassa's\n"
        "planning:\n"
        "  - titel: Actieplan na de audit\n"
        "    dienst: Financiën\n"
        "    termijn: 2023-Q2\n",
    )
    return root
