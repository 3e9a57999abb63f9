"""Trains a role from a policy: problems, samples, rows, the form, reinforcement learning, the folder.

Usage: python models/train/roles.py --role aggregator [--smoke] [--out models/pocket/aggregator]

A step whose file is there is not done again; training resumes where it stopped. `--smoke` does all of it in
about five minutes at sizes that teach nothing, into runs/: to see that the pipeline works.
"""

import argparse
import shlex
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path

HERE = (
    Path(__file__).parent.relative_to(Path.cwd()) if Path(__file__).is_absolute() else Path(__file__).parent
)
TOKENIZER = "models/pocket/policy"


@dataclass(frozen=True)
class Recipe:
    """What a role's training is made of; counts of problems, minutes of wall time."""

    role: str
    policy: str  # whose samples are read
    start: str  # the weights to start from
    problems: int
    samples: int
    held_out: int
    groups: int
    rows: tuple[str, ...]  # options of role-data for the supervised rows
    rl_rows: tuple[str, ...]  # the same for reinforcement learning
    sft: tuple[str, ...]
    grpo: tuple[str, ...]


AGGREGATOR = Recipe(
    role="aggregator",
    policy="policy-706",
    start="policy-706",
    problems=7680,
    samples=12,
    held_out=512,
    groups=6,
    rows=("--easy", "1.5"),
    rl_rows=("--easy", "0.5", "--seed", "2"),
    sft=("--minutes", "50"),
    grpo=("--minutes", "30", "--units", "12", "--rate", "1e-4"),
)
JUDGE = Recipe(
    role="judge",
    policy="policy-706",
    start="policy-6033",
    problems=7680,
    samples=12,
    held_out=512,
    groups=1,
    rows=(),
    rl_rows=(),
    sft=("--steps", "150"),
    grpo=("--minutes", "20", "--units", "12", "--longest", "120", "--rate", "2e-4"),
)
RECIPES = {r.role: r for r in (AGGREGATOR, JUDGE)}


def small(recipe: Recipe) -> Recipe:
    """The same steps in about five minutes."""
    return replace(
        recipe,
        problems=64,
        held_out=32,
        groups=1,
        sft=("--steps", "20"),
        grpo=("--minutes", "1", "--units", "4", "--checked", "16", *recipe.grpo[4:]),
    )


def steps(recipe: Recipe, name: str, out: str) -> list[tuple[str, list[str]]]:
    """(file that the step makes, command), in order."""
    data, runs, python = f"{HERE}/data/{name}", f"{HERE}/runs/{name}", sys.executable
    world = ["npm", "run", "--silent", "world", "--", "--level", "3"]
    rows = ["npm", "run", "--silent", "role-data", "--", "--role", recipe.role]
    sample = [python, f"{HERE}/candidates.py", "--checkpoint", f"{HERE}/checkpoints/{recipe.policy}.pt"]
    sample += ["--tokenizer", TOKENIZER]
    held = ["--held-out", f"{data}-held.jsonl"]
    learn = ["--tokenizer", TOKENIZER, *held]
    groups = ["--groups", str(recipe.groups)]

    def problems(split: str, seed: int, count: int) -> tuple[str, list[str]]:
        file = f"{data}-{split}.jsonl"
        return file, [*world, "--split", split, "--seed", str(seed), "--count", str(count), "--out", file]

    def samples(split: str, n: int) -> tuple[str, list[str]]:
        file = f"{data}-{split}-samples.jsonl"
        return file, [*sample, "--data", f"{data}-{split}.jsonl", "--n", str(n), "--out", file]

    def role_rows(kind: str, split: str, options: tuple[str, ...]) -> tuple[str, list[str]]:
        file = f"{data}-{kind}.jsonl"
        return file, [*rows, "--candidates", f"{data}-{split}-samples.jsonl", *options, "--out", file]

    form, trained = f"{runs}-form", f"{runs}-rl"
    return [
        problems("train", 2, recipe.problems),
        problems("test", 3, recipe.held_out),
        samples("train", recipe.samples),
        samples("test", 8),
        role_rows("rows", "train", (*groups, *recipe.rows)),
        role_rows("rl", "train", (*groups, *recipe.rl_rows)),
        role_rows("held", "test", ("--m", "8", "--seed", "7")),
        (
            f"{form}/done",
            [
                python,
                f"{HERE}/train.py",
                "--name",
                f"{name}-form",
                *learn,
                "--float32",
                "--init",
                f"{HERE}/checkpoints/{recipe.start}.pt",
                "--data",
                f"{data}-rows.jsonl",
                *recipe.sft,
            ],
        ),
        (
            f"{trained}/done",
            [
                python,
                f"{HERE}/grpo.py",
                "--name",
                f"{name}-rl",
                *learn,
                "--init",
                f"{form}/checkpoint-fp16.pt",
                "--data",
                f"{data}-rl.jsonl",
                *recipe.grpo,
            ],
        ),
        (
            f"{out}/onnx/model.onnx",
            [
                python,
                f"{HERE}/export.py",
                "--checkpoint",
                f"{trained}/checkpoint-fp16.pt",
                "--out",
                out,
                "--tokenizer",
                TOKENIZER,
                *held,
                "--problems",
                "10",
            ],
        ),
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--role", choices=RECIPES, required=True)
    parser.add_argument("--smoke", action="store_true", help="a few minutes, to see that it works")
    parser.add_argument("--out", help="the exported folder")
    parser.add_argument("--dry-run", action="store_true", help="print the commands")
    args = parser.parse_args()
    recipe = small(RECIPES[args.role]) if args.smoke else RECIPES[args.role]
    name = f"{args.role}-smoke" if args.smoke else args.role
    out = args.out or f"{HERE}/runs/{name}-folder"
    (HERE / "data").mkdir(exist_ok=True)
    for made, command in steps(recipe, name, out):
        print("+", shlex.join(command), flush=True)
        file = Path(made)
        if args.dry_run or file.exists():
            continue
        resumes = file.name == "done" and (file.parent / "last.pt").exists()
        subprocess.run([*command, "--resume"] if resumes else command, check=True)
        if file.name == "done":
            file.touch()


if __name__ == "__main__":
    main()
