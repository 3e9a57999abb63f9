import type { SpendingLine } from "../../../metrics/accuracy-by-tokens";
import type { FigureData } from "../../figure/figure-data";

/** The numbers of accuracy against tokens: a row per method and number of samples. */
export function accuracyData(lines: readonly SpendingLine[]): FigureData {
  const columns = [
    { key: "method", label: "method" },
    { key: "samples", label: "samples" },
    { key: "tokensPerProblem", label: "tokens per problem" },
    { key: "accuracyPercent", label: "right, %" },
    { key: "lowPercent", label: "95 % interval, from" },
    { key: "highPercent", label: "to" },
  ];
  const rows = lines.flatMap(({ label, points }) =>
    points.map(({ samples, tokens, accuracy }) => ({
      method: label,
      samples,
      ...(Number.isFinite(tokens) && { tokensPerProblem: tokens }),
      accuracyPercent: 100 * accuracy.value,
      lowPercent: 100 * accuracy.low,
      highPercent: 100 * accuracy.high,
    })),
  );
  return { columns, rows };
}
