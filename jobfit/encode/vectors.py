"""Raw vectors in, unit vectors out, always by way of float16, so that a vector from the cache and a fresh one are the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from jobfit.ports import Vectors

    Packed = npt.NDArray[np.float16]


def pack(raw: npt.NDArray[np.floating]) -> Packed:
    """Scale each row to length 1 and round it to float16; a row of zeros stays zeros."""
    import numpy as np

    return _unit(raw.astype(np.float64)).astype(np.float16)


def unpack(packed: Packed) -> Vectors:
    """Widen to float32 and scale to length 1 again, which rounding took away."""
    import numpy as np

    return _unit(packed.astype(np.float64)).astype(np.float32)


def _unit(rows: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    import numpy as np

    length = np.sqrt((rows * rows).sum(axis=1, keepdims=True))
    unit: npt.NDArray[np.float64] = rows / np.where(length > 0, length, 1.0)
    return unit
