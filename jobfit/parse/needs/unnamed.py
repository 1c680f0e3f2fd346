"""A clause and the names found in it in, the parts of its lists that no vocabulary knows out, as hits under a name of their own.

"Reef surveys, GIS and mooring design" names one thing that the vocabulary holds; what stands beside it in the list is asked for too.
A part counts where it reads as a name (a short run of words that ends in a noun) and stands beside a known one, or where what leads
up to the list says that knowledge is to follow.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jobfit.parse.needs import cues
from jobfit.parse.needs.split import Clause
from jobfit.regex import regex
from jobfit.vocabulary import amounts, credentials, degrees, languages, places
from jobfit.vocabulary.fold import fold
from jobfit.vocabulary.phrases import Hit

MARK = "?"  # begins the name of a hit that no vocabulary knows
_MAX_WORDS = 5
_MAX_PARTS = 8
_AND = r"(?:and/or|and|or|und|oder|et|ou|y(?!\s+compris)|o|e|sowie|as well as|&)"  # Dutch "en" and "of" are prepositions elsewhere
_SEPARATOR = regex(rf"\s*(?:[,;:()|•]|\s[–—-]\s|\.(?=\s|$))\s*(?:{_AND}\s+)?|\s+{_AND}\s+")
_JOINS = regex(rf"\s*(?:,\s*)?(?:{_AND})?\s*")
_LEAD_WORDS = (
    r"(?:an?|the|some|any|good|very|solid|strong|sound|deep|basic|working|practical|hands-on|proven|excellent|advanced|"
    r"previous|prior|relevant|gute|sehr|fundierte|bonnes?|buen(?:os)?|goede|one|of|in|with|using|for|mit|von|im|des?|du|d'|en|con|met|"
    r"e\.g\.|eg|such as|like|like:|z\. ?b\.|including|plus|both|either|the following|modern|common|"
    r"as well as|also)"
)
_LEAD = regex(rf"(?:{_LEAD_WORDS}\s+)+")
_LEAD_ALONE = regex(rf"(?:(?:{_LEAD_WORDS}|following)?[\s:(]+)*")
_TAIL = regex(r"\s+(?:skills?|experience|knowledge|basics|kenntnisse|a plus|is a plus|required|preferred|etc\.?)$|\s+$")
_NO_NAME = regex(
    r"\b(?:you|your|we|our|us|they|their|it|its|who|which|that|this|these|those|what|how|why|when|where|while|is|are|be|been|was|were|have|"
    r"has|had|can|will|would|must|should|need|want|not|no|to|so|but|if|because|than|etc|similar|others?|more|related|any|all|each|"
    r"least|prefer\w*|ideal\w*|plus|bonus|nice|required|desired|well|very|related|comparable|equivalent|like|such|including|"
    r"du|wir|sie|ist|sind|nicht|zu|haben|kein\w*|vous|nous|est|sont|pas|que|qui|es|son|no|se|je|wij|niet|te|om|"
    r"following|implement|everything|anything|something|nothing|someone|experience|years?|ability|able|willing\w*|team|skills?|example|instance)\b|[\d%$€£]{2}"
)
_LED_ON = regex(r"\s+(?:of|in|with|for|on|using|im|mit|von|des?|du|d'|en|con|met|van|em|com)\b|\s*:")
_LEADS_AWAY = regex(
    r"(?:with|for|in|on|at|by|from|as|into|across|within|through|under|over|above|during|while|using|including|mit|fur|bei|aus|avec|pour|dans|chez|con|para|sin|met|voor|bij)\b"
)
_NO_NOUN = regex(r"(?:able|ible|ive|ous|ful|less|ly|ed|ier|ish|ical|ary|igen?|iche[nrs]?|ischen?|ives?|euse|eux)$")
_NOUN = regex(
    r"(?:ing|ion|ions|ment|ments|ness|ity|ities|ics|logy|graphy|sis|ance|ence|ship|ure|ures|ery|ung|ungen|keit|heit|schaft|cion|dad|age|"
    r"ware|work|works|[^su]s)$"
)


@dataclass(frozen=True)
class _Part:
    """A part of a clause between two separators, with its bounds and what it holds: a known name, what may be one, or nothing."""

    start: int
    end: int
    known: bool
    name: tuple[int, int] | None


def find(clause: Clause, hits: Sequence[Hit]) -> list[Hit]:
    """Return the unknown parts of the lists of ``clause`` as hits with offsets like those of ``hits``, whole names only."""
    text = clause.text
    spans = [(hit.start - clause.start, hit.end - clause.start) for hit in hits]
    parts = _parts(text, spans)
    chosen = {index for index, part in enumerate(parts) if part.known}
    if not chosen and _announced(text, parts):
        chosen.add(next(index for index, part in enumerate(parts) if part.name))
    grown = True
    while grown:
        near = {i for i, part in enumerate(parts) if part.name and i not in chosen and _beside(text, parts, i) & chosen}
        grown, chosen = bool(near), chosen | near
    chosen -= {index for index in chosen if _is_half(text, parts, index)}
    names = [part.name for index, part in enumerate(parts) if index in chosen and part.name and not part.known]
    if not spans and len(names) < 2:
        return []
    return [
        Hit(MARK + fold(text[start:end]), text[start:end], start + clause.start, end + clause.start) for start, end in names[:_MAX_PARTS]
    ]


def _is_half(text: str, parts: Sequence[_Part], index: int) -> bool:
    """Say whether a part is one word that shares the head of what an "and" joins to it ("risk and cost analysis")."""
    part = parts[index]
    if part.name is None or " " in text[part.name[0] : part.name[1]].strip() or index + 1 == len(parts):
        return False
    alone = index == 0 or not _joined(text, parts[index - 1], part)
    following = parts[index + 1]
    joint = fold(text[part.end : following.start])
    capital = part.name[0] > 0 and text[part.name[0]].isupper()
    return alone and not capital and joint.strip().isalpha() and len(text[following.start : following.end].split()) > 1


def _announced(text: str, parts: Sequence[_Part]) -> bool:
    """Say whether a list of nothing known begins as a list of knowledge: after a cue such as "knowledge of" or "one of"."""
    first = next((part.name for part in parts[:2] if part.name), None)
    if first is None:
        return False
    ends = [cue.end for cue in cues.find(text) if cue.type == "skill"] + [end for role, _, end in cues.markers(text) if role == "either"]
    return any(end <= first[0] and _LEAD_ALONE.fullmatch(_kept(text[end : first[0]])) for end in ends)


def _beside(text: str, parts: Sequence[_Part], index: int) -> set[int]:
    """Return the parts that a comma or an "and" joins to this one."""
    return {
        other
        for other in (index - 1, index + 1)
        if 0 <= other < len(parts) and _joined(text, *sorted((parts[index], parts[other]), key=lambda part: part.start))
    }


def _joined(text: str, left: _Part, right: _Part) -> bool:
    return bool(_JOINS.fullmatch(fold(text[left.end : right.start])))


def _parts(text: str, spans: Sequence[tuple[int, int]]) -> list[_Part]:
    """Cut ``text`` at commas, conjunctions, brackets and stops, but not inside a known name."""
    taken = [*spans, *_other_names(text)]
    cuts = [m.span() for m in _SEPARATOR.finditer(fold(text)) if not any(low < m.end() and m.start() < high for low, high in taken)]
    bounds = zip([0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)], strict=True)
    listed = min((end for role, _, end in cues.markers(text) if role in ("either", "example")), default=len(text))
    return [_part(text, (start, end), spans, taken, listed) for start, end in bounds if text[start:end].strip()]


def _other_names(text: str) -> list[tuple[int, int]]:
    """Return where degrees, papers, languages, amounts and places stand, which are no skills."""
    found = [(hit.start, hit.end) for hit in credentials.find(text)] + [(start, end) for _, start, end in degrees.find(text)]
    found += [(item.start, item.end) for item in languages.find(text)] + [(item.start, item.end) for item in amounts.find(text)]
    return found + [(start, end) for _, _, _, start, end in places.find(text)]


def _part(text: str, bounds: tuple[int, int], spans: Sequence[tuple[int, int]], taken: Sequence[tuple[int, int]], listed: int) -> _Part:
    start, end = bounds
    if any(low < end and start < high for low, high in taken):
        return _Part(start, end, any(low < end and start < high for low, high in spans), None)
    folded = _kept(text[start:end])
    if start and _LEADS_AWAY.match(folded):
        return _Part(start, end, known=False, name=None)
    begin = start + _after_lead(text[start:end], folded)
    stop = end
    while tail := _TAIL.search(fold(text[begin:stop])):
        stop = begin + tail.start()
    named = _is_name(text[begin:stop], opens=begin == 0, listed=begin >= listed)
    return _Part(start, end, known=False, name=(begin, stop) if named else None)


def _after_lead(text: str, folded: str) -> int:
    """Return where a part begins behind words such as "strong knowledge of the"."""
    begin = 0
    for cue in cues.find(text):
        leads = _LED_ON.match(folded, cue.end) or folded[: cue.end].endswith((" of", " to", " in", " with"))
        if cue.type in ("skill", "experience") and leads and cue.start <= begin + _skipped(folded[begin:]):
            begin = cue.end
    return begin + _skipped(folded[begin:])


def _kept(text: str) -> str:
    """Fold, but keep the hyphens inside words, which the common folding makes spaces."""
    if text.isascii():
        return fold(text, hyphens=True)
    return "".join("-" if original == "-" else char for original, char in zip(text, fold(text), strict=True))


def _skipped(folded: str) -> int:
    spaces = len(folded) - len(folded.lstrip())
    led = _LEAD.match(folded[spaces:])
    return spaces + (led.end() if led else 0)


def _is_name(text: str, *, opens: bool, listed: bool) -> bool:
    """Say whether words read as a name: few, none that belongs to a sentence, ending in a noun (or a word of an announced list)."""
    folded = fold(text)
    words = folded.split()
    if not 1 <= len(words) <= _MAX_WORDS or len(folded) < 3 or _NO_NAME.search(folded) or _LEADS_AWAY.match(words[-1]):
        return False
    if any(cue.type != "skill" for cue in cues.find(text)) or cues.markers(text):
        return False
    if (listed and len(words) == 1) or (text.split()[-1][0].isupper() and not (opens and len(words) == 1)):
        return True
    return bool(_NOUN.search(words[-1])) or (len(words) > 1 and not _NO_NOUN.search(words[-1]))
