"""Rewards that can be verified: plain functions of what a role wrote.

A unit is one or two rows of training data whose rewards are worked out together. Each function takes the
unit's rows and, for each row, its n completions; it returns a reward for each completion of each row.
"""

import re
from collections.abc import Callable
from typing import Any

from check import answer_of

Row = dict[str, Any]
Texts = list[list[str]]
Rewards = list[list[float]]

VERDICT = re.compile(r"^Verdict: ([AB])$", re.MULTILINE)
SCORE = re.compile(r"^Score: (\d+)$", re.MULTILINE)


def verdict_of(text: str) -> str | None:
    """The last verdict of a pairwise judgement, A or B, or None."""
    found = VERDICT.findall(text)
    return found[-1] if found else None


def score_of(text: str) -> int | None:
    """The last score of a pointwise judgement, 0 to 10, or None."""
    found = [int(score) for score in SCORE.findall(text)]
    return found[-1] if found and found[-1] <= 10 else None


def right_answer(rows: list[Row], texts: Texts) -> Rewards:
    """1 where the final answer is the problem's (AggLM, arXiv 2509.06870, §3)."""
    return [
        [float(answer_of(t) == row["answer"]) for t in group] for row, group in zip(rows, texts, strict=True)
    ]


def right_choice(rows: list[Row], texts: Texts) -> Rewards:
    """1 where the attempt named is one of the right ones."""
    return [
        [float(t in row["answer"].split(" ")) for t in group] for row, group in zip(rows, texts, strict=True)
    ]


def right_verdict(rows: list[Row], texts: Texts) -> Rewards:
    """1 where the verdict names the better of the two, each order by itself."""
    return [
        [float(verdict_of(t) == row["answer"]) for t in group] for row, group in zip(rows, texts, strict=True)
    ]


def consistent_verdict(rows: list[Row], texts: Texts) -> Rewards:
    """Right, times the share of right verdicts on the other order of the pair.

    J1 (arXiv 2505.10320) gives 1 where both are right; this is the mean of that over all completions of the
    other order, which teaches the same with less chance in it.
    """
    first, second = right_verdict(rows, texts)
    return [[r * mean(second) for r in first], [r * mean(first) for r in second]]


def right_order(rows: list[Row], texts: Texts) -> Rewards:
    """The share of the other solution's scores that lie on the right side of this one (J1, PoS).

    The first row is that of the better solution. A tie is wrong, and no score is neither above nor below.
    """
    better, worse = ([score_of(t) for t in group] for group in texts)

    def below(low: int | None, high: int | None) -> float:
        return float(low is not None and high is not None and low < high)

    return [
        [mean([below(w, b) for w in worse]) for b in better],
        [mean([below(w, b) for b in better]) for w in worse],
    ]


def mean(values: list[float]) -> float:
    """Of at least one value."""
    return sum(values) / len(values)


REWARDS: dict[str, Callable[[list[Row], Texts], Rewards]] = {
    "answer": right_answer,
    "choice": right_choice,
    "verdict": right_verdict,
    "consistent": consistent_verdict,
    "order": right_order,
}
