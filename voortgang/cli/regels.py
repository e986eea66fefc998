"""Everything that the program can find: the rules of all rooms, in one list."""

from voortgang.checks.regels import REGELN as OF_CHECKS
from voortgang.content.regels import REGELN as OF_CONTENT
from voortgang.exchange.excel.regels import REGELN as OF_EXCHANGE
from voortgang.findings import Regel
from voortgang.model.regels import REGELN as OF_MODEL
from voortgang.nota.regels import REGELN as OF_NOTA
from voortgang.presentatie.regels import REGELN as OF_PRESENTATIE
from voortgang.source.yaml.regels import REGELN as OF_SOURCE

REGELN: tuple[Regel, ...] = tuple(
    sorted(
        (
            *OF_SOURCE,
            *OF_MODEL,
            *OF_CHECKS,
            *OF_CONTENT,
            *OF_PRESENTATIE,
            *OF_NOTA,
            *OF_EXCHANGE,
        ),
        key=lambda regel: regel.code,
    )
)
