"""A model under sentence-transformers in, its compiled twin out, or the reason why it has none; the only place that needs torch itself."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jobfit.encode.quiet import quiet
from jobfit.encode.twin import Twin, TwinEncoder

if TYPE_CHECKING:
    from jobfit.encode.original import Original
    from jobfit.ports import Vectors

TOLERANCE = 1e-5  # largest difference in any place of any vector
_LONG = "Led the migration of forty services to a managed platform and trained two teams to run it. " * 30
CHECK_TEXTS = (
    "SQL",
    "",
    "C++ and C# (.NET 8), Node.js",
    "At least five years of experience with Python or Java",
    "Sehr gute Deutschkenntnisse in Wort und Schrift – mindestens C1",
    "Bac+5 en informatique, télécommunications ou équivalent",
    "Licencia de conducir B · disponibilidad para viajar 30 %",
    "日本語能力試験N2以上",
    "Registered nurse with a current state licence and ACLS certification; night shifts",
    _LONG,
)


class NoTwin(Exception):
    """The model cannot be compiled to what agrees with it; the message says why."""


def make_twin(original: Original) -> Twin:
    """Compile the model and compare it with the original on fixed texts.

    Raises NoTwin where it does not agree, OSError where there is no room to write.
    """
    model = original.model
    tokenizer = getattr(getattr(model, "tokenizer", None), "backend_tokenizer", None)
    if tokenizer is None or not model.max_seq_length:
        raise NoTwin("it has no tokenizer that runs by itself")
    try:
        with quiet():
            onnx = _export(model, tokenizer)
    except OSError:
        raise
    except Exception as error:  # the exporter raises whatever the model's own code does
        raise NoTwin(f"its export failed: {' '.join(str(error).split())[:160]}") from error
    prompt = model.prompts.get(model.default_prompt_name, "") if model.default_prompt_name else ""
    return _checked(original, Twin(onnx, tokenizer.to_str(), int(model.max_seq_length), prompt))


def _checked(original: Original, twin: Twin) -> Twin:
    from dataclasses import replace

    import numpy as np

    short = CHECK_TEXTS[:-1]
    try:
        encoder = TwinEncoder(twin.onnx, twin.tokenizer, twin, threads=1)
        alone = np.vstack([encoder.encode([text]) for text in CHECK_TEXTS])
        together = encoder.encode([text for text in short for _ in range(3)])[::3]
    except Exception as error:
        raise NoTwin(f"its export does not run: {' '.join(str(error).split())[:160]}") from error
    difference = compare(original, alone)
    if not difference <= TOLERANCE:
        raise NoTwin(f"its export differs from it by {difference:.2g}")
    return replace(twin, together=bool(np.array_equal(alone[: len(short)], together)), difference=difference)


def compare(original: Original, raw: Vectors) -> float:
    """Return the largest difference between raw vectors of the check texts and the original's, both scaled to length 1."""
    import numpy as np

    wanted = original.encode(CHECK_TEXTS)
    if wanted.shape != raw.shape:
        return float("inf")
    return float(np.abs(_unit(wanted) - _unit(raw)).max())


def _unit(rows: Vectors) -> Vectors:
    import numpy as np

    unit: Vectors = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return unit


def _export(model: Any, tokenizer: Any) -> bytes:  # noqa: ANN401 - the libraries have no types
    import torch

    graph = _graph(model)
    example = torch.tensor([tokenizer.encode(text).ids[:5] for text in ("a quick example text", "a short example text")])
    with tempfile.TemporaryDirectory() as folder, torch.no_grad():
        out = Path(folder) / "model.onnx"
        # the newer exporter (dynamo=True) gave wrong vectors
        torch.onnx.export(
            graph,
            (example,),
            str(out),
            dynamo=False,
            opset_version=17,
            input_names=["input_ids"],
            output_names=["vector"],
            dynamic_axes={"input_ids": {0: "texts", 1: "tokens"}, "vector": {0: "texts"}},
        )
        return out.read_bytes()


def _pooling(stage: Any) -> str:  # noqa: ANN401 - as above
    """Return the pooling's mode; its attribute has changed its name between versions."""
    mode = getattr(stage, "pooling_mode", None)
    return str(mode if mode is not None else stage.get_pooling_mode_str())


def _graph(model: Any) -> Any:  # noqa: ANN401 - as above
    """Wrap the model as a graph from token ids, all of equal count, to vectors of any length."""
    import torch
    from sentence_transformers.models import Normalize, Pooling

    stages = [stage for stage in model if not isinstance(stage, Normalize)]  # lengths are made 1 afterwards in any case
    means = len(stages) > 1 and isinstance(stages[1], Pooling) and _pooling(stages[1]) == "mean"

    class Graph(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.stages = torch.nn.ModuleList(stages)

        def forward(self, ids: Any) -> Any:  # noqa: ANN401 - as above
            found = {"input_ids": ids, "attention_mask": torch.ones_like(ids), "token_type_ids": torch.zeros_like(ids)}
            found = self.stages[0](found)
            rest = list(self.stages)[1:]
            if means:
                # a sum over tokens is computed another way for a batch of one; a product is not
                tokens = found["token_embeddings"]
                found["sentence_embedding"] = torch.matmul(torch.ones_like(tokens[:, :, :1]).transpose(1, 2), tokens).squeeze(1)
                rest = rest[1:]
            for stage in rest:
                found = stage(found)
            return found["sentence_embedding"]

    return Graph().eval()
