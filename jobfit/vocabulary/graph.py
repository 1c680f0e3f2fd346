"""Implications and families of names in, their closure out: what a name shows (one way) and which others come near it (both ways)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


class Graph:
    """Names with what each implies outright and the families it belongs to."""

    def __init__(self, implies: Mapping[str, Iterable[str]], families: Mapping[str, Iterable[str]]) -> None:
        self._implies = {name: tuple(targets) for name, targets in implies.items()}
        self._families = {name: frozenset(groups) for name, groups in families.items()}
        self._members: dict[str, set[str]] = {}
        for name, groups in self._families.items():
            for group in groups:
                self._members.setdefault(group, set()).add(name)
        self._closed: dict[str, frozenset[str]] = {}
        self._near: dict[str, frozenset[str]] = {}

    def implied(self, name: str) -> frozenset[str]:
        """Return all that ``name`` shows by itself, without ``name``; empty for an unknown name."""
        if name not in self._closed:
            seen: set[str] = set()
            todo = list(self._implies.get(name, ()))
            while todo:
                other = todo.pop()
                if other not in seen:
                    seen.add(other)
                    todo.extend(self._implies.get(other, ()))
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
