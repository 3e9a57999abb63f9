"""Softens a policy: divides its logits by a temperature, once and for all, through its last norm.

Usage: python models/train/soften.py --run models/train/runs/policy --temperature 1.3

A policy trained on one gold solution per problem is sharp: at temperature 1 most of its samples
agree, and voting has little to do. Softened by τ it writes at temperature 1 what it wrote at τ, and
at 1/τ what it wrote at 1. Greedy answers stay as they are. The card says by how much.
"""

import argparse
import json
from pathlib import Path

import torch


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--run", type=Path, required=True, help="the run's folder")
    parser.add_argument("--temperature", type=float, required=True, help="1 changes nothing")
    args = parser.parse_args()
    checkpoint = torch.load(args.run / "checkpoint-fp16.pt", weights_only=True)
    norm = checkpoint["model"]["norm.weight"].float() / args.temperature
    checkpoint["model"]["norm.weight"] = norm.half()
    torch.save(checkpoint, args.run / "softened-fp16.pt")
    (args.run / "softened.json").write_text(json.dumps({"temperature": args.temperature}) + "\n")
    print(f"logits divided by {args.temperature} in {args.run / 'softened-fp16.pt'}")


if __name__ == "__main__":
    main()
