"""The phrases of the themes of work in, the fitted map from vectors to themes out, with how often held-out phrases find their theme.

``python -m jobfit.evaluate.themespace`` fits anew after a change of themes.tsv or another cue file of matching; no labelled row is read.
"""

from __future__ import annotations

import json
from binascii import b2a_base64
from typing import TYPE_CHECKING, Any

from jobfit.match import cues, phrasebook
from jobfit.match.themespace import FIGURES

if TYPE_CHECKING:
    import torch

    from jobfit.ports import Encoder

DIMENSIONS = 64  # twice or four times as many judge no better
_SHARPNESS = 16.0  # what cosines are multiplied with, before they become probabilities
_ROUNDS, _TOGETHER, _RATE, _SLOWER, _DECAY = 6, 256, 1e-2, 0.6, 1e-2
_NOISE, _SMOOTHING = 0.02, 0.1  # so that words not seen are taken for near ones
_HELD_OUT = 10  # each so many-th phrase


def fit(encoder: Encoder) -> dict[str, Any]:
    """Return the figures fitted on every phrase, with how many of the held-out phrases a fit on the others names first, and among five."""
    import torch

    names = cues.families("themes")
    numbers = {name: n for n, name in enumerate(names)}
    pairs = [(phrase, numbers[theme]) for theme, phrase in cues.phrases("themes")]
    vectors = torch.from_numpy(encoder.encode([phrase for phrase, _ in pairs]).copy())
    labels = torch.tensor([number for _, number in pairs])
    out = torch.arange(len(pairs)) % _HELD_OUT == 0
    turn, places = _fit(vectors[~out], labels[~out], len(names))
    first = (_scores(vectors[out], turn, places).topk(5).indices == labels[out][:, None]).float()
    turn, places = _fit(vectors, labels, len(names))
    return {
        "model": encoder.name,
        "phrases": len(pairs),
        "held out": {"first": round(float(first[:, 0].mean()), 3), "among five": round(float(first.sum(dim=1).mean()), 3)},
        "dimensions": DIMENSIONS,
        "themes": list(names),
        "turn": _packed(turn),
        "places": _packed(_SHARPNESS * torch.nn.functional.normalize(places, dim=0)),
    }


def _fit(vectors: torch.Tensor, labels: torch.Tensor, themes: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Return the map, shape (dimension, few), and the places of the themes, shape (few, themes)."""
    import torch

    chance = torch.Generator().manual_seed(0)
    turn = torch.randn(vectors.shape[1], DIMENSIONS, generator=chance) / vectors.shape[1] ** 0.5
    places = torch.randn(DIMENSIONS, themes, generator=chance) / 10  # small: steps turn them the further
    steps = torch.optim.AdamW([turn.requires_grad_(), places.requires_grad_()], lr=_RATE, weight_decay=_DECAY)
    slower = torch.optim.lr_scheduler.ExponentialLR(steps, _SLOWER)
    for _ in range(_ROUNDS):
        for part in torch.randperm(len(vectors), generator=chance).split(_TOGETHER):  # type: ignore[no-untyped-call]
            noisy = vectors[part] + _NOISE * torch.randn(len(part), vectors.shape[1], generator=chance)
            loss = torch.nn.functional.cross_entropy(_scores(noisy, turn, places), labels[part], label_smoothing=_SMOOTHING)
            steps.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            steps.step()
        slower.step()
    return turn.detach(), places.detach()


def _scores(vectors: torch.Tensor, turn: torch.Tensor, places: torch.Tensor) -> torch.Tensor:
    import torch

    return _SHARPNESS * torch.nn.functional.normalize(vectors @ turn, dim=1) @ torch.nn.functional.normalize(places, dim=0)


def _packed(figures: torch.Tensor) -> str:
    return b2a_base64(figures.numpy().astype("<f2").tobytes(), newline=False).decode()


def write(encoder: Encoder) -> dict[str, Any]:
    """Fit, write the figures down and return them; with them the book of all phrases, which a start reads instead of the cue files."""
    phrasebook.WRITTEN.write_text(phrasebook.written(), encoding="utf-8", newline="\n")
    kept = fit(encoder)
    FIGURES.write_text(json.dumps(kept) + "\n", encoding="utf-8")
    return kept


def main() -> int:
    """Write the figures and print what held-out phrases say of them."""
    from jobfit.encode import load

    kept = write(load())
    print(json.dumps({name: kept[name] for name in ("phrases", "held out")}))  # noqa: T201 - a fit says how good it is
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
