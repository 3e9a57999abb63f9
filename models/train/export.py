"""Writes a model in the hub's layout: configuration, tokenizer, model.onnx and, calibrated, model_q4.onnx.

Usage: python models/train/export.py --checkpoint models/train/runs/policy/checkpoint-fp16.pt \
           --tokenizer models/pocket/policy --out models/pocket/policy \
           --calibration train.jsonl --held-out test.jsonl

The written files are compared with the transformers library; a difference is an error.
"""

import argparse
import copy
import json
import shutil
from itertools import islice
from pathlib import Path

import numpy as np
import onnx
import torch
from tokenizers import Tokenizer
from torch import Tensor

from check import answer_of, check
from convert import hub_config, hub_model, hub_weights
from data import make_batch, read_problems, tokenize
from graph import Builder
from model import Policy, load_policy
from quantize import FourBit, quantize_policy, split_rows
from tokenizer import END, PAD, prompt_text
from verify import TOLERANCE, Session, compare, greedy

CALIBRATION = 384  # problems
ROWS = 64
COMPARED = 10  # prompts
GREEDY = 100  # prompts
SAMPLES = 8
LONGEST = 320


def write_json(file: Path, value: object) -> None:
    """Two-space JSON with a final newline."""
    file.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def write_configs(policy: Policy, tokenizer: Tokenizer, source: Path, out: Path) -> None:
    """config.json, generation_config.json and the tokenizer's two files."""
    end, pad = tokenizer.token_to_id(END), tokenizer.token_to_id(PAD)
    config = hub_config(policy.config, end, pad).to_diff_dict()
    config["rope_theta"] = policy.config.rope_theta  # where readers of older exports look
    config["transformers.js_config"] = {"dtype": "fp32"}
    write_json(out / "config.json", config)
    generation = {
        "do_sample": True,
        "temperature": 1.0,
        "top_p": 1.0,
        "top_k": 0,
        "eos_token_id": end,
        "pad_token_id": pad,
        "transformers_version": config["transformers_version"],
    }
    write_json(out / "generation_config.json", generation)
    if source.resolve() != out.resolve():
        for name in ("tokenizer.json", "tokenizer_config.json"):
            shutil.copyfile(source / name, out / name)


def write_graph(policy: Policy, four_bit: dict[str, FourBit], file: Path) -> None:
    """One ONNX file with its weights inside."""
    weights = {name: w.numpy() for name, w in hub_weights(policy).items()}
    file.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(Builder(policy.config, weights, four_bit).build(), file)


def calibration_batches(file: Path, tokenizer: Tokenizer, cache: Path) -> list[tuple[Tensor, Tensor]]:
    """Batches of training problems, spread evenly over the file."""
    problems = tokenize([file], tokenizer, cache)
    chosen = np.linspace(0, len(problems) - 1, CALIBRATION).astype(np.int64)
    chosen = chosen[np.argsort(problems.lengths[chosen], kind="stable")]
    pad = tokenizer.token_to_id(PAD)
    return [make_batch(problems, chosen[i : i + ROWS], pad) for i in range(0, CALIBRATION, ROWS)]


def export(policy: Policy, source: Path, out: Path) -> None:
    """Writes the folder, with the graph of half-precision weights."""
    out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(source / "tokenizer.json"))
    write_configs(policy, tokenizer, source, out)
    write_graph(policy, {}, out / "onnx/model.onnx")


def export_coarse(policy: Policy, out: Path, batches: list[tuple[Tensor, Tensor]]) -> Policy:
    """Writes the graph of four-bit weights; returns the policy that has them."""
    coarse = copy.deepcopy(policy)
    four_bit = split_rows(coarse, quantize_policy(coarse, batches))
    write_graph(policy, four_bit, out / "onnx/model_q4.onnx")
    return coarse


def verify(models: dict[str, Policy], out: Path, texts: list[str]) -> None:
    """Each file against the library's model with the same weights."""
    tokenizer = Tokenizer.from_file(str(out / "tokenizer.json"))
    end, pad = tokenizer.token_to_id(END), tokenizer.token_to_id(PAD)
    prompts = [e.ids for e in tokenizer.encode_batch(texts[:COMPARED])]
    for name, model in models.items():
        file = out / "onnx" / f"{name}.onnx"
        worst = compare(Session(file), hub_model(model, end, pad), prompts)
        print(f"{file.name}: {file.stat().st_size} bytes, largest difference of logits {worst:.1e}")
        if worst > TOLERANCE:
            raise SystemExit(f"{file.name} differs from the reference by {worst:.1e}")


def report(policy: Policy, coarse: Policy, out: Path, problems: list[dict[str, str]]) -> None:
    """What four bits cost: accuracy of samples, and of greedy answers through the files."""
    tokenizer = Tokenizer.from_file(str(out / "tokenizer.json"))
    end = tokenizer.token_to_id(END)
    for name, model in (("fp16 weights", policy), ("4-bit weights", coarse)):
        result = check(model, tokenizer, problems, SAMPLES, 1)
        print(f"{name}: {len(problems)} problems, {SAMPLES} samples at temperature 1: {result}")
    made = []
    for name in ("model", "model_q4"):
        session = Session(out / "onnx" / f"{name}.onnx")
        prompts = [tokenizer.encode(prompt_text(p["question"])).ids for p in problems[:GREEDY]]
        made.append([tokenizer.decode(greedy(session, p, end, LONGEST)) for p in prompts])
    texts = sum(a == b for a, b in zip(*made, strict=True))
    answers = sum(answer_of(a) == answer_of(b) for a, b in zip(*made, strict=True))
    print(f"greedy, 4-bit file against fp16 file: {texts} texts and {answers} answers of {GREEDY} equal")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True, help="folder with its two files")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--calibration", type=Path, help="training JSONL for the 4-bit graph")
    parser.add_argument("--held-out", type=Path, required=True, help="held-out JSONL")
    parser.add_argument("--problems", type=int, default=250, help="held-out problems to report on")
    args = parser.parse_args()
    torch.set_num_threads(1)
    policy = load_policy(args.checkpoint)
    tokenizer = Tokenizer.from_file(str(args.tokenizer / "tokenizer.json"))
    export(policy, args.tokenizer, args.out)
    problems = list(islice(read_problems([args.held_out]), args.problems))
    texts = [prompt_text(p["question"]) for p in problems]
    if not args.calibration:
        return verify({"model": policy}, args.out, texts)
    batches = calibration_batches(args.calibration, tokenizer, Path(__file__).parent / "runs/cache")
    coarse = export_coarse(policy, args.out, batches)
    verify({"model": policy, "model_q4": coarse}, args.out, texts)
    return report(policy, coarse, args.out, problems)


if __name__ == "__main__":
    main()
