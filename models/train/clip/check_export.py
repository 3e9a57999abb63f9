"""Compares an exported folder with the transformers library, on random tokens and images of a formula."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from numpy.typing import NDArray

from loaded import Loaded
from nodes import PRECISIONS
from table import read_rows

TEXTS, IMAGES = 20, 8
TOLERANCE = {"int8": 2e-2}  # of an embedding of length one, by how the table is stored; else
EXACT = 1e-3
Floats = NDArray[np.float32]
Ids = NDArray[np.int64]


@dataclass(frozen=True)
class Report:
    """How far one variant is from the library."""

    variant: str
    image: float  # largest difference of normalised embeddings
    text: float
    shorter: (
        float  # largest difference, the same texts without what pads them; 0 where that may not be left out
    )
    same_best: int  # texts, of TEXTS, whose nearest image is the same
    same_order: int  # texts whose whole ranking of the images is the same

    def __str__(self) -> str:
        return (
            f"{self.variant}: images within {self.image:.1e}, texts {self.text:.1e}, cut {self.shorter:.1e}; "
            f"nearest image the same for {self.same_best} of {TEXTS} texts, whole order for {self.same_order}"
        )


def pixels(count: int, size: int) -> Floats:
    """Images [count, 3, size, size]: sin(0.05 (i + 1) j) at place j of image i, the same in any language."""
    places = np.arange(3 * size * size) * np.arange(1, count + 1)[:, None]
    return np.sin(0.05 * places).astype(np.float32).reshape(count, 3, size, size)


def token_ids(loaded: Loaded, pad: int) -> Ids:
    """Texts of 1 to `context` - 1 random tokens, an end after each, padded: int64 [TEXTS, context]."""
    c, random = loaded.text, np.random.default_rng(5)
    ids = np.full((TEXTS, c.max_position_embeddings), pad, np.int64)
    end = c.eos_token_id if loaded.pooling == "first-eos" else c.vocab_size - 1
    for i, row in enumerate(ids):
        length = 1 + i * (len(row) - 2) // (TEXTS - 1)
        row[:length] = random.integers(3, c.vocab_size - 1, length)
        row[length] = end
    return ids


def pool_indices(loaded: Loaded, ids: Ids) -> Ids:
    """By the rule of the contract."""
    if loaded.pooling == "last":
        return np.full(len(ids), ids.shape[1] - 1)
    return (ids if loaded.pooling == "highest-id" else ids == loaded.text.eos_token_id).argmax(1)


@torch.no_grad()
def expected(loaded: Loaded, images: Floats, ids: Ids) -> tuple[Floats, Floats]:
    """The library's embeddings of images and texts, as they are."""
    model = loaded.model
    image = model.get_image_features(pixel_values=torch.from_numpy(images))
    text = model.get_text_features(input_ids=torch.from_numpy(ids))
    return image.pooler_output.numpy(), text.pooler_output.numpy()


def encode_images(out: Path, suffix: str, images: Floats) -> Floats:
    """By the folder's graph."""
    return onnxruntime.InferenceSession(out / f"onnx/vision_model{suffix}.onnx").run(
        None, {"pixel_values": images}
    )[0]


def encode_texts(out: Path, suffix: str, ids: Ids, pool: Ids) -> Floats:
    """By the folder's graph and table."""
    about = json.loads((out / "config.json").read_text(encoding="utf-8"))["quorum"]["text"]
    feeds = {"input_ids": ids}
    if "tokenEmbedding" in about:
        feeds = {"inputs_embeds": read_rows(out / about["tokenEmbedding"], about, ids), "pool_index": pool}
    return onnxruntime.InferenceSession(out / f"onnx/text_model{suffix}.onnx").run(None, feeds)[0]


def normalised(x: Floats) -> Floats:
    """Of length one."""
    return x / np.linalg.norm(x, axis=-1, keepdims=True)


def compare(loaded: Loaded, out: Path, variant: str) -> Report:
    """One variant of a folder."""
    suffix = PRECISIONS[variant].suffix
    about = json.loads((out / "config.json").read_text(encoding="utf-8"))["quorum"]["text"]
    images, ids = pixels(IMAGES, loaded.vision.image_size), token_ids(loaded, about["padId"])
    pool = pool_indices(loaded, ids)
    right_image, right_text = map(normalised, expected(loaded, images, ids))
    image = normalised(encode_images(out, suffix, images))
    text = normalised(encode_texts(out, suffix, ids, pool))
    half = TEXTS // 2
    cut = pool[half - 1] + 1 if loaded.causal else ids.shape[1]
    shorter = normalised(encode_texts(out, suffix, ids[:half, :cut], pool[:half]))
    order = [np.argsort(-(t @ i.T), 1, kind="stable") for t, i in ((right_text, right_image), (text, image))]
    return Report(
        variant,
        float(np.abs(image - right_image).max()),
        float(np.abs(text - right_text).max()),
        float(np.abs(shorter - text[:half]).max()),
        int((order[0][:, 0] == order[1][:, 0]).sum()),
        int((order[0] == order[1]).all(1).sum()),
    )


def check(loaded: Loaded, out: Path, variants: list[str]) -> Iterator[Report]:
    """All variants. Raises SystemExit where full precision differs by more than its table allows."""
    about = json.loads((out / "config.json").read_text(encoding="utf-8"))["quorum"]["text"]
    limit = TOLERANCE.get(about.get("dtype"), EXACT)
    for variant in variants:
        report = compare(loaded, out, variant)
        yield report
        if variant == "fp32" and not (max(report.image, report.shorter) < EXACT and report.text < limit):
            raise SystemExit(f"{out}: {report}")
