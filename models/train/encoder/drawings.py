"""Drawings that need no artist: coloured shapes, counts, places, textures, scenes of two shapes, and digits.

A concept is text like "draw shape=circle colour=red"; what it does not say is drawn at random.
"""

import math

import numpy as np
from PIL import Image, ImageDraw, ImageFont

COLOURS = {
    "red": (220, 40, 40),
    "orange": (245, 140, 30),
    "yellow": (245, 210, 50),
    "green": (50, 160, 70),
    "blue": (40, 100, 220),
    "purple": (140, 70, 190),
    "black": (25, 25, 25),
}
TEXTURES = ["plain", "stripes", "dots"]
PLACES = {"left": (0.22, 0.5), "right": (0.78, 0.5), "top": (0.5, 0.22), "bottom": (0.5, 0.78)}
OVERSAMPLED = 4


def outline(shape: str) -> list[tuple[float, float]]:
    """A shape's corners around the origin, radius 1."""

    def around(n: int, radius: float = 1.0, turn: float = -0.25) -> list[tuple[float, float]]:
        angles = [2 * math.pi * (i / n + turn) for i in range(n)]
        return [(radius * math.cos(a), radius * math.sin(a)) for a in angles]

    if shape == "star":
        return [p for pair in zip(around(5), around(5, 0.42, -0.15), strict=True) for p in pair]
    if shape == "heart":
        turns = [2 * math.pi * i / 40 for i in range(40)]
        curve = [(13, 5, 2, 1)] * 40
        return [
            (math.sin(t) ** 3, -(a * math.cos(t) - b * math.cos(2 * t) - c * math.cos(3 * t) - d * math.cos(4 * t)) / 16)
            for t, (a, b, c, d) in zip(turns, curve, strict=True)
        ]
    return around({"circle": 48, "square": 4, "triangle": 3}[shape], turn=-0.125 if shape == "square" else -0.25)


def paint(side: int, shape: str, colour: str, texture: str, at: tuple[float, float], radius: float) -> Image.Image:
    """One shape on nothing, RGBA."""
    picture = Image.new("RGBA", (side, side))
    mask = Image.new("L", (side, side))
    corners = [((at[0] + radius * x) * side, (at[1] + radius * y) * side) for x, y in outline(shape)]
    ImageDraw.Draw(mask).polygon(corners, fill=255)
    fill = Image.new("RGBA", (side, side), (*COLOURS[colour], 255))
    pen, step = ImageDraw.Draw(fill), max(6, int(radius * side / 3))
    for i in range(0, side, step):
        if texture == "stripes":
            pen.rectangle((i, 0, i + step // 2, side), fill=(255, 255, 255, 255))
        if texture == "dots":
            for j in range(0, side, step):
                pen.ellipse((i, j, i + step // 2, j + step // 2), fill=(255, 255, 255, 255))
    picture.paste(fill, (0, 0), mask)
    return picture


def scene(parts: list[str], random: np.random.Generator, side: int) -> Image.Image:
    """Two shapes, the first to the left of the second or above it. A part is "circle" or "red-circle"."""
    canvas = Image.new("RGBA", (side, side))
    upright, apart = random.random() < 0.3, float(random.uniform(0.22, 0.27))
    for part, along in zip(parts, (0.5 - apart, 0.5 + apart), strict=True):
        *colours, shape = part.split("-")
        across = float(random.uniform(0.4, 0.6))
        colour = colours[0] if colours else str(random.choice(list(COLOURS)))
        at = (across, along) if upright else (along, across)
        canvas.alpha_composite(paint(side, shape, colour, "plain", at, float(random.uniform(0.17, 0.23))))
    return canvas


def draw(concept: str, random: np.random.Generator, side: int) -> np.ndarray:
    """uint8 [side, side, 4], straight alpha."""
    said = dict(part.split("=") for part in concept.removeprefix("draw ").split())
    large = side * OVERSAMPLED
    canvas = Image.new("RGBA", (large, large))
    colour = said.get("colour") or str(random.choice(list(COLOURS)))
    if "digit" in said:
        font = ImageFont.load_default(large * float(random.uniform(0.6, 0.95)))
        ImageDraw.Draw(canvas).text((large / 2, large / 2), said["digit"], (*COLOURS[colour], 255), font, "mm")
    if "scene" in said:
        canvas = scene(said["scene"].split(","), random, large)
    texture = said.get("texture") or ("plain" if random.random() < 0.8 else str(random.choice(TEXTURES)))
    count = int(said.get("count", 1))
    spots = [(0.27, 0.27), (0.73, 0.27), (0.27, 0.73), (0.73, 0.73)]
    for spot in random.choice(4, count, replace=False) if "shape" in said else ():
        alone = PLACES[said["place"]] if "place" in said else (0.5, 0.5)
        small = count > 1 or "place" in said
        radius = float(random.uniform(0.17, 0.22) if small else random.uniform(0.3, 0.48))
        at = spots[spot] if count > 1 else alone
        shape = paint(large, said["shape"], colour, texture, at, radius)
        canvas.alpha_composite(shape)
    return np.asarray(canvas.resize((side, side), Image.Resampling.BOX))
