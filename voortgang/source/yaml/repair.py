"""Going on after a line that is no YAML: say what is wrong with it, put it aside, read on."""

import yaml

from voortgang.findings import Finding, Place
from voortgang.source.yaml.line import Mistake, indent_of
from voortgang.source.yaml.mistakes import directive, recognise
from voortgang.source.yaml.nodes import Keys


class Repair:
    """The lines of a file in which wrong ones are put aside, and what was found on the way."""

    def __init__(self, file: str, text: str, told: set[int], keys: Keys) -> None:
        self.findings: list[Finding] = []
        self.touched: set[int] = set()
        self._file = file
        self._told = told
        self._keys = keys
        self._lines = text.split("\n")

    def text(self) -> str:
        """Give the text as it is now, with as many lines as it had."""
        return "\n".join(self._lines)

    def put_directives_aside(self) -> None:
        """Report the lines with % before the first text, which parsers treat each in their way."""
        for number, line in enumerate(self._lines, 1):
            if line.startswith("%"):
                self._report(directive(number, line))
                self.touched.add(number)
                self._lines[number - 1] = ""
            elif line.strip() and not line.lstrip().startswith("#"):
                return

    def mend(self, error: yaml.MarkedYAMLError) -> bool:
        """Report the mistake behind a parser's error and put its line aside; False when stuck."""
        mistake = recognise(self._lines, error, self._keys)
        number = mistake.line
        if number > len(self._lines) or not self._lines[number - 1].strip():
            if not self.findings and not self._told:
                self._report(mistake)
            return False
        if number in self.touched or mistake.instead is None:
            self._put_aside(number)
        else:
            self._lines[number - 1] = mistake.instead
        if number not in self.touched and number not in self._told and not self._again(mistake):
            self._report(mistake)
        self.touched.add(number)
        return True

    def _again(self, mistake: Mistake) -> bool:
        """Tell whether the line above it was wrong in the same way, and one remedy mends both."""
        last = self.findings[-1] if self.findings else None
        same = last and (last.message, last.hint) == (mistake.message, mistake.hint)
        return bool(mistake.once and same and mistake.line - 1 in self.touched)

    def _report(self, mistake: Mistake) -> None:
        place = Place(self._file, mistake.line, mistake.column)
        self.findings.append(mistake.regel.at(place, mistake.message, mistake.hint))

    def _put_aside(self, number: int) -> None:
        # What is indented under a line goes with it: on its own it would look misplaced.
        indent = indent_of(self._lines[number - 1])
        self._lines[number - 1] = ""
        for below in range(number, len(self._lines)):
            line = self._lines[below]
            if line.strip() and indent_of(line) <= indent:
                break
            if line.strip():
                self.touched.add(below + 1)
            self._lines[below] = ""
