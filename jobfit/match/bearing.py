"""What an experience need is about and a View in, how each position bears on it out: by the vocabulary, by occupation, by cosine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from jobfit.match import cues
from jobfit.match.near import Near
from jobfit.match.tables import rows
from jobfit.match.view import Unit, View, once
from jobfit.match.words import content, share
from jobfit.regex import regex
from jobfit.types import Need, Position
from jobfit.vocabulary import skills
from jobfit.vocabulary.fold import fold

_OCCUPATIONS, _SETTINGS, _TRAITS = "occupations", "settings", "traits"
_OF_WORK = (_OCCUPATIONS, _SETTINGS, _TRAITS)
_PEOPLE = frozenset(
    {"leadership", "mentoring", "teaching", "presenting", "writing", "explaining", "customer", "negotiation", "stakeholders"}
)
_LED = frozenset({"leadership", "mentoring"})
WIDE = ("", "subject", "method", "topic")  # kinds of names that an occupation shows by itself; a tool must be named
_SUCH = regex(
    r"\b(?:such|similar|comparable|relevant|related|equivalent|vergleichbar|ahnlich|einschlagig|similaire|similar|relevant|vergelijkbaar)"
)
# What asks for a post held ("as a data analyst", "having been a buyer"), not for what such people know.
_POST = regex(
    r"\b(?:as|been|als|comme|como|en tant que)\s+"
    r"(?:(?:an?|une?|einen?|eine|een|the|el|la|le|its|senior|lead|junior|strong|head|full[- ]time)\s+)*((?:[^\W_]+[ /-]*){1,4})"
)
_LINES_ENOUGH = 2  # lines that show an occupation's work before a position under another title counts as of that occupation
_FULL, _PART = 0.75, 0.5  # strengths of trade and deed at which both are shown; what one of them alone comes to at most
_MANY = 8  # words that no file knows, beyond which more say nothing more
CLOSE = 0.45  # cosine at which a position counts as being in a subject that no file knows


@dataclass(frozen=True, slots=True)
class Subject:
    """What the experience is to be in: skills by name, occupations, settings, and deeds of any trade (leading people, teaching).

    ``post`` says that an occupation is asked for as a post held, ``trade`` that more is named than leading or training people,
    ``beside`` that a skill is named beside the words for a setting ("in a public relations agency"), ``special`` that every skill named
    is one field of a wider one ("fund accounting").
    """

    text: str
    names: frozenset[str]
    occupations: frozenset[str]
    settings: frozenset[str]
    deeds: frozenset[str]
    tools: bool
    open: bool
    rest: frozenset[str]
    post: bool = False
    trade: bool = False
    beside: bool = False
    special: bool = False

    @property
    def is_setting(self) -> bool:
        """Whether the occupations and subjects asked for are no more than the setting ("in a bank")."""
        return self.by_setting and not (self.tools or self.deeds or self.beside)

    @property
    def by_setting(self) -> bool:
        """Whether the occupations asked for are no more than the setting ("leading a team in a hotel")."""
        covered_by = frozenset().union(*(cues.related(_SETTINGS, setting, "covers") for setting in self.settings))
        return bool(self.settings) and self.occupations <= covered_by

    @property
    def known(self) -> bool:
        return bool(self.names or self.occupations or self.deeds or self.settings)


class Bearing(NamedTuple):
    """How a position bears on a subject: each figure 0 to 1, ``strength`` over all but the setting, ``cosine`` the nearest of its lines.

    ``titled`` is the share of the subject's own words that its title holds.
    """

    position: Position
    named: float
    occupation: float
    setting: float
    deed: float
    cosine: float
    strength: float
    titled: float = 0.0


@cache
def _common(kind: str) -> frozenset[str]:
    """Stems of the words that make a subject no more special: ``general`` ones name no trade, those ``around`` stand beside any."""
    return content(" ".join(words for each, words in rows("general-words") if each == kind))


@lru_cache(maxsize=4096)
def subject(need: Need) -> Subject:
    """Read the need's own words; where nothing but "experience" stands there, any work is in the subject."""
    text = need.subject or need.text
    names = frozenset(need.skills) | {hit.name for hit in skills.find(text)}
    occupations = _narrowed(cues.of_role(_OCCUPATIONS, text, "title") | cues.of_role(_OCCUPATIONS, text, "asks"))
    settings = cues.of_role(_SETTINGS, need.text, "asks")
    deeds = cues.of_role(_TRAITS, text, "asks") & (_LED if occupations or names else _PEOPLE)
    tools = any(skills.kind(name) not in WIDE for name in names)
    special = names or occupations or settings or deeds or content(text) - _common("general")
    anything = not special and bool(need.months or content(need.text)) and not _SUCH.search(fold(need.text))
    post = _is_post(need.text, occupations)
    trade = bool(occupations) or any(not _LED & cues.of_role(_TRAITS, skills.label(name), "asks") for name in names)
    beside = bool(settings) and _is_beside(need.text, settings)
    of_a_field = bool(names) and all(map(_is_special, names))
    return Subject(text, names, occupations, settings, deeds, tools, anything, unknown(need.text), post, trade, beside, of_a_field)


