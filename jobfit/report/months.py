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
    return _said(month(found.issued), found.year_only)


def _said(month: str | None, year_only: bool) -> str | None:
    return month[:4] if month and year_only else month


def ends(span: Span | None) -> tuple[str | None, str | None]:
    """Return the first and the last month, or year where no month is said; the last None while the span lasts or where there is none."""
    if span is None:
        return None, None
    first, last = month(span.start), month(max(span.start, span.end - 1))
    return _said(first, span.starts_in_year), None if span.ongoing else _said(last, span.ends_in_year)


def dates(span: Span | None) -> str:
    """Return "2021-08 – 2023-12", "2021-08 – now", "2021" or "no dates"."""
    first, last = ends(span)
    if span and span.starts_in_year and first == last:
        return str(first)
    return f"{first} – {last or 'now'}" if first else "no dates"


def length(months: int) -> str:
    """Return "3 y 10 m"."""
    years, rest = divmod(months, 12)
    return " ".join(part for part in (f"{years} y" if years else "", f"{rest} m" if rest or not years else "") if part)
