"""A template is somebody else's text: it runs no code, reads nothing, and ends."""

import sys

import pytest
from attack import fill, held, run, sooner
from filling import Text, filled_in

from voortgang.content.template.render import render
from voortgang.findings import FindingsError
from voortgang.source.bounded.child import Bounds
from voortgang.source.bounded.pool import LimitReached, Workers

TIGHT = Bounds(seconds=0.2, memory=300 * 1024**2)

ESCAPES = [  # the known ways out of Jinja2's sandbox, and of a page of typst
    "{{ ().__class__.__bases__[0].__subclasses__() }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ titel.__init__.__globals__ }}",
    "{{ rapport.__class__.__init__.__globals__['__builtins__'] }}",
    "{{ self.__init__.__globals__ }}",
    "{{ self._TemplateReference__context.environment }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ lipsum.__globals__['os'] }}",
    "{{ joiner.__init__ }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ range.__class__ }}",
    "{{ ''|attr('__class__') }}",
    "{{ ['__class__']|map(attribute='__class__')|list }}",
    "{{ ['x']|map(attribute='__class__.__mro__')|list|string }}",
    "{{ [titel]|groupby('__class__') }}",
    "{{ [titel]|sum(attribute='__class__') }}",
    "{{ [titel]|selectattr('__class__')|list }}",
    "{{ '{0.__class__}'.format(titel) }}",
    "{{ '%s'|format(titel) }}",
    "{{ ('{0.__class__.__init__.__globals__}'|string).format_map({}) }}",
    "{{ titel.format.__self__ }}",
    "{% set f = '{:9999999999}'.format %}{{ f(1) }}",
    "{{ ['{}']|map('format', titel)|list }}",
    "{{ ('a','b')|map('attr','__class__')|list }}",
    "{{ titel['__class__'] }}",
    "{{ domeinen.__class__.__base__ }}",
    "{{ domeinen[0].__dict__ }}",
    "{{ domeinen[0].__dataclass_fields__ }}",
    "{{ domeinen.append(1) }}",
    "{{ grafieken.clear() }}",
    "{{ grafieken.update({'a': 1}) }}",
    "{{ context.environment }}",
    "{{ environment.filters }}",
    "{{ loop.__class__ }}",
    "{% for x in [1] %}{{ loop._iterable.gi_frame.f_globals }}{% endfor %}",
    "{% macro m() %}{% endmacro %}{{ m._func.__globals__ }}",
    "{% macro m() %}{{ caller.__init__ }}{% endmacro %}{% call m() %}{% endcall %}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}",
    "{% extends '../../geheim' %}",
    "{% from 'os' import path %}",
    "{% set ns = namespace() %}{% set ns.__class__ = 1 %}{{ ns.__class__ }}",
    "{{ namespace(__class__=1).__class__ }}",
    "{{ (1).__class__.from_bytes }}",
    "{{ titel.encode().decode }}",
    "{{ titel.join(['a']) }}",
    "{{ gettext('x') }}",
    "{% do 1 %}",
    "{% debug %}",
]

