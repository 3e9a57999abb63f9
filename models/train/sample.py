"""Batched sampling with a key/value cache, for the quick accuracy checks during training."""

import torch
import torch.nn.functional as F
from torch import Tensor

from model import Policy


class Cache:
    """Keys and values of one layer, each [B, K, T, D], rows filled up to their own length."""

    def __init__(self, keys: Tensor, values: Tensor, room: int) -> None:
        self.keys = F.pad(keys, (0, 0, 0, room))
        self.values = F.pad(values, (0, 0, 0, room))

    def write(self, k: Tensor, v: Tensor, positions: Tensor) -> None:
        """k, v [B, K, 1, D] at position `positions` [B] of each row."""
        rows = torch.arange(len(positions))
        self.keys[rows, :, positions] = k[:, :, 0]
        self.values[rows, :, positions] = v[:, :, 0]

    def keep(self, rows: Tensor) -> None:
        """Drops all rows but those numbered."""
        self.keys, self.values = self.keys[rows], self.values[rows]


def prefill(model: Policy, ids: Tensor, room: int) -> tuple[Tensor, list[Cache]]:
    """ids [B, S] padded right; returns hidden states [B, S, C] and caches with `room` more."""
    s = ids.shape[1]
    x = model.embed(ids)
    caches = []
    for block in model.blocks:
        q, k, v = block.heads(x, model.cos[:s], model.sin[:s])
        x = block.merge(x, F.scaled_dot_product_attention(q, k, v, is_causal=True, enable_gqa=True))
        x = block.mlp(x)
        caches.append(Cache(k, v, room))
    return x, caches


def step(model: Policy, ids: Tensor, positions: Tensor, caches: list[Cache]) -> Tensor:
    """One token per row: ids and positions [B]; returns logits [B, V]."""
    cos = model.cos[positions][:, None, None]
    sin = model.sin[positions][:, None, None]
    longest = int(positions.max()) + 1
    seen = (torch.arange(longest) <= positions[:, None])[:, None, None]
    x = model.embed(ids)[:, None]
    for block, cache in zip(model.blocks, caches, strict=True):
        q, k, v = block.heads(x, cos, sin)
        cache.write(k, v, positions)
        keys, values = cache.keys[:, :, :longest], cache.values[:, :, :longest]
        b, h, _, d = q.shape
        q = q.view(b, keys.shape[1], -1, d)  # the query heads of one key head as positions
        out = F.scaled_dot_product_attention(q, keys, values, attn_mask=seen)
        x = block.mlp(block.merge(x, out.reshape(b, h, 1, d)))
    return model.head(x[:, 0])


@torch.inference_mode()
def complete(
    model: Policy,
    prompts: list[list[int]],
    temperature: float,
    end: int,
    longest: int,
    generator: torch.Generator,
) -> list[list[int]]:
    """Token ids after each prompt, up to and without `end`, at most `longest`; greedy at 0."""
    lengths = torch.tensor([len(p) for p in prompts])
    ids = torch.zeros(len(prompts), int(lengths.max()), dtype=torch.int64)
    for row, prompt in zip(ids, prompts, strict=True):
        row[: len(prompt)] = torch.tensor(prompt)
    hidden, caches = prefill(model, ids, longest)
    logits = model.head(hidden[torch.arange(len(prompts)), lengths - 1])
    done: list[list[int]] = [[] for _ in prompts]
    alive = torch.arange(len(prompts))
    positions = lengths
    for _ in range(longest):
        if temperature == 0:
            chosen = logits.argmax(-1)
        else:
            weights = torch.softmax(logits.float() / temperature, -1)
            chosen = torch.multinomial(weights, 1, generator=generator)[:, 0]
        going = chosen != end
        if not going.all():
            rows = going.nonzero()[:, 0]
            alive, chosen, positions = alive[rows], chosen[rows], positions[rows]
            for cache in caches:
                cache.keep(rows)
        if len(alive) == 0:
            break
        for row, token in zip(alive.tolist(), chosen.tolist(), strict=True):
            done[row].append(token)
        logits = step(model, chosen, positions, caches)
        positions = positions + 1
    return done
