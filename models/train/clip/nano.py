"""Random encoders of each kind: exported, compared with the library, three written as the tests' fixtures.

Usage: python models/train/clip/nano.py --annotations cldr-annotations-full --out tests/fixtures
"""

import argparse
import json
import tempfile
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer

from check_export import IMAGES, check, encode_texts, expected, pixels, pool_indices
from corpus import corpus
from export_metaclip2 import export
from loaded import Loaded, load
from nano_models import KINDS, SIZE, write_checkpoint
from nodes import PRECISIONS
from table import STRIDES

TEXTS = [
    *("", "a photo of a cat", "A Photo Of A Cat", "a  photo\tof a\ncat", "two cats and a dog", "red", "dog"),
    *("smiling face with open mouth", "фото кошки", "две собаки", "красный флаг", "Москва ночью", "кошка"),
    *(
        "ｆｕｌｌ－ｗｉｄｔｈ　ｃａｔ",
        "ﬁsh and chips",
        "cafe\u0301 menu",
        "猫の写真",
        "👩‍👩‍👧 family",
        "1 + 1 = 2",
    ),
    "a very long sentence about cats, dogs, birds and all that they do together, " * 4,
]


def padded(out: Path, texts: list[str]) -> tuple[list[list[int]], NDArray[np.int64]]:
    """Tokens of texts, cut at the context but not filled up; and filled up, [texts, context]."""
    about = json.loads((out / "config.json").read_text(encoding="utf-8"))["quorum"]["text"]
    tokenizer = Tokenizer.from_file(str(out / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(about["context"])
    ids = [e.ids for e in tokenizer.encode_batch(texts)]
    return ids, np.array([row + [about["padId"]] * (about["context"] - len(row)) for row in ids])


def numbers(rows: NDArray[np.float32]) -> list[list[float]]:
    """Six digits, which is what single precision holds."""
    return [[float(f"{x:.6g}") for x in row] for row in rows.tolist()]


def write_expected(loaded: Loaded, out: Path) -> None:
    """Texts, their tokens, and the library's embeddings of them and of images."""
    ids, rows = padded(out, TEXTS)
    image, text = expected(loaded, pixels(IMAGES, SIZE), rows)
    pool = pool_indices(loaded, rows)
    made = encode_texts(out, "", rows, pool)
    if np.abs(made - text).max() > 1e-3 * np.abs(text).max():
        raise SystemExit(f"{out}: texts differ by {np.abs(made - text).max():.1e}")
    about = {"count": IMAGES, "size": SIZE, "formula": "sin(0.05 (i + 1) j) at place j of image i"}
    embeds = {"imageEmbeds": numbers(image), "textEmbeds": numbers(text)}
    value = {"images": about, "texts": TEXTS, "ids": ids, "poolIndex": pool.tolist(), **embeds}
    (out / "expected.json").write_text(json.dumps(value, ensure_ascii=False) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--annotations", type=Path, required=True, help="the unpacked npm package")
    parser.add_argument("--out", type=Path, help="writes fixtures there; else only compares")
    args = parser.parse_args()
    torch.set_num_threads(1)
    words = corpus(args.annotations, ["en", "ru"])
    for kind in KINDS:
        with tempfile.TemporaryDirectory() as folder:
            source, out = Path(folder) / "checkpoint", Path(folder) / "encoder"
            write_checkpoint(kind, source, words)
            loaded = load(source)
            for table in (*STRIDES, None):
                export(loaded, source, out, list(PRECISIONS), table)
                for report in check(loaded, out, list(PRECISIONS)):
                    print(f"{kind.model}, {kind.tokenizer}, table {table or 'in the graph'}, {report}")
            if args.out and kind.fixture:
                export(loaded, source, args.out / kind.fixture, kind.variants, kind.table)
                write_expected(loaded, args.out / kind.fixture)


if __name__ == "__main__":
    main()
