"""Writes two models with random weights, small enough for WebGPU tests on a software adapter.

Usage: python models/train/nano.py --tokenizer models/pocket/policy --out tests/fixtures

They have about 0.26 million parameters, one of Llama's architecture and one of Qwen3's, in the
same layout and with the same tokenizer as the pocket policy. They answer nonsense, but with logits
so far apart that every right engine chooses the same greedy tokens.
"""

import argparse
from pathlib import Path

import torch
from tokenizers import Tokenizer

from convert import hub_model
from export import export, verify
from model import Policy, PolicyConfig
from tokenizer import END, PAD, prompt_text

SEED = 3
EMBEDDING = 0.3  # standard deviation; the logits' is about 3
FOLDERS = {"nano": False, "nano-qwen3": True}  # folder: with QK-norm
PROBES = [f"What is {a} + {b}, and then {c} of it?" for a, b, c in ((3, 4, 5), (12, 7, 2), (90, 11, 6))]
GREEDY_TOKENS = 16


def random_policy(vocab: int, qk_norm: bool) -> Policy:
    """A policy of random weights, exactly representable in half precision."""
    config = PolicyConfig(
        vocab=vocab, hidden=96, layers=3, heads=4, kv_heads=2, feed_forward=96, qk_norm=qk_norm
    )
    policy = Policy(config)
    generator = torch.Generator().manual_seed(SEED)
    with torch.no_grad():
        for name, p in policy.named_parameters():
            if p.ndim == 1:
                p.uniform_(0.8, 1.25, generator=generator)
            else:
                std = EMBEDDING if name == "embed.weight" else p.shape[1] ** -0.5
                p.normal_(0, std, generator=generator)
            p.copy_(p.half())
    return policy.eval()


@torch.inference_mode()
def least_margin(policy: Policy, prompts: list[list[int]], end: int, pad: int) -> float:
    """Smallest distance between best and second logit along greedy answers."""
    reference = hub_model(policy, end, pad)
    worst = float("inf")
    for prompt in prompts:
        ids = list(prompt)
        for _ in range(GREEDY_TOKENS):
            best, second = reference(torch.tensor([ids])).logits[0, -1].topk(2).values.tolist()
            worst = min(worst, best - second)
            ids.append(int(reference(torch.tensor([ids])).logits[0, -1].argmax()))
    return worst


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tokenizer", type=Path, required=True, help="folder with its two files")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    torch.set_num_threads(1)
    tokenizer = Tokenizer.from_file(str(args.tokenizer / "tokenizer.json"))
    end, pad = tokenizer.token_to_id(END), tokenizer.token_to_id(PAD)
    texts = [prompt_text(p) for p in PROBES]
    prompts = [e.ids for e in tokenizer.encode_batch(texts)]
    for folder, qk_norm in FOLDERS.items():
        policy = random_policy(tokenizer.get_vocab_size(), qk_norm)
        ids = torch.randint(policy.config.vocab, (32, 65), generator=torch.Generator().manual_seed(SEED))
        coarse = export(policy, args.tokenizer, args.out / folder, [(ids[:, :-1], ids[:, 1:])])
        verify(policy, coarse, args.out / folder, texts)
        count = sum(p.numel() for p in policy.parameters())
        margin = least_margin(policy, prompts, end, pad)
        print(f"{folder}: {count} parameters, least greedy margin {margin:.3f}")


if __name__ == "__main__":
    main()
