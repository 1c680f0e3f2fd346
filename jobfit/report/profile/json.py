"""A profile in, the JSON object of ``jobfit/profile@1`` out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobfit.facts.timeline import timeline
from jobfit.report.months import ends, issued, month
from jobfit.report.safe import dumps

if TYPE_CHECKING:
    from jobfit.ports import Look
    from jobfit.report import shapes
    from jobfit.types import Credential, Degree, LanguageSkill, Place, Position, Profile, Statement


def render(profile: Profile, look: Look) -> str:  # noqa: ARG001 # JSON has one look
    """Return one line of JSON."""
    return f"{dumps(shape(profile))}\n"


def shape(profile: Profile) -> shapes.ProfileShape:
    """Return the plain object."""
    return {
        "schema": "jobfit/profile@1",
        "path": profile.path,
        "name": profile.name,
        "headline": profile.headline,
        "language": profile.language,
        "as_of": month(profile.as_of) or "",
        "months": timeline(position for position in profile.positions if position.kind == "work"),
        "positions": [_position(position) for position in profile.positions],
        "education": [_degree(degree) for degree in profile.education],
        "credentials": [_credential(credential) for credential in profile.credentials],
        "languages": [_language(language) for language in profile.languages],
        "places": [_place(place) for place in profile.places],
        "statements": [_statement(statement) for statement in profile.statements],
        "warnings": list(profile.warnings),
    }


def _position(found: Position) -> shapes.PositionShape:
    start, end = ends(found.span)
    return {
        "kind": found.kind,
        "title": found.title,
        "employer": found.employer,
        "place": found.place,
        "start": start,
        "end": end,
        "ongoing": bool(found.span and found.span.ongoing),
        "months": found.span.months if found.span else None,
        "line": found.line,
        "date_line": found.date_line,
        "where": found.where,
    }


def _degree(found: Degree) -> shapes.DegreeShape:
    start, end = ends(found.span)
    return {
        "title": found.title,
        "level": found.level,
        "field": found.field,
        "institution": found.institution,
        "start": start,
        "end": end,
        "finished": found.finished,
        "line": found.line,
        "where": found.where,
    }


def _credential(found: Credential) -> shapes.CredentialShape:
    return {
        "name": found.name,
        "issuer": found.issuer,
        "issued": issued(found),
        "expires": month(found.expires),
        "line": found.line,
        "where": found.where,
    }


def _language(found: LanguageSkill) -> shapes.LanguageShape:
    return {"code": found.code, "name": found.name, "level": found.level, "line": found.line, "where": found.where}


def _place(found: Place) -> shapes.PlaceShape:
    return {"text": found.text, "country": found.country, "now": found.now, "line": found.line, "where": found.where}


def _statement(found: Statement) -> shapes.StatementShape:
    return {
        "text": found.text,
        "line": found.line,
        "where": found.where,
        "source": found.source,
        "listed": found.listed,
        "negated": found.negated,
        "position": found.position,
    }
