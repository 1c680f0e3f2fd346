"""A Document comes in; its Postings come out, one a role, or the reason why it is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jobfit import settings
from jobfit.errors import UnknownRole
from jobfit.parse.about import about, language
from jobfit.parse.model import LineModel, shipped
from jobfit.parse.ownjob import with_own_job
from jobfit.parse.page import Page, page
from jobfit.parse.refuse import refusal
from jobfit.parse.requirements import items, requirements
from jobfit.parse.roles import roles
from jobfit.types import Document, Duty, LineClass, Posting
from jobfit.vocabulary import languages


def parse(document: Document, model: LineModel | None = None) -> list[Posting]:
    """Return one Posting a role, its inheritance resolved; raise NotAPosting with a sentence that names what the text is."""
    one = page(document)
    kinds = one.classes(model or shipped())
    asked = items(one.pieces, one.places, kinds)
    whole = _posting(one, kinds)
    reason = refusal(one, kinds, asked, whole)
    if reason:
        raise reason
    found = roles(one, kinds)
    if not found:
        return [replace(whole, requirements=with_own_job(requirements(asked), whole.title))]
    names = tuple(role.name for role in found)
    return [replace(whole, role=role.name, roles=names, requirements=with_own_job(requirements(role.items), whole.title)) for role in found]


def _posting(one: Page, kinds: Sequence[LineClass]) -> Posting:
    page_about, said = about(one.document, one.pieces), language(one.document)
    duties = tuple(Duty(piece.text, piece.line, piece.end_line) for piece, kind in zip(one.pieces, kinds, strict=True) if kind == "duty")
    return Posting(
        one.document.path,
        page_about.title,
        page_about.company,
        language=said,
        location=page_about.location,
        employment_type=page_about.employment_type,
        duties=duties,
        warnings=(*one.document.warnings, *_foreign(said)),
    )


def _foreign(said: str) -> list[str]:
    """Return a warning where the text is in a language of which little is known."""
    if not said or said in settings.LANGUAGES:
        return []
    return [f"this is in {languages.english_name(said)}, which is read in part only: the fit says little"]


def choose(postings: Sequence[Posting], role: str) -> Posting:
    """Return the posting of the named role: the whole name or its start, capitals aside; raise UnknownRole with the names otherwise."""
    wanted = " ".join(role.lower().split())
    for fits in (str.__eq__, str.startswith):
        found = [posting for posting in postings if fits(" ".join(posting.role.lower().split()), wanted)]
        if len(found) == 1 or (found and fits is str.__eq__):
            return found[0]
    names = [posting.role for posting in postings if posting.role]
    path = postings[0].path if postings else ""
    if not names:
        raise UnknownRole(f"the page describes one role only, so {role!r} cannot be chosen", path=path, hint="leave --role out")
    meant = [name for name in names if wanted and wanted in " ".join(name.lower().split())]
    if len(meant) > 1:
        raise UnknownRole(f"{role!r} may mean {len(meant)} roles on this page", path=path, hint=f"name one in full: {'; '.join(meant)}")
    raise UnknownRole(
        f"there is no role {role!r} on this page{_suggestion(wanted, names)}", path=path, hint=f"the roles are {'; '.join(names)}"
    )


def _suggestion(wanted: str, names: Sequence[str]) -> str:
    from rapidfuzz import fuzz, process

    best = process.extractOne(wanted, names, scorer=fuzz.WRatio, processor=str.lower, score_cutoff=60)
    return f"; did you mean {best[0]!r}?" if best else ""
