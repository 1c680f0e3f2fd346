"""Graded lines and labelled folders in, the fitted judge of pairs out as an eight-bit ONNX file: ``python -m jobfit.evaluate.pairs``.

A cross-encoder over (requirement, line) starts from all-MiniLM-L6-v2 and learns first from the graded lines, then from labelled
profiles: their evidence as positives, near and random lines of the same profile as negatives. The second step is what teaches it that
most lines of a profile have nothing to do with a requirement.
"""

from __future__ import annotations

import json
import math
import random
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jobfit.evaluate.figures import words
from jobfit.types import VERDICTS

if TYPE_CHECKING:
    from jobfit.match.view import Unit
    from jobfit.ports import Encoder

HIDDEN = 384
MAX_TOKENS = 128
BATCH = 32
SEED = 0
# Soft targets (unmet, partly, met): of several lines that decide together none does so alone; an unlabelled line may still bear on it.
TARGETS = {"met": (0.0, 0.0, 1.0), "met together": (0.0, 0.35, 0.65), "partly": (0.1, 0.9, 0.0), "unmet": (1.0, 0.0, 0.0), "beside": (0.9, 0.1, 0.0)}


@dataclass(frozen=True, slots=True)
class Pair:
    """A requirement and a line with the probabilities that it alone leaves the requirement unmet, partly met, met."""

    requirement: str
    line: str
    target: tuple[float, float, float]
    group: str = ""


