"""The network of multilingual-e5-small as an ONNX graph of 8-bit integers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from toolkit.encoders.e5_weights import E5Weights

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from onnx import ModelProto

# Matrices use 7 of the 8 bits: processors without VNNI add pairs of products in 16 bits, where
# 255 × 63 × 2 still fits and 255 × 127 × 2 does not. What is lost is less than the rounding of the
# activations costs anyway.
_MATRIX_MOST = 63
_TABLE_MOST = 127
_FAR = 1e9  # what a masked place loses before the softmax


def build_graph(weights: E5Weights) -> ModelProto:
    """Return ``input_ids``, ``attention_mask`` → ``last_hidden_state`` (batch, sequence, 384).

    The table of word pieces is int8 with a scale for each row, every matrix int8 with a scale for
    each output; activations are quantised as they come, one scale for each batch (ONNX's
    DynamicQuantizeLinear). The same weights give the same bytes.
    """
    from onnx import TensorProto, helper

    graph = _Graph(weights)
    graph.build()
    sizes = ["batch_size", "sequence_length"]
    return helper.make_model(
        helper.make_graph(
            graph.nodes,
            "multilingual-e5-small",
            [
                helper.make_tensor_value_info(name, TensorProto.INT64, sizes)
                for name in ("input_ids", "attention_mask")
            ],
            [
                helper.make_tensor_value_info(
                    "last_hidden_state", TensorProto.FLOAT, [*sizes, weights.n_dimensions]
                )
            ],
            graph.constants,
        ),
        opset_imports=[helper.make_opsetid("", 20)],
        ir_version=9,
        producer_name="osallisuus-toolkit",
    )


class _Graph:
    """Nodes and constants, in the order they are needed."""

    def __init__(self, weights: E5Weights) -> None:
        self.weights = weights
        self.nodes: list[Any] = []
        self.constants: list[Any] = []

    def build(self) -> None:
        """Add the whole network: embeddings, then each layer."""
        import numpy as np
        from onnx import TensorProto

        state = self._embeddings()
        one, far = self._keep("one", np.float32(1)), self._keep("far", np.float32(_FAR))
        seen = self._add("Cast", ["attention_mask"], to=TensorProto.FLOAT)
        mask = self._add("Mul", [self._add("Sub", [seen, one]), far])
        mask = self._add("Unsqueeze", [mask, self._keep("heads_and_queries", np.array([1, 2]))])
        n_heads, n_dimensions = self.weights.n_heads, self.weights.n_dimensions
        size = n_dimensions // n_heads
        self._keep("by_head", np.array([0, 0, n_heads, size]))
        self._keep("together", np.array([0, 0, n_dimensions]))
        self._keep("shrink", np.float32(size**-0.5))
        for number in range(self.weights.n_layers):
            state = self._layer(f"l{number}", state, mask)
        self._add("Identity", [state], output="last_hidden_state")

    def _embeddings(self) -> str:
        import numpy as np
        from onnx import TensorProto

        weights = self.weights
        table = weights.matrix("emb.word", weights.n_pieces, weights.n_dimensions)
        whole, scales = _rounded(table, _TABLE_MOST)
        rows = self._add("Gather", [self._keep("words", whole), "input_ids"])
        rows = self._add("Cast", [rows], to=TensorProto.FLOAT)
        scale = self._add("Gather", [self._keep("words.scale", scales[:, None]), "input_ids"])
        rows = self._add("Mul", [rows, scale])
        # Positions count from 0; every text is of the first type.
        place = weights.numbers("emb.pos", weights.n_positions, weights.n_dimensions)
        place += weights.numbers("emb.type", weights.n_dimensions)
        length = self._add("Shape", ["input_ids"], start=1, end=2)
        start = self._keep("start", np.array([0]))
        places = self._add("Slice", [self._keep("places", place), start, length])
        return self._normalised("emb.ln", self._add("Add", [rows, places]))

    def _layer(self, name: str, state: str, mask: str) -> str:
        size, inner = self.weights.n_dimensions, self.weights.n_inner
        joint = self._linear([f"{name}.q", f"{name}.k", f"{name}.v"], state, size, size)
        attended = self._linear([f"{name}.ao"], self._attention(joint, mask), size, size)
        state = self._normalised(f"{name}.aln", self._add("Add", [state, attended]))
        wide = self._add("Gelu", [self._linear([f"{name}.fi"], state, inner, size)])
        narrow = self._linear([f"{name}.fo"], wide, size, inner)
        return self._normalised(f"{name}.oln", self._add("Add", [state, narrow]))

    def _attention(self, joint: str, mask: str) -> str:
        query, key, value = self._split(joint)
        query = self._add("Mul", [self._heads(query, [0, 2, 1, 3]), "shrink"])
        scores = self._add("MatMul", [query, self._heads(key, [0, 2, 3, 1])])
        shares = self._add("Softmax", [self._add("Add", [scores, mask])], axis=-1)
        mixed = self._add("MatMul", [shares, self._heads(value, [0, 2, 1, 3])])
        mixed = self._add("Transpose", [mixed], perm=[0, 2, 1, 3])
        return self._add("Reshape", [mixed, "together"])

    def _heads(self, state: str, order: list[int]) -> str:
        return self._add("Transpose", [self._add("Reshape", [state, "by_head"])], perm=order)

    def _linear(self, names: list[str], state: str, n_outputs: int, n_inputs: int) -> str:
        """Add ``state`` times one or several matrices side by side, plus their biases."""
        import numpy as np
        from onnx import TensorProto

        weights = self.weights
        matrix = np.concatenate(
            [weights.matrix(f"{name}.w", n_outputs, n_inputs) for name in names]
        )
        bias = np.concatenate([weights.numbers(f"{name}.b", n_outputs) for name in names])
        whole, scales = _rounded(matrix, _MATRIX_MOST)
        kept = self._keep(f"{names[0]}.w", whole.T)
        quantised, scale, zero = self._quantised(state)
        product = self._add("MatMulInteger", [quantised, kept, zero])
        product = self._add("Cast", [product], to=TensorProto.FLOAT)
        scale = self._add("Mul", [scale, self._keep(f"{names[0]}.scale", scales)])
        product = self._add("Mul", [product, scale])
        return self._add("Add", [product, self._keep(f"{names[0]}.b", bias)])

    def _normalised(self, name: str, state: str) -> str:
        size = self.weights.n_dimensions
        stretch = self._keep(f"{name}.w", self.weights.numbers(f"{name}.w", size))
        shift = self._keep(f"{name}.b", self.weights.numbers(f"{name}.b", size))
        epsilon = self.weights.epsilon
        return self._add("LayerNormalization", [state, stretch, shift], axis=-1, epsilon=epsilon)

    def _split(self, joint: str) -> list[str]:
        outputs = [f"{joint}.{part}" for part in ("query", "key", "value")]
        self._node("Split", [joint], outputs, axis=-1, num_outputs=3)
        return outputs

    def _quantised(self, state: str) -> list[str]:
        outputs = [f"{state}.{part}" for part in ("whole", "scale", "zero")]
        self._node("DynamicQuantizeLinear", [state], outputs)
        return outputs

    def _add(self, kind: str, inputs: list[str], *, output: str = "", **options: object) -> str:
        """Add a node with one output and return its name."""
        output = output or f"{kind}.{len(self.nodes)}"
        self._node(kind, inputs, [output], **options)
        return output

    def _node(self, kind: str, inputs: list[str], outputs: list[str], **options: object) -> None:
        from onnx import helper

        name = f"node.{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, outputs, name=name, **options))  # type: ignore[arg-type]

    def _keep(self, name: str, array: NDArray[Any] | np.generic) -> str:
        import numpy as np
        from onnx import numpy_helper

        self.constants.append(numpy_helper.from_array(np.asarray(array, order="C"), name))
        return name


def _rounded(
    matrix: NDArray[np.float32], most: int
) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Return whole numbers from -most to most, and the scale of each row."""
    import numpy as np

    scales = (np.abs(matrix).max(axis=1) / most).astype(np.float32)
    scales[scales == 0] = 1
    whole = np.round(matrix / scales[:, None]).clip(-most, most).astype(np.int8)
    return whole, scales
