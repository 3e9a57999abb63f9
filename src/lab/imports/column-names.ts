import type { Role } from "./roles";

/**
 * What tools call the columns of each role, the surest name first. Lists of solutions under `code` and answers under `pred`
 * and `gt` are written by the evaluation scripts that ToRA began; `doc`, `target`, `resps` and `filtered_resps` by
 * lm-evaluation-harness with --log_samples, a row per document and filter.
 */
export const COLUMN_NAMES: Record<Role, readonly string[]> = {
  problem: (
    "problem_id question_id task_id example_id prompt_id doc_id group_id problem_idx problem_index question_idx " +
    "question_index qid unique_id uid id idx index"
  ).split(" "),
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
    "generation output model_output sample"
  ).split(" "),
  predictions: (
    "pred preds predictions prediction pred_answers predicted_answers predicted_answer extracted_answers " +
    "extracted_answer model_answers model_answer filtered_resps.0"
  ).split(" "),
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

/** What is a data set's own, unless it differs between the rows of one problem: then each row is a sample, and it is the sample's. */
export const PER_ROW_NAMES: Partial<Record<Role, readonly string[]>> = {
  samples: ["solution"],
  predictions: ["answer"],
};
