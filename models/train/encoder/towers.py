"""The two towers of the pocket encoder.

The image tower is a small convolutional network of the ConvNeXt kind (arXiv 2201.03545): on a CPU, and in a
browser's, it sees more pictures a second than a transformer of the same accuracy at this size. The text tower
is CLIP's (arXiv 2103.00020): causal, read at the end token.
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F


@dataclass(frozen=True)
class EncoderConfig:
    """Sizes; widths in channels, lengths in tokens, sides in pixels."""

    side: int = 64
    widths: tuple[int, ...] = (64, 160, 320)
    depths: tuple[int, ...] = (1, 3, 3)
    kernels: tuple[int, ...] = (5, 5, 3)
    vocabulary: int = 12288
    hidden: int = 192
    layers: int = 3
    heads: int = 3
    context: int = 32
    end: int = 1  # id of the token at which a text is read
    dim: int = 192


class Block(nn.Module):
    """Depthwise convolution, then a two-layer perceptron on each place; residual.

    The perceptron works on the channels as the last axis, which is how they lie in memory (channels_last): a
    product of matrices is several times as fast as a 1 x 1 convolution's gradient on a CPU.
    """

    def __init__(self, width: int, kernel: int) -> None:
        super().__init__()
        self.depthwise = nn.Conv2d(width, width, kernel, padding=kernel // 2, groups=width)
        self.norm = nn.BatchNorm2d(width)
        self.up = nn.Linear(width, 3 * width)
        self.down = nn.Linear(3 * width, width)

    def forward(self, x: Tensor) -> Tensor:
        places = self.norm(self.depthwise(x)).permute(0, 2, 3, 1)
        return x + self.down(F.relu(self.up(places))).permute(0, 3, 1, 2)


class ImageTower(nn.Module):
    """pixels [B, 3, side, side], mean 0.5 and deviation 0.5, to [B, dim], not normalised."""

    def __init__(self, config: EncoderConfig) -> None:
        super().__init__()
        first = config.widths[0]
        self.stem = nn.Sequential(nn.Conv2d(3, first, 5, stride=4, padding=2), nn.BatchNorm2d(first))
        stages: list[nn.Module] = []
        before = first
        for width, depth, kernel in zip(config.widths, config.depths, config.kernels, strict=True):
            if width != before:
                stages += [nn.Conv2d(before, width, 2, stride=2), nn.BatchNorm2d(width)]
            stages += [Block(width, kernel) for _ in range(depth)]
            before = width
        self.stages = nn.Sequential(*stages)
        # Where a thing is matters to "left" and "right": the places are kept apart, not averaged.
        self.last = nn.Sequential(nn.Conv2d(before, before, 4, groups=before), nn.BatchNorm2d(before))
        self.out = nn.Linear(before * 2, config.dim)

    def forward(self, pixels: Tensor) -> Tensor:
        x = self.stages(self.stem(pixels))
        return self.out(torch.cat([self.last(x).flatten(1), x.mean((2, 3))], 1))


class TextLayer(nn.Module):
    """Pre-norm attention and perceptron."""

    def __init__(self, config: EncoderConfig) -> None:
        super().__init__()
        hidden = config.hidden
        self.heads = config.heads
        self.norm1, self.norm2 = nn.LayerNorm(hidden), nn.LayerNorm(hidden)
        self.qkv = nn.Linear(hidden, 3 * hidden)
        self.project = nn.Linear(hidden, hidden)
        self.up, self.down = nn.Linear(hidden, 4 * hidden), nn.Linear(4 * hidden, hidden)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, hidden = x.shape
        qkv = self.qkv(self.norm1(x)).view(batch, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        scores = qkv[0] @ qkv[1].transpose(2, 3) * (hidden // self.heads) ** -0.5 + mask
        mixed = (scores.softmax(-1) @ qkv[2]).transpose(1, 2).reshape(batch, length, hidden)
        x = x + self.project(mixed)
        return x + self.down(F.gelu(self.up(self.norm2(x))))


class TextTower(nn.Module):
    """ids [B, L] (padded with anything behind the end token) to [B, dim], not normalised."""

    def __init__(self, config: EncoderConfig) -> None:
        super().__init__()
        self.end = config.end
        self.tokens = nn.Embedding(config.vocabulary, config.hidden)
        self.positions = nn.Parameter(torch.randn(config.context, config.hidden) * 0.02)
        nn.init.normal_(self.tokens.weight, std=0.05)
        self.layers = nn.ModuleList(TextLayer(config) for _ in range(config.layers))
        self.norm = nn.LayerNorm(config.hidden)
        self.out = nn.Linear(config.hidden, config.dim, bias=False)

    def forward(self, ids: Tensor) -> Tensor:
        length = ids.shape[1]
        x = self.tokens(ids) + self.positions[:length]
        mask = torch.full((length, length), float("-inf"), dtype=x.dtype).triu(1)
        for layer in self.layers:
            x = layer(x, mask)
        at = (ids == self.end).int().argmax(1)
        return self.out(self.norm(x[torch.arange(ids.shape[0]), at]))


class Encoder(nn.Module):
    """Both towers and the temperature between them."""

    def __init__(self, config: EncoderConfig) -> None:
        super().__init__()
        self.config = config
        self.image, self.text = ImageTower(config), TextTower(config)
        self.log_scale = nn.Parameter(torch.tensor(2.66))  # 1 / 0.07, as CLIP begins
