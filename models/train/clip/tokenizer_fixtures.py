"""Writes 200 texts and their tokens by the tokenizers library, for each kind of tokenizer.

Usage: python models/train/clip/tokenizer_fixtures.py --annotations cldr-annotations-full \
           --out tests/fixtures/tokenizers

The kinds share one vocabulary and one normalisation, which are files of their own: pieces.json and
charsmap.bin take their place in kinds.json, where a null is.
"""

import argparse
import json
import shutil
from pathlib import Path

from tokenizers import Tokenizer

from corpus import LANGUAGES, corpus, examples
from hard_strings import HARD
from tiny_tokenizers import BYTES, Unigram, clip, mt5, siglip2, train_unigram, xlm_v, xlm_v_converted

SIZE = 3000
TEXTS = 200


def kinds(learnt: Unigram, texts: list[str]) -> dict[str, Tokenizer]:
    """One of each."""
    return {
        "xlm-v": xlm_v(learnt).backend_tokenizer,
        "xlm-v-converted": xlm_v_converted(learnt),
        "mt5": mt5(learnt),
        "mt5-bytes": mt5(learnt, with_bytes=True),
        "siglip2": siglip2(texts, 1200).backend_tokenizer,
        "clip": clip(texts, 1200).backend_tokenizer,
    }


def without_shared(tokenizer: Tokenizer, learnt: Unigram) -> dict[str, object]:
    """tokenizer.json with a null for the shared pieces, and one for the shared normalisation."""
    made = json.loads(tokenizer.to_str())
    if made["model"]["type"] != "Unigram":
        return made
    vocab = made["model"]["vocab"]
    first = next(i for i, piece in enumerate(vocab) if tuple(piece) == learnt.pieces[0])
    made["model"]["vocab"] = [*vocab[:first], None, *vocab[first + len(learnt.pieces) :]]
    for part in made["normalizer"].get("normalizers", [made["normalizer"]]):
        if part["type"] == "Precompiled":
            part["precompiled_charsmap"] = None
    return made


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--annotations", type=Path, required=True, help="the unpacked npm package")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    words = corpus(args.annotations, LANGUAGES)
    learnt = train_unigram(words, SIZE)
    assert not {name for name, _ in BYTES} & {name for name, _ in learnt.pieces}
    made = kinds(learnt, words)
    texts = (HARD + examples(args.annotations, 4))[:TEXTS]
    ids = {name: [t.encode(text).ids for text in texts] for name, t in made.items()}
    (args.out / "charsmap.bin").write_bytes(learnt.charsmap)
    compact = {
        "pieces.json": learnt.pieces,
        "kinds.json": {name: without_shared(t, learnt) for name, t in made.items()},
    }
    for name, value in compact.items():
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        (args.out / name).write_text(text + "\n", encoding="utf-8")
    cases = [{"text": text, **{k: ids[k][i] for k in made}} for i, text in enumerate(texts)]
    lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases)
    (args.out / "cases.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    shutil.copyfile(args.annotations / "LICENSE", args.out / "UNICODE-LICENSE.txt")


if __name__ == "__main__":
    main()
