"""Writes a policy as GGUF, the format of llama.cpp, for bench/wllama.ts.

Usage: python models/train/export_gguf.py --checkpoint models/train/checkpoints/policy-706.pt \
           --type f32 --out policy-f32.gguf

Needs gguf 0.19.0 besides requirements.txt. llama.cpp has no tokenizer that splits text as ours does (a
word takes the space before a digit along), and wllama takes no token ids, text alone. So each token is
spelled as one character of Unicode's private area, U+E000 + id: ids go in and come out as such text.
"""

import argparse
from pathlib import Path

import gguf
import numpy as np
from gguf import GGMLQuantizationType, GGUFWriter, TokenType
from numpy.typing import NDArray
from tokenizers import Tokenizer

from convert import hub_weights
from model import PolicyConfig, load_policy
from tokenizer import END

FIRST_CHARACTER = 0xE000
TOKENIZER = Path(__file__).parent.parent / "pocket/policy/tokenizer.json"


def interleave(weight: NDArray[np.float32], heads: int) -> NDArray[np.float32]:
    """Rows of each head reordered: llama.cpp turns neighbours (0, 1), we turn halves (0, D/2)."""
    rows, columns = weight.shape
    halves = weight.reshape(heads, 2, rows // heads // 2, columns)
    return halves.swapaxes(1, 2).reshape(rows, columns)


def write_shape(writer: GGUFWriter, c: PolicyConfig) -> None:
    """The hyperparameters of a Llama."""
    writer.add_vocab_size(c.vocab)
    writer.add_context_length(c.context)
    writer.add_embedding_length(c.hidden)
    writer.add_block_count(c.layers)
    writer.add_feed_forward_length(c.feed_forward)
    writer.add_head_count(c.heads)
    writer.add_head_count_kv(c.kv_heads)
    writer.add_key_length(c.head_dim)
    writer.add_value_length(c.head_dim)
    writer.add_rope_dimension_count(c.head_dim)
    writer.add_rope_freq_base(c.rope_theta)
    writer.add_layer_norm_rms_eps(c.eps)


def write_tokens(writer: GGUFWriter, vocab: int, end: int) -> None:
    """SentencePiece without merges: a character, a token."""
    writer.add_tokenizer_model("llama")
    writer.add_token_list([chr(FIRST_CHARACTER + i) for i in range(vocab)])
    writer.add_token_scores([0.0] * vocab)
    writer.add_token_types([TokenType.NORMAL] * vocab)
    writer.add_eos_token_id(end)
    writer.add_add_bos_token(False)
    writer.add_add_space_prefix(False)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--type", choices=["f32", "f16", "q8_0", "q4_0"], default="f32", help="of matrices")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    policy = load_policy(args.checkpoint)
    c = policy.config
    writer = GGUFWriter(args.out, "llama")
    write_shape(writer, c)
    write_tokens(writer, c.vocab, Tokenizer.from_file(str(TOKENIZER)).token_to_id(END))
    names = gguf.get_tensor_name_map(gguf.MODEL_ARCH.LLAMA, c.layers)
    of_matrices = GGMLQuantizationType[args.type.upper()]
    for name, weight in hub_weights(policy).items():
        data = weight.numpy()
        if "q_proj" in name or "k_proj" in name:
            data = interleave(data, c.heads if "q_proj" in name else c.kv_heads)
        kind = of_matrices if data.ndim == 2 else GGMLQuantizationType.F32
        data = gguf.quants.quantize(np.ascontiguousarray(data), kind)
        writer.add_tensor(names.get_name(name, try_suffixes=(".weight",)), data, raw_dtype=kind)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    print(f"{args.type}: {args.out.stat().st_size} bytes in {args.out}")


if __name__ == "__main__":
    main()
