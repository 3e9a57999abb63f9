"""Quick accuracy on held-out problems: greedy, and the mean over a few samples at temperature 1."""

from dataclasses import dataclass
from typing import Any

import torch
from tokenizers import Tokenizer

from model import Policy
from rollout import roll_out
from tokenizer import END, prompt_text

LONGEST = 320  # tokens of an answer
AT_ONCE = 25  # problems
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
    problems: list[dict[str, Any]],
    samples: int,
    seed: int,
    greedy: bool = True,
) -> Accuracy:
    """Accuracy over `problems`, each answered `samples` times (and once greedily)."""
    end = tokenizer.token_to_id(END)
    prompts = [e.ids for e in tokenizer.encode_batch([prompt_text(p["question"]) for p in problems])]
    generator = torch.Generator().manual_seed(seed)

    def right(n: int, temperature: float) -> tuple[torch.Tensor, float]:
        """Which of n answers to each problem are right, [problems, n], and the share that gives any."""
        made, parsed = [], 0
        for first in range(0, len(prompts), AT_ONCE):
            part = prompts[first : first + AT_ONCE]
            groups = roll_out(model, part, n, temperature, end, LONGEST, generator)
            for problem, group in zip(problems[first:], groups, strict=False):
                answers = [answer_of(tokenizer.decode(r.tokens)) for r in group]
                made.append([a == problem["answer"] for a in answers])
                parsed += sum(a is not None for a in answers)
        return torch.tensor(made).float(), parsed / (len(problems) * n)

    greedily = float(right(1, 0.0)[0].mean()) if greedy else 0.0
    sampled, parsed = right(samples, 1.0)
    return Accuracy(greedily, float(sampled.mean()), float(sampled.amax(1).mean()), parsed)
