"""What all towers are made of: norms, attention, the two layers between."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nodes import MICROSOFT, Graph

Weights = dict[str, NDArray[np.float32]]

# One operator each, which the runtime has on WebAssembly and on WebGPU.
ACTIVATIONS = {
    "quick_gelu": ("QuickGelu", {"alpha": 1.702}),
    "gelu": ("Gelu", {}),
    "gelu_pytorch_tanh": ("FastGelu", {}),
}


@dataclass(frozen=True)
class Shape:
    """Numbers of a tower's transformer."""

    hidden: int
    heads: int
    layers: int
    eps: float
    activation: str


class Layers:
    """Adds layers to a graph from weights under the transformers library's names."""

    def __init__(self, graph: Graph, shape: Shape, weights: Weights) -> None:
        if shape.activation not in ACTIVATIONS:
            raise ValueError(f"activation {shape.activation} is none of {', '.join(ACTIVATIONS)}")
        self.graph, self.shape, self.weights = graph, shape, weights

    def norm(self, x: str, at: str) -> str:
        """Layer norm over the last dimension."""
        g, w = self.graph, self.weights
        scale, bias = g.weight(f"{at}.weight", w[f"{at}.weight"]), g.weight(f"{at}.bias", w[f"{at}.bias"])
        return g.node("LayerNormalization", [x, scale, bias], at, axis=-1, epsilon=self.shape.eps)

    def linear(self, x: str, at: str) -> str:
        """A linear layer, with its bias where it has one."""
        return self.graph.linear(x, at, self.weights[f"{at}.weight"], self.weights.get(f"{at}.bias"))

    def attend(self, q: str, k: str, v: str, at: str, mask: str = "") -> str:
        """Attention of q [B, S, D] over k and v [B, T, D]; mask [1, 1, S, T] is added to the scores."""
        inputs = [q, k, v, "", "", mask] if mask else [q, k, v]
        return self.graph.node("MultiHeadAttention", inputs, at, MICROSOFT, num_heads=self.shape.heads)

    def feed_forward(self, x: str, at: str) -> str:
        """fc2(activation(fc1 x))."""
        op, attributes = ACTIVATIONS[self.shape.activation]
        x = self.linear(x, f"{at}.fc1")
        return self.linear(self.graph.node(op, [x], f"{at}.active", MICROSOFT, **attributes), f"{at}.fc2")

    def add(self, x: str, y: str, name: str) -> str:
        """x + y."""
        return self.graph.node("Add", [x, y], name)

    def layer(self, x: str, at: str, mask: str) -> str:
        """One pre-norm layer."""
        normed = self.norm(x, f"{at}.layer_norm1")
        q, k, v = (self.linear(normed, f"{at}.self_attn.{part}_proj") for part in "qkv")
        attended = self.linear(self.attend(q, k, v, f"{at}.self_attn", mask), f"{at}.self_attn.out_proj")
        x = self.add(x, attended, f"{at}.attended")
        return self.add(x, self.feed_forward(self.norm(x, f"{at}.layer_norm2"), f"{at}.mlp"), f"{at}.out")

    def encoder(self, x: str, tower: str, mask: str = "") -> str:
        """All layers of a tower."""
        for i in range(self.shape.layers):
            x = self.layer(x, f"{tower}.encoder.layers.{i}", mask)
        return x