def graded(folder: Path) -> list[Pair]:
    """Return the pairs of ``lines/*.jsonl`` and, for each requirement, two lines written for another one."""
    draw = random.Random(SEED)
    rows = [json.loads(line) for path in sorted(folder.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines()]
    pairs = [Pair(row["requirement"], line["text"], TARGETS[line["label"]]) for row in rows for line in row["lines"]]
    for row in rows:
        for other in (draw.choice(rows), draw.choice(rows)):
            if other is not row:
                pairs.append(Pair(row["requirement"], draw.choice(other["lines"])["text"], TARGETS["unmet"]))
    return pairs


def drawn(folder: Path, encoder: Encoder) -> list[Pair]:
    """Return pairs drawn from a labelled folder's profiles; ``group`` is the posting."""
    from jobfit.evaluate.fit import profile_of, rows_of
    from jobfit.match import prepare
    from jobfit.parse import requirement

    draw, pairs = random.Random(SEED), []
    rows = rows_of(folder)
    for name in sorted({row["profile"] for row in rows}):
        mine = [row for row in rows if row["profile"] == name]
        asked = [requirement(row["requirement"], row["kind"], f"r{i}") for i, row in enumerate(mine)]
        seen, near = prepare(asked, profile_of(folder / "profiles" / name), encoder)
        for row, item in zip(mine, asked, strict=True):
            order = [int(i) for i in near.row(item.text).argsort()[::-1]]
            pairs += [Pair(item.text, text, target, row["posting"]) for text, target in _lines(row, seen.units, order, draw)]
    return pairs


def _lines(row: dict[str, Any], units: Sequence[Unit], order: Sequence[int], draw: random.Random) -> list[tuple[str, tuple[float, float, float]]]:
    """The evidence of a row with its targets, and negatives: some of the nearest other lines and a random one."""
    verdict = row["verdict"]
    shown = [i for i in order if verdict != "unmet" and is_evidence(row, units[i])]
    others = [i for i in order if i not in shown]
    near = others[:8]
    draw.shuffle(near)
    count = 3 if verdict == "unmet" else 2
    wrong = near[:count] + ([draw.choice(others)] if others else [])
    target = TARGETS["met together" if verdict == "met" and len(shown) > 1 else verdict]
    chosen = [(units[i], target) for i in shown[:4]]
    chosen += [(units[i], TARGETS["unmet" if verdict == "unmet" else "beside"]) for i in wrong]
    return [(unit.context if draw.random() < 0.7 else unit.text, target) for unit, target in chosen]


def is_evidence(row: dict[str, Any], unit: Unit) -> bool:
    """Tell whether a unit is one of the row's labelled lines, by its words; numbers hold only for text formats."""
    mine = words(unit.statement.text)
    size = sum(mine.values())
    for text in row.get("evidence_text", ()):
        labelled = words(text)
        both = sum((labelled & mine).values())
        if both >= 0.6 * max(1, sum(labelled.values())) or (both >= 0.8 * max(1, size) and size >= 3):
            return True
    return False


def network(base: Path) -> Any:  # noqa: ANN401 - torch has no types here
    """Return the untrained cross-encoder: the base model, its mean over the tokens, one linear layer to three logits."""
    import torch
    from transformers import AutoModel

    class CrossEncoder(torch.nn.Module):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.bert = AutoModel.from_pretrained(base, attn_implementation="eager")
            self.drop = torch.nn.Dropout(0.1)
            self.head = torch.nn.Linear(HIDDEN, len(VERDICTS))

        def forward(self, input_ids: Any, attention_mask: Any, token_type_ids: Any) -> Any:  # noqa: ANN401
            hidden = self.bert(input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids).last_hidden_state
            mask = attention_mask.unsqueeze(-1).float()
            return self.head(self.drop((hidden * mask).sum(1) / mask.sum(1)))

    torch.manual_seed(SEED)
    model = CrossEncoder()
    model.bert.embeddings.word_embeddings.weight.requires_grad = False  # words the lines never use keep their meaning
    return model


def train(model: Any, tokenizer: Any, pairs: Sequence[Pair], epochs: int, rate: float) -> None:  # noqa: ANN401
    """Train in place: AdamW, linear warm-up and decay, batches of like length."""
    import torch

    draw = random.Random(SEED)
    torch.manual_seed(SEED)
    head = [p for n, p in model.named_parameters() if n.startswith("head")]
    body = [p for n, p in model.named_parameters() if not n.startswith("head") and p.requires_grad]
    optimizer = torch.optim.AdamW([{"params": body, "lr": rate}, {"params": head, "lr": 10 * rate}], weight_decay=0.01)
    total = epochs * math.ceil(len(pairs) / BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min(1.0, (step + 1) / 100) * max(0.0, 1 - step / total))
    model.train()
    for step, batch in enumerate(b for _ in range(epochs) for b in _batches(pairs, draw)):
        inputs = tokenizer([p.requirement for p in batch], [p.line for p in batch], padding=True, truncation="longest_first", max_length=MAX_TOKENS, return_tensors="pt")
        loss = torch.nn.functional.cross_entropy(model(**inputs), torch.tensor([p.target for p in batch]))
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        if step % 100 == 0:
            print(f"{step} of {total} steps, loss {loss.item():.3f}", flush=True)  # noqa: T201 - a fit of many minutes says where it is


def _batches(pairs: Sequence[Pair], draw: random.Random) -> list[list[Pair]]:
    order = list(pairs)
    draw.shuffle(order)
    batches = []
    for start in range(0, len(order), BATCH * 40):
        part = sorted(order[start : start + BATCH * 40], key=lambda p: len(p.requirement) + len(p.line))
        batches += [part[i : i + BATCH] for i in range(0, len(part), BATCH)]
    draw.shuffle(batches)
    return batches


def export(model: Any, tokenizer: Any, out: Path) -> None:  # noqa: ANN401
    """Write the model as ONNX with probabilities as output, its weights quantized to eight bits."""
    import torch
    from onnxruntime.quantization import QuantType, quantize_dynamic

    class Probabilities(torch.nn.Module):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.model = model

        def forward(self, input_ids: Any, attention_mask: Any, token_type_ids: Any) -> Any:  # noqa: ANN401
            return self.model(input_ids, attention_mask, token_type_ids).softmax(-1)

    model.eval()
    example = tokenizer(["a b c"] * 2, ["d e f g"] * 2, return_tensors="pt")
    names = ["input_ids", "attention_mask", "token_type_ids"]
    axes = {name: {0: "batch", 1: "tokens"} for name in names} | {"probabilities": {0: "batch"}}
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            Probabilities(), tuple(example[n] for n in names), str(whole), input_names=names, output_names=["probabilities"],
            dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip
        quantize_dynamic(str(whole), str(out), weight_type=QuantType.QInt8, per_channel=True)
