"""The lines above a résumé's first heading (and its personal section) come in; name, headline and what may be shown come out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from jobfit.facts import phrases
from jobfit.facts.dates import find_ranges
from jobfit.facts.headings import heading_of, label_of
from jobfit.facts.named import has_employer, has_role, has_school, is_place
from jobfit.facts.personal import without
from jobfit.facts.private import EMAIL, FRAGMENT, is_private, scrub
from jobfit.facts.wrapped import Whole
from jobfit.regex import regex
from jobfit.vocabulary import languages as tongues
from jobfit.vocabulary import skills
from jobfit.vocabulary.fold import fold

STREET = regex(
    r"(?:^|^(?:flat|apartment|apt\.?|unit|suite|room) \w{1,4},? )\d{1,5}[a-z]?,? (?:[\w.'’-]+ ){1,4}"
    r"(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|way|court|ct|boulevard|blvd|terrace|close|crescent|apt|suite|grove|gardens|mews|rise|row"
    r"|walk|square|hill|parade|quay|villas)\b\.?"
    r"|\b[\wäöüß.-]*(?:stra(?:ß|ss)e|str\.|weg|gasse|allee|platz|laan|straat|gracht|kade|plein|dreef|singel) \d+"
    r"|^\d{1,4},? (?:bis )?(?:rue|avenue|boulevard|chemin|place|all[ée]e)\b"
    r"|^(?:am|an der|im|in der|zum|zur|auf der|auf dem) [\w.'’-]+ \d{1,4}[a-z]?$"
    r"|\b(?:calle\b|c/ ?(?=\w)|avenida\b|avda\b|plaza\b|paseo\b|rua\b|travessa\b).*\d|\bp\.?\s?o\.? box\b",
    re.IGNORECASE,
)
HOME = regex(
    r"^(?:city of residence|residence|(?:current |present )?location|based in"
    r"|lives? in|living in|wohnort|wohnhaft in|ort|lieu|ville|domicile|residencia"
    r"|localidad|localit[ée]|poblaci[oó]n|municipio|lugar de residencia"
    r"|ubicaci[oó]n|woonplaats|cidade|localidade|city|country)\s*(?::|\s[–-]|(?<= in))\s*(\w.+)$",
    re.IGNORECASE,
)
LABELS = regex(
    r"\s(?=(?:languages|phone|tel|mobile|e-?mail|residence|linkedin|github|skype|nationality|age|date of birth|birthdate)\s?:)",
    re.IGNORECASE,
)
DOCUMENT_WORDS = regex(
    r"^(?:curr[ií]culum vitae|curr[ií]culum|r[ée]sum[ée]|cv|lebenslauf|bewerbung)\b\s*(?:[-–—:|]+|of|de|von)?\s*", re.IGNORECASE
)


_NAME = r"[A-ZÀ-Þ][a-zà-ÿ][\w.'’-]*(?:[ -](?:[A-ZÀ-Þ][a-zà-ÿ][\w.'’-]*|of|on|upon|am|an der|de|la|le|sur|der|del|the|y|i)){0,3}"
TOWN_REGION = regex(rf"{_NAME}, {_NAME}")
TOWN_CODE = regex(rf"{_NAME} \((?:\d{{2}}|2[AB]|97\d)\)")  # a French town and its department
POSTCODE = regex(r"\b(?:[A-Z]{1,2}-?)?\d{4,5}(?:-\d{3,4})?\b|\b[A-Z]{1,2}\d[A-Z\d]?(?: ?\d[A-Z]{2})?\b|\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b")
TOWN_STATE = regex(rf"{_NAME}\s?/\s?[A-Z]{{2}}$")  # "Contagem/MG"
CODE_TOWN = regex(rf"(?:\b[A-Z]{{1,2}}-)?\b(?:\d{{4,5}}|\d{{4}} [A-Z]{{2}}|\d{{4}}-\d{{3}}) ({_NAME})$")  # "85354 Freising"
ADDRESS = regex(
    r"(?:(?:residential|home|current|permanent|present) )?(?:address|adresse|anschrift|direcci[oó]n|adres|morada)\s*:\s*(\w.*)$",
    re.IGNORECASE,
)
NAME_LABEL = regex(r"^(?:full )?(?:name|nom|nombre|naam|nome)\s*[:|]\s*(?=[^\W\d_])", re.IGNORECASE)
HOME_WORDS = 10
HEADLINE_WORDS = 6
NAMED = 4  # lines of the top among which the name stands
OWN = 3  # letters; shorter words stand in many addresses


@dataclass(slots=True)
class Header:
    """What the top of a résumé says; ``shown`` are (line, text) that may become statements, ``homes`` (line, text) of places."""

    name: str = ""
    headline: str = ""
    shown: list[tuple[int, str]] = field(default_factory=list)
    homes: list[tuple[int, str]] = field(default_factory=list)
    tongues: list[tuple[int, str]] = field(default_factory=list)


def read_header(lines: Sequence[Whole], named: bool = True, known: str = "") -> Header:
    """Sort the lines of the top; ``named`` looks for the person's name among the first of them, ``known`` is the name found before."""
    header = Header()
    lines = [whole for whole in lines if not is_document_word(whole.text)]
    owner = _owner(lines)
    for n, whole in enumerate(lines):
        text, bare = whole.text, NAME_LABEL.sub("", whole.text)
        over = not header.shown or (bool(owner) and all(has_role(said) for _, said in header.shown))  # a headline may stand over the name
        if named and not header.name and n < NAMED and over and (name := name_in(bare, first=n == 0) or _name_by(owner, bare)):
            header.name = name
            text = DOCUMENT_WORDS.sub("", bare.replace(name, " ", 1).strip(" -–—|,"))
        kept = [scrub(part) for part in fragments(without(text, "top")) if _keep(header, whole.number, part, near=n < NAMED)]
        said = " | ".join(part for part in kept if not says_name(part, header.name or known) and len(part) > 1)
        if re.search(r"\w", said):
            header.shown.append((whole.number, said))
            if not header.headline and has_role(said) and len(said.split()) <= 12:
                header.headline = said
    if header.name and not header.headline:
        header.headline = next((said for line, said in header.shown[:1] if _is_headline(header, line, said)), "")
    return header


