"""Group-relative policy optimisation of a role, from a checkpoint, on the CPU.

Usage: python models/train/grpo.py --name aggregator-rl --init runs/aggregator/checkpoint-fp16.pt \
           --tokenizer models/pocket/policy --data rows.jsonl --held-out held-out.jsonl --minutes 30

Each step samples n completions of some prompts, rewards them (rewards.py), and moves the policy by the
clipped loss of DAPO (arXiv 2503.14476): advantages within a group, clip higher than lower, token-level mean.
A line of data has `question`, `answer` and `reward`; lines with the same `unit` are rewarded together and
follow each other.
"""

import argparse
import json
import time
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.optim import AdamW

from data import read_problems
from model import load_policy
from packed import Packed, logprobs_of, pack
from rewards import REWARDS, Row
from rollout import Rollout, roll_out
from tokenizer import END, prompt_text
from train import RUNS, read_number, restart_with_malloc, write

Unit = list[Row]


def parse() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--name", required=True, help="the run's folder under runs/")
    parser.add_argument("--init", type=Path, required=True, help="checkpoint to start from")
    parser.add_argument("--tokenizer", type=Path, required=True, help="folder with tokenizer.json")
    parser.add_argument("--data", type=Path, nargs="+", required=True, help="rows as JSONL")
    parser.add_argument("--held-out", type=Path, nargs="+", required=True, help="rows as JSONL")
    parser.add_argument("--minutes", type=float, required=True, help="wall-clock budget")
    parser.add_argument("--resume", action="store_true", help="go on from the run's last.pt")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--units", type=int, default=16, help="units in a step")
    parser.add_argument("--n", type=int, default=8, help="completions of a prompt")
    parser.add_argument("--temperature", type=float, default=1.0)
    parser.add_argument("--longest", type=int, default=96, help="tokens of a completion")
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--passes", type=int, default=1, help="passes over the completions of a step")
    parser.add_argument("--clip-low", type=float, default=0.2)
    parser.add_argument("--clip-high", type=float, default=0.28)
    parser.add_argument("--kl", type=float, default=0.0, help="weight of the distance to the start")
    parser.add_argument("--checked", type=int, default=200, help="held-out units")
    return parser.parse_args()


def units_of(paths: list[Path]) -> list[Unit]:
    """Rows that belong together; a row without a unit is one."""
    rows = list(read_problems(paths))
    keyed = [(row.get("unit", f"row {number}"), row) for number, row in enumerate(rows)]
    return [[row for _, row in group] for _, group in groupby(keyed, key=lambda pair: pair[0])]


def advantages_of(rewards: Tensor) -> Tensor:
    """rewards [P, n] to (r - mean) / std within each group; zero where all are alike."""
    spread = rewards.std(1, keepdim=True, correction=0)
    return (rewards - rewards.mean(1, keepdim=True)) / spread.clamp_min(1e-6) * (spread > 0)


def clipped_loss(new: Tensor, old: Tensor, advantages: Tensor, low: float, high: float) -> Tensor:
    """All [T], one number per token; the mean of PPO's loss, with its own bounds below and above."""
    ratio = (new - old).exp()
    return -torch.minimum(ratio * advantages, ratio.clamp(1 - low, 1 + high) * advantages).mean()


def distance(new: Tensor, reference: Tensor) -> Tensor:
    """KL to the reference by the estimator exp(d) - d - 1, d = log reference - log new (methods: k3)."""
    d = reference - new
    return (d.exp() - d - 1).mean()


