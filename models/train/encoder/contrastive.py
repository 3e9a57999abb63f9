"""Trains the pocket encoder: pictures against captions, contrastively, in all languages at once.

Usage: python models/train/encoder/contrastive.py --name clip --tokenizer models/pocket/clip --steps 3000 \
           --glyphs models/train/data/glyphs.npz --captions models/train/data/captions-curated.jsonl

A step takes distinct concepts, one picture and three captions of each, every caption in a language of its own;
the loss is CLIP's, once for each caption. `--languages en` is the English-only run. `--resume` goes on.
"""

import argparse
import json
import math
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F

sys.path.append(str(Path(__file__).parent.parent))  # What the language models' training shares.
from augment import augmented, plain  # noqa: E402
from captions import Captions, padded  # noqa: E402
from drawings import draw  # noqa: E402
from towers import Encoder, EncoderConfig  # noqa: E402
from train import RUNS, read_number, restart_with_malloc, write  # noqa: E402

CAPTIONS = 3  # of a picture in a step: a text costs a fifth of a picture
ENGLISH = 0.3  # share of captions in English (0.44 in MetaCLIP 2)
DRAWINGS = 32  # variants of each generated drawing
CHECKED_DESIGN, CHECKED = 5, 100  # pictures kept back to watch the run


def parse() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--name", required=True, help="the run's folder under runs/")
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--glyphs", type=Path, required=True)
    parser.add_argument("--captions", type=Path, required=True)
    parser.add_argument("--languages", nargs="+", help="of the captions; all by default")
    parser.add_argument("--steps", type=int, required=True)
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--batch", type=int, default=256)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--decay", type=float, default=0.1)
    return parser.parse_args()


def contrast(images: Tensor, texts: Tensor, scale: Tensor, same: Tensor) -> Tensor:
    """CLIP's loss of matched rows [B, dim]; `same` [B, B] marks other rows with the very same caption."""
    logits = (scale * F.normalize(images, dim=1) @ F.normalize(texts, dim=1).T).masked_fill(same, -1e4)
    target = torch.arange(len(images))
    return (F.cross_entropy(logits, target) + F.cross_entropy(logits.T, target)) / 2


