"""The lines above a résumé's first heading (and its personal section) come in; name, headline and what may be shown come out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from jobfit.facts import phrases
from jobfit.facts.dates import find_ranges
from jobfit.facts.private import FRAGMENT, is_private, scrub
from jobfit.facts.sections import Whole, heading_of, label_of
from jobfit.facts.titles import has_employer, has_role, has_school, is_place
from jobfit.vocabulary import languages as tongues

STREET = re.compile(
    r"^\d{1,5}[a-z]?,? (?:[\w.'’-]+ ){1,4}"
    r"(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|way|court|ct|boulevard|blvd|terrace|close|crescent|apt|suite)\b\.?"
    r"|\b[\wäöüß.-]*(?:stra(?:ß|ss)e|str\.|weg|gasse|allee|platz|laan|straat)\b \d+"
    r"|^\d{1,4},? (?:bis )?(?:rue|avenue|boulevard|chemin|place|all[ée]e)\b"
    r"|\b(?:calle|c/|avenida|avda\.?|plaza|paseo|rua|travessa)\b.*\d|\bp\.?\s?o\.? box\b",
    re.IGNORECASE,
)
HOME = re.compile(
    r"^(?:city of residence|residence|location|based in|lives? in|living in|wohnort|wohnhaft in|ort|lieu|ville|domicile|residencia"
    r"|localidad|ubicaci[oó]n|woonplaats|cidade|localidade|city|country)\s*(?::|\s[–-]|(?<= in))\s*(\w.+)$",
    re.IGNORECASE,
)
LABELS = re.compile(
    r"\s(?=(?:languages|phone|tel|mobile|e-?mail|residence|linkedin|github|skype|nationality|age|date of birth|birthdate)\s?:)",
    re.IGNORECASE,
)
DOCUMENT_WORDS = re.compile(
    r"^(?:curriculum vitae|curriculum|r[ée]sum[ée]|cv|lebenslauf|bewerbung)\b\s*(?:[-–—:|]+|of|de|von)?\s*", re.IGNORECASE
)


HEADLINE_WORDS = 6


@dataclass(slots=True)
class Header:
    """What the top of a résumé says; ``shown`` are (line, text) that may become statements, ``homes`` (line, text) of places."""

    name: str = ""
    headline: str = ""
    shown: list[tuple[int, str]] = field(default_factory=list)
    homes: list[tuple[int, str]] = field(default_factory=list)
    tongues: list[tuple[int, str]] = field(default_factory=list)


def read_header(lines: Sequence[Whole], named: bool = True) -> Header:
    """Sort the lines of the top; ``named`` looks for the person's name among the first of them."""
    header = Header()
    for n, whole in enumerate(lines):
        text = whole.text
        if named and not header.name and (n == 0 or (n < 4 and not header.shown)) and (name := name_in(text, first=n == 0)):
            header.name = name
            text = text.replace(name, " ", 1)
            text = DOCUMENT_WORDS.sub("", text.strip(" -–—|,"))
        kept = [scrub(part) for part in fragments(text) if _keep(header, whole.number, part)]
        said = " | ".join(kept)
        if re.search(r"\w", said):
            header.shown.append((whole.number, said))
            if not header.headline and has_role(said) and len(said.split()) <= 12:
                header.headline = said
    if header.name and not header.headline:
        header.headline = next((said for line, said in header.shown[:1] if _is_headline(header, line, said)), "")
    return header


def _is_headline(header: Header, line: int, said: str) -> bool:
    """Say whether a line can be the headline though it names no role that is known: a few words, no place, no sentence."""
    if line in [at for at, _ in (*header.homes, *header.tongues)] or not said[:1].isupper() or re.search(r"[.:!?]", said):
        return False
    return len(said.split()) <= HEADLINE_WORDS and not has_school(said) and not phrases.find("rights", said) and not re.search(r"\d", said)


def fragments(text: str) -> list[str]:
    """Cut a header line into its fragments, at its separators and before each label."""
    text = re.sub(r":\s{2,}(?=[^\s:|]+(?: [^\s:|]+)*(?:\s{2,}|\||$))", ": ", text)  # a label is not parted from its value by a tab
    parts = [part for piece in FRAGMENT.split(LABELS.sub(" | ", text)) for part in re.split(r"\s{2,}(?=[\w-]+(?: [\w-]+){0,2}\s?:)", piece)]
    return [part.strip(" ,;") for part in parts if part.strip(" ,;")]


def _keep(header: Header, line: int, part: str) -> bool:
    """File a fragment; say whether it may be shown."""
    if is_private(part) or STREET.search(part) or _bare_date(part):
        return False
    shown = scrub(part)
    if not shown:
        return False
    if hit := HOME.match(shown):
        header.homes.append((line, re.sub(r"\b\d{4,6}\b\s*", "", hit[1]).strip(" ,")))
    elif is_place(re.sub(r"\b[A-Z]{0,2}-?\d{4,6}\b", "", shown)):
        header.homes.append((line, re.sub(r"\b[A-Z]{0,2}-?\d{4,6}\b\s*", "", shown).strip(" ,()")))
    kind, rest = label_of(shown)
    if kind == "languages" or _only_languages(shown):
        header.tongues.append((line, rest if kind == "languages" else shown))
    return True


def _bare_date(part: str) -> bool:
    """Say whether a fragment of the top is a date alone: a date of birth, or of printing."""
    found = find_ranges(part)
    return bool(found) and found[0].single and not re.search(r"[^\W\d]", part[: found[0].at] + part[found[0].to :])


def _only_languages(text: str) -> bool:
    found = tongues.find(text)
    letters = len(re.sub(r"[\W\d_]", "", text))
    return bool(found) and sum(hit.end - hit.start for hit in found) >= 0.5 * letters


def name_in(text: str, first: bool) -> str:
    """Return the person's name where a line at the top begins with one, else ""."""
    bare = DOCUMENT_WORDS.sub("", text.strip(" -–—|,")).strip()
    head = re.split(r"\s*[|,·•(:]|\s{3,}|\s[-–—]\s", bare)[0].strip()
    if re.fullmatch(r"(?:\S ){2,}\S", head):  # "J A N E   D O E" spaced out
        return head
    words = head.split()
    if len(words) > 2 and heading_of(words[0]):
        words = words[1:]
        head = " ".join(words)
    if not 2 <= len(words) <= 5 or re.search(r"[\d@/&+]", head):
        return ""
    proper = sum(
        1
        for word in words
        if word[:1].isupper() or word.lower() in ("van", "von", "de", "der", "da", "dos", "del", "la", "di", "bin", "al", "le", "y")
    )
    if proper < len(words) or (not first and proper < 2):
        return ""
    if any(len(word) == 1 for word in words[:1]) or is_private(head):
        return ""
    if has_role(head) or has_employer(head) or has_school(head) or is_place(head) or tongues.find(head):
        return ""
    return head
