"""Tokenizers of a few hundred pieces for random encoders, normalising a little of what real ones do."""

import tempfile
from pathlib import Path

from transformers import PreTrainedTokenizerFast

from tiny_tokenizers import clip, mt5, siglip2, train_unigram, xlm_v

SPECIAL = 8  # at most, of any kind


def rules() -> str:
    """For sentencepiece, from and to in hexadecimal: wide letters, white space, a ligature, an accent."""
    wide = [(f"{0xFF01 + i:X}", f"{0x21 + i:X}") for i in range(94)]
    white = [(f"{c:X}", "20") for c in (0x09, 0x0A, 0x0D, 0xA0, 0x3000)]
    return "".join(f"{a}\t{b}\n" for a, b in [*wide, *white, ("FB01", "66 69"), ("65 301", "E9")])


def nano_tokenizer(kind: str, size: int, words: list[str]) -> PreTrainedTokenizerFast:
    """Of the kinds in tiny_tokenizers.py."""
    if kind in ("clip", "siglip2"):
        return (clip if kind == "clip" else siglip2)(words, size)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "rules.tsv"
        file.write_text(rules(), encoding="utf-8")
        learnt = train_unigram(words, size - SPECIAL, str(file))
    if kind == "xlm-v":
        return xlm_v(learnt)
    ends = {"pad_token": "<pad>", "eos_token": "</s>", "unk_token": "<unk>"}
    return PreTrainedTokenizerFast(tokenizer_object=mt5(learnt), **ends)
