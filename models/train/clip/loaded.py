"""A checkpoint folder, read: weights and what the towers' graphs and their caller need to know."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import torch
from numpy import float32
from numpy.typing import NDArray
from transformers import AutoConfig, CLIPModel, MetaClip2Model, PreTrainedConfig, PreTrainedModel, SiglipModel

# SigLIP 2 with images of one size is of the type "siglip" too; "siglip2" takes any, with another tower.
MODELS = {"clip": CLIPModel, "metaclip_2": MetaClip2Model, "siglip": SiglipModel}
Pooling = Literal["first-eos", "highest-id", "last"]


@dataclass(frozen=True)
class Loaded:
    """One checkpoint."""

    model: PreTrainedModel  # float32, eager attention
    weights: dict[str, NDArray[float32]]

    @property
    def vision(self) -> PreTrainedConfig:
        """The image tower's configuration."""
        return self.model.config.vision_config

    @property
    def text(self) -> PreTrainedConfig:
        """The text tower's configuration."""
        return self.model.config.text_config

    @property
    def sigmoid(self) -> bool:
        """SigLIP: a probability for each label by itself."""
        return self.model.config.model_type == "siglip"

    @property
    def causal(self) -> bool:
        """Whether a token sees only those before it, so that those behind the pooled one do not matter."""
        return not self.sigmoid

    @property
    def dim(self) -> int:
        """Numbers in an embedding."""
        return len(self.weights["text_model.head.weight" if self.sigmoid else "text_projection.weight"])

    @property
    def pooling(self) -> Pooling:
        """Old CLIP checkpoints have a wrong eos_token_id, 2; the library then takes the highest id."""
        if self.sigmoid:
            return "last"
        old = self.model.config.model_type == "clip" and self.text.eos_token_id == 2
        return "highest-id" if old else "first-eos"

    def output(self, tower: Literal["image", "text"], hub: bool) -> str:
        """The output's name; the hub's SigLIP exports have the library's."""
        return "pooler_output" if hub and self.sigmoid else f"{tower}_embeds"


def from_model(model: PreTrainedModel) -> Loaded:
    """Of a model in memory."""
    model = model.float().eval()
    return Loaded(model, {name: w.detach().numpy() for name, w in model.state_dict().items()})


def load(folder: Path) -> Loaded:
    """Of a checkpoint in the transformers library's layout. Raises ValueError for other kinds of model."""
    kind = AutoConfig.from_pretrained(folder).model_type
    if kind not in MODELS:
        raise ValueError(f"{folder} is a model of type {kind}; this can export {', '.join(MODELS)}")
    loaded = MODELS[kind].from_pretrained(folder, dtype=torch.float32, attn_implementation="eager")
    return from_model(loaded)
