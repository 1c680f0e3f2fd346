"""Rows of Parquet in, the same as lines of JSON out, and the reverse; the only place that needs pyarrow."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jobfit.errors import JobfitError

if TYPE_CHECKING:
    import pyarrow

_BATCH = 256  # rows in memory at a time
_GROUP = 2_000  # results in a row group


def is_parquet(path: str | Path) -> bool:
    return Path(path).suffix.lower() == ".parquet"


def needed() -> None:
    """Raise JobfitError where pyarrow is not installed."""
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError:
        raise JobfitError("Parquet files need a package that is not installed", hint="pip install 'jobfit[ray]'") from None


def parquet_count(path: str) -> int:
    """Return the number of rows; 0 where it cannot be told, which reading the file explains."""
    try:
        import pyarrow.parquet

        return int(pyarrow.parquet.read_metadata(path).num_rows)
    except (ImportError, OSError, ValueError):
        return 0


def parquet_lines(path: str) -> Iterator[tuple[int, bytes]]:
    """Yield each row, numbered from 1, as an object of the columns that are not null; raise JobfitError where it is no such file."""
    needed()
    import pyarrow
    import pyarrow.parquet

    number = 0
    try:
        with pyarrow.parquet.ParquetFile(path) as file:
            for batch in file.iter_batches(batch_size=_BATCH):
                for row in batch.to_pylist():
                    number += 1
                    yield number, json.dumps({k: v for k, v in row.items() if v is not None}, ensure_ascii=False, default=str).encode()
    except FileNotFoundError:
        raise JobfitError("there is no such file", path=path, hint="check the name") from None
    except (OSError, pyarrow.ArrowException) as error:
        raise JobfitError(f"cannot be read as Parquet: {' '.join(str(error).split())[:160]}", path=path) from None


@contextmanager
def parquet_file(path: Path) -> Iterator[Callable[[str], None]]:
    """Yield what adds a result, given as its line of JSON, to a file that takes its place when all of it is written."""
    needed()
    import pyarrow
    import pyarrow.parquet

    beside, rows = path.with_name(f".{path.name}.part"), list[dict[str, Any]]()
    schema = _schema()
    try:
        with pyarrow.parquet.ParquetWriter(beside, schema) as writer:

            def add(line: str) -> None:
                rows.append(_row(line))
                if len(rows) >= _GROUP:
                    writer.write_table(pyarrow.Table.from_pylist(rows, schema))
                    rows.clear()

            yield add
            if rows:
                writer.write_table(pyarrow.Table.from_pylist(rows, schema))
        beside.replace(path)
    except OSError as error:
        raise JobfitError(f"cannot be written: {error.strerror}", path=str(path), hint="is the folder there, and yours?") from error
    finally:
        beside.unlink(missing_ok=True)


def _schema() -> pyarrow.Schema:
    import pyarrow as pa

    words = [(name, pa.string()) for name in ("posting", "title", "company", "role", "profile", "name")]
    shares = [(name, pa.float64()) for name in ("fit", "required_coverage", "nice_coverage")]
    return pa.schema([*words, *shares, ("knockouts", pa.list_(pa.string())), ("result", pa.string())])


def _row(line: str) -> dict[str, Any]:
    """Return the columns of a result; ``result`` is the whole of it as JSON."""
    whole = json.loads(line)
    posting, profile = whole["posting"], whole["profile"]
    return {
        "posting": posting["path"],
        **{name: posting[name] for name in ("title", "company", "role")},
        "profile": profile["path"],
        "name": profile["name"],
        "fit": whole["fit"],
        "required_coverage": whole["required"]["coverage"],
        "nice_coverage": whole["nice"]["coverage"],
        "knockouts": whole["knockouts"],
        "result": line.rstrip("\n"),
    }
