"""Between the lean module and the transformers library's classes and weight names."""

from torch import Tensor
from transformers import LlamaConfig, LlamaForCausalLM, PretrainedConfig, Qwen3Config, Qwen3ForCausalLM

from model import Policy, PolicyConfig


def hub_weights(policy: Policy) -> dict[str, Tensor]:
    """The weights under the names of the transformers library; matrices are [out, in]."""
    c = policy.config
    q, kv = c.heads * c.head_dim, c.kv_heads * c.head_dim
    weights = {
        "model.embed_tokens.weight": policy.embed.weight,
        "model.norm.weight": policy.norm.weight,
    }
    for i, block in enumerate(policy.blocks):
        at = f"model.layers.{i}."
        query, key, value = block.qkv.weight.split((q, kv, kv))
        gate, up = block.gate_up.weight.split((c.feed_forward, c.feed_forward))
        weights |= {
            at + "input_layernorm.weight": block.attention_norm.weight,
            at + "self_attn.q_proj.weight": query,
            at + "self_attn.k_proj.weight": key,
            at + "self_attn.v_proj.weight": value,
            at + "self_attn.o_proj.weight": block.out.weight,
            at + "post_attention_layernorm.weight": block.mlp_norm.weight,
            at + "mlp.gate_proj.weight": gate,
            at + "mlp.up_proj.weight": up,
            at + "mlp.down_proj.weight": block.down.weight,
        }
        if c.qk_norm:
            weights[at + "self_attn.q_norm.weight"] = block.q_norm.weight
            weights[at + "self_attn.k_norm.weight"] = block.k_norm.weight
    return {name: w.detach() for name, w in weights.items()}


def hub_config(config: PolicyConfig, end: int, pad: int) -> PretrainedConfig:
    """The library's configuration of the same architecture; `end` and `pad` are token ids."""
    made = Qwen3Config if config.qk_norm else LlamaConfig
    return made(
        architectures=[config.architecture],
        vocab_size=config.vocab,
        hidden_size=config.hidden,
        intermediate_size=config.feed_forward,
        num_hidden_layers=config.layers,
        num_attention_heads=config.heads,
        num_key_value_heads=config.kv_heads,
        head_dim=config.head_dim,
        max_position_embeddings=config.context,
        rms_norm_eps=config.eps,
        rope_parameters={"rope_type": "default", "rope_theta": config.rope_theta},
        tie_word_embeddings=True,
        attention_bias=False,
        hidden_act="silu",
        bos_token_id=None,
        eos_token_id=end,
        pad_token_id=pad,
        dtype="float32",
    )


def hub_model(policy: Policy, end: int, pad: int) -> LlamaForCausalLM | Qwen3ForCausalLM:
    """The library's model with these weights, eager attention, float32."""
    config = hub_config(policy.config, end, pad)
    config._attn_implementation = "eager"
    made = (Qwen3ForCausalLM if policy.config.qk_norm else LlamaForCausalLM)(config)
    missing, unexpected = made.load_state_dict(hub_weights(policy), strict=False)
    if unexpected or set(missing) - {"lm_head.weight"}:
        raise ValueError(f"weights do not fit: missing {missing}, unexpected {unexpected}")
    made.tie_weights()
    return made.eval()
