"""The stages of one posting, each a plain function that any process can run: an input to its postings, postings to assessments."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from jobfit import __version__
from jobfit.batch import kept
from jobfit.batch.inputs import Input, Options, failure, input_bytes, input_documents
from jobfit.errors import JobfitError, ModelError, NotAPosting
from jobfit.types import Assessment, Document, Duty, Failure, Posting, Profile, Requirement

if TYPE_CHECKING:
    from jobfit.ports import Encoder

Made = TypeVar("Made")


def read_postings(item: Input, options: Options) -> list[Posting | Failure] | list[Document]:
    """Return what an input holds: its postings, or, where it is a file of many documents, these, to be read one by one."""
    content = input_bytes(item) if options.keep else None
    if content is None:
        return _read(item, options)
    key = kept.key_of(content, item.name, options.role)
    found = kept.recall(key)
    if found:
        return found
    read = _read(replace(item, content=content), options)
    kept.keep(key, read)
    return read


def _read(item: Input, options: Options) -> list[Posting | Failure] | list[Document]:
    found = tried(partial(input_documents, item, options), item.name, options)
    if isinstance(found, Failure):
        failed: list[Posting | Failure] = [found]
        return failed
    return found if len(found) > 1 and item.document is None else [p for document in found for p in _postings(document, options)]


def _postings(document: Document, options: Options) -> Iterator[Posting | Failure]:
    """Yield the postings of one document, of which a role that was asked for may be in any part."""
    from jobfit.parse import choose, split

    parts = tried(partial(split, document), document.path, options)
    if isinstance(parts, Failure):
        yield parts
        return
    read = [tried(partial(_roles, part), part.path or document.path, options) for part in parts]
    found = [posting for roles in read if not isinstance(roles, Failure) for posting in roles]
    if options.role and found:
        yield tried(partial(choose, found, options.role), document.path, options)
        return
    for roles in read:
        yield from [roles] if isinstance(roles, Failure) else roles


def _roles(document: Document) -> list[Posting]:
    from jobfit.parse import parse

    found = parse(document)
    if not any(posting.requirements for posting in found):
        raise NotAPosting("no requirement was found", path=document.path, hint="is this a job posting?")
    left_out = _left_out(document, found)
    return [replace(posting, left_out=left_out) for posting in found]


def _left_out(document: Document, found: Sequence[Posting]) -> tuple[int, ...]:
    """Return the lines with words that no requirement and no duty stands on."""
    items: list[Requirement | Duty] = []
    for posting in found:
        items += [*posting.requirements, *posting.duties]
    used = {line for item in items for line in range(item.line, item.end_line + 1)}
    used.update(line for posting in found for item in posting.requirements for line in item.also)
    return tuple(line.number for line in document.lines if line.text.strip() and line.number not in used)


def tried(step: Callable[[], Made], path: str, options: Options) -> Made | Failure:
    """Return what the step makes, or the failure of its input; a defect of jobfit itself is one only in a batch."""
    try:
        return step()
    except ModelError:
        raise  # it would fail every input alike
    except JobfitError as error:
        return failure(path, error)
    except Exception as error:
        if not options.keep_going:
            raise
        return Failure(path, f"jobfit itself failed on it: {type(error).__name__}: {error} (a defect; alone it shows where)")


def assess_one(posting: Posting, found: Profile, encoder: Encoder) -> Assessment:
    """Assess one role against one profile."""
    from jobfit.judge import assess, judge_all
    from jobfit.match import match, without_echoes

    honest = without_echoes(posting.requirements, found)
    return assess(posting, honest, judge_all(match(posting.requirements, honest, encoder)), model=encoder.name, version=__version__)


def assess_all(
    postings: Sequence[Posting | Failure], profiles: Sequence[Profile], encoder: Encoder, options: Options
) -> list[Assessment | Failure]:
    """Assess each posting against each profile, in this order; failures stay where they stand."""
    found: list[Assessment | Failure] = []
    for posting in postings:
        if isinstance(posting, Failure):
            found.append(posting)
        else:
            found += [tried(partial(assess_one, posting, one, encoder), posting.path, options) for one in profiles]
    return found


def own_texts(postings: Sequence[Posting | Failure], profiles: Sequence[Profile] = ()) -> list[str]:
    """Return the texts of these postings that assessing them will need a vector of, each once.

    With ``profiles`` also those that one reads as once its lines copied from a posting are left out, which stands in no other list.
    """
    from jobfit.match import texts, without_echoes

    read = [posting for posting in postings if isinstance(posting, Posting)]
    asked = [requirement for posting in read for requirement in posting.requirements]
    honest = [left for posting in read for one in profiles if (left := without_echoes(posting.requirements, one)) is not one]
    return list(dict.fromkeys(texts(asked, None) + profile_texts(honest)))


def profile_texts(profiles: Sequence[Profile]) -> list[str]:
    """Return the texts of the profiles that any assessment will need a vector of, each once."""
    from jobfit.match import texts

    return list(dict.fromkeys(text for one in profiles for text in texts([], one)))
