"""Samples of a policy, with whether each is right: what an aggregator and a judge learn from.

Usage: python models/train/candidates.py --checkpoint models/train/checkpoints/policy-706.pt \
           --tokenizer models/pocket/policy --data train-3.jsonl --n 16 --out candidates.jsonl

Writes the problems' lines with `samples` added, each {text, right}. Goes on where an earlier run of the
same command stopped: problems already in the file are skipped.
"""

import argparse
import json
import time
from itertools import islice
from pathlib import Path

import torch
from tokenizers import Tokenizer

from check import answer_of
from data import batched, read_problems
from model import load_policy
from rollout import roll_out
from tokenizer import END, prompt_text

SORTED_TOGETHER = 512
AT_ONCE = 16  # prompts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True, help="folder with tokenizer.json")
    parser.add_argument("--data", type=Path, required=True, help="problems as JSONL")
    parser.add_argument("--count", type=int, help="problems, from the first")
    parser.add_argument("--n", type=int, default=16, help="samples of each")
    parser.add_argument("--temperature", type=float, default=1.0)
    parser.add_argument("--longest", type=int, default=96, help="tokens of a sample")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    torch.set_num_threads(1)
    model = load_policy(args.checkpoint)
    tokenizer = Tokenizer.from_file(str(args.tokenizer / "tokenizer.json"))
    end = tokenizer.token_to_id(END)
    done = sum(1 for _ in args.out.open()) if args.out.exists() else 0
    problems = islice(read_problems([args.data]), done, args.count)
    started, samples = time.monotonic(), 0
    with args.out.open("a") as out:
        for pool_number, pool in enumerate(batched(problems, SORTED_TOGETHER)):
            generator = torch.Generator().manual_seed(
                args.seed * 1_000_003 + done + pool_number * SORTED_TOGETHER
            )
            # Samples that end together waste no steps.
            order = sorted(
                range(len(pool)), key=lambda i: (len(pool[i]["solution"]), len(pool[i]["question"]))
            )
            for first in range(0, len(order), AT_ONCE):
                rows = [pool[i] for i in order[first : first + AT_ONCE]]
                prompts = [e.ids for e in tokenizer.encode_batch([prompt_text(p["question"]) for p in rows])]
                groups = roll_out(model, prompts, args.n, args.temperature, end, args.longest, generator)
                for problem, group in zip(rows, groups, strict=True):
                    texts = tokenizer.decode_batch([r.tokens for r in group])
                    problem["samples"] = [
                        {"text": t, "right": answer_of(t) == problem["answer"]} for t in texts
                    ]
                samples += len(rows) * args.n
            out.writelines(json.dumps({k: v for k, v in p.items() if k != "program"}) + "\n" for p in pool)
            out.flush()
            right = sum(s["right"] for p in pool for s in p["samples"]) / (len(pool) * args.n)
            rate = samples / (time.monotonic() - started)
            print(
                json.dumps({"samples": samples, "right": round(right, 3), "perSecond": round(rate)}),
                flush=True,
            )


if __name__ == "__main__":
    main()
