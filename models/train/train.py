"""Trains the pocket policy on the CPU, from scratch or from a checkpoint.

Usage: python models/train/train.py --name policy --tokenizer models/pocket/policy \
           --data train.jsonl --held-out test.jsonl --minutes 100

While it runs, a number written to runs/<name>/threads or runs/<name>/minutes takes effect
within 50 steps.
"""

import argparse
import json
import os
import sys
import time
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch.optim import AdamW, Muon, Optimizer

from check import check
from data import Problems, batches_from, make_batch, read_problems, tokenize
from model import Policy, PolicyConfig, load_policy
from schedule import Schedule
from tokenizer import PAD

RUNS = Path(__file__).parent / "runs"
CLIP = 1.0
LOG_STEPS = 50
CHECK_MINUTES = 5.0
CHECK_PROBLEMS = 100
CHECK_SAMPLES = 4
# Freed memory is kept and huge pages are used: 15 % more tokens/s than glibc's defaults.
MALLOC = {
    "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1:glibc.malloc.mmap_max=0:glibc.malloc.trim_threshold=8589934592"
}


def parse() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--name", required=True, help="the run's folder under runs/")
    parser.add_argument("--tokenizer", type=Path, help="folder with tokenizer.json")
    parser.add_argument("--data", type=Path, nargs="+", required=True, help="training JSONL")
    parser.add_argument("--held-out", type=Path, nargs="+", required=True, help="held-out JSONL")
    end = parser.add_mutually_exclusive_group(required=True)
    end.add_argument("--minutes", type=float, help="wall-clock budget")
    end.add_argument("--steps", type=int, help="number of steps")
    parser.add_argument("--pause-at", type=int, help="save and end at this step, to be resumed")
    parser.add_argument("--resume", action="store_true", help="go on from the run's last.pt")
    parser.add_argument("--resume-from", default="last.pt", help="stable.pt: before the rate fell")
    parser.add_argument("--init", type=Path, help="checkpoint whose weights to start from")
    parser.add_argument("--float32", action="store_true", help="where bfloat16 products are no faster")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--batch-tokens", type=int, default=8192)
    parser.add_argument("--rate", type=float, default=2e-3, help="peak rate of AdamW")
    parser.add_argument("--matrix-rate", type=float, default=0.01, help="peak rate of Muon")
    parser.add_argument("--optimizer", choices=("adamw", "muon"), default="muon")
    parser.add_argument("--layers", type=int, default=PolicyConfig.layers)
    parser.add_argument("--hidden", type=int, default=PolicyConfig.hidden)
    parser.add_argument("--heads", type=int, default=PolicyConfig.heads)
    parser.add_argument("--kv-heads", type=int, default=PolicyConfig.kv_heads)
    parser.add_argument("--feed-forward", type=int, default=PolicyConfig.feed_forward)
    parser.add_argument("--qk-norm", action="store_true", help="Qwen3's norm of queries and keys")
    return parser.parse_args()


def make_optimizers(model: Policy, args: argparse.Namespace) -> list[Optimizer]:
    """AdamW for all parameters, or Muon for the layers' matrices and AdamW for the rest."""
    vectors = [p for p in model.parameters() if p.ndim == 1]
    inner = [p for n, p in model.named_parameters() if p.ndim == 2 and n != "embed.weight"]
    outer = [model.embed.weight]
    muon = args.optimizer == "muon"
    groups = [
        {"params": outer if muon else outer + inner, "weight_decay": 0.1},
        {"params": vectors, "weight_decay": 0.0},
    ]
    made: list[Optimizer] = [AdamW(groups, lr=args.rate, betas=(0.9, 0.95), fused=True)]
    if muon:
        made.append(Muon(inner, lr=args.matrix_rate, weight_decay=0.1, adjust_lr_fn="original"))
    for optimizer in made:
        for group in optimizer.param_groups:
            group["peak"] = group["lr"]
    return made


def start_model(args: argparse.Namespace, vocab: int) -> Policy:
    """A new model, or that of `--init`."""
    if args.init:
        return load_policy(args.init)
    model = Policy(
        PolicyConfig(
            vocab=vocab,
            hidden=args.hidden,
            layers=args.layers,
            heads=args.heads,
            kv_heads=args.kv_heads,
            feed_forward=args.feed_forward,
            qk_norm=args.qk_norm,
        )
    )
    model.initialise(torch.Generator().manual_seed(args.seed))
    return model


