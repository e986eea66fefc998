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
