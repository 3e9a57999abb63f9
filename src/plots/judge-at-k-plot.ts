import { count } from "../metrics/in-words";
import type { AtK } from "../metrics/judge-at-k";
import { costDomain, type Curve, curveInWords } from "./curves";
import { curvesPlot } from "./curves-plot";
import type { Drawing } from "./drawing";
import { smallFrame } from "./frame";
import { judgeLook, type NamedJudge } from "./judge-looks";

export interface JudgeAtK extends NamedJudge {
  points: readonly AtK[];
}

const MEASURES = [
  { key: "consistent", label: "both orders", dash: undefined },
  { key: "auc", label: "scores (AUC)", dash: [2, 1.5] },
] as const;

/** What the majority of k verdicts and the mean of k scores come to, against k. */
export function judgeAtKPlot(judges: readonly JudgeAtK[], width: number): Drawing {
  const several = judges.length > 1;
  const curves = judges.flatMap(({ id, label, points }, place) =>
    MEASURES.map(({ key, label: measure, dash }): Curve => ({
      id: `${id} ${key}`,
      label: several ? `${measure}, ${place + 1}` : measure,
      look: { ...judgeLook(place), ...(dash && { dash }) },
      points: points
        .filter((point) => Number.isFinite(point[key].value))
        .map((point) => ({
          ...{ key: point.k, x: point.k, share: point[key], problems: () => [] },
          where: `${count(point.k, "judgement")} of ${label}`,
        })),
    })),
  );
  const drawn = curves.filter(({ points }) => points.length > 0);
  const ks = [...new Set(drawn.flatMap(({ points }) => points.map(({ x }) => x)))].sort((a, b) => a - b);
  const axis = { label: "Judgements (k)", domain: costDomain(drawn), ticks: ks };
  const names = drawn.map(({ label }) => label);
  return {
    ...curvesPlot(drawn, axis, "Right, %", smallFrame(width, names)),
    title: "What several judgements bring",
    description: drawn.map(curveInWords).join(" "),
  };
}
