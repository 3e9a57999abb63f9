"""Which token's vector stands for the text."""

import numpy as np
from onnx import TensorProto

from loaded import Loaded
from nodes import Graph


def pool(graph: Graph, x: str, index: str, context: int) -> str:
    """x [B, S, D] at index int64 [B]: [B, 1, D].

    A product with a row of one one and zeros else, which every backend has, unlike gathering by row.
    """
    places = graph.constant("places", np.arange(context, dtype=np.int64)[None, None])
    ends = [graph.constant("zero", [0]), "length", graph.constant("last", [2])]
    here = graph.node("Unsqueeze", [index, graph.constant("inner", [1, 2])], "pool_row")
    chosen = graph.node("Equal", [graph.node("Slice", [places, *ends], "places_here"), here], "chosen")
    weights = graph.node("Cast", [chosen], "pool_weights", to=graph.precision.computed)
    return graph.node("MatMul", [weights, x], "pool")


def pool_index(graph: Graph, loaded: Loaded) -> str:
    """int64 [B] from input_ids, by the model's rule."""
    if loaded.pooling == "last":
        ids = graph.node("ArgMax", [graph.node("Abs", ["input_ids"], "sizes")], "of_ids", axis=1, keepdims=0)
        none = graph.node("Mul", [ids, graph.constant("nothing", [0])], "none")
        return graph.node(
            "Add", [none, graph.constant("end", [loaded.text.max_position_embeddings - 1])], "pool_index"
        )
    ids = graph.node("Cast", ["input_ids"], "ids", to=TensorProto.INT32)
    if loaded.pooling == "first-eos":
        eos = graph.constant("eos", np.array([loaded.text.eos_token_id], np.int32))
        ids = graph.node(
            "Cast", [graph.node("Equal", [ids, eos], "is_eos")], "eos_flags", to=TensorProto.INT32
        )
    return graph.node("ArgMax", [ids], "pool_index", axis=1, keepdims=0)
