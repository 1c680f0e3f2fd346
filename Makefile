# make demo and make test each set up everything they need in a fresh clone.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
DEMO_POSTING := postings/t02_perchline_ml_engineer_aggregator.txt
DEMO_PROFILE := profiles/t7_deshmukh_ml_search.yaml

.PHONY: setup demo test check fit letters themespace accuracy bench picture clean

setup: $(STAMP)

$(STAMP): pyproject.toml constraints.txt
	@test -x $(BIN)/python || $(PYTHON) -c 'import sys; sys.exit("jobfit needs Python 3.11 or newer; name one with: make PYTHON=python3.11") if sys.version_info < (3, 11) else None'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt torch
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $@

demo: setup
	$(BIN)/jobfit score $(DEMO_POSTING) --profile $(DEMO_PROFILE) --as-of 2025-06-01
	$(BIN)/jobfit score postings --profile $(DEMO_PROFILE) --as-of 2025-06-01 --top 8

test: setup
	$(BIN)/python -m pytest

# The engine for clusters needs a large package of its own; without it make test skips its tests.
test-ray: setup
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[ray]'
	$(BIN)/python -m pytest tests/engine

# Measures speed and memory side by side and writes docs/benchmarks.md; takes long. Smaller: make bench SIZES="10 100" CLUSTER=100
bench: setup
	$(BIN)/python -m benchmarks $(if $(SIZES),--sizes $(SIZES)) $(if $(CLUSTER),--cluster $(CLUSTER))

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

# Fits every figure that ships; FOLDERS names further labelled folders (postings/, profiles/, labels/, units/).
fit: setup
	$(BIN)/python -m jobfit.evaluate.fit $(FOLDERS)
	$(BIN)/python -m jobfit.parse.letters

# Writes down which letters each cue of postings needs, so that a posting is read quickly; after a change of jobfit/parse/data/cues.json.
letters: setup
	$(BIN)/python -m jobfit.parse.letters

# Fits the map from vectors to themes of work, on their phrases alone, and writes down all phrases by their first words;
# after a change of themes.tsv, occupations.tsv, settings.tsv or traits.tsv in jobfit/match/data/.
themespace: setup
	$(BIN)/python -m jobfit.evaluate.themespace

# Writes docs/accuracy.md: each figure cross-validated on the labelled set in tests/labelled.
accuracy: setup
	$(BIN)/python -m jobfit.evaluate.accuracy > docs/accuracy.md.new
	mv docs/accuracy.md.new docs/accuracy.md

# Draws the report that the README shows.
picture: setup
	$(BIN)/python -m jobfit.report.picture $(DEMO_POSTING) $(DEMO_PROFILE) > docs/report.svg

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