def says_name(text: str, name: str) -> bool:
    """Say whether a text is the person's name again: in capitals or not, with or without a middle name."""
    words, own = re.findall(r"[^\W\d_]+", fold(text)), re.findall(r"[^\W\d_]+", fold(name))
    return len(own) > 1 and len(words) > 1 and set(words) <= set(own)


def is_document_word(text: str) -> bool:
    """Say whether a line only says that this is a résumé."""
    return DOCUMENT_WORDS.sub("", text.strip(" -–—|,:")) == "" and bool(text.strip())


def names_owner(text: str, lines: Sequence[Whole]) -> bool:
    """Say whether a line is the name of whom an e-mail address in ``lines`` is of, and nothing else."""
    return len(text.split()) <= NAMED and _name_by(_owner(lines), text) == text


def _owner(lines: Sequence[Whole]) -> str:
    """Return what stands before the @ in the addresses at the top, letters only, "" where there is none."""
    return " ".join(re.sub(r"[^a-z]", "", fold(hit[0].partition("@")[0])) for whole in lines for hit in EMAIL.finditer(whole.text))


def _name_by(owner: str, text: str) -> str:
    """Return the two or three words that open a line where the person's address holds one of the last two: "ANN LEE BAKER"."""
    words = text.split()
    for n in (2, 3):
        head = words[:n]
        alike = [len(word) > OWN and re.sub(r"[^a-z]", "", fold(word)) in owner for word in head]
        if len(head) == n and alike[-1] and all(re.fullmatch(r"[^\W\d_][\w.'’-]*", word) and word[:1].isupper() for word in head):
            return "" if has_role(" ".join(head)) else " ".join(head)
    return ""


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


