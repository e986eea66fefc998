"""Findings as HTML: by file, each with its line, the words around it and the remedy."""

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from markupsafe import Markup

from voortgang.findings import Finding, errors_of, in_order
from voortgang.findings.excerpt import excerpt_of, visible
from voortgang.findings.summary import how_many
from voortgang.nota.html.tag import joined, tag
from voortgang.source.lines import line_reader

FEW = 3  # errors that the banner names before it points to the list


def show_findings(findings: Iterable[Finding], root: Path) -> Markup:
    """Write all findings; `root` is the workspace, from which their lines are read."""
    ordered = in_order(findings)
    if not ordered:
        return tag("p", "Er zijn geen fouten en geen waarschuwingen.", class_="leeg")

    lines = line_reader(root)
    parts: list[Markup] = []
    for file, group in groupby(ordered, key=lambda finding: finding.file):
        parts.append(tag("h3", visible(file), class_="bestand"))
        parts.append(tag("ul", *(_finding(each, lines(file)) for each in group), class_="lijst"))
    return joined(parts)


def show_banner(findings: Iterable[Finding], reden: str | None, *, shown: bool) -> Markup:
    """Say why the page was not renewed; `shown` is whether an earlier view stands below."""
    errors = errors_of(in_order(findings))
    below = "U ziet de laatste goede versie." if shown else "Er is nog niets om te tonen."
    parts = [
        tag("p", tag("strong", _count(len(errors)) if errors else "Niet bijgewerkt."), f" {below}")
    ]
    if reden:
        parts.append(tag("p", visible(reden)))
    if errors:
        parts.append(
            tag(
                "ul",
                *(
                    tag("li", tag("code", _place(e)), f" {visible(e.message)}")
                    for e in errors[:FEW]
                ),
            )
        )
    return joined(parts)


def tell(findings: Iterable[Finding], *, good: bool) -> str:
    """Say in one sentence how it stands, for who hears the page."""
    ordered = in_order(findings)
    errors = errors_of(ordered)
    if good:
        return f"Bijgewerkt, {how_many(len(ordered), 'waarschuwing', 'waarschuwingen')}."
    if not errors:
        return "Niet bijgewerkt."
    first = errors[0]
    end = "" if first.message.endswith("?") else "."
    return f"Niet bijgewerkt: {_count(len(errors))} {_place(first)}: {visible(first.message)}{end}"


def _count(errors: int) -> str:
    return "Er is 1 fout." if errors == 1 else f"Er zijn {errors} fouten."


def _place(finding: Finding) -> str:
    return f"{visible(finding.file)}, regel {finding.line}"


def _finding(finding: Finding, lines: list[str]) -> Markup:
    shown = excerpt_of(finding, lines)
    return tag(
        "li",
        tag(
            "p",
            tag("span", finding.severity.woord, class_=f"soort {finding.severity.value}"),
            tag(
                "span",
                f" {finding.code} · regel {finding.line}, kolom {finding.column}",
                class_="zacht",
            ),
        ),
        tag("p", visible(finding.message), class_="bericht"),
        *([_excerpt(shown, finding.line)] if shown else []),
        *([tag("p", tag("b", "Oplossing: "), *_typed(finding.hint))] if finding.hint else []),
    )


def _typed(hint: str) -> list[str]:
    """Set what stands between backticks as what is to be typed."""
    said, *pieces = visible(hint).split("`")
    if len(pieces) % 2:
        return [visible(hint)]
    pairs = zip(pieces[::2], pieces[1::2], strict=True)
    return [said, *(part for code, more in pairs for part in (tag("code", code), more))]


def _excerpt(shown: str, number: int) -> Markup:
    """Show the line with its caret; a caret says nothing to who hears it."""
    line, caret = shown.split("\n")
    return tag(
        "pre", tag("code", line[4:]), tag("span", f"\n{caret[4:]}", aria_hidden="true"),
        tabindex="0", role="group", aria_label=f"Regel {number}",
    )  # fmt: skip
