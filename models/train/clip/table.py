"""Token embeddings in a file of their own, so that a page reads only the rows of the words that were typed.

Row i begins at byte i · stride. fp32 and fp16 rows are little-endian numbers; an int8 row is `dim` signed
bytes and then its scale, a little-endian float32, by which each is multiplied.
"""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROWS = 16_384  # at a time: a table may have a million
STRIDES = {"fp32": lambda dim: 4 * dim, "fp16": lambda dim: 2 * dim, "int8": lambda dim: dim + 4}


def packed(rows: NDArray[np.float32], dtype: str) -> bytes:
    """Rows [n, dim] as they lie in the file."""
    if dtype != "int8":
        return rows.astype("<f4" if dtype == "fp32" else "<f2").tobytes()
    scales = np.maximum(np.abs(rows).max(1, keepdims=True) / 127, 1e-12).astype("<f4")
    codes = np.clip(np.round(rows / scales), -127, 127).astype(np.int8)
    return np.concatenate([codes.view(np.uint8), scales.view(np.uint8)], 1).tobytes()


def write_table(table: NDArray[np.float32], dtype: str, file: Path) -> dict[str, str | int]:
    """Writes the table [rows, dim]; returns what its reader must know."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as out:
        for first in range(0, len(table), ROWS):
            out.write(packed(np.ascontiguousarray(table[first : first + ROWS]), dtype))
    rows, dim = table.shape
    return {"rows": rows, "dim": dim, "dtype": dtype, "stride": STRIDES[dtype](dim)}


def read_rows(file: Path, about: dict[str, str | int], ids: NDArray[np.int64]) -> NDArray[np.float32]:
    """The rows of ids, of any shape: [..., dim]. What the page does, for comparisons."""
    stored = np.memmap(file, np.uint8, "r").reshape(about["rows"], about["stride"])[ids]
    if about["dtype"] != "int8":
        return stored.view("<f4" if about["dtype"] == "fp32" else "<f2").astype(np.float32)
    codes, scales = np.split(np.ascontiguousarray(stored), [about["dim"]], axis=-1)
    return codes.view(np.int8) * np.ascontiguousarray(scales).view("<f4")
