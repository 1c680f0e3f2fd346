"""A View in, the line that says that the person will not travel or holds no driving licence out; 0 where none does."""

from __future__ import annotations

import re

from jobfit.match.view import View, once
from jobfit.regex import regex

# Parts of a profile that tell of deeds and courses: what they deny, they deny of that work.
_OF_WORK = frozenset({"work", "project", "volunteer", "education", "publication", "award"})
_WILL = r"(?:willing|able|available|ready|prepared|open|free|happy|in a position)"
# A refusal of some travel only ("not willing to travel abroad"), or what "no travel" goes on to.
_SOME = (
    r"(?!\w)(?![^.;,]{0,20}\b(?:overnight|abroad|international\w*|overseas|more than|over|above|beyond|weekends?|every|far|long|daily|"
    r"without|unless|except|much|outside|often|frequent\w*|restrict\w*|limit\w*|problems?|issues?|bans?|experience|constraints?|needed|"
    r"required|expenses?)\b)"
)
_TRAVEL = regex(
    rf"\b(?:not (?:currently |presently |at present )?|un){_WILL} (?:to |for )(?:any )?(?:business )?(?:travel(?:l?ing)?|trips){_SOME}|"
    rf"\b(?:cannot|can't|can not|won't|will not|(?:do|does)(?: not|n't)(?: want to| wish to)?) travel{_SOME}|"
    rf"\bno (?:business |work )?(?:travel(?:l?ing)?|trips){_SOME}|"
    r"\b(?:willing(?:ness)? to travel|travel(?:l?ing)?|reisebereitschaft|déplacements|viajes|reizen|viagens)\s*:\s*"
    r"(?:no|none|not possible|nein|keine|non|aucun|nee|geen|não|nenhuma)\b|"
    r"\bkeine (?:dienst)?reise(?:n|bereitschaft|tätigkeit)\b|\bnicht reisebereit\b|\bpas de déplacements?\b(?! à)|"
    r"\bsin (?:disponibilidad para )?viaj(?:es|ar)\b|\bgeen (?:zaken)?reizen\b|\bniet bereid (?:om )?te reizen\b|"
    r"\bsem (?:disponibilidade para )?viag(?:ens|em)\b",
    re.IGNORECASE,
)
_PAPER = (
    r"(?:driv(?:ing|er['’]?s?) licen[cs]e|licen[cs]e to drive|führerschein|fahrerlaubnis|permis de conduire|permis b|"
    r"carn[eé]t? de conducir|permiso de conduc(?:ir|ción)|licencia de conducir|rijbewijs|carta de condução|carteira de motorista|cnh)"
)
_LICENCE = regex(
    rf"\b(?:no|without|(?:do|does)(?: not|n't) (?:hold|have|possess|own)|not (?:hold|have)ing|never (?:held|had)|keine?n?|ohne|pas de|sans|"
    rf"sin|no (?:tengo|poseo|dispongo de)|não (?:tenho|possuo)|"
    rf"geen|zonder|sem)\s(?:(?:a|an|any|car|valid|eigenen|un|le)\s){{0,2}}{_PAPER}(?!\w)(?!\s+(?:points|endorse\w*|needed|"
    rf"required|necessary|suspen\w*|offen[cs]es?|restrict\w*))|"
    rf"\b{_PAPER}\s*:\s*(?:no|none|nein|keine?r?|non|aucun|nee|geen|não)\b|"
    r"\b(?:cannot|can't|can not|(?:do|does)(?: not|n't)) drive(?=\s*(?:[.,;:)]|$|and\b|but\b))",
    re.IGNORECASE,
)


@once
def of_travel(view: View) -> int:
    """Return the line that says that the person does not travel for work."""
    return _said(_TRAVEL, view)


@once
def of_driving(view: View) -> int:
    """Return the line that says that the person holds no driving licence."""
    return _said(_LICENCE, view)


def _said(pattern: re.Pattern[str], view: View) -> int:
    lines = (u.statement for u in (*view.units, *view.denied))
    own = (s for s in lines if s.position is None and s.source not in _OF_WORK)
    return next((s.line for s in own if pattern.search(s.text)), 0)
