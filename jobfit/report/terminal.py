"""Rich renderables in, text for a terminal or a file out; with ``words`` the one place that knows signs, colours and widths."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from rich.box import ASCII, SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from jobfit.report.safe import plain
from jobfit.report.words import ASCII_SIGNS, SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jobfit.ports import Look
    from jobfit.types import Evidence, VerdictName

__all__ = ["Group", "Padding", "RenderableType", "Table", "Text", "blank", "grid", "printed", "quoted", "ranking", "said", "text"]

STYLES: dict[VerdictName, str] = {"met": "green", "partly": "yellow", "unmet": "red", "unjudged": "dim"}
LONGEST = 240  # characters of a quoted line
_ASCII = str.maketrans({"·": "-", "–": "-", "—": "-", "…": "...", "“": '"', "”": '"', "│": "|", "█": "#", "░": ".", "═": "="})


def printed(parts: Iterable[RenderableType], look: Look) -> str:
    """Return the parts below each other, without blanks at the ends of lines."""
    file = io.StringIO()
    console = Console(
        file=file,
        width=look.width,
        force_terminal=look.color,
        color_system="standard" if look.color else None,
        no_color=not look.color,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    for part in parts:
        console.print(part)
    lines = (line.rstrip() for line in file.getvalue().splitlines())
    return "".join(f"{line}\n" for line in lines)


def text(words: str, style: str = "", look: Look | None = None) -> Text:
    """Return words as they are, whoever wrote them: no markup, no control sequences, ASCII signs where the terminal has no others."""
    clean = plain(words)
    return Text(clean if look is None or look.unicode else clean.translate(_ASCII), style=style)


def blank() -> Text:
    return Text("")


def said(verdict: VerdictName, look: Look) -> Text:
    """Return a verdict as sign and word."""
    return Text(f"{(SIGNS if look.unicode else ASCII_SIGNS)[verdict]} {verdict}", style=STYLES[verdict])


def quoted(evidence: Evidence, look: Look) -> Text:
    """Return a line of the profile with its number, cut where it is a whole paragraph."""
    bar = "│" if look.unicode else "|"
    return Text.assemble((f"line {evidence.line} {bar} ", "dim"), text(cut(plain(evidence.text), LONGEST), "italic", look))


def cut(words: str, longest: int) -> str:
    """Return words as they are, or their beginning up to the last space before ``longest`` characters."""
    return words if len(words) <= longest else f"{words[:longest].rsplit(' ', 1)[0]} …"


def grid(*widths: int | None) -> Table:
    """Return a table without lines; a width of None takes what is left."""
    table = Table.grid(padding=(0, 1), expand=False)
    for width in widths:
        table.add_column(width=width, overflow="fold", ratio=None if width else 1)
    return table


def ranking(*columns: tuple[str, str], look: Look) -> Table:
    """Return a table with a head; each column is its name and ``left`` or ``right``."""
    table = Table(box=SIMPLE_HEAD if look.unicode else ASCII, pad_edge=False, padding=(0, 1), expand=False, show_edge=False)
    for title, side in columns:
        table.add_column(title, justify="right" if side == "right" else "left", overflow="fold", no_wrap=side == "right")
    return table
