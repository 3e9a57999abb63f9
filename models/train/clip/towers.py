"""The two towers of CLIP, MetaCLIP 2 and SigLIP as ONNX graphs.

Vision: pixel_values [batch, 3, H, W] to image_embeds [batch, dim]. Text, with the table of token embeddings
beside it: inputs_embeds [batch, sequence, hidden] and pool_index int64 [batch] to text_embeds [batch, dim].
Text as the hub has it: input_ids int64 [batch, sequence]. Embeddings are not normalised.
"""

from pathlib import Path

import numpy as np
from onnx import ValueInfoProto, helper

from layers import Layers, Shape
from loaded import Loaded
from nodes import FLOAT, INT64, Graph, Precision
from pooling import pool, pool_index

MASKED = -10_000.0  # added to a score it makes the weight zero, and half precision still holds it


def shape_of(config: object) -> Shape:
    """Of a tower's configuration in the transformers library."""
    return Shape(
        hidden=config.hidden_size,
        heads=config.num_attention_heads,
        layers=config.num_hidden_layers,
        eps=config.layer_norm_eps,
        activation=config.hidden_act,
    )


def tensor(name: str, kind: int, *shape: str | int) -> ValueInfoProto:
    """An input or output; strings are dimensions that may vary."""
    return helper.make_tensor_value_info(name, kind, ["batch_size", *shape])


def repeated(graph: Graph, row: str, like: str, name: str) -> str:
    """row [1, 1, D] for each image of the batch of `like`: [B, 1, D]."""
    batch = graph.node("Shape", [like], f"{name}.batch", start=0, end=1)
    shape = graph.node("Concat", [batch, graph.constant("ones", [1, 1])], f"{name}.shape", axis=0)
    return graph.node("Expand", [row, shape], name)


def patches(graph: Graph, loaded: Loaded) -> str:
    """Patches with their positions [B, patches (+ 1), D], a class token before them where there is one."""
    w, at = loaded.weights, "vision_model.embeddings"
    size = loaded.vision.patch_size
    pixels = graph.cast("pixel_values", "pixels", graph.precision.computed)
    inputs = [pixels, graph.weight(f"{at}.patch_embedding.weight", w[f"{at}.patch_embedding.weight"])]
    if f"{at}.patch_embedding.bias" in w:
        inputs.append(graph.weight(f"{at}.patch_embedding.bias", w[f"{at}.patch_embedding.bias"]))
    x = graph.node("Conv", inputs, "patches", kernel_shape=[size, size], strides=[size, size])
    x = graph.node("Reshape", [x, graph.constant("flat", [0, loaded.vision.hidden_size, -1])], "patches.flat")
    x = graph.node("Transpose", [x], "patches.rows", perm=[0, 2, 1])
    if f"{at}.class_embedding" in w:
        row = graph.weight(f"{at}.class_embedding", w[f"{at}.class_embedding"][None, None])
        x = graph.node("Concat", [repeated(graph, row, x, "class_rows"), x], "with_class", axis=1)
    positions = graph.weight(f"{at}.position_embedding", w[f"{at}.position_embedding.weight"][None])
    return graph.node("Add", [x, positions], "placed")


def probed(graph: Graph, add: Layers, x: str) -> str:
    """SigLIP's pooling: one learnt query looks at all patches; [B, 1, D]."""
    w, at = add.weights, "vision_model.head"
    matrices = np.split(w[f"{at}.attention.in_proj_weight"], 3)
    biases = np.split(w[f"{at}.attention.in_proj_bias"], 3)
    asked = w[f"{at}.probe"] @ matrices[0].T + biases[0]
    q = repeated(graph, graph.weight(f"{at}.probe", asked), x, f"{at}.q")
    k, v = (graph.linear(x, f"{at}.{n}", matrices[i], biases[i]) for i, n in ((1, "k"), (2, "v")))
    x = add.linear(add.attend(q, k, v, f"{at}.attention"), f"{at}.attention.out_proj")
    return add.add(x, add.feed_forward(add.norm(x, f"{at}.layernorm"), f"{at}.mlp"), f"{at}.out")


