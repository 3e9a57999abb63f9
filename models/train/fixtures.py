"""Writes the logits that the browser engine is compared with, from the transformers library.

Usage: python models/train/fixtures.py --checkpoint models/train/runs/policy/checkpoint-fp16.pt \
           --model models/pocket/policy --held-out test-3.jsonl test-4.jsonl \
           --out tests/fixtures/pocket-policy-logits.json
"""

import argparse
import hashlib
import json
from itertools import islice
from pathlib import Path

import torch
from tokenizers import Tokenizer

from convert import hub_model
from data import read_problems
from model import load_policy
from tokenizer import END, PAD, prompt_text

PROMPTS = 20
DIGITS = 6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True, help="the exported folder")
    parser.add_argument("--held-out", type=Path, nargs="+", required=True, help="held-out JSONL")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    torch.set_num_threads(1)
    tokenizer = Tokenizer.from_file(str(args.model / "tokenizer.json"))
    policy = load_policy(args.checkpoint)
    reference = hub_model(policy, tokenizer.token_to_id(END), tokenizer.token_to_id(PAD))
    each = PROMPTS // len(args.held_out)
    problems = [p for file in args.held_out for p in islice(read_problems([file]), each)]
    made = []
    for problem in problems:
        text = prompt_text(problem["question"])
        tokens = tokenizer.encode(text).ids
        with torch.inference_mode():
            logits = reference(torch.tensor([tokens])).logits[0, -1]
        rounded = [float(f"{x:.{DIGITS}g}") for x in logits.tolist()]
        made.append(
            {
                "id": problem["id"],
                "question": problem["question"],
                "text": text,
                "tokens": tokens,
                "logits": rounded,
            }
        )
    fixture = {
        "what": "logits of the last prompt position; transformers, eager attention, float32, "
        "weights rounded to half precision",
        "sha256": hashlib.sha256((args.model / "onnx/model.onnx").read_bytes()).hexdigest(),
        "prompts": made,
    }
    args.out.parent.mkdir(parents=True, exist_ok=True)
    args.out.write_text(json.dumps(fixture, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{len(made)} prompts, {args.out.stat().st_size} bytes in {args.out}")


if __name__ == "__main__":
    main()
