"""What anyone would write: the texts of a file, encoded with sentence-transformers."""

import json
import sys
from pathlib import Path

from sentence_transformers import SentenceTransformer

model = SentenceTransformer(sys.argv[1], device="cpu")
texts = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
print(model.encode(texts).shape)