def write_vision(loaded: Loaded, precision: Precision, file: Path, hub: bool) -> None:
    """The image tower."""
    graph, config = Graph(precision), loaded.vision
    add = Layers(graph, shape_of(config), loaded.weights)
    x = patches(graph, loaded)
    if loaded.sigmoid:
        x = probed(graph, add, add.norm(add.encoder(x, "vision_model"), "vision_model.post_layernorm"))
    else:
        x = add.encoder(add.norm(x, "vision_model.pre_layrnorm"), "vision_model")
        first = [graph.constant(n, v) for n, v in (("first", [0]), ("second", [1]), ("rows", [1]))]
        x = add.norm(graph.node("Slice", [x, *first], "class_row"), "vision_model.post_layernorm")
        x = add.linear(x, "visual_projection")
    graph.node(
        "Squeeze", [graph.cast(x, "pooled", FLOAT), graph.constant("rows", [1])], loaded.output("image", hub)
    )
    pixels = tensor("pixel_values", FLOAT, 3, config.image_size, config.image_size)
    graph.save(file, [pixels], [tensor(loaded.output("image", hub), FLOAT, loaded.dim)])


def embedded(graph: Graph, loaded: Loaded, hub: bool) -> str:
    """Token embeddings with their positions [B, S, D]; S may be less than the context in a causal tower."""
    w, at = loaded.weights, "text_model.embeddings"
    if hub:
        table = graph.weight(f"{at}.token_embedding", w[f"{at}.token_embedding.weight"])
        x = graph.node("Gather", [table, "input_ids"], "embeddings", axis=0)
    else:
        x = graph.cast("inputs_embeds", "embeddings", graph.precision.computed)
    positions = graph.weight(f"{at}.position_embedding", w[f"{at}.position_embedding.weight"])
    zero, length = graph.constant("zero", [0]), graph.node("Shape", [x], "length", start=1, end=2)
    return graph.node("Add", [x, graph.node("Slice", [positions, zero, length], "positions")], "placed")


def looking_back(graph: Graph, context: int) -> str:
    """What hides later tokens [1, 1, S, S]."""
    hidden = graph.weight("causal", np.triu(np.full((context, context), MASKED, np.float32), 1)[None, None])
    both = graph.node("Concat", ["length", "length"], "lengths", axis=0)
    return graph.node(
        "Slice", [hidden, graph.constant("zeros", [0, 0]), both, graph.constant("last_two", [2, 3])], "mask"
    )


def write_text(loaded: Loaded, precision: Precision, file: Path, hub: bool) -> None:
    """The text tower, with the table and the rule of pooling inside where `hub`."""
    graph, config = Graph(precision), loaded.text
    add = Layers(graph, shape_of(config), loaded.weights)
    x = embedded(graph, loaded, hub)
    context = config.max_position_embeddings
    x = add.encoder(x, "text_model", looking_back(graph, context) if loaded.causal else "")
    x = pool(graph, x, pool_index(graph, loaded) if hub else "pool_index", context)
    x = add.norm(x, "text_model.final_layer_norm")
    x = add.linear(x, "text_model.head" if loaded.sigmoid else "text_projection")
    graph.node(
        "Squeeze", [graph.cast(x, "pooled", FLOAT), graph.constant("rows", [1])], loaded.output("text", hub)
    )
    length = "sequence_length" if loaded.causal else context
    inputs = [tensor("input_ids", INT64, length)]
    if not hub:
        inputs = [tensor("inputs_embeds", FLOAT, length, config.hidden_size), tensor("pool_index", INT64)]
    graph.save(file, inputs, [tensor(loaded.output("text", hub), FLOAT, loaded.dim)])