def _keep(header: Header, line: int, part: str, near: bool) -> bool:
    """File a fragment; say whether it may be shown. ``near`` says that it stands near the name, where the town does."""
    if (hit := ADDRESS.match(part)) and is_place(hit[1]):  # a town alone is no address
        header.homes.append((line, hit[1].strip(" ,.")))
    street = STREET.search(part)
    if street and not header.homes and (town := _behind(part)):
        header.homes.append((line, town))
    if street or is_private(part) or _bare_date(part):
        return False
    shown = scrub(part)
    if not shown:
        return False
    if hit := HOME.match(shown):
        header.homes.append((line, re.sub(r"\b\d{4,6}\b\s*", "", hit[1]).strip(" ,")))
    elif is_place(re.sub(r"\b[A-Z]{0,2}-?\d{4,6}\b", "", shown)):
        header.homes.append((line, _unwrapped(re.sub(r"\b[A-Z]{0,2}-?\d{4,6}\b\s*", "", shown))))
    elif near and not header.homes and (town := _town(shown)):
        header.homes.append((line, town))
    kind, rest = label_of(shown)
    if kind == "languages" or only_languages(shown):
        header.tongues.append((line, rest if kind == "languages" else shown))
    return True


def _unwrapped(text: str) -> str:
    """Return a place without the brackets around all of it: "(Leeds)", not "Brest (29)"."""
    text = re.sub(r"\(\s*\)", "", text).strip(" ,")
    if text.count("(") != text.count(")"):
        return text.strip(" ()")
    return text[1:-1] if text.startswith("(") and text.endswith(")") and text.count("(") == 1 else text


def _behind(text: str) -> str:
    """Return the place that ends an address: "12 High Street, Leeds LS1 4AB", "12 rue Haute, 69003 Lyon"; "" where none is known."""
    parts = [POSTCODE.sub("", part).strip(" .") for part in text.split(",")[1:]]
    if town := TOWN_STATE.search(text):
        return town[0]
    if (coded := CODE_TOWN.search(text)) and coded.start() and not STREET.search(coded[0]):
        return coded[1]
    tails = (", ".join(parts[n:]) for n in range(len(parts)))
    return next((tail for tail in tails if not re.search(r"\d", tail) and is_place(tail)), "")


def _town(text: str) -> str:
    """Return the town and region that begin a fragment though the region, or both, are not known: "Ely, Isle of Ely", "Brest (29)"."""
    first = re.split(r"\s[-–—]\s|\.\s", text)[0].strip(" .")
    bare = re.sub(r"\s*\([^()]*\)", "", first).strip(" ,")
    if bare != text and is_place(bare):
        return bare
    if TOWN_CODE.fullmatch(first):
        return first
    if hit := CODE_TOWN.match(first):
        return hit[1]
    known = (
        has_role(bare) or has_employer(bare) or has_school(bare) or tongues.find(bare) or skills.find(bare) or phrases.find("rights", bare)
    )
    if TOWN_REGION.fullmatch(bare) and not known:
        return bare
    parts = re.split(r",\s+", bare) if len(bare.split()) <= HOME_WORDS and not re.search(r"\d", bare) else []
    return next((tail for n in range(1, len(parts)) if is_place(tail := ", ".join(parts[n:]))), "")  # "Composer, Hull, UK"


def _bare_date(part: str) -> bool:
    """Say whether a fragment of the top is a date alone: a date of birth, or of printing."""
    found = find_ranges(part)
    return bool(found) and found[0].single and not re.search(r"[^\W\d]", part[: found[0].at] + part[found[0].to :])


def only_languages(text: str) -> bool:
    """Say whether a text names languages and little else."""
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
    if has_role(head) or has_employer(head) or has_school(head) or is_place(head):
        return ""
    if tongues.find(head) and (not first or len(words) < 3):  # "Castellanos" is a surname too
        return ""
    return head