ENDLESS = [  # what grows without end: in time, in depth, in memory
    "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "{% for a in range(99999) %}{% for b in range(99999) if 0 %}{% endfor %}{% endfor %}",
    "{% for a in range(99999) %}{% for b in range(99999) %}{{ 'x'|upper }}{% endfor %}{% endfor %}",
    (
        "{% for i in range(99999) %}{% block a scoped %}{% for a in range(99999) %}{% endfor %}"
        "{% endblock %}{% endfor %}"
    ),
    "{% for a in [1] recursive %}{{ loop([a]) }}{% endfor %}",
    "{% for a in [1, 2] recursive %}{{ loop([a, a]) }}{% endfor %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% macro m(n) %}{% if n %}{{ m(n-1) }}{{ m(n-1) }}{% endif %}{% endmacro %}{{ m(64) }}",
    "{{ 9 ** (9 ** 9) }}",
    "{{ 1|round(999999999, 'ceil') }}",
    "{{ 1|round(-999999999) }}",
    "{{ [1]|map(attribute='a.' * 99999999, default='x' * 99999999)|list }}",
    "{{ range(99999)|map('string')|map(attribute='x', default='y' * 999999)|list|sort }}",
    "{{ [[1] * 9999999, [2] * 9999999]|sum(start=[3] * 99999999) }}",
    "{{ ('x ' * 99999999).split() }}",
    "{{ ('ß' * 999999999)|upper }}",
    "{{ 'x' * 999999999 }}",
    "{{ '%0999999999d' % 1 }}",
    "{% set n = 10 ** 99999 %}{% for a in range(99999) %}{{ n * n == a }}{% endfor %}",
    "{% for i in range(9999) %}{% for j in range(9999) %}xxxxxxxxxx{% endfor %}{% endfor %}",
    "{{ 'a' * 9999999999 }}",
    "{{ [1] * 9999999999 }}",
    "{{ '%9999999999d' % 1 }}",
    "{{ 'x'|center(9999999999) }}",
    "{{ range(5)|slice(9999999999)|list }}",
    "{{ range(5)|batch(9999999999, 'x')|list }}",
    "{{ range(9999999999)|list }}",
    "{% set n = namespace(x=9) %}{% for a in range(99) %}{% set n.x = n.x * n.x %}{% endfor %}",
    "{% set n = namespace(x='aa') %}{% for a in range(99) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
    "{% set n = namespace(x='aa') %}{% for a in range(99) %}{% set n.x = n.x + n.x %}{% endfor %}",
    (
        "{% set n = namespace(x='aa') %}{% for a in range(99) %}"
        "{% set q %}{{ n.x }}{{ n.x }}{% endset %}{% set n.x = q %}{% endfor %}"
    ),
    (
        "{% set n = namespace(x=[1]) %}{% for a in range(99) %}{% set n.x = [n.x, n.x] %}"
        "{% endfor %}{{ n.x }}"
    ),
    (
        "{% set n = namespace(x=[1]) %}{% for a in range(99) %}{% set n.x = {1: n.x, 2: n.x} %}"
        "{% endfor %}{{ n.x|string }}"
    ),
    (
        "{% set n = namespace(x=range(9999)|list) %}{% for a in range(99999) %}"
        "{% set n.x = n.x|sort %}{% endfor %}"
    ),
    (
        "{% for a in range(99999) %}{{ 'een lange tekst ' ~ a }}{{ titel }}"
        "{% for b in range(999) %}- x\n{% endfor %}{% endfor %}"
    ),
    "{{ '(' * 3 }}" + "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    "{% if 1 %}" * 3000 + "{% endif %}" * 3000,
    "{{ " + "[" * 500 + "]" * 500 + " }}",
    "{{ 1" + " + 1" * 50000 + " }}",
]


@pytest.mark.parametrize("attack", ESCAPES)
def test_no_known_way_out_of_the_sandbox_leads_anywhere(attack):
    with pytest.raises(FindingsError) as stopped:
        render(Text(attack), {"titel": "T", "domeinen": ("a",), "grafieken": {}})
    assert [finding.code for finding in stopped.value.findings] == ["VG025"]


HALF = (
    '{{ "\\ud800" }}',
    '{{ titel ~ "\\udfff" }}',
    '{{ ("a", "\\udc00") | opsomming }}',
    '{% macro m(x) %}{{ x }}{% endmacro %}{{ m("\\ud83d\\ude00") }}',
    '{% set x %}{{ "\\ud800" | upper }}{% endset %}{{ x }}',
    '{{ none | default("\\ud800", true) }}',
)


@pytest.mark.parametrize("text", HALF)
def test_half_a_sign_that_no_file_can_hold_is_found_where_it_is_written(text):
    with pytest.raises(FindingsError) as stopped:
        render(Text(f"# T\n\n{text}\n"), {"titel": "T", "grafieken": {}})
    (finding,) = stopped.value.findings
    assert (finding.code, finding.line) == ("VG025", 3)
    assert "half teken (U+D" in finding.message


@pytest.fixture(scope="module")
def workers():
    """A process as templates are filled in, with less time and memory than in the program."""
    with Workers({"tekst": ("voortgang.content.template.render",)}, TIGHT) as started:
        yield started


@pytest.mark.slow
@pytest.mark.parametrize("attack", ENDLESS, ids=lambda text: text[:60])
def test_what_would_never_end_is_stopped_from_outside(workers, attack):
    with pytest.raises((FindingsError, LimitReached)) as stopped:
        workers.ask("tekst", filled_in, attack)()
    if isinstance(stopped.value, LimitReached):
        assert stopped.value.at == "templates/nota.md.j2"
    else:
        assert {finding.code for finding in stopped.value.findings} == {"VG025"}


# A deck that takes little of the time of a build.
SHORT = {"templates/presentatie.md.j2": "# T {.titelblad}\n\nx\n"}


