"""A template is filled in within a closed room, and what is wrong in it is told at its own line."""

from pathlib import Path

import pytest
from templates_at_hand import Written, default

from voortgang.content.template.render import render
from voortgang.content.views.context import build_context
from voortgang.findings import FindingsError

PAGE = Path(__file__).parents[2] / "docs" / "sjablonen.md"


def found(source, context):
    with pytest.raises(FindingsError) as stopped:
        render(Written(source), context)
    return stopped.value.findings


@pytest.fixture
def context(rich, earlier):
    return build_context(rich, {2021: earlier}, "gemeenteraad")


@pytest.mark.parametrize(
    ("source", "line", "code", "words"),
    [
        ("# a\n\n{{ raport }}\n", 3, "VG025", "'raport' bestaat niet"),
        ("# a\n\n{{ domeine }}\n", 3, "VG025", "bedoelde u 'domeinen'?"),
        (
            "{% for d in domeinen %}\n\n{{ d.titl }}\n{% endfor %}",
            3,
            "VG025",
            "bedoelde u 'titel'?",
        ),
        ("a\n{{ domeinen[0].mjp }}\n", 2, "VG025", "andere delen van het rapport hebben het"),
        ("a\n{{ domeinen.titel }}\n", 2, "VG025", "een lijst heeft zelf geen 'titel'"),
        ("# a\n{% if jaar %}\n", 2, "VG025", "niet afgesloten"),
        ("a\n{{ jaar | datums }}\n", 2, "VG025", "het filter 'datums' bestaat niet"),
        ("a\n\n{{ jaar / 0 }}\n", 3, "VG025", "door nul gedeeld"),
        ("a\n{% include 'x' %}\n", 2, "VG025", "geen ander sjabloon"),
        ("a\n\n{% if jaar is even_jaar %}b{% endif %}\n", 3, "VG025", "de test 'even_jaar' best"),
        ("a\n\n{% for a in range(50000) %}" + "b" * 99 + "{% endfor %}", 3, "VG025", "te lang"),
        ("a\n\n{{ '\\ud800' }}\n", 3, "VG025", "kan niet in een document"),
        ("a\n\n{{ 'b' if jaar | foo }}\n", 3, "VG025", "het filter 'foo' bestaat niet"),
        ("a\n\n```grafiek\ncijfers: acties\n```\n", 3, "VG026", "de cijfers 'acties' zijn er niet"),
        ("```grafiek\ncijfers: acties-per-domein\nvorm: taart\n```", 1, "VG026", "vorm 'taart'"),
        ("```grafiek\nwaarden: 1, 2\n```", 2, "VG026", "'waarden: 1, 2' is hier onbekend"),
        (
            "{% for d in domeinen %}\n{{ d.titel }}\n\n{% endfor %}\n![](x.png)\n",
            5,
            "VG028",
            "geen beschrijving",
        ),
    ],
)
def test_what_is_wrong_is_told_at_the_line_of_the_template(context, source, line, code, words):
    finding = found(source, context)[0]
    assert (finding.file, finding.line, finding.code) == ("templates/proef.md.j2", line, code)
    assert words in finding.message


@pytest.mark.parametrize(
    "source",
    [
        "{{ domeinen[0] }}",
        "{{ 'a' ~ totalen }}",
        "{{ domeinen | opsomming }}",
        "{{ domeinen | samen }}",
        "{{ domeinen[0] | zin }}",
        "{{ domeinen[0] | inspringen }}",
        "{{ domeinen[0] | upper }}",
        "{{ 'a %s' % domeinen[0] }}",
        "{{ 'a %s %s' % (1, domeinen[0]) }}",
        "{{ grafieken['acties-per-domein'] }}",
    ],
)
def test_a_part_of_the_report_is_no_text(context, source):
    (finding,) = found(source, context)
    assert (finding.code, finding.message) == (
        "VG025",
        "dit is zelf geen tekst: noem er een onderdeel van, zoals .titel",
    )


@pytest.mark.parametrize(
    "source",
    ["{{ none }}", "{{ none ~ '' }}", "{{ '%s' % none }}", "{{ [none, ''] | opsomming }}"]
    + [f"{{{{ none | {name} }}}}" for name in ("capitalize", "lower", "string", "trim", "zin")],
)
def test_nothing_is_the_empty_text(context, source):
    assert render(Written(f"a{source}"), context).markdown.strip() == "a"


@pytest.mark.parametrize(
    "value",
    [
        "domeinen",
        "domeinen | map(attribute='titel')",
        "range(3)",
        "grafieken",
        "{'a': 1}.keys()",
        "domeinen | map(attribute='planning') | select",
        "domeinen | map(attribute='titel') | upper",
        "domeinen | trim(chars='x')",
    ],
)
def test_a_list_of_any_kind_is_no_text(context, value):
    (finding,) = found(f"{{{{ {value} }}}}", context)
    assert "een lijst kan niet zomaar in de tekst" in finding.message


