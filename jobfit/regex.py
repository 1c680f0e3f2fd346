"""A regular expression in, a pattern out that is compiled when it is first used: most runs use half of those that their modules hold."""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

_USED = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split", "flags", "groups", "groupindex")


class _Later:
    """Stands for a pattern; the first use of anything compiles it and puts all it can do in place."""

    def __init__(self, expression: Any, flags: int) -> None:  # noqa: ANN401 - text or bytes
        self._asked = expression, flags
        self.pattern = expression  # asked for by expressions that hold this one, which need not be compiled for it

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        if name not in _USED:
            raise AttributeError(name)
        compiled = re.compile(*self._asked)
        self.__dict__.update({used: getattr(compiled, used) for used in _USED})
        return getattr(compiled, name)

    def __repr__(self) -> str:
        return f"regex{self._asked!r}"


def regex(expression: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return a pattern that is used as ``re.compile`` gives it, but for being compiled at its first use; an error in it shows then."""
    return cast("re.Pattern[AnyStr]", _Later(expression, flags))
