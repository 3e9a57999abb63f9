"""Writes pictures for the tests of the page's preprocessing, and what Pillow makes of each.

Usage: python models/train/clip/pictures.py --out tests/fixtures/pictures

`pictures.json` lists every file with its upright size and two results, whose bytes (RGB, row by row) lie
in `expected.bin`: the shortest side to `crop` with BICUBIC and a centre crop, as CLIP does it, and
`squash` × `squash` with BILINEAR, as SigLIP does. `resized.json` has resizings of pictures that a formula
makes, for tests that need no file.
"""

import argparse
import base64
import io
import json
from pathlib import Path

import numpy as np
from picture_files import animated_png, sixteen_bit_png, swapped_profile
from PIL import Image, ImageOps

ORIENTATION = 274
#: width, height, size of the result, resampling (2 bilinear, 3 bicubic)
RESIZED = [
    (1, 1, (32, 32), 3),
    (3, 200, (32, 32), 3),
    (200, 3, (32, 32), 2),
    (17, 23, (32, 24), 3),
    (32, 40, (32, 32), 3),
    (1000, 700, (32, 32), 3),
    (1000, 700, (32, 32), 2),
    (4000, 3000, (40, 30), 3),
    (640, 480, (7, 48), 3),
]


def photo(width: int, height: int, seed: int) -> np.ndarray:
    """Something like a photograph, uint8 [height, width, 3]: slopes, soft blobs, a hard edge, some noise."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[0:height, 0:width]
    u, v = x / max(width - 1, 1), y / max(height - 1, 1)
    values = np.stack([60 + 150 * u, 200 - 140 * v, 90 + 80 * u * v], axis=-1)
    for _ in range(6):
        cx, cy, radius = rng.uniform(0, 1), rng.uniform(0, 1), rng.uniform(0.08, 0.3)
        blob = np.exp(-((u - cx) ** 2 + (v - cy) ** 2) / radius**2)
        values += blob[..., None] * rng.uniform(-110, 110, 3)
    values[(u + v > 0.9) & (u + v < 1.0)] += 70
    values += rng.normal(0, 4, values.shape)
    return np.clip(np.round(values), 0, 255).astype(np.uint8)


def formula(width: int, height: int) -> np.ndarray:
    """uint8 [height, width, 3] that a test can make again: hard, with every value from 0 to 255."""
    y, x = np.mgrid[0:height, 0:width].astype(np.uint32)
    return np.stack([((x * 7 + y * 13 + c * 91) ^ (x * y)) & 255 for c in range(3)], axis=-1).astype(np.uint8)


def files() -> dict[str, bytes]:
    """Every file by its name."""
    made = {
        "photo.jpg": jpeg(photo(320, 240, 1), quality=88),
        "photo-444.jpg": jpeg(photo(99, 131, 2), quality=92, subsampling=0),
        "progressive.jpg": jpeg(photo(120, 75, 3), quality=85, progressive=True),
        "grey.jpg": saved(Image.fromarray(photo(97, 64, 4)).convert("L"), "JPEG", quality=90),
        "cmyk.jpg": saved(Image.fromarray(photo(90, 60, 5)).convert("CMYK"), "JPEG", quality=92),
        "profile.jpg": jpeg(photo(64, 48, 6), quality=92, icc_profile=swapped_profile()),
        "profile.png": png(Image.fromarray(photo(48, 40, 7)), icc_profile=swapped_profile()),
        "alpha.png": png(with_alpha(61, 47, 8)),
        "sixteen.png": sixteen_bit_png(photo(40, 30, 9).astype(np.uint16) * 257 ^ 100),
        "sixteen-grey.png": sixteen_bit_png(photo(40, 30, 10)[..., 0].astype(np.uint16) * 256 + 77),
        "grey.png": png(Image.fromarray(photo(51, 38, 11)).convert("L")),
        "palette.png": png(palette(12), transparency=3),
        "turned.png": png(Image.fromarray(photo(36, 24, 13)), exif=turned(6)),
        "animated.png": animated_png([photo(40, 30, 14), photo(40, 30, 15)]),
        "one.png": png(Image.fromarray(photo(1, 1, 16))),
        "tall.png": png(Image.fromarray(photo(3, 200, 17))),
        "wide.png": png(Image.fromarray(photo(200, 3, 18))),
        "animated.gif": moving("GIF", [photo(60, 40, 19), photo(60, 40, 20), photo(60, 40, 21)], duration=80),
        "still.webp": saved(Image.fromarray(photo(130, 90, 22)), "WEBP", quality=85),
        "alpha.webp": saved(with_alpha(50, 70, 23), "WEBP", lossless=True, exact=True),
        "turned.webp": saved(Image.fromarray(photo(36, 24, 24)), "WEBP", lossless=True, exif=turned(8)),
        "animated.webp": moving("WEBP", [photo(60, 40, 25), photo(60, 40, 26)], duration=80, quality=80),
        "still.avif": saved(Image.fromarray(photo(80, 60, 27)), "AVIF", quality=85, subsampling="4:4:4"),
        "picture.bmp": saved(Image.fromarray(photo(45, 33, 28)), "BMP"),
    }
    for orientation in range(1, 9):
        content = jpeg(photo(40, 26, 29), quality=90, subsampling=0, exif=turned(orientation))
        made[f"orientation-{orientation}.jpg"] = content
    return made


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def jpeg(pixels: np.ndarray, **options: object) -> bytes:
    return saved(Image.fromarray(pixels), "JPEG", **options)


def png(image: Image.Image, **options: object) -> bytes:
    return saved(image, "PNG", optimize=True, **options)


def moving(kind: str, frames: list[np.ndarray], **options: object) -> bytes:
    first, *others = [Image.fromarray(frame) for frame in frames]
    return saved(first, kind, save_all=True, append_images=others, **options)


def with_alpha(width: int, height: int, seed: int) -> Image.Image:
    """Fully opaque at the left, fully transparent at the right."""
    alpha = np.broadcast_to(np.linspace(255, 0, width).round().astype(np.uint8), (height, width))
    return Image.fromarray(np.dstack([photo(width, height, seed), alpha]))


def palette(seed: int) -> Image.Image:
    return Image.fromarray(photo(70, 52, seed)).quantize(32, method=Image.Quantize.MEDIANCUT)


def turned(orientation: int) -> Image.Exif:
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    return exif


def as_rgb(name: str, content: bytes) -> Image.Image:
    """What Pillow sees: the first frame, upright, over white, without regard to a colour profile."""
    image = Image.open(io.BytesIO(content))
    if image.mode == "I;16":  # convert() would cut everything above 255; a viewer keeps the high byte
        return Image.fromarray((np.array(image) >> 8).astype(np.uint8)).convert("RGB")
    image = ImageOps.exif_transpose(image)
    if image.has_transparency_data:
        image = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image)
    return image.convert("RGB")


def resize(image: Image.Image, size: tuple[int, int], filter_: Image.Resampling) -> Image.Image:
    """Pillow's resize with the width first, as every version before 13 does it.

    13 begins with the height where that shrinks much more, which changes some bytes by 1. What models are
    trained with, and what published numbers come from, is the older order.
    """
    return image.resize((size[0], image.height), filter_).resize(size, filter_)


def shortest_side(image: Image.Image, side: int) -> Image.Image:
    """BICUBIC to a shortest side, then the middle square."""
    short, long = sorted(image.size)
    long = int(side * long / short)
    width, height = (side, long) if image.width <= image.height else (long, side)
    image = resize(image, (width, height), Image.Resampling.BICUBIC)
    left, top = (width - side) // 2, (height - side) // 2
    return image.crop((left, top, left + side, top + side))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, required=True)
    out = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    listed, expected = [], b""
    for name, content in files().items():
        (out / name).write_bytes(content)
        image = as_rgb(name, content)
        crop, squash = (64, 32) if name == "photo.jpg" else (32, 20)
        listed.append(
            {"name": name, "width": image.width, "height": image.height, "crop": crop, "squash": squash}
        )
        expected += shortest_side(image, crop).tobytes()
        expected += resize(image, (squash, squash), Image.Resampling.BILINEAR).tobytes()
    (out / "expected.bin").write_bytes(expected)
    write_json(out / "pictures.json", listed)
    write_json(out / "resized.json", [resized(*case) for case in RESIZED])
    total = sum(file.stat().st_size for file in out.iterdir())
    print(f"{len(listed)} pictures, {total} bytes in {out}")


def resized(width: int, height: int, size: tuple[int, int], resample: int) -> dict[str, object]:
    result = resize(Image.fromarray(formula(width, height)), size, Image.Resampling(resample))
    rgb = base64.b64encode(result.tobytes()).decode()
    return {"width": width, "height": height, "to": list(size), "resample": resample, "rgb": rgb}


def write_json(path: Path, rows: list[dict[str, object]]) -> None:
    path.write_text("[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
