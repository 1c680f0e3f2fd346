"""Month numbers (year × 12 + month − 1) and spans in, the words for them out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jobfit.types import Credential, Span


def month(number: int | None) -> str | None:
    """Return "2021-08"; None for None."""
    return None if number is None else f"{number // 12:04d}-{number % 12 + 1:02d}"


def issued(found: Credential) -> str | None:
    """Return when a credential was issued: "2021-08", or "2021" where no month is said; None where nothing is."""
    said = month(found.issued)
    return said[:4] if said and found.year_only else said


def ends(span: Span | None) -> tuple[str | None, str | None]:
    """Return the first and the last month, the last None while the span lasts or where there is none."""
    if span is None:
        return None, None
    return month(span.start), None if span.ongoing else month(max(span.start, span.end - 1))


def dates(span: Span | None) -> str:
    """Return "2021-08 – 2023-12", "2021-08 – now" or "no dates"."""
    first, last = ends(span)
    return f"{first} – {last or 'now'}" if first else "no dates"


def length(months: int) -> str:
    """Return "3 y 10 m"."""
    years, rest = divmod(months, 12)
    return " ".join(part for part in (f"{years} y" if years else "", f"{rest} m" if rest or not years else "") if part)
