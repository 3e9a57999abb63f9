"""Random encoders as checkpoint folders of the transformers library: two layers of 32, images of 32 by 32."""

from dataclasses import dataclass
from pathlib import Path

import torch
from torch import nn
from transformers import CLIPConfig, MetaClip2Config, PreTrainedModel, SiglipConfig

from folder import write_json
from loaded import MODELS
from nano_tokenizers import nano_tokenizer

SIZE, PATCH, VOCAB = 32, 8, 512
CONTEXT = {"siglip": 64}  # tokens; else 77


@dataclass(frozen=True)
class Kind:
    """One way in which encoders differ."""

    model: str  # model_type
    tokenizer: str
    vocab: int
    eos: int
    pad: int
    activation: str
    fixture: str = ""  # its folder, if it is one
    table: str | None = None  # in the fixture: how the token table is stored, None for in the graph
    variants: tuple[str, ...] = ("fp32",)  # in the fixture


KINDS = [
    Kind("metaclip_2", "xlm-v", VOCAB, 2, 1, "quick_gelu", "metaclip2-nano", "fp16", ("fp32", "q4")),
    Kind("metaclip_2", "mt5", VOCAB, 1, 0, "gelu"),
    Kind("clip", "clip", 640, 639, 639, "quick_gelu", "clip-nano"),
    Kind("clip", "clip", 640, 2, 2, "gelu"),  # as old checkpoints say
    Kind("siglip", "siglip2", VOCAB, 1, 0, "gelu_pytorch_tanh", "siglip-nano"),
]


def random_model(kind: Kind) -> PreTrainedModel:
    """Weights large enough that texts and images differ; its token table is exact in half precision."""
    torch.manual_seed(7)
    shared = {
        "hidden_size": 32,
        "intermediate_size": 64,
        "num_hidden_layers": 2,
        "num_attention_heads": 2,
    }
    shared |= {"hidden_act": kind.activation, "projection_dim": 16}
    ends = {"vocab_size": kind.vocab, "eos_token_id": kind.eos, "pad_token_id": kind.pad, "bos_token_id": 0}
    text = {**shared, **ends, "max_position_embeddings": CONTEXT.get(kind.model, 77)}
    vision = {**shared, "image_size": SIZE, "patch_size": PATCH}
    configs = {"clip": CLIPConfig, "metaclip_2": MetaClip2Config, "siglip": SiglipConfig}
    sizes = {} if kind.model == "siglip" else {"projection_dim": 16}
    model = MODELS[kind.model](configs[kind.model](text_config=text, vision_config=vision, **sizes))
    for weight in model.parameters():
        if weight.ndim > 1:
            nn.init.normal_(weight, std=0.15)
        elif weight.ndim == 1:
            weight.data += 0.1 * torch.randn_like(weight)
    table = model.text_model.embeddings.token_embedding.weight
    table.data = table.data.half().float()
    return model


def preprocessor(kind: Kind) -> dict[str, object]:
    """As checkpoints have it: SigLIP squeezes an image into a square, the others cut one out."""
    common = {"do_normalize": True, "do_rescale": True, "do_resize": True, "rescale_factor": 1 / 255}
    square = {"height": SIZE, "width": SIZE}
    if kind.model == "siglip":
        means = {"image_mean": [0.5] * 3, "image_std": [0.5] * 3}
        return {
            "image_processor_type": "SiglipImageProcessor",
            **common,
            **means,
            "resample": 2,
            "size": square,
        }
    mean, std = [0.48145466, 0.4578275, 0.40821073], [0.26862954, 0.26130258, 0.27577711]
    cut = {
        "do_center_crop": True,
        "crop_size": square,
        "do_convert_rgb": True,
        "size": {"shortest_edge": SIZE},
    }
    return {
        "image_processor_type": "CLIPImageProcessor",
        **common,
        **cut,
        "image_mean": mean,
        "image_std": std,
        "resample": 3,
    }


def write_checkpoint(kind: Kind, folder: Path, words: list[str]) -> None:
    """What a checkpoint folder has."""
    random_model(kind).save_pretrained(folder)
    nano_tokenizer(kind.tokenizer, kind.vocab, words).save_pretrained(folder)
    write_json(folder / "preprocessor_config.json", preprocessor(kind))
