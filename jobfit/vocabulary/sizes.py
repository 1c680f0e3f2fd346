"""A folded text in, how many people and how much money it names out: "a team of 12+", "14 Mitarbeiter und 3 Azubis", "£1.5m", "2 Mio €"."""

from __future__ import annotations

import re

from jobfit.regex import regex

_WORDS = {
    2: "two zwei deux dos dois duas twee",
    3: "three drei trois tres drie",
    4: "four vier quatre cuatro quatro",
    5: "five funf cinq cinco vijf",
    6: "six sechs seis zes",
    7: "seven sieben sept siete sete zeven",
    8: "eight acht huit ocho oito",
    9: "nine neun neuf nueve nove negen",
    10: "ten zehn dix diez dez tien",
    11: "eleven elf onze once",
    12: "twelve zwolf douze doce doze twaalf",
    15: "fifteen funfzehn quinze quince",
    20: "twenty zwanzig vingt veinte vinte",
}  # not those of amounts of time, among which are "a", "one" and "due" too
_NUMBER_OF = {word: number for number, words in _WORDS.items() for word in words.split()}
_NUM = rf"(?:\d{{1,3}}|{'|'.join(_NUMBER_OF)})(?![\w%]|[.,]\d)"
_RANGE = rf"(?<![\w.,/-])(?P<low>{_NUM})\+?(?:\s(?:(?:to|bis|a|or)\s)?(?P<high>{_NUM}))?\+?"
_PEOPLE = (
    r"(?:people|persons?|staff|employees|reports|members|colleagues|ftes?|headcount|subordinates|workers|engineers|developers|designers|"
    r"analysts|nurses|technicians|accountants|clerks|consultants|managers|supervisors|associates|agents|drivers|operators|teachers|"
    r"assistants|recruiters|scientists|apprentices|volunteers|contractors|soldiers|cooks|chefs|waiters|servers|cleaners|editors|writers|"
    r"creatives|freelancers|interns|trainees|juniors|specialists|advisers|advisors|researchers|lawyers|officers|"
    r"mitarbeit\w*|personen|leuten?|kolleg\w*|fachkraft\w*|monteur\w*|entwickler\w*|ingenieur\w*|azubis?|auszubildende\w*|"
    r"personnes|collaborat\w*|salaries|employes|techniciens|personas|empleados|trabajador\w*|tecnicos|recepcionistas|camarer[oa]s|"
    r"pessoas|colaborador\w*|funcionari\w*|trabalhador\w*|subempreiteiros|medewerkers|mensen)"
)
_COUNTED = regex(rf"{_RANGE}(?=\s(?:or more |plus |oder mehr |ou plus |o mas |ou mais )?(?:[^\W\d]+ (?:and {_NUM} )?){{0,3}}?{_PEOPLE}\b)")
_GROUP = regex(
    r"\b(?:teams?|crews?|groups?|brigades?|departments?|workforce|equipes?|equipos?|equipas?|abteilung(?:en)?|gruppen?)\s"
    r"(?:(?!years?|jahre|ans|anos)[^\W\d]+ ){0,4}?" + _RANGE + r"(?!\s?(?:years?|yrs?|months?|jahre|monate|ans|mois|anos|meses|%))"
)
_ONE_MORE = regex(r"(?:,|\b(?:and|und|et|y|e))\s(?:an?|one|eine?n?|une?|una|uma?)\s")  # "four cooks and a porter"
_MONEY = regex(
    r"(?:[$€£]|\b(?:eur|usd|gbp|chf)\s)\s?(?P<first>\d{1,3}(?:[.,\s]\d{3})+|\d+(?:[.,]\d+)?)\s?(?P<of>k|m|mn|mio|mm|millions?|bn|billions?)?\b|"
    r"(?<![\w.,])(?P<last>\d{1,3}(?:[.,]\d{3})+|\d+(?:[.,]\d+)?)\s?(?P<times>k|m|mn|mio\.?|millions?|millionen|millones|milhoes|bn|mrd)?\s?"
    r"(?:€|£|eur\b|euros?\b|dollars?\b|de euros?\b|d'euros?\b)"
)
_TIMES = {"k": 1e3, "m": 1e6, "b": 1e9}


def people(folded: str) -> tuple[int, int]:
    """Return the fewest and the most people of a group that the text names; nought where it names none."""
    groups, counted = _ranges(_GROUP, folded), _ranges(_COUNTED, folded)
    if counted:
        more = len(_ONE_MORE.findall(folded))
        groups.append((min(low for low, _ in counted), sum(high for _, high in counted) + more))
    return max(groups, key=lambda group: group[1], default=(0, 0))


def money(folded: str) -> float:
    """Return the largest amount of money that the text names, whatever its currency; nought where it names none."""
    return max(
        (_amount(found["first"] or found["last"], found["of"] or found["times"] or "") for found in _MONEY.finditer(folded)), default=0.0
    )


def _ranges(pattern: re.Pattern[str], folded: str) -> list[tuple[int, int]]:
    return [(number_of(found["low"]), number_of(found["high"] or found["low"])) for found in pattern.finditer(folded)]


def number_of(word: str) -> int:
    """Return the number that digits or one of the words above stand for."""
    return int(word) if word.isdigit() else _NUMBER_OF[word]


def _amount(number: str, times: str) -> float:
    whole, _, rest = number.replace(" ", "").replace(",", ".").rpartition(".")
    value = float(f"{whole.replace('.', '')}{rest}") if len(rest) == 3 and whole else float(number.replace(",", "."))
    return value * _TIMES.get("b" if times == "mrd" else times[:1], 1.0)
