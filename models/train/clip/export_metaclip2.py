"""Writes a MetaCLIP 2, CLIP or SigLIP checkpoint as a folder of two towers in the hub's ONNX layout.

Usage: python models/train/clip/export_metaclip2.py --checkpoint metaclip-2-mt5-worldwide-s16 --out encoder \
           [--variants fp32 fp16 q8 q4] [--table fp16] [--hub]

The checkpoint is a folder on the disk in the transformers library's layout. Each written graph is compared
with the library; one in full precision that differs by more than a thousandth is an error (two hundredths
with a table of eight bits).
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch

from check_export import check
from folder import write_folder
from loaded import Loaded, load
from nodes import PRECISIONS
from table import STRIDES, write_table
from towers import write_text, write_vision


def export(loaded: Loaded, source: Path, out: Path, variants: Sequence[str], table: str | None) -> None:
    """Writes the folder. `table` is how token embeddings are stored, None for in the graph as on the hub."""
    about = None
    if table is not None:
        weights = loaded.weights["text_model.embeddings.token_embedding.weight"]
        about = write_table(weights, table, out / "onnx/token_embedding.bin")
    write_folder(loaded, source, out, about)
    for name in variants:
        precision = PRECISIONS[name]
        write_vision(loaded, precision, out / f"onnx/vision_model{precision.suffix}.onnx", hub=table is None)
        write_text(loaded, precision, out / f"onnx/text_model{precision.suffix}.onnx", hub=table is None)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--variants", nargs="+", choices=list(PRECISIONS), default=list(PRECISIONS))
    parser.add_argument(
        "--table", choices=list(STRIDES), default="fp16", help="how token embeddings are stored"
    )
    parser.add_argument(
        "--hub", action="store_true", help="input_ids and the table in the graph, no extra file"
    )
    args = parser.parse_args()
    torch.set_num_threads(1)
    loaded = load(args.checkpoint)
    export(loaded, args.checkpoint, args.out, args.variants, None if args.hub else args.table)
    for report in check(loaded, args.out, args.variants):
        print(report)


if __name__ == "__main__":
    main()