class Run:
    """A training run: its state, its folder, its steps."""

    def __init__(self, args: argparse.Namespace) -> None:
        self.args = args
        self.folder = RUNS / args.name
        self.folder.mkdir(parents=True, exist_ok=True)
        tokenizer_file = self.folder / "tokenizer.json"
        if args.tokenizer:
            tokenizer_file.write_bytes((args.tokenizer / "tokenizer.json").read_bytes())
        self.tokenizer = Tokenizer.from_file(str(tokenizer_file))
        self.problems: Problems = tokenize(args.data, self.tokenizer, RUNS / "cache")
        self.held_out = list(islice(read_problems(args.held_out), CHECK_PROBLEMS))
        self.pad = self.tokenizer.token_to_id(PAD)
        self.model = start_model(args, self.tokenizer.get_vocab_size())
        self.optimizers = make_optimizers(self.model, args)
        self.schedule = Schedule(args.minutes or float("inf"), args.steps)
        self.step, self.tokens, self.minutes = 0, 0, 0.0
        options = {k: v for k, v in vars(args).items() if v is not None}
        text = json.dumps(options, indent=2, default=str)
        (self.folder / "run.json").write_text(text + "\n")

    def save(self, name: str) -> None:
        """Everything needed to go on, and beside it the weights alone in half precision."""
        weights = self.model.state_dict()
        config = asdict(self.model.config)
        state = {
            "config": config,
            "model": weights,
            "optimizers": [o.state_dict() for o in self.optimizers],
            "steps": self.schedule.steps,
            "step": self.step,
            "tokens": self.tokens,
            "minutes": self.minutes,
        }
        write(state, self.folder / name)
        half = {"config": config, "model": {k: v.half() for k, v in weights.items()}}
        write(half, self.folder / "checkpoint-fp16.pt")

    def load(self, name: str) -> None:
        """Goes back to a saved state; log lines written after it are dropped."""
        state = torch.load(self.folder / name, weights_only=True)
        self.model.load_state_dict(state["model"])
        for optimizer, stored in zip(self.optimizers, state["optimizers"], strict=True):
            optimizer.load_state_dict(stored)
        self.step, self.tokens, self.minutes = state["step"], state["tokens"], state["minutes"]
        if name == "last.pt" and not self.args.steps:
            self.schedule.steps = state["steps"]
        log = self.folder / "log.jsonl"
        kept = [x for x in log.open() if json.loads(x)["step"] <= self.step]
        log.write_text("".join(kept))

    def log(self, **values: Any) -> None:
        """One JSON line on the screen and in the log."""
        line = {"step": self.step, "minutes": round(self.minutes, 2), "tokens": self.tokens}
        text = json.dumps(line | values)
        print(text, flush=True)
        with (self.folder / "log.jsonl").open("a") as file:
            file.write(text + "\n")

    def poll(self) -> None:
        """Takes up new values of `threads` and `minutes`, if their files are there."""
        if (threads := read_number(self.folder / "threads")) is not None:
            torch.set_num_threads(max(1, int(threads)))
        minutes = read_number(self.folder / "minutes")
        if minutes is not None and not self.schedule.falling:
            self.schedule.minutes = minutes

    def learn(self, ids: torch.Tensor, targets: torch.Tensor, factor: float) -> float:
        """One step; returns the loss in nats per token."""
        for optimizer in self.optimizers:
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * factor
        with torch.autocast("cpu", torch.bfloat16, enabled=not self.args.float32):
            loss = self.model(ids, targets)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), CLIP)
        for optimizer in self.optimizers:
            optimizer.step()
            optimizer.zero_grad()
        return loss.item()

    def measure(self) -> None:
        """Logs the accuracy on held-out problems and saves."""
        result = check(self.model, self.tokenizer, self.held_out, CHECK_SAMPLES, self.args.seed)
        self.log(heldOut=asdict(result))
        self.save("last.pt")

    def go(self) -> None:
        """Steps until the schedule ends."""
        before = self.minutes
        started = time.monotonic()
        checked = self.minutes
        losses: list[float] = []
        batches = batches_from(self.problems, self.args.batch_tokens, self.args.seed, self.step)
        for rows in batches:
            was_falling = self.schedule.falling
            factor = self.schedule.at(self.step, self.minutes)
            if factor == 0:
                break
            if self.schedule.falling and not was_falling:
                self.save("stable.pt")
            losses.append(self.learn(*make_batch(self.problems, rows, self.pad), factor))
            self.step += 1
            self.tokens += int(self.problems.lengths[rows].sum())
            self.minutes = before + (time.monotonic() - started) / 60
            if self.step % LOG_STEPS == 0:
                rate = round(self.args.rate * factor, 6)
                self.log(loss=round(sum(losses) / len(losses), 5), lr=rate)
                losses.clear()
                self.poll()
            if self.step == self.args.pause_at:
                break
            if self.minutes - checked >= CHECK_MINUTES:
                self.measure()
                checked = self.minutes
        self.measure()


def write(state: dict[str, Any], file: Path) -> None:
    """Saves so that a broken write leaves the old file."""
    part = file.with_suffix(".part")
    torch.save(state, part)
    part.replace(file)


def read_number(file: Path) -> float | None:
    """The number in a file, or None where there is none."""
    try:
        return float(file.read_text())
    except (OSError, ValueError):
        return None


def restart_with_malloc() -> None:
    """Starts the same command again with MALLOC, which is only read when a process begins."""
    if sys.platform == "linux" and "GLIBC_TUNABLES" not in os.environ:
        os.execve(sys.executable, [sys.executable, *sys.argv], os.environ | MALLOC)


def main() -> None:
    args = parse()
    restart_with_malloc()
    torch.set_num_threads(args.threads)
    run = Run(args)
    if args.resume:
        run.load(args.resume_from)
    parameters = sum(p.numel() for p in run.model.parameters())
    length = run.problems.lengths.mean()
    print(f"{parameters} parameters, {len(run.problems)} problems of {length:.0f} tokens on average")
    run.go()


if __name__ == "__main__":
    main()
