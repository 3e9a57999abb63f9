"""Rasterises emoji of open designs for training.

Usage: npm install --prefix models/train/data/icons --no-save @iconify-json/noto @iconify-json/noto-v1 ...
       python models/train/encoder/glyphs.py --icons models/train/data/icons --captions models/train/data/captions.jsonl \
           --out models/train/data/glyphs.npz

Icon sets name a picture by a slug of its English name; captions.jsonl says which concept that is.
The design that measures (twemoji) is never read here.
"""

import argparse
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import resvg_py
from PIL import Image

# Apache-2.0, Apache-2.0, MIT, MIT, Apache-2.0, CC-BY-4.0: see NOTICE.
DESIGNS = ["noto", "noto-v1", "fluent-emoji-flat", "fluent-emoji-high-contrast", "fxemoji", "emojione"]
NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
SIDE = 80  # pixels: a quarter more than the tower sees, so that enlarging a little loses nothing


def slug(name: str) -> str:
    """An English name without what icon sets leave out: letters and digits alone."""
    return re.sub(r"[^a-z0-9]", "", name.lower().replace("ñ", "n").replace("é", "e"))


def concepts_by_slug(captions: Path) -> dict[str, str]:
    """Slug of the English name to concept, of concepts that may be trained."""
    found = {}
    for line in captions.open():
        row = json.loads(line)
        if row["language"] == "en" and row["kind"] == "name" and row["split"] == "train":
            found[slug(row["text"])] = row["concept"]
    return found


def pictures(folder: Path, by_slug: dict[str, str]) -> Iterator[tuple[str, np.ndarray]]:
    """(concept, uint8 [SIDE, SIDE, 4] with straight alpha) of an icon set's emoji."""
    icons = json.loads((folder / "icons.json").read_text())
    chars = json.loads((folder / "chars.json").read_text())
    points = {name: "-".join(p for p in char.split("-") if p != "fe0f") for char, name in chars.items()}
    concepts = set(by_slug.values())
    size = icons.get("width", 16), icons.get("height", 16)
    for name, icon in icons["icons"].items():
        concept = points.get(name) if points.get(name) in concepts else by_slug.get(slug(name))
        if not concept:
            continue
        width, height = icon.get("width", size[0]), icon.get("height", size[1])
        left, top = icon.get("left", 0), icon.get("top", 0)
        box = f"{left} {top} {width} {height}"
        body = icon["body"].replace("currentColor", "#222")
        svg = f'<svg {NAMESPACES} viewBox="{box}" width="{SIDE}" height="{SIDE}">{body}</svg>'
        yield concept, np.asarray(Image.open(io.BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=svg)))))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--icons", type=Path, required=True, help="folder with node_modules/@iconify-json")
    parser.add_argument("--captions", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    by_slug = concepts_by_slug(args.captions)
    concepts: list[str] = []
    images: list[np.ndarray] = []
    designs: list[int] = []
    for number, design in enumerate(DESIGNS):
        found = dict(pictures(args.icons / "node_modules/@iconify-json" / design, by_slug))
        print(json.dumps({"design": design, "concepts": len(found)}), flush=True)
        concepts += found.keys()
        images += found.values()
        designs += [number] * len(found)
    np.savez_compressed(args.out, concepts=concepts, designs=designs, images=np.stack(images))


if __name__ == "__main__":
    main()
