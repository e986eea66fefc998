"""The bodies of gemeente and OCMW: two legal persons, each with a council and a daily board."""

COUNCILS = frozenset({"gemeenteraad", "raad voor maatschappelijk welzijn"})
OCMW = frozenset({"raad voor maatschappelijk welzijn", "vast bureau"})


def is_raad(orgaan: str | None) -> bool:
    """Tell whether a body is one of the two councils."""
    return (orgaan or "").casefold() in COUNCILS


def is_ocmw(orgaan: str | None) -> bool:
    """Tell whether a body is one of the OCMW, a legal person beside the gemeente."""
    return (orgaan or "").casefold() in OCMW
