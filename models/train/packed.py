"""Log-probabilities of many completions of the same prompts, each prompt computed once: for GRPO.

A group of eight completions of 45 tokens behind a prompt of 480 is 840 tokens in place of 4,200.

Letters: P prompts, n completions of each, S longest prompt, R longest completion, H heads, K key/value heads,
G = H / K, D head size, V vocabulary.
"""

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

from attention import causal_attention
from model import Policy
from rollout import pad_right


@dataclass(frozen=True)
class Packed:
    """A prompt's last token stands before each of its completions: these predict all of their tokens."""

    prompts: Tensor  # [P, S] without their last tokens, padded right
    lengths: Tensor  # [P] of these
    rows: Tensor  # [P·n, R] inputs
    targets: Tensor  # [P·n, R], -100 behind a completion's end
    n: int


def pack(prompts: list[list[int]], groups: list[list[list[int]]]) -> Packed:
    """`groups` holds n completions for each prompt, as token ids."""
    heads, lengths = pad_right([prompt[:-1] for prompt in prompts])
    made = [
        (prompt[-1:] + tokens, tokens)
        for prompt, group in zip(prompts, groups, strict=True)
        for tokens in group
    ]
    rows, _ = pad_right([inputs[:-1] for inputs, _ in made])
    targets = torch.full(rows.shape, -100)
    for into, (_, tokens) in zip(targets, made, strict=True):
        into[: len(tokens)] = torch.tensor(tokens)
    return Packed(heads, lengths, rows, targets, len(groups[0]))


def attend(
    q: Tensor, k: Tensor, v: Tensor, of_prompt: tuple[Tensor, Tensor], hidden: Tensor, n: int
) -> Tensor:
    """q [P·n, H, R, D], k and v [P·n, K, R, D], the prompt's keys and values [P, K, S, D]; returns as q.

    `hidden` [P, 1, 1, S] is -inf behind a prompt's end.
    """
    keys, values = of_prompt
    p, kv_heads, s, d = keys.shape
    rows, heads, r, _ = q.shape
    g = heads // kv_heads
    folded = q.reshape(rows, kv_heads, g * r, d) * d**-0.5
    over = folded.reshape(p, n, kv_heads, g * r, d).transpose(1, 2).reshape(p, kv_heads, n * g * r, d)
    to_prompt = over @ keys.transpose(2, 3) + hidden
    to_prompt = to_prompt.reshape(p, kv_heads, n, g * r, s).transpose(1, 2).reshape(rows, kv_heads, g * r, s)
    causal = torch.full((r, r), float("-inf")).triu(1).repeat(g, 1)
    to_own = folded @ k.transpose(2, 3) + causal
    weights = torch.softmax(torch.cat((to_prompt, to_own), -1), -1)
    w_prompt, w_own = weights.split((s, r), -1)
    w_prompt = w_prompt.reshape(p, n, kv_heads, g * r, s).transpose(1, 2).reshape(p, kv_heads, n * g * r, s)
    out = (
        (w_prompt @ values)
        .reshape(p, kv_heads, n, g * r, d)
        .transpose(1, 2)
        .reshape(rows, kv_heads, g * r, d)
    )
    return (out + w_own @ v).reshape(rows, heads, r, d)


def logits_of(model: Policy, packed: Packed) -> tuple[Tensor, Tensor]:
    """Logits [T, V] of all T completion tokens, row by row, and the tokens [T]."""
    s, r = packed.prompts.shape[1], packed.rows.shape[1]
    positions = packed.lengths.repeat_interleave(packed.n)[:, None] + torch.arange(r)
    cos, sin = model.cos[positions][:, None], model.sin[positions][:, None]
    hidden = torch.zeros(packed.prompts.shape)
    hidden[torch.arange(s) >= packed.lengths[:, None]] = float("-inf")
    hidden = hidden[:, None, None]
    x, y = model.embed(packed.prompts), model.embed(packed.rows)
    learnt = packed.targets.flatten().ne(-100).nonzero().squeeze(1)
    for number, block in enumerate(model.blocks):
        is_last = number == len(model.blocks) - 1
        q, k, v = block.heads(x, model.cos[:s], model.sin[:s])
        if not is_last:
            x = block.mlp(block.merge(x, causal_attention(q, k, v)))
        q, own_k, own_v = block.heads(y, cos, sin)
        y = block.merge(y, attend(q, own_k, own_v, (k, v), hidden, packed.n))
        y = block.mlp(y.flatten(0, 1)[learnt] if is_last else y)
    return model.head(y).float(), packed.targets.flatten()[learnt]


def logprobs_of(model: Policy, packed: Packed, temperature: float) -> tuple[Tensor, Tensor]:
    """Log-probabilities in nats [T] and entropies [T] of all completion tokens."""
    logits, tokens = logits_of(model, packed)
    scores = F.log_softmax(logits / temperature, -1)
    entropy = -(scores.exp() * scores).sum(-1)
    return scores.gather(1, tokens[:, None])[:, 0], entropy
