import type { Method } from "../../lab/methods";
import type { Estimate } from "../../metrics/interval";
import { wilson } from "../../metrics/wilson";
import { percent } from "./report";
import type { Outcome } from "./score-part";

export interface Compared {
  method: Method;
  accuracy: Estimate;
  /** Generated tokens of all problems together. */
  tokens: number;
  /** Those of them that a judge or an aggregator wrote. */
  roleTokens: number;
  problems: number;
}

/** `outcomes`: of each problem, one for each method. */
export function compareMethods(
  methods: readonly Method[],
  outcomes: readonly (readonly Outcome[])[],
): Compared[] {
  return methods.map((method, at) => {
    const own = outcomes.map((all) => all[at]!);
    const right = own.reduce((sum, { accuracy }) => sum + accuracy, 0);
    const tokens = own.reduce((sum, one) => sum + one.tokens, 0);
    const roleTokens = own.reduce((sum, one) => sum + one.roleTokens, 0);
    return { method, accuracy: wilson(right, own.length), tokens, roleTokens, problems: own.length };
  });
}

/** A table for people: a method a row. */
export function methodTable(compared: readonly Compared[]): string {
  const rows = compared.map(({ method, accuracy, tokens, roleTokens, problems }) => [
    method.label,
    percent(accuracy),
    (tokens / problems).toFixed(1),
    `${tokens}`,
    `${roleTokens}`,
  ]);
  const head = ["method", "accuracy", "tokens per problem", "tokens", "of other models"];
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]!.length)));
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at]!))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** The line for programs: accuracies from 0 to 1 with Wilson's 95 % interval, tokens of all problems together. */
export function methodJson(compared: readonly Compared[]): string {
  const rounded = (share: number) => Math.round(share * 1e4) / 1e4;
  const entries = compared.map(({ method, accuracy: { value, low, high }, tokens, roleTokens }) => [
    method.id,
    { accuracy: rounded(value), low: rounded(low), high: rounded(high), tokens, roleTokens },
  ]);
  return JSON.stringify({ methods: Object.fromEntries(entries) as Record<string, unknown> });
}
