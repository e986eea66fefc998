"""What the bounded processes of the tests are asked to do; they find it by its name."""

from voortgang.content.template.render import render


class Text:
    """A template in memory."""

    file = "templates/nota.md.j2"

    def __init__(self, text: str) -> None:
        self.text = text


def filled_in(tell, text):
    tell(Text.file)
    return render(Text(text), {"titel": "T", "grafieken": {}}).markdown