@pytest.mark.parametrize(
    ("source", "line", "code"),
    [
        ("a\n\n<center>b</center>\n", 3, "VG027"),
        ("a <br> b\n", 1, "VG027"),
        ("a\n\n```python\nx\n```\n", 3, "VG027"),
        ("a\n\n::: kader\nx\n:::\n", 3, "VG027"),
        ("::: notes\nx\n", 1, "VG027"),
        ("## a {iets}\n", 1, "VG027"),
        ("a\n\n---\n", 3, "VG027"),
        ("[a](file:///etc)\n\n[b](dossier.docx)\n", 3, "VG029"),
        ("[a](#doel) [b](#één)\n\n[c](#weg)\n\n## A { #doel}\n\n# B { #één}\n", 3, "VG029"),
        ("[a](#deel) [b](#deel-2)\n\n## Deel\n\n## Deel\n\n[c](#deel-3)\n", 7, "VG029"),
        ("[a](#deel)\n\n[b](#deel-1)\n\n## Deel\n", 3, "VG029"),
        ("[a](#cijfer)\n\n### 1 {.kengetal #cijfer}\n", 1, "VG029"),
    ],
)
def test_what_the_dialect_does_not_know_is_a_warning_at_its_line(context, source, line, code):
    findings = render(Written(source), context).findings
    assert [(finding.line, finding.code) for finding in findings] == [(line, code)]


@pytest.mark.parametrize(
    "escape_attempt",
    [
        "{{ ''.__class__ }}",
        "{{ domeinen[0].__init__.__globals__ }}",
        "{{ domeinen[0]['__class__'] }}",
        "{{ domeinen[0].of(1) }}",
        "{{ contact.__dataclass_fields__ }}",
        "{{ contact.__class__() }}",
        "{{ '{0.__class__}'.format(jaar) }}",
        "{{ titel.ljust(999999999) }}",
        "{{ range(999999999) }}",
        "{{ titel | safe }}",
        "{{ self.__init__ }}",
        "{{ namespace.__init__ }}",
        "{{ domeinen | map(attribute='__class__') | first }}",
        "{{ lipsum() }}",
        "{{ cycler.__init__ }}",
        "{% import 'nota.md.j2' as x %}",
        "{% extends 'nota.md.j2' %}",
        "{{ " + "(" * 500 + "1" + ")" * 500 + " }}",
    ],
)
def test_a_template_cannot_leave_its_room(context, escape_attempt):
    (finding,) = found(escape_attempt, context)
    assert finding.code == "VG025"
    assert "jinja" not in finding.message.lower()


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{{ '**' ~ domeinen[0].titel }}", "**Cultuur & \\{waarden\\}"),
        (
            "{% macro m(x) %}{{ x }}{% endmacro %}{{ m('a') ~ domeinen[0].titel }}",
            "aCultuur & \\{waarden\\}",
        ),
        (
            "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(domeinen[0].titel) }}",
            "Cultuur & \\{waarden\\}",
        ),
        ("{% set x %}{{ domeinen[0].titel }}{% endset %}{{ x }}", "Cultuur & \\{waarden\\}"),
        (
            "{{ domeinen | map(attribute='titel') | opsomming }}",
            "Cultuur & \\{waarden\\} en Middelen",
        ),
        ("{{ datum }}|{{ kader }}|{{ 3 }}", "2023-06-12||3"),
        ("{{ datum | datum }}", "12\u00a0juni 2023"),
        ("{{ 7 | getal }} {{ 21 | getal }} {{ 1 | getal | zin }}", "zeven 21 Eén"),
    ],
)
def test_values_are_escaped_once_on_every_way_in(context, source, expected):
    markdown = render(Written(source), context).markdown.strip()
    assert markdown.replace("\\*", "*") == expected


def test_every_name_that_a_template_sees_is_on_the_page(context):
    page = PAGE.read_text(encoding="utf-8")
    assert [name for name in context if f"| `{name}` |" not in page] == []


@pytest.mark.slow
@pytest.mark.parametrize("name", ["presentatie.md.j2", "nota.md.j2"])
@pytest.mark.parametrize("case", ["minimal", "rich"])
def test_the_default_texts_have_nothing_to_remark_and_leave_no_holes(request, name, case, earlier):
    rapport = request.getfixturevalue(case)
    years = {2021: earlier} if case == "rich" else {}
    rendered = render(default(name), build_context(rapport, years))
    assert rendered.findings == ()
    for hole in ("None", "Undefined", "[]", "{{", "{%", "()", " ,", "  -\n"):
        assert hole not in rendered.markdown
