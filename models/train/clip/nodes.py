"""An ONNX graph as it is added to, and how exactly its numbers are kept."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from quantised import BLOCK, quantise

MICROSOFT = "com.microsoft"
FLOAT, HALF, INT64 = TensorProto.FLOAT, TensorProto.FLOAT16, TensorProto.INT64
NUMPY = {FLOAT: np.float32, HALF: np.float16}
ONE_FILE = 1_500_000_000  # bytes; a protobuf ends at 2 GB, and the runtime copies a file before it reads it


@dataclass(frozen=True)
class Precision:
    """One variant of a graph. Inputs and outputs are float32 in each of them."""

    suffix: str  # of the file's name in the hub's layout
    stored: int  # type of matrices that are not in blocks
    computed: int  # type of all that flows through the graph
    bits: int | None = None  # of matrices in blocks of 32 weights


PRECISIONS = {
    "fp32": Precision("", FLOAT, FLOAT),
    "fp16": Precision("_fp16", HALF, HALF),
    "q8": Precision("_quantized", HALF, FLOAT, 8),
    "q4": Precision("_q4", HALF, FLOAT, 4),
}


class Graph:
    """Nodes and initialisers. Methods return the name of what they made."""

    def __init__(self, precision: Precision) -> None:
        self.precision = precision
        self.nodes: list[onnx.NodeProto] = []
        self.initialisers: dict[str, onnx.TensorProto] = {}

    def node(self, op: str, inputs: list[str], name: str, domain: str = "", **attributes: object) -> str:
        """Adds a node with one output, which has the node's name."""
        self.nodes.append(
            helper.make_node(op, inputs, [name], name=f"{name}/{op}", domain=domain, **attributes)
        )
        return name

    def constant(self, name: str, array: NDArray[np.generic] | list[int]) -> str:
        """Adds an initialiser once; lists are int64."""
        values = np.array(array, np.int64) if isinstance(array, list) else np.ascontiguousarray(array)
        self.initialisers.setdefault(name, numpy_helper.from_array(values, name))
        return name

    def weight(self, name: str, array: NDArray[np.float32]) -> str:
        """Adds weights as the precision stores them. Vectors are small: they stay as computed with."""
        p = self.precision
        if p.stored == p.computed or array.ndim == 1:
            return self.constant(name, array.astype(NUMPY[p.computed]))
        self.constant(f"{name}.stored", array.astype(NUMPY[p.stored]))
        return self.node("Cast", [f"{name}.stored"], name, to=p.computed)

    def linear(self, x: str, name: str, matrix: NDArray[np.float32], bias: NDArray[np.float32] | None) -> str:
        """x times the transpose of a matrix [out, in], plus the bias. Rows that fill no block stay whole."""
        n, k = matrix.shape
        if self.precision.bits and k % BLOCK == 0:
            q = quantise(matrix, self.precision.bits)
            inputs = [x, self.constant(f"{name}.codes", q.codes), self.constant(f"{name}.scales", q.scales)]
            if q.zeros is not None:
                inputs.append(self.constant(f"{name}.zeros", q.zeros))
            shape = {"K": k, "N": n, "bits": self.precision.bits, "block_size": BLOCK}
            y = self.node("MatMulNBits", inputs, f"{name}.product", MICROSOFT, **shape)
        else:
            y = self.node("MatMul", [x, self.weight(f"{name}.weight", matrix.T)], f"{name}.product")
        return y if bias is None else self.node("Add", [y, self.weight(f"{name}.bias", bias)], f"{name}.sum")

    def cast(self, x: str, name: str, to: int) -> str:
        """x as another type; x itself where it is of that type already, namely in float32 graphs."""
        return x if self.precision.computed == FLOAT else self.node("Cast", [x], name, to=to)

    def save(self, file: Path, inputs: list[onnx.ValueInfoProto], outputs: list[onnx.ValueInfoProto]) -> None:
        """Writes the graph; large weights beside it as `<file>_data`."""
        graph = helper.make_graph(self.nodes, "main_graph", inputs, outputs, list(self.initialisers.values()))
        opsets = [helper.make_opsetid("", 18), helper.make_opsetid(MICROSOFT, 1)]
        model = helper.make_model(graph, opset_imports=opsets, ir_version=9, producer_name="quorum")
        file.parent.mkdir(parents=True, exist_ok=True)
        large = sum(len(t.raw_data) for t in self.initialisers.values()) > ONE_FILE
        beside = file.with_name(f"{file.name}_data")
        beside.unlink(missing_ok=True)  # else it would be appended to
        onnx.save(model, file, save_as_external_data=large, location=beside.name if large else None)
        if large:
            beside.chmod(file.stat().st_mode)  # onnx keeps it to its owner, and a server may be another
