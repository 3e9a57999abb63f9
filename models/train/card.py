"""Writes the model card: what the files are, how the weights were made, what they scored.

Usage: python models/train/card.py --run models/train/runs/policy --data train-*.jsonl \
           --model models/pocket/policy --scores scores.json

Facts are measured anew. Choices that a person made (CHOICES) are kept from the card that is there. A role's
data are not problems, but made from a policy's samples of them: `--commands` is a file with the commands that
made it, one a line.
"""

import argparse
import hashlib
import json
from collections import Counter
from pathlib import Path
from typing import Any

from data import read_problems
from model import load_policy

CHOICES = ("id", "role", "label", "folder", "graph", "preferred", "recommended")
PROBLEMS_PER_SEED = 10_000_000  # a problem's number is seed × this + its place
CURVE_POINTS = 60


def files(folder: Path) -> list[dict[str, Any]]:
    """Path, size in bytes and sha256 of every file but the card."""
    found = sorted(p for p in folder.rglob("*") if p.is_file() and p.name != "card.json")
    return [
        {
            "path": p.relative_to(folder).as_posix(),
            "bytes": p.stat().st_size,
            "sha256": hashlib.sha256(p.read_bytes()).hexdigest(),
        }
        for p in found
    ]


def data(paths: list[Path]) -> dict[str, Any]:
    """The commands that write the training problems again, and how many there are."""
    sets: Counter[tuple[str, int, int, str]] = Counter()
    for problem in read_problems(paths):
        seed = int(problem["id"].rpartition("/")[2]) // PROBLEMS_PER_SEED
        sets[problem["task"], int(problem["level"]), seed, problem["split"]] += 1
    return {
        "command": [
            f"npm run world -- --task {task} --count {count} --seed {seed} --level {level} --split {split}"
            for (task, level, seed, split), count in sets.items()
        ],
        "problems": sets.total(),
        "levels": sorted({level for _, level, _, _ in sets}),
        "seeds": sorted({seed for _, _, seed, _ in sets}),
    }


def curve(lines: list[dict[str, Any]]) -> list[list[float]]:
    """[minutes, loss, held-out accuracy at temperature 1] at each check, evenly thinned.

    Of GRPO: [minutes, mean reward since the check before, held-out reward of the likeliest completions].
    """
    points, loss, rewards = [], None, []
    for line in lines:
        loss = line.get("loss", loss)
        rewards += [line["reward"]] if "reward" in line else []
        if "heldOut" not in line:
            continue
        held_out = line["heldOut"]
        if "sampled" in held_out and loss is not None:
            points.append([line["minutes"], loss, round(held_out["sampled"], 4)])
        elif rewards:
            share = sum(held_out.values()) / len(held_out)
            points.append([line["minutes"], round(sum(rewards) / len(rewards), 4), round(share, 4)])
            rewards = []
    last = len(points) - 1
    kept = min(len(points), CURVE_POINTS)
    return [points[round(i * last / max(1, kept - 1))] for i in range(kept)]


def log_of(runs: list[Path]) -> list[dict[str, Any]]:
    """The logs of runs of which each went on from the one before, as one: what they count goes on too."""
    joined: list[dict[str, Any]] = []
    for run in runs:
        end = joined[-1] if joined else {}
        for text in (run / "log.jsonl").open(encoding="utf-8"):
            line = json.loads(text)
            counts = ("step", "minutes", "tokens")
            joined.append(
                line | {name: round(line[name] + end.get(name, 0), 2) for name in counts if name in line}
            )
    return joined


def training(runs: list[Path], made_of: dict[str, Any] | None = None) -> dict[str, Any]:
    """What made the weights."""
    lines = log_of(runs)
    used = json.loads((runs[-1] / "run.json").read_text(encoding="utf-8"))
    end = lines[-1]
    return {
        **({"data": made_of} if made_of else {}),
        "options": used,
        "steps": end["step"],
        "tokens": end.get("tokens"),
        "minutes": end["minutes"],
        "threads": used["threads"],
        "curve": curve(lines),
    }


def summary(file: Path) -> dict[str, Any]:
    """What npm run eval found, without the problems one by one; of a role, its last line as it is."""
    found = json.loads(file.read_text(encoding="utf-8"))
    if "results" not in found:
        return found
    return {key: found[key] for key in ("task", "level", "split", "seed", "n", "results")}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--run", type=Path, required=True, help="the run's folder")
    parser.add_argument("--before", type=Path, nargs="+", help="the runs that it went on from, in order")
    made_of = parser.add_mutually_exclusive_group(required=True)
    made_of.add_argument("--data", type=Path, nargs="+", help="training JSONL")
    made_of.add_argument("--commands", type=Path, help="what made a role's data, a command a line")
    parser.add_argument("--model", type=Path, required=True, help="the exported folder")
    parser.add_argument("--scores", type=Path, help="JSON of npm run eval")
    args = parser.parse_args()
    policy = load_policy(args.run / "checkpoint-fp16.pt")
    config = json.loads((args.model / "config.json").read_text(encoding="utf-8"))
    file = args.model / "card.json"
    before = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    scores = summary(args.scores) if args.scores else before.get("scores", {})
    commands = args.commands and {"command": args.commands.read_text(encoding="utf-8").splitlines()}
    made = training([args.run], commands or data(args.data))
    card = {
        **{choice: before[choice] for choice in CHOICES if choice in before},
        "architecture": config["model_type"],
        "parameters": sum(p.numel() for p in policy.parameters()),
        "contextLength": policy.config.context,
        "vocabulary": policy.config.vocab,
        "license": "Apache-2.0",
        "files": files(args.model),
        "training": made | ({"before": training(args.before)} if args.before else {}),
        "scores": scores,
    }
    file.write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(card['files'])} files, {card['parameters']} parameters in {file}")


if __name__ == "__main__":
    main()