class Run:
    """A run of GRPO: its state, its folder, its steps."""

    def __init__(self, args: argparse.Namespace) -> None:
        self.args = args
        self.folder = RUNS / args.name
        self.folder.mkdir(parents=True, exist_ok=True)
        self.tokenizer = Tokenizer.from_file(str(args.tokenizer / "tokenizer.json"))
        self.end = self.tokenizer.token_to_id(END)
        self.units = units_of(args.data)
        self.held_out = units_of(args.held_out)[: args.checked]
        self.model = load_policy(args.init)
        self.reference = load_policy(args.init) if args.kl else None
        self.optimizer = AdamW(self.model.parameters(), lr=args.rate, betas=(0.9, 0.95), weight_decay=0.0)
        self.generator = torch.Generator().manual_seed(args.seed)
        self.step, self.minutes = 0, 0.0
        options = {k: v for k, v in vars(args).items() if v is not None}
        (self.folder / "run.json").write_text(json.dumps(options, indent=2, default=str) + "\n")

    def drawn(self) -> list[Unit]:
        """The units of this step: a function of seed and step alone."""
        random = np.random.default_rng((self.args.seed, self.step))
        return [self.units[i] for i in random.choice(len(self.units), self.args.units, replace=False)]

    def answer(
        self, units: list[Unit], n: int, temperature: float
    ) -> tuple[list[list[int]], list[list[Rollout]], Tensor]:
        """Prompts, completions and rewards [prompts, n] of all rows of the units."""
        rows = [row for unit in units for row in unit]
        prompts = [e.ids for e in self.tokenizer.encode_batch([prompt_text(r["question"]) for r in rows])]
        groups = roll_out(self.model, prompts, n, temperature, self.end, self.args.longest, self.generator)
        texts = iter([[self.tokenizer.decode(r.tokens) for r in group] for group in groups])
        rewards = [r for unit in units for r in REWARDS[unit[0]["reward"]](unit, [next(texts) for _ in unit])]
        return prompts, groups, torch.tensor(rewards)

    def learn(self) -> dict[str, Any]:
        """One step; returns what is worth a line in the log."""
        units = self.drawn()
        prompts, groups, rewards = self.answer(units, self.args.n, self.args.temperature)
        rollouts = [r for group in groups for r in group]
        kinds = [row["reward"] for unit in units for row in unit]
        said = {
            "reward": round(float(rewards.mean()), 4),
            "rewards": {
                k: round(float(rewards[[x == k for x in kinds]].mean()), 4) for k in sorted({*kinds})
            },
            "mixed": round(float((rewards.std(1) > 0).float().mean()), 3),
            "length": round(sum(len(r.tokens) for r in rollouts) / len(rollouts), 1),
            "ended": round(sum(r.ended for r in rollouts) / len(rollouts), 3),
        }
        mixed = (rewards.std(1) > 0).nonzero().squeeze(1).tolist()
        if not mixed:
            return said  # Groups that are all alike teach nothing.
        advantages = advantages_of(rewards[mixed])
        packed = pack([prompts[i] for i in mixed], [[r.tokens for r in groups[i]] for i in mixed])
        for _ in range(self.args.passes):
            said["entropy"] = self.move(packed, [groups[i] for i in mixed], advantages)
        return said

    def move(self, packed: Packed, groups: list[list[Rollout]], advantages: Tensor) -> float:
        """One update; returns the mean entropy in nats."""
        rollouts = [r for group in groups for r in group]
        old = torch.tensor([score for r in rollouts for score in r.logprobs])
        lengths = torch.tensor([len(r.tokens) for r in rollouts])
        new, entropy = logprobs_of(self.model, packed, self.args.temperature)
        per_token = advantages.flatten().repeat_interleave(lengths)
        loss = clipped_loss(new, old, per_token, self.args.clip_low, self.args.clip_high)
        if self.reference:
            with torch.no_grad():
                kept, _ = logprobs_of(self.reference, packed, self.args.temperature)
            loss = loss + self.args.kl * distance(new, kept)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad()
        return round(float(entropy.detach().mean()), 4)

    def check(self) -> None:
        """Logs the mean reward on held-out units, greedy, by kind of reward, and saves."""
        by_kind: dict[str, list[float]] = {}
        for first in range(0, len(self.held_out), self.args.units):
            units = self.held_out[first : first + self.args.units]
            rewards = iter(self.answer(units, 1, 0.0)[2][:, 0].tolist())
            for unit in units:
                by_kind.setdefault(unit[0]["reward"], []).extend(next(rewards) for _ in unit)
        self.log(heldOut={kind: round(sum(r) / len(r), 4) for kind, r in by_kind.items()})
        self.save()

    def save(self) -> None:
        """Everything needed to go on, and beside it the weights alone in half precision."""
        weights, config = self.model.state_dict(), asdict(self.model.config)
        state = {"config": config, "model": weights, "optimizer": self.optimizer.state_dict()}
        write(state | {"step": self.step, "minutes": self.minutes}, self.folder / "last.pt")
        write(
            {"config": config, "model": {k: v.half() for k, v in weights.items()}},
            self.folder / "checkpoint-fp16.pt",
        )

    def load(self) -> None:
        """Goes on from the run's last state."""
        state = torch.load(self.folder / "last.pt", weights_only=True)
        self.model.load_state_dict(state["model"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.step, self.minutes = state["step"], state["minutes"]
        self.generator.manual_seed(self.args.seed + self.step)

    def log(self, **values: Any) -> None:
        """One JSON line on the screen and in the log."""
        text = json.dumps({"step": self.step, "minutes": round(self.minutes, 2)} | values)
        print(text, flush=True)
        with (self.folder / "log.jsonl").open("a") as file:
            file.write(text + "\n")

    def go(self) -> None:
        """Steps until the budget is spent; a check every five minutes."""
        before, started = self.minutes, time.monotonic()
        self.check()
        checked = self.minutes
        while self.minutes < self.args.minutes:
            if (threads := read_number(self.folder / "threads")) is not None:
                torch.set_num_threads(max(1, int(threads)))
            said = self.learn()
            self.step += 1
            self.minutes = before + (time.monotonic() - started) / 60
            self.log(**said)
            if self.minutes - checked >= 5:
                self.check()
                checked = self.minutes
        self.check()


def main() -> None:
    args = parse()
    restart_with_malloc()
    torch.set_num_threads(args.threads)
    run = Run(args)
    if args.resume:
        run.load()
    run.go()


if __name__ == "__main__":
    main()
