"""A clause in, the stretches of it that are only wished for out: after "preferably", before "is a plus", or offered as training."""

from __future__ import annotations

import re

from jobfit.parse.needs import cues
from jobfit.regex import regex
from jobfit.vocabulary.fold import fold

Stretch = tuple[int, int]

_AND = regex(r",\s*(?:and|plus|as well as|und|sowie|et|ainsi que|y|e|en)\s", re.IGNORECASE)

_PREDICATE = regex(r"(?:is|would|will|ist|est|serait|es|sera|e)\s")
_LISTED = regex(r"\s(?:and|or|und|oder|et|ou|y|o|en|of|e)\s")
_TAIL = regex(r"[\s.,;)]*")
_FIRM = regex(r"requir|must|essential|need|mandatory|\bbut\b|erforderlich|zwingend|exig|impératif|imprescindible|vereist|obrigat")


def is_wished(text: str) -> bool:
    """Say whether a clause as a whole is only wished for ("Experience in retail is a plus")."""
    return any(low < 3 and len(text) - high < 30 for low, high in stretches(text))


def stretches(text: str) -> list[Stretch]:
    """Return the stretches of ``text`` that are wished for only: after "preferably", before "is a plus", or offered as training."""
    found = []
    for role, start, end in cues.markers(text):
        if role == "wish":
            found.append((end, _reach_after(text, end)))
        elif role == "wished":
            found.append((_reach_before(text, start, whole=_is_of_all(fold(text), start, end)), end))
        elif role == "taught":
            found.append((_reach_before(text, start, whole=True), _reach_after(text, end)))
    return found


def parted(text: str) -> tuple[str, Stretch | None]:
    """Return ``text`` without the wish it ends with ("…, preferably in a bank"), and the stretch of that wish, None without one."""
    for role, start, end in cues.markers(text):
        firm = text[:start].rstrip(" ,;(–-")
        last = _reach_after(text, end) if role == "wish" else 0
        apart = len(firm.split()) > 1 or len(firm) < len(text[:start].rstrip())
        if last and firm and apart and _TAIL.fullmatch(text, last):
            return firm, (end, last)
    return text, None


def _is_of_all(folded: str, start: int, end: int) -> bool:
    """Say whether a wish is said of the whole list before it ("A, B and C is a plus") and not of what follows its last comma."""
    before, _, last = folded[:start].rpartition(",")
    listed = folded.startswith("are ", start) or (_PREDICATE.match(folded, start, end) and _LISTED.search(last))
    return bool(listed) and not _FIRM.search(before)


def _reach_after(text: str, start: int) -> int:
    """Return where a wish that begins at ``start`` ends: its bracket, or the clause."""
    depth = 0
    for index in range(start, len(text)):
        depth += (text[index] == "(") - (text[index] == ")")
        if depth < 0:
            return index
    return start + _own(text[start:]) if re.search(r",\s*$", text[: _word_before(text, start)]) else len(text)


def _word_before(text: str, end: int) -> int:
    """Return where the words that open the wish and end at ``end`` begin: behind the last comma."""
    return text.rfind(",", 0, end) + 1


def _own(text: str) -> int:
    """Return where a wish put between commas ends: before ", and" unless commas part the wish itself ("preferably A, B, and C")."""
    joined = _AND.search(text)
    return joined.start() if joined and "," not in text[: joined.start()] else len(text)


def _reach_before(text: str, end: int, *, whole: bool) -> int:
    """Return where a wish that is said at ``end`` begins: its bracket, the last comma (if not ``whole``), or the clause."""
    depth = 0
    for index in range(end - 1, -1, -1):
        depth += (text[index] == ")") - (text[index] == "(")
        if depth < 0:
            return index
    breaks = r":\s|\bbut\s|\baber\s|\bmais\s|\bpero\s" + ("" if whole else r"|,\s")
    cuts = [match.end() for match in re.finditer(breaks, text[:end])]
    return next((cut for cut in reversed(cuts) if re.search(r"\w", text[cut:end])), 0)
