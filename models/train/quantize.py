"""Four-bit weights in blocks of 32, with the rounding errors fed back (GPTQ).

Each block of 32 inputs of one output has a scale and a zero point, found by a search over shrunk
ranges. Columns are rounded one after the other; the error of each is spread over those that follow
according to the inputs' second moments on training problems.
"""

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from model import Policy

BLOCK = 32
LEVELS = 15
SHRINK = [1 - 0.04 * i for i in range(12)]
DAMPING = 0.01


@dataclass(frozen=True)
class FourBit:
    """One matrix [N, K] as MatMulNBits has it."""

    codes: NDArray[np.uint8]  # [N, K], 0 to 15
    scales: NDArray[np.float16]  # [N, K / 32]
    zeros: NDArray[np.uint8]  # [N, K / 32], 0 to 15

    @property
    def packed(self) -> NDArray[np.uint8]:
        """Two codes a byte, low half first: [N, K / 32, 16]."""
        pairs = self.codes.reshape(len(self.codes), -1, BLOCK // 2, 2)
        return pairs[..., 0] | pairs[..., 1] << 4

    @property
    def packed_zeros(self) -> NDArray[np.uint8]:
        """Two zero points a byte, low half first: [N, ceil(K / 64)]."""
        odd = self.zeros.shape[1] % 2
        pairs = np.pad(self.zeros, ((0, 0), (0, odd))).reshape(len(self.zeros), -1, 2)
        return pairs[..., 0] | pairs[..., 1] << 4

    @property
    def values(self) -> NDArray[np.float32]:
        """The matrix these codes stand for, [N, K]."""
        shape = (*self.scales.shape, BLOCK)
        codes = self.codes.reshape(shape).astype(np.float32) - self.zeros[..., None]
        return (codes * self.scales[..., None].astype(np.float32)).reshape(self.codes.shape)

    def rows(self, first: int, last: int) -> "FourBit":
        """The outputs `first` to `last` (exclusive)."""
        part = slice(first, last)
        return FourBit(self.codes[part], self.scales[part], self.zeros[part])


def block_range(block: Tensor, importance: Tensor) -> tuple[Tensor, Tensor]:
    """Scale and zero point [N, 1] of a block [N, 32], by the least weighted squared error."""
    low = block.amin(1, keepdim=True).clamp(max=0)
    high = block.amax(1, keepdim=True).clamp(min=0)
    best = torch.full_like(low, torch.inf)
    scale, zero = torch.ones_like(low), torch.zeros_like(low)
    for a in SHRINK:
        for b in SHRINK:
            s = ((high * a - low * b) / LEVELS).clamp(min=1e-6).half().float()
            z = (-low * b / s).round().clamp(0, LEVELS)
            rounded = ((block / s + z).round().clamp(0, LEVELS) - z) * s
            error = ((rounded - block).square() * importance).sum(1, keepdim=True)
            better = error < best
            best = torch.where(better, error, best)
            scale, zero = torch.where(better, s, scale), torch.where(better, z, zero)
    return scale, zero


def quantize_matrix(weight: Tensor, moments: Tensor) -> FourBit:
    """weight [N, K], moments [K, K] the mean outer product of inputs."""
    left = weight.clone()
    k = left.shape[1]
    damped = moments + torch.eye(k) * (DAMPING * moments.diagonal().mean() + 1e-8)
    upper = torch.linalg.cholesky(torch.cholesky_inverse(torch.linalg.cholesky(damped)), upper=True)
    codes = torch.empty_like(left)
    scales, zeros = [], []
    for start in range(0, k, BLOCK):
        block = slice(start, start + BLOCK)
        scale, zero = block_range(left[:, block], damped.diagonal()[block])
        scales.append(scale)
        zeros.append(zero)
        for i in range(start, start + BLOCK):
            column = left[:, i : i + 1]
            code = (column / scale + zero).round().clamp(0, LEVELS)
            codes[:, i : i + 1] = code
            error = (column - (code - zero) * scale) / upper[i, i]
            left[:, i + 1 :] -= error * upper[i, i + 1 :]
    return FourBit(
        codes.numpy().astype(np.uint8),
        torch.cat(scales, 1).numpy().astype(np.float16),
        torch.cat(zeros, 1).numpy().astype(np.uint8),
    )


def linears(policy: Policy) -> dict[str, nn.Linear]:
    """All linear layers in the order in which they run; the tied head is not among them."""
    return {n: m for n, m in policy.named_modules() if isinstance(m, nn.Linear)}


@torch.no_grad()
def quantize_policy(policy: Policy, batches: list[tuple[Tensor, Tensor]]) -> dict[str, FourBit]:
    """Replaces the weights in `policy` by their four-bit values, layer by layer.

    `batches` are (ids, targets) of training problems; each layer sees the inputs that the already
    quantised layers before it make.
    """
    made: dict[str, FourBit] = {}
    for name, linear in linears(policy).items():
        total = torch.zeros(linear.in_features, linear.in_features)

        def collect(_: nn.Module, inputs: tuple[Tensor], total: Tensor = total) -> None:
            x = inputs[0].flatten(0, -2)
            total.addmm_(x.T, x)

        hook = linear.register_forward_pre_hook(collect)
        for ids, targets in batches:
            policy(ids, targets)
        hook.remove()
        made[name] = quantize_matrix(linear.weight, total / total.diagonal().mean())
        linear.weight.copy_(torch.from_numpy(made[name].values))
    return made


def split_rows(policy: Policy, matrices: dict[str, FourBit]) -> dict[str, FourBit]:
    """The matrices under the names of the transformers library, joined ones taken apart."""
    c = policy.config
    q, kv, ff = c.heads * c.head_dim, c.kv_heads * c.head_dim, c.feed_forward
    made: dict[str, FourBit] = {}
    for i in range(c.layers):
        at, to = f"blocks.{i}.", f"model.layers.{i}."
        qkv, gate_up = matrices[at + "qkv"], matrices[at + "gate_up"]
        made |= {
            to + "self_attn.q_proj.weight": qkv.rows(0, q),
            to + "self_attn.k_proj.weight": qkv.rows(q, q + kv),
            to + "self_attn.v_proj.weight": qkv.rows(q + kv, q + 2 * kv),
            to + "self_attn.o_proj.weight": matrices[at + "out"],
            to + "mlp.gate_proj.weight": gate_up.rows(0, ff),
            to + "mlp.up_proj.weight": gate_up.rows(ff, 2 * ff),
            to + "mlp.down_proj.weight": matrices[at + "down"],
        }
    return made