class Run:
    """A run: its pictures, captions, state and folder."""

    def __init__(self, args: argparse.Namespace) -> None:
        self.args, self.folder = args, RUNS / args.name
        self.folder.mkdir(parents=True, exist_ok=True)
        tokenizer = Tokenizer.from_file(str(args.tokenizer / "tokenizer.json"))
        self.config = EncoderConfig(vocabulary=tokenizer.get_vocab_size())
        languages = {json.loads(line)["language"] for line in args.captions.open()}
        self.languages = sorted(set(args.languages or languages))
        self.captions = Captions(args.captions, tokenizer, self.languages)
        self.read_pictures()
        torch.manual_seed(args.seed)
        self.encoder = Encoder(self.config)
        self.encoder.image.to(memory_format=torch.channels_last)
        decayed = [p for p in self.encoder.parameters() if p.ndim > 1]
        others = [p for p in self.encoder.parameters() if p.ndim <= 1]
        groups = [{"params": decayed, "weight_decay": args.decay}, {"params": others, "weight_decay": 0.0}]
        self.optimizer = torch.optim.AdamW(groups, lr=args.rate, betas=(0.9, 0.98))
        self.step, self.minutes = 0, 0.0
        options = {k: v for k, v in vars(args).items() if v is not None}
        (self.folder / "run.json").write_text(json.dumps(options, indent=2, default=str) + "\n")

    def read_pictures(self) -> None:
        """Glyphs and drawings by concept, without those kept back."""
        data = np.load(self.args.glyphs)
        self.images, concepts, designs = data["images"], data["concepts"].tolist(), data["designs"]
        random = np.random.default_rng(0)
        candidates = np.flatnonzero(designs == CHECKED_DESIGN)
        self.checked = np.sort(random.choice(candidates, CHECKED, replace=False))
        self.checked_concepts = [concepts[i] for i in self.checked]
        kept_back = set(self.checked.tolist())
        self.by_concept: dict[str, list[int]] = {}
        for index, concept in enumerate(concepts):
            if index not in kept_back and (concept, "en") in self.captions.by_key:
                self.by_concept.setdefault(concept, []).append(index)
        drawn = sorted({c for c, _ in self.captions.by_key if c.startswith("draw ")})
        pictures = [draw(c, random, self.images.shape[1]) for c in drawn for _ in range(DRAWINGS)]
        for number, concept in enumerate(drawn):
            first = len(self.images) + number * DRAWINGS
            self.by_concept[concept] = list(range(first, first + DRAWINGS))
        self.images = np.concatenate([self.images, np.stack(pictures)])
        self.concepts = sorted(self.by_concept)

    def batch(self) -> tuple[Tensor, list[tuple[Tensor, Tensor]]]:
        """Pixels, and captions as (ids, which rows read the same): a function of seed and step alone."""
        random = np.random.default_rng((self.args.seed, self.step))
        generator = torch.Generator().manual_seed(self.args.seed * 1_000_003 + self.step)
        chosen = random.choice(len(self.concepts), self.args.batch, replace=False)
        concepts = [self.concepts[i] for i in chosen]
        pictures = self.images[[random.choice(self.by_concept[c]) for c in concepts]]
        others = [x for x in self.languages if x != "en"] or ["en"]
        texts = []
        for _ in range(CAPTIONS):
            spoken = ["en" if r < ENGLISH else str(random.choice(others)) for r in random.random(len(concepts))]
            drawn = self.captions.draw(concepts, spoken, random)
            ids = padded([self.captions.ids[t] for t in drawn], self.config.context, self.config.end)
            known = np.unique(drawn, return_inverse=True)[1]
            same = (known[:, None] == known[None]) & ~np.eye(len(known), dtype=bool)
            texts.append((torch.from_numpy(ids), torch.from_numpy(same)))
        return augmented(torch.from_numpy(pictures), self.config.side, generator), texts

    def rate(self) -> float:
        """Warm-up over 200 steps, then half a cosine to the end."""
        done = self.step / self.args.steps
        return self.args.rate * min(1.0, (self.step + 1) / 200) * (0.5 + 0.5 * math.cos(math.pi * done))

    def learn(self) -> float:
        """One step; returns the loss in nats."""
        pixels, texts = self.batch()
        for group in self.optimizer.param_groups:
            group["lr"] = self.rate()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            images = self.encoder.image(pixels.contiguous(memory_format=torch.channels_last))
            embedded = [self.encoder.text(ids) for ids, _ in texts]
        scale = self.encoder.log_scale.clamp(max=4.6).exp()
        losses = [
            contrast(images.float(), text.float(), scale, same)
            for text, (_, same) in zip(embedded, texts, strict=True)
        ]
        loss = torch.stack(losses).mean()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.encoder.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad()
        return float(loss.detach())

    @torch.no_grad()
    def check(self) -> dict[str, Any]:
        """100-way accuracy on the pictures kept back, in English and on average over the other languages."""
        self.encoder.eval()
        pictures = plain(torch.from_numpy(self.images[self.checked]), self.config.side)
        images = F.normalize(self.encoder.image(pictures), dim=1)
        right: dict[str, float] = {}
        for language in self.languages:
            names = [self.captions.by_key.get((c, language), self.captions.by_key[c, "en"])[0][0]
                     for c in self.checked_concepts]  # fmt: skip
            ids = padded([self.captions.ids[n] for n in names], self.config.context, self.config.end)
            texts = F.normalize(self.encoder.text(torch.from_numpy(ids)), dim=1)
            best = (images @ texts.T).argmax(1).tolist()
            right[language] = sum(names[b] == names[i] for i, b in enumerate(best)) / len(best)
        self.encoder.train()
        others = [v for k, v in right.items() if k != "en"]
        return {"english": right.get("en"), "others": round(sum(others) / max(1, len(others)), 4)}

    def save(self) -> None:
        """Everything needed to go on, and the weights alone in half precision."""
        weights = self.encoder.state_dict()
        state = {"config": asdict(self.config), "model": weights, "optimizer": self.optimizer.state_dict()}
        write(state | {"step": self.step, "minutes": self.minutes}, self.folder / "last.pt")
        half = {k: v.half() if v.is_floating_point() else v for k, v in weights.items()}
        write({"config": asdict(self.config), "model": half}, self.folder / "checkpoint-fp16.pt")

    def load(self) -> None:
        """Goes on from the run's last state."""
        state = torch.load(self.folder / "last.pt", weights_only=True)
        self.encoder.load_state_dict(state["model"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.step, self.minutes = state["step"], state["minutes"]

    def log(self, **values: Any) -> None:
        """One JSON line on the screen and in the log."""
        text = json.dumps({"step": self.step, "minutes": round(self.minutes, 2)} | values)
        print(text, flush=True)
        with (self.folder / "log.jsonl").open("a") as file:
            file.write(text + "\n")

    def go(self) -> None:
        """Steps to the end; a check every five minutes."""
        before, started, checked = self.minutes, time.monotonic(), self.minutes
        losses: list[float] = []
        while self.step < self.args.steps:
            if (threads := read_number(self.folder / "threads")) is not None:
                torch.set_num_threads(max(1, int(threads)))
            losses.append(self.learn())
            self.step += 1
            self.minutes = before + (time.monotonic() - started) / 60
            if self.step % 50 == 0:
                scale = round(float(self.encoder.log_scale.detach().exp()), 1)
                self.log(loss=round(sum(losses) / len(losses), 4), rate=self.rate(), scale=scale)
                losses = []
            if self.minutes - checked >= 5:
                self.log(**self.check())
                self.save()
                checked = self.minutes
        self.log(**self.check())
        self.save()


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
