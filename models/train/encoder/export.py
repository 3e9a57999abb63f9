"""Writes a trained encoder in the hub's layout: two graphs, configuration, preprocessing.

Usage: python models/train/encoder/export.py --checkpoint models/train/runs/clip/checkpoint-fp16.pt \
           --out models/pocket/clip

Weights lie in the file as bytes with a scale for each channel; a cast and a product that the runtime computes once,
when it loads, make them float32. The outcome is compared with PyTorch before it is kept.
"""

import argparse
import json
import math
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from towers import Block, Encoder, EncoderConfig, ImageTower

SMALL = 512  # numbers below which a tensor stays as it is
CLOSE = 0.995  # least cosine between an embedding of the file and PyTorch's


class Pointwise(nn.Module):
    """A block with 1 x 1 convolutions, which the runtime computes faster than products with transposed axes."""

    def __init__(self, block: Block) -> None:
        super().__init__()
        self.depthwise, self.norm = block.depthwise, block.norm
        self.up, self.down = (self.convolution(linear) for linear in (block.up, block.down))

    @staticmethod
    def convolution(linear: nn.Linear) -> nn.Conv2d:
        conv = nn.Conv2d(linear.in_features, linear.out_features, 1)
        conv.weight.data = linear.weight.data[:, :, None, None]
        conv.bias.data = linear.bias.data
        return conv

    def forward(self, x: Tensor) -> Tensor:
        return x + self.down(torch.relu(self.up(self.norm(self.depthwise(x)))))


def load(file: Path) -> tuple[Encoder, EncoderConfig]:
    """An encoder in float32, for inference."""
    state = torch.load(file, weights_only=True)
    config = EncoderConfig(**state["config"])
    encoder = Encoder(config)
    encoder.load_state_dict({k: v.float() if v.is_floating_point() else v for k, v in state["model"].items()})
    return encoder.eval(), config


def as_convolutions(tower: ImageTower) -> ImageTower:
    """The tower with its blocks' products written as convolutions; in place."""
    tower.stages = nn.Sequential(*(Pointwise(x) if isinstance(x, Block) else x for x in tower.stages))
    return tower.eval()


def in_bytes(model: onnx.ModelProto) -> None:
    """Replaces large float weights by int8, one scale a channel; in place."""
    graph = model.graph
    kept, nodes = [], []
    products = {i for n in graph.node if n.op_type == "MatMul" for i in n.input}
    for tensor in graph.initializer:
        weights = numpy_helper.to_array(tensor)
        if weights.dtype != np.float32 or weights.size < SMALL or weights.ndim < 2:
            kept.append(tensor)
            continue
        axis = weights.ndim - 1 if tensor.name in products else 0  # a product's channels are its columns
        others = tuple(i for i in range(weights.ndim) if i != axis)
        scale = np.maximum(np.abs(weights).max(others, keepdims=True) / 127, 1e-12).astype(np.float32)
        codes = np.clip(np.round(weights / scale), -127, 127).astype(np.int8)
        kept.append(numpy_helper.from_array(codes, f"{tensor.name}.codes"))
        kept.append(numpy_helper.from_array(scale, f"{tensor.name}.scale"))
        cast = helper.make_node("Cast", [f"{tensor.name}.codes"], [f"{tensor.name}.cast"], to=TensorProto.FLOAT)
        nodes += [cast, helper.make_node("Mul", [cast.output[0], f"{tensor.name}.scale"], [tensor.name])]
    del graph.initializer[:]
    graph.initializer.extend(kept)
    for node in reversed(nodes):
        graph.node.insert(0, node)


def export(tower: nn.Module, example: Tensor, file: Path, names: tuple[str, str], axes: dict[int, str]) -> None:
    """Writes one tower and checks what the file computes."""
    file.parent.mkdir(parents=True, exist_ok=True)
    torch.onnx.export(
        tower, (example,), str(file), input_names=[names[0]], output_names=[names[1]],
        dynamic_axes={names[0]: axes, names[1]: {0: "batch"}}, opset_version=17, dynamo=False,
    )  # fmt: skip
    model = onnx.load(file)
    in_bytes(model)
    onnx.save(model, file)
    example = example[:5]  # Another size than was traced.
    with torch.no_grad():
        wanted = tower(example).numpy()
    session = onnxruntime.InferenceSession(str(file))
    got = session.run(None, {names[0]: example.numpy()})[0]
    cosine = (got * wanted).sum(1) / np.linalg.norm(got, axis=1) / np.linalg.norm(wanted, axis=1)
    print(json.dumps({"file": file.name, "bytes": file.stat().st_size, "leastCosine": round(float(cosine.min()), 5)}))
    if cosine.min() < CLOSE:
        raise SystemExit(f"{file} differs from PyTorch")


def write_json(file: Path, value: object) -> None:
    """Two-space JSON with a final newline."""
    file.write_text(json.dumps(value, indent=2) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    encoder, config = load(args.checkpoint)
    torch.manual_seed(0)
    pixels = torch.rand(8, 3, config.side, config.side) * 2 - 1
    ids = torch.randint(2, config.vocabulary, (8, 12))
    ids[torch.arange(8), torch.arange(8) + 3] = config.end
    onnx_folder = args.out / "onnx"
    names = ("pixel_values", "image_embeds")
    export(as_convolutions(encoder.image), pixels, onnx_folder / "vision_model.onnx", names, {0: "batch"})
    names = ("input_ids", "text_embeds")
    export(encoder.text, ids, onnx_folder / "text_model.onnx", names, {0: "batch", 1: "length"})
    scale = math.exp(min(4.6, float(encoder.log_scale.detach())))
    write_json(
        args.out / "config.json",
        {
            "model_type": "clip",
            "architectures": ["CLIPModel"],
            "projection_dim": config.dim,
            "logit_scale_init_value": math.log(scale),
            "text_config": {
                "model_type": "clip_text_model",
                "vocab_size": config.vocabulary,
                "hidden_size": config.hidden,
                "num_hidden_layers": config.layers,
                "num_attention_heads": config.heads,
                "max_position_embeddings": config.context,
                "eos_token_id": config.end,
            },
            "vision_config": {"model_type": "clip_vision_model", "image_size": config.side},
            "quorum": {
                "text": {"context": config.context, "padId": config.end, "causal": True},
                "image": {"size": config.side},
                "dim": config.dim,
                "logits": {"kind": "softmax", "scale": scale},
            },
        },
    )
    write_json(
        args.out / "preprocessor_config.json",
        {
            "image_processor_type": "CLIPImageProcessor",
            "do_resize": True,
            "size": {"shortest_edge": config.side},
            "resample": 3,
            "do_center_crop": True,
            "crop_size": {"height": config.side, "width": config.side},
            "do_rescale": True,
            "rescale_factor": 1 / 255,
            "do_normalize": True,
            "image_mean": [0.5, 0.5, 0.5],
            "image_std": [0.5, 0.5, 0.5],
            "do_convert_rgb": True,
        },
    )


if __name__ == "__main__":
    main()