@lru_cache(maxsize=1024)
def _is_special(name: str) -> bool:
    """Say whether a skill is one field of another, which ends its name: work of the trade at large comes only near it."""
    words = skills.label(name).split()
    rests = (" ".join(words[n:]) for n in range(1, len(words)))
    return any(hit.name != name and hit.surface == rest for rest in rests for hit in skills.find(rest))


def _is_beside(text: str, settings: frozenset[str]) -> bool:
    """Say whether the text asks for the settings without the words of one of its skills too, and these ask for none."""
    others = (hit for hit in skills.find(text) if not settings & cues.of_role(_SETTINGS, hit.surface, "asks"))
    return any(settings <= cues.of_role(_SETTINGS, f"{text[: hit.start]} {text[hit.end :]}", "asks") for hit in others)


def _is_post(text: str, occupations: frozenset[str]) -> bool:
    """Say whether a post of one of the occupations is asked for, by its title."""
    return any(occupations & cues.of_role(_OCCUPATIONS, named[1], "title") for named in _POST.finditer(fold(text)))


@lru_cache(maxsize=4096)
def unknown(text: str) -> frozenset[str]:
    """Return stems of the words that neither the vocabulary nor a cue file knows: what makes the subject special."""
    hits = skills.find(text)
    kept = "".join(text[end:start] for end, start in zip((0, *(h.end for h in hits)), (*(h.start for h in hits), len(text)), strict=True))
    known = [word for word in kept.split() if cues.in_any(_OF_WORK, word)]
    return content(kept) - content(" ".join(known)) - _common("general") - _common("around")


def unknown_found(words: frozenset[str], view: View) -> tuple[float, float]:
    """Return the share of words that no file knows which the profile holds, 1 where there are none, and their number, at most eight."""
    return (view.words_around.anywhere(words) if words else 1.0), float(min(_MANY, len(words)))


def _narrowed(found: frozenset[str]) -> frozenset[str]:
    """Without the families of which a kind is named too: a mobile developer is asked for, not any developer."""
    return frozenset(family for family in found if not found & cues.related(_OCCUPATIONS, family, "kinds"))


def bearings(asked: Subject, need: Need, view: View, near: Near) -> list[Bearing]:
    """Return how each position of the profile bears on the subject, in the profile's order."""
    cosines = near.figures(need.subject or need.text)
    named, occupations = _each(_named, asked.names, view), _each(_occupation, asked.occupations, view)
    settings, deeds = _each(_setting, asked.settings, view), _each(_deed, asked.deeds, view)
    words = content(asked.text) - _common("general")
    in_place, leads_there = asked.is_setting, bool(asked.occupations and asked.deeds) and asked.by_setting
    found = []
    for position, units, *figures in zip(view.profile.positions, _places(view), named, occupations, settings, deeds, strict=True):
        name, occupation, setting, deed = figures
        occupation = max(occupation, setting) if leads_there else occupation
        cosine = max([cosines[place] for place in units], default=0.0)
        strength, titled = _strength(asked, name, occupation, deed), share(words, content(position.title))
        strength = max(strength, setting) if in_place else strength
        found.append(Bearing(position, name, occupation, setting, deed, cosine, strength, titled))
    return found


def _each(step: Callable[[str, View], Sequence[float]], names: frozenset[str], view: View) -> Sequence[float]:
    """Return the highest figure of any of the names for each position, 0 where there is no name."""
    columns = [step(name, view) for name in names]
    return [max(column) for column in zip(*columns, strict=True)] if columns else [0.0] * len(view.profile.positions)


@once
def _places(view: View) -> list[list[int]]:
    """The places of the units of each position."""
    places: list[list[int]] = [[] for _ in view.profile.positions]
    for place, unit in enumerate(view.units):
        if unit.statement.position is not None and not unit.statement.negated:
            places[unit.statement.position].append(place)
    return places


@once
def _lines(view: View) -> list[tuple[Position, list[Unit]]]:
    """Each position with its units."""
    return [(position, [view.units[n] for n in places]) for position, places in zip(view.profile.positions, _places(view), strict=True)]


def _strength(asked: Subject, named: float, occupation: float, deed: float) -> float:
    """The subject's own strength; where leading or training in it is asked for, half of it is the deed's."""
    own = max(named, 0.5 * occupation if asked.tools or asked.special else occupation)
    if asked.post:
        own = max(occupation, min(named, 0.5))  # who knows a trade's tools has not held its post
    if not asked.deeds:
        return own
    if not asked.trade:
        return max(own, deed)
    return (own + deed) / 2 if min(own, deed) >= _FULL else min(_PART, (own + deed) / 2)


