"""The texts of a file, encoded with nothing but the compiled twin in one call; prints the seconds of that call alone."""

import json
import sys
import time
from pathlib import Path

from jobfit.encode import load

texts = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
encoder = load(None, cache=False)
encoder.encode(["one text to open it"])
begun = time.perf_counter()
encoder.encode(texts)
print(time.perf_counter() - begun)
