"""Captions by concept and language, drawn by the probability that curation keeps them."""

import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

# How often a caption is of a kind, before curation: a name above all, since a name is what people type.
SHARES = {"name": 0.5, "sentence": 0.2, "keyword": 0.3, "drawing": 1.0}


class Captions:
    """The training captions of all concepts, as token ids."""

    def __init__(self, path: Path, tokenizer: Tokenizer, languages: list[str]) -> None:
        texts: dict[tuple[str, str], list[tuple[str, float]]] = defaultdict(list)
        kinds: dict[tuple[str, str, str], float] = defaultdict(float)
        rows = [row for row in map(json.loads, path.open()) if row["split"] == "train"]
        rows = [row for row in rows if row["language"] in languages and row.get("keep", 1) > 0]
        for row in rows:
            kinds[row["concept"], row["language"], row["kind"]] += row.get("keep", 1)
        for row in rows:
            key = row["concept"], row["language"]
            share = SHARES[row["kind"]] * row.get("keep", 1) / kinds[*key, row["kind"]]
            texts[key].append((row["text"], share))
        self.languages = languages
        self.by_key = {
            key: ([text for text, _ in found], np.cumsum([share for _, share in found]))
            for key, found in texts.items()
        }
        unique = sorted({text for found, _ in self.by_key.values() for text in found})
        self.ids = {t: e.ids for t, e in zip(unique, tokenizer.encode_batch(unique), strict=True)}

    def draw(self, concepts: list[str], languages: Iterable[str], random: np.random.Generator) -> list[str]:
        """A caption for each concept, in its language or, where it has none there, in English."""
        drawn = []
        for concept, language in zip(concepts, languages, strict=True):
            texts, shares = self.by_key.get((concept, language)) or self.by_key[concept, "en"]
            drawn.append(texts[int(np.searchsorted(shares, random.random() * shares[-1]))])
        return drawn


def padded(ids: list[list[int]], context: int, end: int) -> np.ndarray:
    """int64 [B, L]: cut to the context with the end token last, padded with the end token."""
    cut = [row if len(row) <= context else [*row[: context - 1], end] for row in ids]
    longest = max(map(len, cut))
    return np.array([row + [end] * (longest - len(row)) for row in cut])
