"""Trains the pocket tokenizer: byte-level BPE in which every digit is a token of its own.

Usage: python models/train/tokenizer.py --data train-*.jsonl --out models/pocket/policy
"""

import argparse
import json
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path

from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, pre_tokenizers, trainers

CONTEXT = 4096
PAD, START, END = "<|endoftext|>", "<|im_start|>", "<|im_end|>"
CHUNK_OPEN, CHUNK_CLOSE = "<chunk>", "</chunk>"

# A digit; or a word or a run of signs with the space before it, and with the space after it
# where a digit follows (so that " + " is one token); or white space.
PIECES = (
    r"\p{N}"
    r"| ?\p{L}+(?: (?=\p{N}))?"
    r"| ?[^\s\p{L}\p{N}]+(?: (?=\p{N}))?"
    r"|\s+(?!\S)|\s+"
)

CHAT_TEMPLATE = (
    "{%- for message in messages -%}"
    "{{- '<|im_start|>' + message.role + '\\n' + message.content + '<|im_end|>\\n' -}}"
    "{%- endfor -%}"
    "{%- if add_generation_prompt -%}{{- '<|im_start|>assistant\\n' -}}{%- endif -%}"
)


def prompt_text(question: str) -> str:
    """What the chat template makes of one question, up to where the answer begins."""
    return f"{START}user\n{question}{END}\n{START}assistant\n"


def training_texts(paths: list[Path], every: int) -> Iterator[str]:
    """The texts between special tokens, of every so many'th problem of all files in a row."""
    lines = chain.from_iterable(path.open(encoding="utf-8") for path in paths)
    for line in islice(lines, every - 1, None, every):
        problem = json.loads(line)
        yield "user\n" + problem["question"]
        yield "assistant\n"
        yield from problem["solution"].replace(CHUNK_OPEN, CHUNK_CLOSE).split(CHUNK_CLOSE)


def train_tokenizer(texts: Iterator[str], vocabulary: int) -> Tokenizer:
    """A BPE tokenizer of at most `vocabulary` tokens, all bytes and the five marks included."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(PIECES), behavior="isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=vocabulary - 2,
        min_frequency=20,
        special_tokens=[PAD, START, END],
        initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()),
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    tokenizer.add_tokens(
        [AddedToken(mark, normalized=False, special=False) for mark in (CHUNK_OPEN, CHUNK_CLOSE)]
    )
    return tokenizer


def save(tokenizer: Tokenizer, folder: Path) -> None:
    """Writes tokenizer.json and tokenizer_config.json as the hub has them."""
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(folder / "tokenizer.json"))
    config = {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "model_max_length": CONTEXT,
        "bos_token": None,
        "eos_token": END,
        "pad_token": PAD,
        "additional_special_tokens": [START, END],
        "add_prefix_space": False,
        "clean_up_tokenization_spaces": False,
        "chat_template": CHAT_TEMPLATE,
    }
    text = json.dumps(config, indent=2, ensure_ascii=False)
    (folder / "tokenizer_config.json").write_text(text + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, nargs="+", required=True, help="training JSONL")
    parser.add_argument("--every", type=int, default=7, help="learn from one problem in so many")
    parser.add_argument("--out", type=Path, required=True, help="folder for the two files")
    parser.add_argument("--vocabulary", type=int, default=768)
    args = parser.parse_args()
    tokenizer = train_tokenizer(training_texts(args.data, args.every), args.vocabulary)
    save(tokenizer, args.out)
    print(f"{tokenizer.get_vocab_size()} tokens in {args.out}")


if __name__ == "__main__":
    main()
