"""Compares exported files, run by onnxruntime on the CPU, with the transformers library's model."""

from pathlib import Path

import numpy as np
import onnxruntime as ort
import torch
from numpy.typing import NDArray
from transformers import LlamaForCausalLM, Qwen3ForCausalLM

TOLERANCE = 1e-4


class Session:
    """An exported model as a function from tokens and cache to logits and cache."""

    def __init__(self, file: Path) -> None:
        options = ort.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        self.session = ort.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
        past = [i for i in self.session.get_inputs() if i.name.startswith("past_key_values")]
        self.shapes = {i.name: (i.shape[1], i.shape[3]) for i in past}

    def empty(self, batch: int) -> dict[str, NDArray[np.float32]]:
        """A cache without positions."""
        return {n: np.zeros((batch, k, 0, d), np.float32) for n, (k, d) in self.shapes.items()}

    def run(
        self, ids: NDArray[np.int64], past: dict[str, NDArray[np.float32]], keep: int
    ) -> tuple[NDArray[np.float32], dict[str, NDArray[np.float32]]]:
        """ids [B, S]; returns logits [B, keep or S, V] and the grown cache."""
        length = next(iter(past.values())).shape[2] + ids.shape[1]
        feeds = {
            "input_ids": ids,
            "attention_mask": np.ones((len(ids), length), np.int64),
            "num_logits_to_keep": np.array(keep, np.int64),
        }
        names = ["logits"] + [n.replace("past_key_values", "present") for n in past]
        logits, *present = self.session.run(names, feeds | past)
        return logits, dict(zip(past, present, strict=True))


def compare(
    session: Session, reference: LlamaForCausalLM | Qwen3ForCausalLM, prompts: list[list[int]]
) -> float:
    """Largest difference of logits: whole prompts, prompt then steps, and four equal rows."""
    worst = 0.0
    for prompt in prompts:
        ids = np.array([prompt], np.int64)
        with torch.inference_mode():
            wanted = reference(torch.from_numpy(ids)).logits.numpy()
        whole, _ = session.run(ids, session.empty(1), 0)
        half = len(prompt) // 2
        first, past = session.run(ids[:, :half], session.empty(1), 1)
        parts = [first]
        for i in range(half, len(prompt)):
            logits, past = session.run(ids[:, i : i + 1], past, 0)
            parts.append(logits)
        rows, _ = session.run(ids.repeat(4, 0), session.empty(4), 1)
        worst = max(
            worst,
            np.abs(whole - wanted).max(),
            np.abs(np.concatenate(parts, 1) - wanted[:, half - 1 :]).max(),
            np.abs(rows - wanted[:, -1:]).max(),
        )
    return float(worst)


def greedy(session: Session, prompt: list[int], end: int, longest: int) -> list[int]:
    """Greedy tokens after a prompt, without `end`."""
    made: list[int] = []
    logits, past = session.run(np.array([prompt], np.int64), session.empty(1), 1)
    while (token := int(logits[0, -1].argmax())) != end and len(made) < longest:
        made.append(token)
        logits, past = session.run(np.array([[token]], np.int64), past, 1)
    return made
