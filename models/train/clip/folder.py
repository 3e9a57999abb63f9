"""The files beside the graphs: configuration, preprocessing, tokenizer."""

import json
import math
import shutil
from pathlib import Path

from transformers import AutoImageProcessor, AutoTokenizer

from loaded import Loaded

TOKENIZER = ("tokenizer.json", "tokenizer_config.json", "special_tokens_map.json")
LICENCES = ("LICENSE", "LICENSE.md", "LICENSE.txt", "README.md")  # a licence goes where its weights go


def write_json(file: Path, value: object) -> None:
    """Two-space JSON with a final newline."""
    file.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def pad_id(source: Path, loaded: Loaded) -> int:
    """The tokenizer's; else the configuration's, which often is a default that is not the checkpoint's."""
    known = json.loads((source / "tokenizer_config.json").read_text(encoding="utf-8")).get("pad_token")
    content = known.get("content") if isinstance(known, dict) else known
    tokenizer = json.loads((source / "tokenizer.json").read_text(encoding="utf-8"))
    found = [t["id"] for t in tokenizer["added_tokens"] if t["content"] == content]
    return found[0] if found else loaded.text.pad_token_id or 0


def contract(loaded: Loaded, pad: int, table: dict[str, str | int] | None) -> dict[str, object]:
    """What the page must know and a hub configuration does not say."""
    text = {"context": loaded.text.max_position_embeddings, "padId": pad, "causal": loaded.causal}
    if table is not None:
        text = {"tokenEmbedding": "onnx/token_embedding.bin", **table, **text, "pooling": loaded.pooling}
        if loaded.pooling == "first-eos":
            text["eosId"] = loaded.text.eos_token_id
    scale = math.exp(loaded.weights["logit_scale"].item())
    logits = {"kind": "softmax", "scale": scale}
    if loaded.sigmoid:
        logits = {"kind": "sigmoid", "scale": scale, "bias": loaded.weights["logit_bias"].item()}
    return {"text": text, "image": {"size": loaded.vision.image_size}, "dim": loaded.dim, "logits": logits}


def copy_tokenizer(source: Path, out: Path) -> None:
    """As it lies there; made by the library from what it lies there as, where it is in an older form."""
    if not (source / "tokenizer.json").exists():
        AutoTokenizer.from_pretrained(source).save_pretrained(out)
        return
    for name in TOKENIZER:
        if (source / name).exists():
            shutil.copyfile(source / name, out / name)


def write_folder(loaded: Loaded, source: Path, out: Path, table: dict[str, str | int] | None) -> None:
    """All but the graphs and the table, from the checkpoint folder `source`."""
    out.mkdir(parents=True, exist_ok=True)
    copy_tokenizer(source, out)
    if (source / "preprocessor_config.json").exists():
        shutil.copyfile(source / "preprocessor_config.json", out / "preprocessor_config.json")
    else:  # Newer checkpoints have it within processor_config.json.
        AutoImageProcessor.from_pretrained(source).save_pretrained(out)
    for name in LICENCES:
        if (source / name).exists():
            shutil.copyfile(source / name, out / name)
    config = json.loads((source / "config.json").read_text(encoding="utf-8"))
    write_json(out / "config.json", {**config, "quorum": contract(loaded, pad_id(out, loaded), table)})
