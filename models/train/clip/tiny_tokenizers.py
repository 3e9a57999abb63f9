"""Small tokenizers of the kinds that encoders come with, as the transformers library makes them.

`xlm-v` and `mt5` as its classes build them, `xlm-v-converted` as its converter from sentencepiece does,
`mt5-bytes` with bytes for what is unknown, `siglip2` (Gemma's, lower case) and `clip`.
"""

import io
import json
import warnings
from collections import Counter
from dataclasses import dataclass

import sentencepiece
from sentencepiece import sentencepiece_model_pb2 as protocol
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors, trainers
from transformers import CLIPTokenizer, Siglip2Tokenizer, T5Tokenizer, XLMRobertaTokenizer

Piece = tuple[str, float]
BYTES = [(f"<0x{i:02X}>", 0.0) for i in range(256)]
warnings.filterwarnings("ignore", category=UserWarning)


@dataclass(frozen=True)
class Unigram:
    """What sentencepiece learnt."""

    pieces: list[Piece]  # without its special tokens
    charsmap: bytes  # its normalisation, as a trie and the strings that replace


def train_unigram(texts: list[str], size: int, rules: str | None = None) -> Unigram:
    """`size` with three special tokens; `rules` a file of normalisations in place of NFKC with spaces."""
    model = io.BytesIO()
    normalised = {"normalization_rule_tsv": rules} if rules else {"normalization_rule_name": "nmt_nfkc"}
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(texts),
        model_writer=model,
        vocab_size=size,
        model_type="unigram",
        character_coverage=0.99,
        num_threads=1,
        minloglevel=2,
        **normalised,
    )
    proto = protocol.ModelProto()
    proto.ParseFromString(model.getvalue())
    pieces = [(p.piece, round(p.score, 4)) for p in proto.pieces[3:]]
    return Unigram(pieces, proto.normalizer_spec.precompiled_charsmap)


def xlm_v(learnt: Unigram) -> XLMRobertaTokenizer:
    """<s> 0, <pad> 1, </s> 2, <unk> 3, pieces, <mask>; a text is <s> text </s>."""
    special = [("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0)]
    vocab = [*special, *learnt.pieces, ("<mask>", 0.0)]
    return XLMRobertaTokenizer(vocab=vocab, _spm_precompiled_charsmap=learnt.charsmap)


def xlm_v_converted(learnt: Unigram) -> Tokenizer:
    """The same words without a split at spaces, and with runs of spaces made one."""
    made = Tokenizer.from_str(xlm_v(learnt).backend_tokenizer.to_str())
    squeezed = [normalizers.Strip(left=False, right=True), normalizers.Replace(Regex(" {2,}"), "▁")]
    made.normalizer = normalizers.Sequence([normalizers.Precompiled(learnt.charsmap), *squeezed])
    made.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    return made


def mt5(learnt: Unigram, with_bytes: bool = False) -> Tokenizer:
    """<pad> 0, </s> 1, <unk> 2, pieces; a text is text </s>."""
    special = [("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0)]
    vocab = [*special, *(BYTES if with_bytes else []), *learnt.pieces]
    made = T5Tokenizer(vocab=vocab, _spm_precompiled_charsmap=learnt.charsmap, extra_ids=0).backend_tokenizer
    if with_bytes:
        made.model = models.Unigram(vocab, 2, True)
    return made


def siglip2(texts: list[str], size: int) -> Siglip2Tokenizer:
    """<pad> 0, <eos> 1, <bos> 2, <unk> 3, <mask> 4, bytes, pieces; a text is text <eos>."""
    special = ["<pad>", "<eos>", "<bos>", "<unk>", "<mask>", *(name for name, _ in BYTES)]
    learner = Tokenizer(models.BPE(unk_token="<unk>", fuse_unk=True, byte_fallback=True))
    learner.normalizer = normalizers.Sequence([normalizers.Lowercase(), normalizers.Replace(" ", "▁")])
    learner.pre_tokenizer = pre_tokenizers.Split("▁", "merged_with_next")
    # Chosen here: of letters that are as frequent the trainer takes now these, now those.
    letters = Counter("".join(texts).lower().replace(" ", "▁"))
    common = sorted(letters, key=lambda letter: (-letters[letter], letter))[: size // 2]
    trainer = trainers.BpeTrainer(
        vocab_size=size,
        special_tokens=special,
        initial_alphabet=common,
        limit_alphabet=len(common),
        show_progress=False,
    )
    learner.train_from_iterator(texts, trainer)
    vocab, merges = parts(learner.to_str())
    made = Siglip2Tokenizer(vocab=vocab, merges=merges)
    made.backend_tokenizer.post_processor = processors.TemplateProcessing(
        single="$A <eos>", pair="$A <eos> $B <eos>", special_tokens=[("<eos>", 1)]
    )
    return made


def clip(texts: list[str], size: int) -> CLIPTokenizer:
    """Bytes, pieces, <|startoftext|>, <|endoftext|>; a text is between these two."""
    ends = ["<|startoftext|>", "<|endoftext|>"]
    shape = CLIPTokenizer().backend_tokenizer
    learner = Tokenizer(models.BPE(end_of_word_suffix="</w>", unk_token=ends[1]))
    learner.normalizer, learner.pre_tokenizer = shape.normalizer, shape.pre_tokenizer
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    # First, so that their order is known, and all of them, or a text could have no tokens.
    last = [f"{byte}</w>" for byte in alphabet]
    trainer = trainers.BpeTrainer(
        vocab_size=size - 2,
        special_tokens=last,
        initial_alphabet=alphabet,
        end_of_word_suffix="</w>",
        show_progress=False,
    )
    learner.train_from_iterator(texts, trainer)
    vocab, merges = parts(learner.to_str())
    for token in ends:
        vocab[token] = len(vocab)
    return CLIPTokenizer(vocab=vocab, merges=merges)


def parts(tokenizer: str) -> tuple[dict[str, int], list[tuple[str, str]]]:
    """Vocabulary and merges of a BPE tokenizer's JSON."""
    model = json.loads(tokenizer)["model"]
    return model["vocab"], [tuple(pair) for pair in model["merges"]]
