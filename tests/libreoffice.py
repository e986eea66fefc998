"""Let LibreOffice open what was made, and save it as something else."""

import subprocess
from pathlib import Path


def converted(*files: Path, to: str = "pdf") -> list[Path]:
    """Have files saved in another format, all in one start; they come in a folder beside the first.

    A profile of its own keeps it apart from any LibreOffice that is open. Raises
    subprocess.CalledProcessError and TimeoutExpired.
    """
    room = files[0].parent / "libreoffice"
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{room}/profile", "--headless",
         "--convert-to", to, "--outdir", room, *files],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return [room / file.with_suffix(f".{to}").name for file in files]
