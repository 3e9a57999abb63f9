"""Matrices in blocks of 32 weights with a scale each, as MatMulNBits reads them.

Eight bits are symmetric about 128, four have a zero point. Of some ranges, each a little narrower than the
block's own, the one with the least squared error is taken: a single large weight would cost all others
accuracy.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

BLOCK = 32
NARROWER = [1 - 0.04 * i for i in range(10)]


@dataclass(frozen=True)
class Blocks:
    """A matrix [N, K]."""

    codes: NDArray[np.uint8]  # [N, K / 32, 32 · bits / 8]; of four bits two to a byte, low half first
    scales: NDArray[np.float32]  # [N · K / 32]
    zeros: NDArray[np.uint8] | None  # [N · ceil(K / 64)], packed alike; absent for eight bits


def pairs(codes: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Two four-bit codes a byte along the last dimension, which is filled up with a zero if odd."""
    filled = np.pad(codes, [(0, 0)] * (codes.ndim - 1) + [(0, codes.shape[-1] % 2)])
    return filled[..., 0::2] | filled[..., 1::2] << 4


def ranges(blocks: NDArray[np.float32], bits: int) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """The widest scale and the zero point that goes with it, both [N, K / 32, 1]."""
    if bits == 8:
        scale = np.abs(blocks).max(-1, keepdims=True) / 127
        return np.maximum(scale, 1e-8), np.full_like(scale, 128)
    low = np.minimum(blocks.min(-1, keepdims=True), 0)
    high = np.maximum(blocks.max(-1, keepdims=True), 0)
    scale = np.maximum((high - low) / 15, 1e-8)
    return scale, np.clip(np.round(-low / scale), 0, 15)


def quantise(matrix: NDArray[np.float32], bits: int) -> Blocks:
    """matrix [N, K] with K a multiple of 32; bits 4 or 8."""
    n, k = matrix.shape
    blocks = np.ascontiguousarray(matrix, np.float32).reshape(n, k // BLOCK, BLOCK)
    widest, zero = ranges(blocks, bits)
    best = np.full(widest.shape, np.inf, np.float32)
    codes, scales = np.zeros(blocks.shape, np.float32), widest
    for narrower in NARROWER if bits == 4 else [1]:
        scale = widest * np.float32(narrower)
        tried = np.clip(np.round(blocks / scale) + zero, 0, 2**bits - 1)
        error = np.square((tried - zero) * scale - blocks).sum(-1, keepdims=True)
        better = error < best
        best = np.where(better, error, best)
        codes, scales = np.where(better, tried, codes), np.where(better, scale, scales)
    whole = codes.astype(np.uint8)
    flat = scales.astype(np.float32).reshape(-1)
    if bits == 8:
        return Blocks(whole, flat, None)
    return Blocks(pairs(whole), flat, pairs(zero.astype(np.uint8)[..., 0]).reshape(-1))
