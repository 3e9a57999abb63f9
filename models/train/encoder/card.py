"""Writes the pocket encoder's card.

Usage: python models/train/encoder/card.py --run models/train/runs/clip --model models/pocket/clip \
           [--scores clip.json] [--english clip-en.json]

`--scores` and `--english` are the last lines of `npm run eval -- --role clip`, of the run and of the one whose
captions were English alone.
"""

import argparse
import hashlib
import json
from pathlib import Path
from typing import Any

import torch

FILES = [
    "config.json",
    "onnx/text_model.onnx",
    "onnx/vision_model.onnx",
    "preprocessor_config.json",
    "tokenizer.json",
    "tokenizer_config.json",
]
COMMANDS = [
    "npm run captions -- --out models/train/data/captions.jsonl",
    "npm run curate -- --in models/train/data/captions.jsonl --t-en 20 --seed 1 --out models/train/data/captions-curated.jsonl",
    "python models/train/encoder/glyphs.py --icons models/train/data/icons --captions models/train/data/captions.jsonl --out models/train/data/glyphs.npz",
    "python models/train/encoder/caption_tokenizer.py --captions models/train/data/captions.jsonl --out models/pocket/clip",
]


def about(file: Path, path: str) -> dict[str, Any]:
    """A file's path, length and sha256."""
    content = file.read_bytes()
    return {"path": path, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def training(run: Path) -> dict[str, Any]:
    """Settings and curve: minutes, loss, mean accuracy over the languages on the pictures kept back."""
    lines = [json.loads(line) for line in (run / "log.jsonl").read_text().splitlines()]
    curve, loss = [], None
    for line in lines:
        loss = line.get("loss", loss)
        if "others" in line:
            curve.append([line["minutes"], loss, line["others"]])
    options = json.loads((run / "run.json").read_text())
    return {
        "data": {"command": COMMANDS},
        "options": {k: v for k, v in options.items() if k not in ("resume", "threads")},
        "steps": lines[-1]["step"],
        "minutes": lines[-1]["minutes"],
        "curve": curve,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--scores", type=Path)
    parser.add_argument("--english", type=Path)
    args = parser.parse_args()
    weights = torch.load(args.run / "checkpoint-fp16.pt", weights_only=True)["model"]
    config = json.loads((args.model / "config.json").read_text())
    captions = Path("models/train/data/captions.jsonl")
    languages = list(dict.fromkeys(json.loads(line)["language"] for line in captions.open()))
    card = {
        "id": "pocket-clip",
        "role": "encoder",
        "label": "Pocket encoder",
        "folder": "models/pocket/clip",
        "parameters": sum(v.numel() for k, v in weights.items() if "running" not in k and "num_" not in k),
        "license": "Apache-2.0",
        "side": config["quorum"]["image"]["size"],
        "dim": config["quorum"]["dim"],
        "languages": languages,
        "files": [about(args.model / path, path) for path in FILES],
        "training": training(args.run),
    }
    if args.scores:
        card["scores"] = json.loads(args.scores.read_text())
    if args.english:
        card["scores"]["englishOnly"] = json.loads(args.english.read_text())
    (args.model / "card.json").write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
