"""The ONNX graph of a policy, in the operators of the hub's onnxruntime-genai exports.

Inputs: input_ids int64 [batch, sequence], attention_mask int64 [batch, past + sequence],
num_logits_to_keep int64 [] (0 for all), past_key_values.{i}.key and .value float32
[batch, kv_heads, past, head_dim]. Outputs: logits float32 [batch, kept, vocab],
present.{i}.key and .value. Weights are stored in half precision and cast to float32, which
onnxruntime does once while it loads.
"""

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from model import PolicyConfig
from quantize import BLOCK, FourBit

MICROSOFT = "com.microsoft"
FLOAT, INT64, INT32 = TensorProto.FLOAT, TensorProto.INT64, TensorProto.INT32


class Graph:
    """Nodes and initialisers as they are added."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.initialisers: list[onnx.TensorProto] = []

    def node(
        self, op: str, inputs: list[str], name: str, outputs: list[str] | None = None, **attributes: object
    ) -> str:
        """Adds a node; returns the name of its first output."""
        outputs = outputs or [f"{name}/output_0"]
        self.nodes.append(helper.make_node(op, inputs, outputs, name=name, **attributes))
        return outputs[0]

    def constant(self, name: str, array: NDArray[np.generic]) -> str:
        """Adds an initialiser."""
        self.initialisers.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def half(self, name: str, array: NDArray[np.generic]) -> str:
        """Adds an initialiser in half precision with its cast to float32."""
        self.constant(f"{name}.fp16", array.astype(np.float16))
        return self.node("Cast", [f"{name}.fp16"], f"/{name}/Cast", [name], to=FLOAT)


def rotary_caches(graph: Graph, config: PolicyConfig) -> tuple[str, str]:
    """cos_cache and sin_cache [context, D/2], computed once at load: half a megabyte not stored."""
    half = config.head_dim // 2
    inv_freq = config.rope_theta ** (-np.arange(half, dtype=np.float32) / np.float32(half))
    graph.constant("inv_freq", inv_freq.astype(np.float32)[None])
    graph.constant("positions", np.arange(config.context, dtype=np.float32)[:, None])
    graph.node("Mul", ["positions", "inv_freq"], "/model/rotary/Mul", ["rotary_angles"])
    return (
        graph.node("Cos", ["rotary_angles"], "/model/rotary/Cos", ["cos_cache"]),
        graph.node("Sin", ["rotary_angles"], "/model/rotary/Sin", ["sin_cache"]),
    )


def lengths(graph: Graph) -> tuple[str, str]:
    """seqlens_k int32 [batch] and total_sequence_length int32 [], from the attention mask."""
    at = "/model/attn_mask_reformat/attn_mask_subgraph/"
    one = graph.constant("one", np.array([1], np.int64))
    last = graph.constant("one_scalar", np.array(1, np.int64))
    total = graph.node("ReduceSum", ["attention_mask", one], at + "ReduceSum", keepdims=0)
    before = graph.node("Sub", [total, one], at + "Sub")
    seqlens = graph.node("Cast", [before], at + "Sub/Cast", to=INT32)
    shape = graph.node("Shape", ["attention_mask"], at + "Shape")
    width = graph.node("Gather", [shape, last], at + "Gather", axis=0)
    return seqlens, graph.node("Cast", [width], at + "Gather/Cast", to=INT32)


class Builder:
    """Builds the graph from weights under the transformers library's names."""

    def __init__(
        self,
        config: PolicyConfig,
        weights: dict[str, NDArray[np.float32]],
        four_bit: dict[str, FourBit],
    ) -> None:
        self.config, self.weights, self.four_bit = config, weights, four_bit
        self.graph = Graph()

    def linear(self, x: str, weight: str, name: str) -> str:
        """x times the transpose of the weight [out, in], which is stored as [in, out]."""
        stored = name.strip("/").replace("/", ".") + ".MatMul"
        if weight not in self.four_bit:
            matrix = self.graph.half(f"{stored}.weight", self.weights[weight].T)
            return self.graph.node("MatMul", [x, matrix], f"{name}/MatMul")
        q = self.four_bit[weight]
        n, k = q.codes.shape
        inputs = [
            x,
            self.graph.constant(f"{stored}.weight_Q4", q.packed),
            self.graph.half(f"{stored}.weight_scales", q.scales.flatten()),
            self.graph.constant(f"{stored}.weight_zp", q.packed_zeros.flatten()),
        ]
        shape = {"K": k, "N": n, "bits": 4, "block_size": BLOCK}
        return self.graph.node("MatMulNBits", inputs, f"{name}/MatMul_Q4", domain=MICROSOFT, **shape)

    def norm(self, x: str, weight: str, name: str) -> str:
        """Root-mean-square norm over the last dimension."""
        w = self.graph.constant(weight, self.weights[weight])
        kind = {"axis": -1, "epsilon": self.config.eps, "stash_type": 1}
        return self.graph.node("SimplifiedLayerNormalization", [x, w], name, **kind)

    def skip_norm(self, x: str, residual: str, weight: str, name: str) -> tuple[str, str]:
        """The norm of x + residual, and x + residual."""
        w = self.graph.constant(weight, self.weights[weight])
        outputs = [f"{name}/output_0", "", "", f"{name}/output_3"]
        made = self.graph.node(
            "SkipSimplifiedLayerNormalization",
            [residual, x, w],
            name,
            outputs,
            domain=MICROSOFT,
            epsilon=self.config.eps,
        )
        return made, outputs[3]

    def head_norm(self, x: str, heads: int, weight: str, name: str) -> str:
        """Qwen3's norm of each head by itself: x [B, S, heads·D]."""
        d = self.config.head_dim
        apart = self.graph.constant(f"{name}/heads", np.array([0, -1, d], np.int64))
        joined = self.graph.constant(f"{name}/joined", np.array([0, -1, heads * d], np.int64))
        x = self.graph.node("Reshape", [x, apart], f"{name}/Reshape_1")
        x = self.norm(x, weight, f"{name}/SimplifiedLayerNormalization")
        return self.graph.node("Reshape", [x, joined], f"{name}/Reshape_2")

    def attention(self, x: str, layer: int, shared: tuple[str, str, str, str]) -> str:
        """Grouped-query attention with rotary positions; `shared` is lengths and caches."""
        c, at, name = self.config, f"model.layers.{layer}.self_attn.", f"/model/layers.{layer}/attn"
        q, k, v = (self.linear(x, f"{at}{p}_proj.weight", f"{name}/{p}_proj") for p in "qkv")
        if c.qk_norm:
            q = self.head_norm(q, c.heads, at + "q_norm.weight", f"{name}/q_norm")
            k = self.head_norm(k, c.kv_heads, at + "k_norm.weight", f"{name}/k_norm")
        past = [f"past_key_values.{layer}.key", f"past_key_values.{layer}.value"]
        out = self.graph.node(
            "GroupQueryAttention",
            [q, k, v, *past, *shared],
            f"{name}/GroupQueryAttention",
            [f"{name}/GroupQueryAttention/output_0", f"present.{layer}.key", f"present.{layer}.value"],
            domain=MICROSOFT,
            num_heads=c.heads,
            kv_num_heads=c.kv_heads,
            scale=c.head_dim**-0.5,
            do_rotary=1,
            rotary_interleaved=0,
        )
        return self.linear(out, at + "o_proj.weight", f"{name}/o_proj")

    def feed_forward(self, x: str, layer: int) -> str:
        """down(silu(gate x) · up x)."""
        at, name = f"model.layers.{layer}.mlp.", f"/model/layers.{layer}/mlp"
        gate = self.linear(x, at + "gate_proj.weight", f"{name}/gate_proj")
        up = self.linear(x, at + "up_proj.weight", f"{name}/up_proj")
        sigmoid = self.graph.node("Sigmoid", [gate], f"{name}/act_fn/Sigmoid")
        silu = self.graph.node("Mul", [gate, sigmoid], f"{name}/act_fn/Mul")
        both = self.graph.node("Mul", [silu, up], f"{name}/Mul")
        return self.linear(both, at + "down_proj.weight", f"{name}/down_proj")

    def head(self, x: str, embedding: str) -> None:
        """Logits of the last num_logits_to_keep positions, from the tied embedding."""
        g = self.graph
        g.constant("kept_end", np.array([np.iinfo(np.int64).max], np.int64))
        start = g.node("Neg", ["num_logits_to_keep"], "/lm_head/Neg")
        zero = g.constant("zero", np.array([0], np.int64))
        start = g.node("Unsqueeze", [start, zero], "/lm_head/Unsqueeze")
        x = g.node("Slice", [x, start, "kept_end", "one"], "/lm_head/Slice")
        weight = g.node("Transpose", [embedding], "/lm_head/Transpose", perm=[1, 0])
        g.node("MatMul", [x, weight], "/lm_head/MatMul", ["logits"])

    def build(self) -> onnx.ModelProto:
        """The whole model."""
        c, g = self.config, self.graph
        table = "model.embed_tokens.weight"
        embedding = g.half(table, self.weights[table])
        residual = g.node("Gather", [embedding, "input_ids"], "/model/embed_tokens/Gather", axis=0)
        shared = (*lengths(g), *rotary_caches(g, c))
        name = "/model/layers.0/input_layernorm/LayerNorm"
        x = self.norm(residual, "model.layers.0.input_layernorm.weight", name)
        for i in range(c.layers):
            at, path = f"model.layers.{i}.", f"/model/layers.{i}/"
            x = self.attention(x, i, shared)
            weight = at + "post_attention_layernorm.weight"
            x, residual = self.skip_norm(x, residual, weight, path + "post_attention_layernorm/SkipLayerNorm")
            x = self.feed_forward(x, i)
            after = f"/model/layers.{i + 1}/"
            weight = f"model.layers.{i + 1}.input_layernorm.weight"
            name = after + "input_layernorm/SkipLayerNorm"
            if i == c.layers - 1:
                weight, name = "model.norm.weight", after + "final_norm_layernorm/SkipLayerNorm"
            x, residual = self.skip_norm(x, residual, weight, name)
        self.head(x, embedding)
        return self.model()

    def model(self) -> onnx.ModelProto:
        """The finished protobuf."""
        c = self.config
        cache = ["batch_size", c.kv_heads, "past_sequence_length", c.head_dim]
        grown = ["batch_size", c.kv_heads, "total_sequence_length", c.head_dim]
        value = helper.make_tensor_value_info
        inputs = [
            value("input_ids", INT64, ["batch_size", "sequence_length"]),
            value("attention_mask", INT64, ["batch_size", "total_sequence_length"]),
            value("num_logits_to_keep", INT64, []),
        ]
        outputs = [value("logits", FLOAT, ["batch_size", "num_logits", c.vocab])]
        for i in range(c.layers):
            for part in ("key", "value"):
                inputs.append(value(f"past_key_values.{i}.{part}", FLOAT, cache))
                outputs.append(value(f"present.{i}.{part}", FLOAT, grown))
        graph = helper.make_graph(self.graph.nodes, "main_graph", inputs, outputs, self.graph.initialisers)
        opsets = [helper.make_opsetid("", 18), helper.make_opsetid(MICROSOFT, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=9, producer_name="quorum")
