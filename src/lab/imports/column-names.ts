import type { Role } from "./roles";

/**
 * What tools call the columns of each role, the surest name first. Lists of solutions under `code` and answers under `pred`
 * and `gt` are written by the evaluation scripts that ToRA began; `doc`, `target`, `resps` and `filtered_resps` by
 * lm-evaluation-harness with --log_samples, a row per document and filter.
 */
export const COLUMN_NAMES: Record<Role, readonly string[]> = {
  question: (
    "question problem doc.question doc.problem query prompt input instruction doc.query doc.input " +
    "arguments.gen_args_0.arg_0"
  ).split(" "),
  answer: (
    "gt gold gold_answer ground_truth answer expected expected_answer correct_answer reference_answer final_answer " +
    "target reference doc.answer solution label"
  ).split(" "),
  samples: (
    "solutions samples responses completions generations outputs code resps.0 response completion " +
    "generation output model_output"
  ).split(" "),
  predictions:
    "pred preds predictions prediction pred_answers predicted_answers extracted_answers model_answers filtered_resps.0".split(
      " ",
    ),
  scores:
    "pred_score pred_scores scores rewards reward reward_scores rm_scores rm_score agg_scores verifier_scores score".split(
      " ",
    ),
  tokens:
    "tokens num_tokens token_counts n_tokens completion_tokens output_tokens generated_tokens num_generated_tokens".split(
      " ",
    ),
  logprobs: "logprob sum_logprobs sum_logprob cumulative_logprobs cumulative_logprob".split(" "),
  labels: "labels correct corrects is_correct correctness passed score acc exact_match".split(" "),
};
