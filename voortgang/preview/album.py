"""The drawings of slides that the page shows, each under the sum of its bytes."""

from hashlib import sha256

from markupsafe import Markup

KIND = "image/svg+xml"


class Album:
    """Keeps what is shown, and what was shown just before: a page may still ask for that."""

    def __init__(self) -> None:
        self._shown: dict[str, bytes] = {}
        self._before: dict[str, bytes] = {}

    def renew(self) -> None:
        """Begin to gather what is shown from now on."""
        self._before, self._shown = self._shown, {}

    def add(self, drawing: bytes) -> Markup:
        """Keep the drawing of a slide, and give the element that shows it.

        It is hidden from screen readers, who get the words of the slide.
        """
        key = sha256(drawing).hexdigest()
        self._shown[key] = drawing
        return Markup('<img src="beeld/{}" alt="">').format(key)

    def find(self, key: str) -> bytes | None:
        """Give a drawing; None for one that is shown no more."""
        return self._shown.get(key) or self._before.get(key)