@pytest.mark.parametrize(
    ("name", "attack", "formats"),
    [
        ("presentatie.md.j2", ESCAPES[6], ("-f", "pptx", "-f", "html", "-f", "pdf")),
        ("nota.md.j2", "{{ 'x'|center(9999999999) }}", ("-f", "html")),
        ("nota.html.j2", "{% include '/etc/passwd' %}", ("-f", "html")),
        ("nota.html.j2", HALF[0], ("-f", "html")),
        ("nota.typ.j2", HALF[0], ("-f", "pdf")),
        ("nota.html.j2", "{{ 'x'|center(9999999999) }}", ("-f", "html")),
        ("nota.typ.j2", "{{ ().__class__.__base__ }}", ("-f", "pdf")),
    ],
)
def test_each_template_is_held_by_the_real_program(attacked, work, name, attack, formats):
    fill(work, SHORT | {f"templates/{name}": attack})
    answer = attacked("build", *formats)
    assert answer.status == 1
    assert f"templates/{name}:1:" in answer.out
    assert not (work / "uitvoer").exists()


TWICE = "{% macro m(n) %}{% if n %}{{ m(n-1) }}{{ m(n-1) }}{% endif %}{% endmacro %}{{ m(64) }}"
DOUBLED = (
    "{% set n = namespace(x='aa') %}{% for a in range(99) %}{% set n.x = n.x ~ n.x %}{% endfor %}"
)


@pytest.mark.skipif(sys.platform == "win32", reason="the hook is of POSIX")
@pytest.mark.parametrize(
    ("endless", "seconds", "megabytes", "why"),
    [(TWICE, 1, 2048, "het duurt langer dan"), (DOUBLED, 30, 300, "loopt de berekening uit")],
    ids=["by the clock", "by its memory"],
)
def test_an_endless_template_is_stopped_in_the_real_program(work, endless, seconds, megabytes, why):
    hook = fill(work.parent / "hook", {"sitecustomize.py": sooner(seconds, megabytes)})
    fill(work, {"templates/nota.md.j2": endless})
    answer = held(run("build", "-f", "html", cwd=work, hook=hook))
    assert answer.status == 1
    assert "templates/nota.md.j2:1:1: fout VG025: " in answer.out
    assert why in answer.out
    assert not (work / "uitvoer").exists()


# A page that makes a pdf: what is added to it is refused for itself, not for what it lacks.
SOUND_PAGE = '#set document(title: "Nota")\n#set text(lang: "nl")\n#title()\n'


def test_the_page_to_which_the_attacks_are_added_is_sound(attacked, work):
    fill(work, SHORT | {"templates/nota.typ.j2": SOUND_PAGE})
    assert attacked("build", "-f", "pdf").status == 0


@pytest.mark.parametrize(
    "attack",
    [
        '#import "@preview/cetz:0.2.2": *',
        '#read("/etc/passwd")',
        '#image("../../geheim.png")',
        '#let r = read; #r("../../../../../../../../etc/passwd")',
        '#include "/etc/passwd"',
        '#plugin("x.wasm")',
        '#eval("read(\\"/etc/passwd\\")")',
        '#std.read("/etc/passwd")',
        "#while true {}",
        "#let f() = f()\n#f()",
    ],
)
def test_a_page_of_typst_reads_nothing_and_ends(attacked, work, attack):
    fill(work, SHORT | {"templates/nota.typ.j2": SOUND_PAGE + attack})
    answer = attacked("build", "-f", "pdf")
    assert answer.status == 1
    assert "templates/nota.typ.j2:4:" in answer.out
    assert "root:" not in answer.out


def test_a_page_on_which_typst_itself_breaks_down_is_named(attacked, work):
    head = "table.header(level: {}, repeat: {}, table.cell(colspan: 2)[Groep])"
    groups = ", ".join([head.format(2, "false")] * 2)
    rows = "..range(40).map(each => [Rij])"
    page = f"#table(columns: 2, {head.format(1, 'true')}, {groups}, {rows}, {groups})"
    fill(work, SHORT | {"templates/nota.typ.j2": SOUND_PAGE + page})
    answer = attacked("build", "-f", "pdf")
    assert answer.status == 1
    assert "templates/nota.typ.j2:1:1: fout VG025: typst, dat de pdf maakt, loopt" in answer.out


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="counts memory as Linux does")
def test_a_page_of_typst_that_fills_the_memory_is_stopped(work):
    hook = fill(work.parent / "hook", {"sitecustomize.py": sooner(30, megabytes=512)})
    page = '#let s = "xxxxxxxx"\n#for i in range(64) { s = s + s }\n'
    fill(work, SHORT | {"templates/nota.typ.j2": page})
    answer = run("build", "-f", "pdf", cwd=work, hook=hook)
    assert (answer.status, "VG025" in answer.out) == (1, True)
    assert 200 * 2**20 < answer.peak < 560 * 2**20