@once
def _named(name: str, view: View) -> list[float]:
    """For each position 1 where a line names or implies a skill, ½ where it names one near it."""
    near = skills.siblings(name)
    figures = []
    for position, units in _lines(view):
        told = (
            [u for u in units if not (u.heading or u.text in position.employer)]
            if name in _of_firm(position.employer, position.title)
            else units
        )
        shown = any(name in u.skills or name in u.implied for u in told)
        figures.append(1.0 if shown else 0.5 * any(near & u.skills for u in told))
    return figures


@lru_cache(maxsize=1024)
def _of_firm(employer: str, title: str) -> frozenset[str]:
    """Return the names that an employer's own name holds or implies and the title does not: they say nothing of the work done."""
    firm, held = (frozenset(hit.name for hit in skills.find(text)) for text in (employer, title))
    return firm.union(*map(skills.implied, firm)) - held.union(*map(skills.implied, held))


@once
def _occupation(family: str, view: View) -> list[float]:
    """For each position 1 by the title, ¾ by two lines or more, ½ for a neighbour by title or a single line."""
    return [_occupied(family, position.title, [u.text for u in units]) for position, units in _lines(view)]


def _occupied(family: str, title: str, lines: Iterable[str]) -> float:
    titles = cues.of_role(_OCCUPATIONS, title, "title")
    if family in titles or titles & cues.related(_OCCUPATIONS, family, "kinds"):
        return 1.0
    shown = sum((family, "shows") in cues.found(_OCCUPATIONS, line) for line in lines)
    if shown >= _LINES_ENOUGH and (not titles or titles & cues.related(_OCCUPATIONS, family)):
        return 0.75
    return 0.5 if titles & cues.related(_OCCUPATIONS, family) or shown >= _LINES_ENOUGH else 0.25 if shown else 0.0


@once
def _setting(family: str, view: View) -> list[float]:
    """For each position 1 where the employer's name or any line says the setting, ½ where one says a neighbour of it."""
    near = cues.related(_SETTINGS, family)
    figures = []
    for position, units in _lines(view):
        named = cues.of_role(_SETTINGS, position.employer, "employers")
        texts = (position.employer, position.place, position.title, *(u.text for u in units))
        found = named.union(*(cues.of_role(_SETTINGS, text, "shows") for text in texts))
        figures.append(1.0 if family in found else 0.5 if found & near else 0.0)
    return figures


def settings_shown(text: str, view: View) -> dict[str, float]:
    """Return how far any position shows the settings that ``text`` asks for, on average; nothing where it asks for none."""
    best = settings_held(text, view)
    return {"setting asked": sum(best) / len(best)} if best else {}


def settings_held(text: str, view: View) -> list[float]:
    """Return how far any position shows each setting that ``text`` asks for."""
    return [max(_setting(family, view), default=0.0) for family in cues.of_role(_SETTINGS, text, "asks")]


@once
def _deed(family: str, view: View) -> list[float]:
    """For each position 1 where its title or a line shows such a deed, ½ where one makes it likely."""
    figures = []
    for position, units in _lines(view):
        roles = frozenset().union(*(cues.found(_TRAITS, text) for text in (position.title, *(u.text for u in units))))
        figures.append(1.0 if (family, "shows") in roles else 0.5 if (family, "likely") in roles else 0.0)
    return figures


def trade(text: str, view: View) -> tuple[float, Unit | None]:
    """Return how far the work of an occupation that ``text`` names is shown, 0 to 1, with the first line that shows it."""
    asked = _narrowed(cues.of_role(_OCCUPATIONS, text, "title") | cues.of_role(_OCCUPATIONS, text, "asks"))
    held = frozenset().union(*(_held(family, view) for family in asked))
    shown = frozenset().union(*(_shown(family, view) for family in asked))
    strength = max(1.0 if held else 0.0, min(0.75, 0.25 * len(shown)))
    return strength, view.units[min(shown or held)] if shown or held else None


@once
def _held(family: str, view: View) -> frozenset[int]:
    """The places of the titles and dates that name the occupation."""
    return frozenset(n for n, u in enumerate(view.units) if u.heading and family in cues.of_role(_OCCUPATIONS, u.text, "title"))


@once
def _shown(family: str, view: View) -> frozenset[int]:
    """The places of the deeds that show the occupation's work."""
    deeds = ((n, u) for n, u in enumerate(view.units) if u.deed and not u.heading)
    return frozenset(n for n, u in deeds if family in cues.of_role(_OCCUPATIONS, u.text, "shows"))
