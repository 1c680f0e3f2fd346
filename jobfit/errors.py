"""Errors meant for the user, each a message and a hint; any other exception is a bug and keeps its traceback."""

from __future__ import annotations


class JobfitError(Exception):
    """Something the user can act on. ``path`` names the file, ``line`` the place in it, ``hint`` what to do."""

    def __init__(self, message: str, *, path: str = "", line: int | None = None, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.hint = hint

    def __str__(self) -> str:
        """One sentence: file, place, what is wrong, what to do."""
        place = f"{self.path}: line {self.line}: " if self.path and self.line else f"{self.path}: " if self.path else ""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{place}{self.message}{hint}"


class ReadError(JobfitError):
    """The file cannot be read: missing, empty, binary, too large, broken."""


class NotAPosting(JobfitError):
    """The text was read and holds no posting, or a posting without requirements."""


class NotAProfile(JobfitError):
    """The text was read and holds no profile."""


class UnknownRole(JobfitError):
    """--role names none of the roles on the page."""


class ModelError(JobfitError):
    """The encoder's model is missing, changed or unusable."""


class DataError(JobfitError):
    """A labelled file for ``evaluate`` or ``fit`` is not in the expected shape."""
