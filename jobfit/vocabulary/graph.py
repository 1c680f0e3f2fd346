"""Implications and families of names in, their closure out: what a name shows (one way) and which others come near it (both ways)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property


class Graph:
    """Names with what each implies outright and the families it belongs to; each is asked for when it is first needed."""

    def __init__(self, implies: Callable[[str], Iterable[str]], families: Callable[[], Mapping[str, Iterable[str]]]) -> None:
        self._implies, self._all_families = implies, families
        self._closed: dict[str, frozenset[str]] = {}
        self._near: dict[str, frozenset[str]] = {}

    @cached_property
    def _families(self) -> dict[str, frozenset[str]]:
        return {name: frozenset(groups) for name, groups in self._all_families().items()}

    @cached_property
    def _members(self) -> dict[str, set[str]]:
        members: dict[str, set[str]] = {}
        for name, groups in self._families.items():
            for group in groups:
                members.setdefault(group, set()).add(name)
        return members

    def implied(self, name: str) -> frozenset[str]:
        """Return all that ``name`` shows by itself, without ``name``; empty for an unknown name."""
        if name not in self._closed:
            seen: set[str] = set()
            todo = list(self._implies(name))
            while todo:
                other = todo.pop()
                if other not in seen:
                    seen.add(other)
                    todo.extend(self._implies(other))
            self._closed[name] = frozenset(seen)
        return self._closed[name]

    def siblings(self, name: str) -> frozenset[str]:
        """Return the names of the same families that neither imply ``name`` nor are implied by it."""
        if name not in self._families:
            return frozenset()
        if name not in self._near:
            near = set().union(*(self._members[group] for group in self._families[name])) - {name}
            self._near[name] = frozenset(other for other in near - self.implied(name) if name not in self.implied(other))
        return self._near[name]
