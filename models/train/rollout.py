"""Samples n completions of each of many prompts, each prompt read once for all of its samples.

Keys and values of a prompt are stored once; a sample has only those of its own tokens.

Letters: P prompts, n samples of each, S longest prompt, T tokens written, H heads, K key/value heads,
G = H / K, D head size, V vocabulary.
"""

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

from model import Block, Policy


@dataclass(frozen=True)
class Rollout:
    """One sample: its tokens with the end mark where it came to one, and their log-probabilities in nats at
    the temperature of the sampling."""

    tokens: list[int]
    logprobs: list[float]
    ended: bool


@dataclass
class Layer:
    """Keys and values of one layer: prompts' [P, K, S, D], samples' [P·n, K, T, D]."""

    prompt_keys: Tensor
    prompt_values: Tensor
    keys: Tensor
    values: Tensor


def pad_right(rows: list[list[int]]) -> tuple[Tensor, Tensor]:
    """ids [B, longest], zero behind each row's end, and lengths [B]."""
    lengths = torch.tensor([len(row) for row in rows])
    ids = torch.zeros(len(rows), int(lengths.max()), dtype=torch.int64)
    for into, row in zip(ids, rows, strict=True):
        into[: len(row)] = torch.tensor(row)
    return ids, lengths


def read_prompts(
    model: Policy, ids: Tensor, lengths: Tensor, n: int, longest: int
) -> tuple[Tensor, list[Layer]]:
    """ids [P, S]; returns the last positions' logits [P, V] and the layers with room for `longest` tokens."""
    p, s = ids.shape
    x = model.embed(ids)
    layers = []
    for block in model.blocks:
        q, k, v = block.heads(x, model.cos[:s], model.sin[:s])
        x = block.merge(x, F.scaled_dot_product_attention(q, k, v, is_causal=True, enable_gqa=True))
        x = block.mlp(x)
        room = (p * n, k.shape[1], longest, k.shape[3])
        layers.append(Layer(k, v, k.new_empty(room), k.new_empty(room)))
    return model.head(x[torch.arange(p), lengths - 1]), layers


def attend(block: Block, layer: Layer, q: Tensor, hidden: Tensor, t: int) -> Tensor:
    """q [P·n, H, 1, D] against its prompt and its first `t` tokens; `hidden` [P, 1, 1, S] masks padding."""
    p, k, s, d = layer.prompt_keys.shape
    rows = q.shape[0]
    n, g = rows // p, q.shape[1] // k
    scale = d**-0.5
    over_prompts = q.view(p, n, k, g, d).transpose(1, 2).reshape(p, k, n * g, d)
    to_prompt = torch.matmul(over_prompts, layer.prompt_keys.transpose(2, 3)) * scale + hidden
    to_prompt = to_prompt.view(p, k, n, g, s).transpose(1, 2).reshape(rows, k, g, s)
    own = q.view(rows, k, g, d)
    to_own = torch.matmul(own, layer.keys[:, :, :t].transpose(2, 3)) * scale
    weights = torch.softmax(torch.cat((to_prompt, to_own), -1), -1)
    of_prompt, of_own = weights.split((s, t), -1)
    of_prompt = of_prompt.reshape(p, n, k, g, s).transpose(1, 2).reshape(p, k, n * g, s)
    out = (
        torch.matmul(of_prompt, layer.prompt_values)
        .view(p, k, n, g, d)
        .transpose(1, 2)
        .reshape(rows, k, g, d)
    )
    out = out + torch.matmul(of_own, layer.values[:, :, :t])
    return out.reshape(rows, k * g, 1, d)


@torch.inference_mode()
def roll_out(
    model: Policy,
    prompts: list[list[int]],
    n: int,
    temperature: float,
    end: int,
    longest: int,
    generator: torch.Generator,
) -> list[list[Rollout]]:
    """n rollouts of each prompt, at most `longest` tokens each; greedy at temperature 0."""
    ids, lengths = pad_right(prompts)
    logits, layers = read_prompts(model, ids, lengths, n, longest)
    hidden = torch.zeros(ids.shape)
    hidden[torch.arange(ids.shape[1]) >= lengths[:, None]] = float("-inf")
    hidden = hidden[:, None, None]
    logits = logits.repeat_interleave(n, 0)
    positions = lengths.repeat_interleave(n)
    going = torch.ones(len(positions), dtype=torch.bool)
    tokens, logprobs = [], []
    for t in range(longest):
        scaled = torch.log_softmax(logits.float() / (temperature or 1.0), -1)
        chosen = (
            scaled.argmax(-1)
            if temperature == 0
            else torch.multinomial(scaled.exp(), 1, generator=generator)[:, 0]
        )
        tokens.append(torch.where(going, chosen, -1))
        logprobs.append(scaled.gather(1, chosen[:, None])[:, 0])
        going &= chosen != end
        if not going.any() or t == longest - 1:
            break
        cos, sin = model.cos[positions][:, None, None], model.sin[positions][:, None, None]
        x = model.embed(chosen)[:, None]
        for block, layer in zip(model.blocks, layers, strict=True):
            q, k, v = block.heads(x, cos, sin)
            layer.keys[:, :, t], layer.values[:, :, t] = k[:, :, 0], v[:, :, 0]
            x = block.mlp(block.merge(x, attend(block, layer, q, hidden, t + 1)))
        logits = model.head(x[:, 0])
        positions = positions + 1
    return grouped(torch.stack(tokens, 1), torch.stack(logprobs, 1), n, end)


def grouped(tokens: Tensor, logprobs: Tensor, n: int, end: int) -> list[list[Rollout]]:
    """tokens and logprobs [P·n, T], tokens -1 behind an end."""
    written = (tokens >= 0).sum(1).tolist()
    rows = [
        Rollout(row[:count], scores[:count], row[count - 1] == end)
        for row, scores, count in zip(tokens.tolist(), logprobs.tolist(), written, strict=True)
    ]
    return [rows[i : i + n] for i in range(0, len(rows), n)]
