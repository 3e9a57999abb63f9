"""Quick accuracy on held-out problems: greedy, and the mean over a few samples at temperature 1."""

from dataclasses import dataclass

import torch
from tokenizers import Tokenizer

from model import Policy
from sample import complete
from tokenizer import END, prompt_text

LONGEST = 320  # tokens of an answer
MARK = "Answer: "


@dataclass(frozen=True)
class Accuracy:
    """Shares, 0 to 1. `some` is the share of problems with at least one right sample."""

    greedy: float
    sampled: float
    some: float
    parsed: float


def answer_of(text: str) -> str | None:
    """What stands after the last mark, or None."""
    return text.rpartition(MARK)[2].strip() if MARK in text else None


def check(
    model: Policy,
    tokenizer: Tokenizer,
    problems: list[dict[str, str]],
    samples: int,
    seed: int,
    greedy: bool = True,
) -> Accuracy:
    """Accuracy over `problems`, each answered `samples` times (and once greedily)."""
    end = tokenizer.token_to_id(END)
    prompts = [e.ids for e in tokenizer.encode_batch([prompt_text(p["question"]) for p in problems])]
    generator = torch.Generator().manual_seed(seed)

    def answers(rows: list[list[int]], temperature: float) -> list[str | None]:
        done = complete(model, rows, temperature, end, LONGEST, generator)
        return [answer_of(text) for text in tokenizer.decode_batch(done)]

    gold = [p["answer"] for p in problems]
    first = answers(prompts, 0.0) if greedy else []
    each = [answers(prompts, 1.0) for _ in range(samples)]
    right = torch.tensor([[a == g for a, g in zip(s, gold, strict=True)] for s in each]).float()
    return Accuracy(
        greedy=sum(a == g for a, g in zip(first, gold, strict=False)) / len(gold),
        sampled=float(right.mean()),
        some=float(right.amax(0).mean()),
        parsed=sum(a is not None for s in each for a in s) / (len(gold) * samples),
    )
