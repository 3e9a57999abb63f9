"""Problems as token arrays, and the deterministic order in which batches are made of them.

Rows of similar length share a batch and are padded on the right (2.4 % padding at 8192 tokens a
batch); with a causal mask the padding needs no mask of its own. A batch is a budget of tokens, not a
number of rows.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer
from torch import Tensor

from tokenizer import END, prompt_text

IGNORED = -100
SORTED_TOGETHER = 32  # batches


@dataclass(frozen=True)
class Problems:
    """`tokens` and `targets` are all problems in a row; `ends` is per problem."""

    tokens: NDArray[np.uint16]
    targets: NDArray[np.int16]  # what is to be learnt at each token: mostly the next one, or IGNORED
    ends: NDArray[np.int64]  # index in `tokens` after the problem's last token

    def __len__(self) -> int:
        return len(self.ends)

    @property
    def lengths(self) -> NDArray[np.int64]:
        """Tokens of each problem, prompt and answer."""
        return np.diff(self.ends, prepend=0)


def read_problems(paths: list[Path]) -> Iterator[dict[str, Any]]:
    """The JSONL lines of all files, in order."""
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def batched(items: Iterator[dict[str, Any]], size: int) -> Iterator[list[dict[str, Any]]]:
    """Lists of `size` items, the last one shorter."""
    while part := list(islice(items, size)):
        yield part


def targets_of(prompt: Encoding, answer: list[int], marks: list[tuple[int, int]]) -> NDArray[np.int16]:
    """The answer's tokens, each at the token before it; and what a mark says at the token that ends there.

    A mark is a number of characters of the prompt, and a token. What it teaches is no part of any text: the
    model learns to know something about what it has read, by the head it writes with (an auxiliary loss).
    """
    targets = np.full(len(prompt.ids) + len(answer), IGNORED, np.int16)
    targets[len(prompt.ids) - 1 : -1] = answer
    for end, token in marks:
        targets[prompt.char_to_token(end - 1)] = token
    return targets


def tokenize(paths: list[Path], tokenizer: Tokenizer, cache: Path) -> Problems:
    """Tokenizes all problems, or reads them from `cache` if that was made from the same input.

    A line has `question` and `solution`, and may have `marks`: pairs of characters of the question and a
    word of one token.
    """
    key = hashlib.sha256(tokenizer.to_str().encode() + b"targets")
    for path in paths:
        key.update(path.read_bytes())
    file = cache / f"tokens-{key.hexdigest()[:16]}.npz"
    if file.exists():
        stored = np.load(file)
        return Problems(stored["tokens"], stored["targets"], stored["ends"])
    tokens, targets, lengths = [], [], []
    before = prompt_text("").index("user\n") + len("user\n")
    for problems in batched(read_problems(paths), 8192):
        asked = tokenizer.encode_batch([prompt_text(p["question"]) for p in problems])
        answers = tokenizer.encode_batch_fast([p["solution"] + END for p in problems])
        for problem, question, answer in zip(problems, asked, answers, strict=True):
            marks = [(end + before, tokenizer.token_to_id(word)) for end, word in problem.get("marks", [])]
            tokens.append(np.array(question.ids + answer.ids, np.uint16))
            targets.append(targets_of(question, answer.ids, marks))
            lengths.append(len(tokens[-1]))
    made = Problems(np.concatenate(tokens), np.concatenate(targets), np.cumsum(lengths))
    cache.mkdir(parents=True, exist_ok=True)
    np.savez(file, tokens=made.tokens, targets=made.targets, ends=made.ends)
    return made


def make_batch(problems: Problems, rows: NDArray[np.int64], pad: int) -> tuple[Tensor, Tensor]:
    """ids and targets, each int64 [rows, longest - 1]; targets are IGNORED where nothing is to be learnt."""
    width = int(problems.lengths[rows].max()) - 1
    ids = np.full((len(rows), width), pad, np.int64)
    targets = np.full((len(rows), width), IGNORED, np.int64)
    for i, row in enumerate(rows):
        end, length = problems.ends[row], problems.lengths[row]
        part = slice(end - length, end - 1)
        ids[i, : length - 1] = problems.tokens[part]
        targets[i, : length - 1] = problems.targets[part]
    return torch.from_numpy(ids), torch.from_numpy(targets)


def epoch_batches(problems: Problems, tokens: int, seed: int, epoch: int) -> list[NDArray[np.int64]]:
    """Row numbers of every batch of one epoch: a function of (seed, epoch) alone.

    A batch holds as many rows as keep rows × longest row within `tokens`. The epoch is shuffled,
    cut into pools of SORTED_TOGETHER batches, each pool sorted by length and cut, then shuffled.
    """
    random = np.random.default_rng((seed, epoch))
    order = random.permutation(len(problems))
    lengths = problems.lengths
    pool = int(SORTED_TOGETHER * tokens / lengths.mean())
    batches: list[NDArray[np.int64]] = []
    for start in range(0, len(order), pool):
        rows = order[start : start + pool]
        rows = rows[np.argsort(lengths[rows], kind="stable")]
        cuts, first = [], 0
        for i, row in enumerate(rows):
            if (i + 1 - first) * lengths[row] > tokens:
                cuts.append(i)
                first = i
        made = np.split(rows, cuts)
        batches.extend(made[i] for i in random.permutation(len(made)))
    return batches


def batches_from(problems: Problems, tokens: int, seed: int, step: int) -> Iterator[NDArray[np.int64]]:
    """The endless sequence of batches, from batch number `step` on."""
    epoch = 0
    while True:
        made = epoch_batches(problems, tokens, seed, epoch)
        yield from made[step:]
        step = max(0, step - len(made))
        epoch += 1
