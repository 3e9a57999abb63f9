"""The pocket policy as a lean torch module, convertible to and from the transformers library.

The arithmetic is that of `LlamaForCausalLM` (or `Qwen3ForCausalLM` with `qk_norm`): pre-norm
RMSNorm, rotary positions, grouped-query attention, SwiGLU, tied embeddings, no biases.
q, k, v share one matrix here, and gate, up another: fewer and larger products per step.

Letters in the docstrings: B rows, S positions, C hidden size, H heads, K key/value heads,
D head size, F feed-forward size, V vocabulary, L layers.
"""

from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from attention import causal_attention


@dataclass(frozen=True)
class PolicyConfig:
    """Shape of the policy; every size in units of floats, `vocab` in tokens."""

    vocab: int
    hidden: int = 192
    layers: int = 5
    heads: int = 6
    kv_heads: int = 2
    head_dim: int = 32
    feed_forward: int = 512
    context: int = 4096
    rope_theta: float = 10000.0
    eps: float = 1e-6
    qk_norm: bool = False

    @property
    def architecture(self) -> str:
        """Class name in the transformers library."""
        return "Qwen3ForCausalLM" if self.qk_norm else "LlamaForCausalLM"


def rotary_tables(config: PolicyConfig) -> tuple[Tensor, Tensor]:
    """Cosines and sines, each [context, D/2], float32."""
    half = config.head_dim // 2
    inv_freq = config.rope_theta ** (-torch.arange(half, dtype=torch.float32) / half)
    angles = torch.outer(torch.arange(config.context, dtype=torch.float32), inv_freq)
    return angles.cos(), angles.sin()


def rotate(x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    """Rotary positions, half-split form: x [..., D], cos and sin broadcast to [..., D/2]."""
    cos, sin = cos.to(x.dtype), sin.to(x.dtype)
    a, b = x.chunk(2, dim=-1)
    return torch.cat((a * cos - b * sin, b * cos + a * sin), dim=-1)


class Block(nn.Module):
    """One layer: attention, then feed-forward."""

    def __init__(self, config: PolicyConfig) -> None:
        super().__init__()
        c = self.config = config
        self.attention_norm = nn.RMSNorm(c.hidden, c.eps)
        self.qkv = nn.Linear(c.hidden, (c.heads + 2 * c.kv_heads) * c.head_dim, bias=False)
        self.q_norm = nn.RMSNorm(c.head_dim, c.eps) if c.qk_norm else nn.Identity()
        self.k_norm = nn.RMSNorm(c.head_dim, c.eps) if c.qk_norm else nn.Identity()
        self.out = nn.Linear(c.heads * c.head_dim, c.hidden, bias=False)
        self.mlp_norm = nn.RMSNorm(c.hidden, c.eps)
        self.gate_up = nn.Linear(c.hidden, 2 * c.feed_forward, bias=False)
        self.down = nn.Linear(c.feed_forward, c.hidden, bias=False)

    def heads(self, x: Tensor, cos: Tensor, sin: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """x [B, S, C] to rotated q [B, H, S, D], rotated k [B, K, S, D] and v [B, K, S, D]."""
        c = self.config
        b, s, _ = x.shape
        qkv = self.qkv(self.attention_norm(x)).view(b, s, -1, c.head_dim).transpose(1, 2)
        q, k, v = qkv.split((c.heads, c.kv_heads, c.kv_heads), dim=1)
        return rotate(self.q_norm(q), cos, sin), rotate(self.k_norm(k), cos, sin), v

    def merge(self, x: Tensor, heads: Tensor) -> Tensor:
        """Residual x [B, S, C] plus the projected attention result [B, H, S, D]."""
        return x + self.out(heads.transpose(1, 2).flatten(2))

    def mlp(self, x: Tensor) -> Tensor:
        """Feed-forward with its residual, [..., C] to [..., C]."""
        gate, up = self.gate_up(self.mlp_norm(x)).chunk(2, dim=-1)
        return x + self.down(F.silu(gate) * up)


class Policy(nn.Module):
    """Decoder-only language model with tied embeddings."""

    cos: Tensor
    sin: Tensor

    def __init__(self, config: PolicyConfig) -> None:
        super().__init__()
        self.config = config
        self.embed = nn.Embedding(config.vocab, config.hidden)
        self.blocks = nn.ModuleList(Block(config) for _ in range(config.layers))
        self.norm = nn.RMSNorm(config.hidden, config.eps)
        cos, sin = rotary_tables(config)
        self.register_buffer("cos", cos, persistent=False)
        self.register_buffer("sin", sin, persistent=False)

    def initialise(self, generator: torch.Generator) -> None:
        """Normal weights: 1/sqrt(fan-in) inward, smaller outward so the residual starts small."""
        for name, p in self.named_parameters():
            if p.ndim == 2:
                std = 0.02 if name == "embed.weight" else p.shape[1] ** -0.5
                if name.endswith(("out.weight", "down.weight")):
                    std /= (2 * self.config.layers) ** 0.5
                nn.init.normal_(p, std=std, generator=generator)

    def forward(self, ids: Tensor, targets: Tensor) -> Tensor:
        """Mean cross-entropy in nats.

        ids [B, S] padded on the right; targets [B, S] the next token where it is to be learnt and
        -100 elsewhere. The last feed-forward and the head run on learnt positions only.
        """
        s = ids.shape[1]
        cos, sin = self.cos[:s], self.sin[:s]
        x = self.embed(ids)
        learnt = targets.flatten().ne(-100).nonzero().squeeze(1)
        for i, block in enumerate(self.blocks):
            q, k, v = block.heads(x, cos, sin)
            x = block.merge(x, causal_attention(q, k, v))
            if i == len(self.blocks) - 1:
                x = x.flatten(0, 1)[learnt]
            x = block.mlp(x)
        return F.cross_entropy(self.head(x).float(), targets.flatten()[learnt])

    def head(self, x: Tensor) -> Tensor:
        """Logits [..., V] of final hidden states [..., C]."""
        return F.linear(self.norm(x), self.embed.weight)


def load_policy(file: Path) -> Policy:
    """The policy of a checkpoint, in float32, its weights rounded to half precision."""
    stored = torch.load(file, weights_only=True)
    policy = Policy(PolicyConfig(**stored["config"]))
    policy.load_state_dict({k: v.half().float() for k, v in stored["model"].items()})
    return policy
