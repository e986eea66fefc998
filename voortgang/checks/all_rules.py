"""Look all data over: what reading found, and what the rules find."""

from collections.abc import Iterable, Iterator, Mapping

from voortgang.checks.jaar.jaar import Jaar
from voortgang.checks.negeer import idle, misplaced, not_silenced, silenced
from voortgang.checks.regels import OF_ALL_FILES, OF_EACH_FILE, REGELN
from voortgang.findings import Finding, in_order
from voortgang.model.reading import Reading, rapporten_of
from voortgang.model.regels import REGELN as OF_MODEL
from voortgang.source.yaml.comments import ignore_comments
from voortgang.source.yaml.regels import REGELN as OF_SOURCE

_KNOWN = {regel.code: regel.severity for regel in (*REGELN, *OF_MODEL, *OF_SOURCE)}


def check(readings: Mapping[int, Reading], years: Iterable[int]) -> tuple[Finding, ...]:
    """Give all findings of `years`, sorted; `readings` holds all years, for what came before.

    Where a year has errors, the rules run over the files without any, apart from those that must
    see the whole. A warning that rapport.yaml or a comment on its line ignores is left out; an
    error never is.
    """
    return in_order(each for year in years for each in _of_year(readings, year))


def _of_year(readings: Mapping[int, Reading], year: int) -> Iterator[Finding]:
    reading = readings[year]
    codes: frozenset[str] = frozenset()
    found = [*reading.wrong]
    # What is wrong with an audit stands in the way of every year; the rest is the newest's.
    newest = year == max(readings)
    audits = reading.audits.documents.values() if newest else ()
    documents = [*reading.documents.values(), *audits]
    comments = [each for document in documents for each in ignore_comments(document)]
    rapport = reading.rapport or reading.partial
    if rapport:
        codes = frozenset(rapport.controle.negeer)
        before = [readings[each] for each in sorted(readings) if each < year]
        jaar = Jaar(
            reading,
            rapport,
            documents,
            earlier=rapporten_of(readings, year - 1),
            previous=before[-1].rapport if before else None,
            broken=tuple(each.year for each in before if each.rapport is None),
            oldest=not before,
            newest=newest,
        )
        rules = (*OF_EACH_FILE, *(OF_ALL_FILES if reading.rapport else ()))
        found.extend(finding for rule in rules for finding in rule.check(jaar))
    if reading.rapport:
        found.extend(idle(comments, found, _KNOWN))
    found.extend(misplaced(comments, reading, codes, _KNOWN))
    return not_silenced(found, codes, silenced(comments))
