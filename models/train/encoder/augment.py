"""Pictures of glyphs as they might be met: turned, scaled, tilted, tinted, blurred, on some background."""

import math

import torch
from torch import Tensor
from torch.nn import functional as F


def placed(glyphs: Tensor, side: int, random: torch.Generator) -> Tensor:
    """glyphs [B, 4, S, S] in [0, 1], straight alpha, to the same [B, 4, side, side], premultiplied, seen at an angle."""
    count = len(glyphs)

    def uniform(low: float, high: float) -> Tensor:
        return torch.rand(count, generator=random) * (high - low) + low

    upright = torch.rand(count, generator=random) < 0.5
    turn = torch.where(upright, uniform(-0.05, 0.05), uniform(-0.45, 0.45))
    scale = torch.where(upright, uniform(0.85, 1.12), uniform(0.62, 1.15))
    stretch = uniform(-0.12, 0.12).exp()
    cos, sin = turn.cos() / scale, turn.sin() / scale
    shift_x, shift_y = uniform(-0.1, 0.1), uniform(-0.1, 0.1)
    tilt_x, tilt_y = uniform(-0.15, 0.15), uniform(-0.15, 0.15)
    line = (torch.arange(side) + 0.5) / side * 2 - 1
    y, x = torch.meshgrid(line, line, indexing="ij")
    x, y = x[None] - shift_x[:, None, None], y[None] - shift_y[:, None, None]
    depth = 1 + tilt_x[:, None, None] * x + tilt_y[:, None, None] * y
    x, y = x / depth, y / depth
    wide, high = stretch[:, None, None], 1 / stretch[:, None, None]
    grid = torch.stack(
        [
            (cos[:, None, None] * x - sin[:, None, None] * y) * wide,
            (sin[:, None, None] * x + cos[:, None, None] * y) * high,
        ],
        3,
    )
    premultiplied = torch.cat([glyphs[:, :3] * glyphs[:, 3:], glyphs[:, 3:]], 1)
    return F.grid_sample(premultiplied, grid, mode="bilinear", align_corners=False)


def backgrounds(count: int, side: int, random: torch.Generator) -> Tensor:
    """[count, 3, side, side] in [0, 1]: white, a colour, a landscape of two colours, soft noise."""

    def rand(*shape: int) -> Tensor:
        return torch.rand(*shape, generator=random)

    kind = rand(count)
    one, other = rand(count, 3, 1, 1), rand(count, 3, 1, 1)
    white = torch.ones(count, 3, side, side)
    line = torch.linspace(0, 1, side)
    angle = rand(count, 1, 1) * 2 * math.pi
    ramp = ((line[None, None] - 0.5) * angle.cos() + (line[None, :, None] - 0.5) * angle.sin() + 0.5).clamp(0, 1)
    horizon = (line[None, :, None] > 0.3 + 0.6 * rand(count, 1, 1)).float().expand(-1, -1, side)
    ramp = torch.where(rand(count, 1, 1) < 0.5, ramp, horizon)[:, None]
    landscape = one * (1 - ramp) + other * ramp
    soft = F.interpolate(rand(count, 3, 5, 5), size=side, mode="bilinear", align_corners=False)
    pick = kind[:, None, None, None]
    out = torch.where(pick < 0.45, white, one.expand_as(white))
    out = torch.where(pick > 0.6, landscape, out)
    return torch.where(pick > 0.85, soft, out)


def tinted(pictures: Tensor, random: torch.Generator) -> Tensor:
    """The same pictures with other brightness, contrast and saturation, sometimes blurred or noisy."""
    shape = (len(pictures), 1, 1, 1)

    def rand(low: float, high: float) -> Tensor:
        return torch.rand(shape, generator=random) * (high - low) + low

    grey = pictures.mean(1, keepdim=True)
    pictures = grey + (pictures - grey) * torch.where(rand(0, 1) < 0.08, torch.zeros(shape), rand(0.6, 1.4))
    pictures = (pictures - 0.5) * rand(0.8, 1.2) + 0.5 + rand(-0.1, 0.1)
    blurred = F.avg_pool2d(pictures, 3, 1, 1, count_include_pad=False)
    pictures = torch.where(rand(0, 1) < 0.15, blurred, pictures)
    noise = torch.randn(pictures.shape, generator=random) * 0.05
    return torch.where(rand(0, 1) < 0.2, pictures + noise, pictures).clamp(0, 1)


def augmented(glyphs: Tensor, side: int, random: torch.Generator) -> Tensor:
    """uint8 [B, S, S, 4] to pixels [B, 3, side, side] with mean 0.5 and deviation 0.5."""
    seen = placed(glyphs.permute(0, 3, 1, 2).float() / 255, side, random)
    behind = backgrounds(len(glyphs), side, random)
    return (tinted(seen[:, :3] + (1 - seen[:, 3:]) * behind, random) - 0.5) / 0.5


def plain(glyphs: Tensor, side: int) -> Tensor:
    """uint8 [B, S, S, 4] to pixels [B, 3, side, side], over white, as the page prepares a picture."""
    rgba = glyphs.permute(0, 3, 1, 2).float() / 255
    over = rgba[:, :3] * rgba[:, 3:] + 1 - rgba[:, 3:]
    return (F.interpolate(over, size=side, mode="bicubic", antialias=True).clamp(0, 1) - 0.5) / 0.5
