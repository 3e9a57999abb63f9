"""Causal grouped-query attention with its gradient, on a CPU.

PyTorch's fused CPU kernel is slow at head size 32 (README.md has the figures). The query heads that share
a key/value head are folded into one matrix, position by position, and a block of positions is handled at a
time: its scores stay in cache, and keys that no position of the block may see are never touched.
"""

import torch
from torch import Tensor
from torch.autograd.function import FunctionCtx, once_differentiable

BLOCK = 32  # positions
SCORES_AT_ONCE = 400_000


def blocks(rows: int, positions: int, heads: int) -> list[tuple[slice, int, int]]:
    """(rows, first position, position after the last) of each block."""
    made = []
    for first in range(0, positions, BLOCK):
        after = min(first + BLOCK, positions)
        at_once = max(1, SCORES_AT_ONCE // ((after - first) * heads * after))
        made += [(slice(i, i + at_once), first, after) for i in range(0, rows, at_once)]
    return made


class CausalAttention(torch.autograd.Function):
    """softmax(q kᵀ / √D + causal mask) v; rows are (batch row, key/value head) pairs."""

    @staticmethod
    def forward(ctx: FunctionCtx, q: Tensor, k: Tensor, v: Tensor, heads: int) -> Tensor:
        """q [R, S·G, D], the G heads of a position side by side, k and v [R, S, D]; returns [R, S·G, D]."""
        scale = q.shape[-1] ** -0.5
        hidden = torch.full((BLOCK, BLOCK), float("-inf"), dtype=q.dtype).triu(1).repeat_interleave(heads, 0)
        out = torch.empty_like(q)
        weights = []
        for r, first, after in blocks(len(k), k.shape[1], heads):
            queries = slice(first * heads, after * heads)
            scores = torch.bmm(q[r, queries], k[r, :after].transpose(1, 2)).mul_(scale)
            width = after - first
            scores[:, :, first:] += hidden[: width * heads, :width]
            weights.append(torch.softmax(scores, -1))
            torch.bmm(weights[-1], v[r, :after], out=out[r, queries])
        ctx.save_for_backward(q, k, v, *weights)
        ctx.heads = heads
        return out

    @staticmethod
    @once_differentiable
    def backward(ctx: FunctionCtx, d_out: Tensor) -> tuple[Tensor, Tensor, Tensor, None]:
        """Gradients of q, k and v, in their shapes."""
        q, k, v, *weights = ctx.saved_tensors
        d_out = d_out.contiguous()
        d_q, d_k, d_v = torch.empty_like(q), torch.zeros_like(k), torch.zeros_like(v)
        parts = blocks(len(k), k.shape[1], ctx.heads)
        for (r, first, after), w in zip(parts, weights, strict=True):
            queries = slice(first * ctx.heads, after * ctx.heads)
            d_v[r, :after].baddbmm_(w.transpose(1, 2), d_out[r, queries])
            d_weights = torch.bmm(d_out[r, queries], v[r, :after].transpose(1, 2))
            d_scores = torch._softmax_backward_data(d_weights, w, -1, q.dtype)
            torch.bmm(d_scores, k[r, :after], out=d_q[r, queries])
            d_k[r, :after].baddbmm_(d_scores.transpose(1, 2), q[r, queries])
        scale = q.shape[-1] ** -0.5
        return d_q.mul_(scale), d_k.mul_(scale), d_v, None


def causal_attention(q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    """q [B, H, S, D], k and v [B, K, S, D]; returns [B, H, S, D] in the dtype of v."""
    b, h, s, d = q.shape
    kv_heads = k.shape[1]
    groups = h // kv_heads
    folded = (
        q.to(v.dtype).view(b, kv_heads, groups, s, d).transpose(2, 3).reshape(b * kv_heads, s * groups, d)
    )
    with torch.autocast("cpu", enabled=False):
        out = CausalAttention.apply(folded, k.to(v.dtype).reshape(-1, s, d), v.reshape(-1, s, d), groups)
    return out.view(b, kv_heads, s, groups, d).transpose(2, 3).reshape(b, h, s, d)
