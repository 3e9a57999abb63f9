import type { JudgedPair, JudgeWorth } from "../../../metrics/judge-worth";

/** A judge with all that it judged, as every figure takes it. */
export interface ShownJudge {
  id: string;
  label: string;
  pairs: readonly JudgedPair[];
  worth: JudgeWorth;
}

/** Pairs that a person asked to see. */
export interface PickedPairs {
  title: string;
  problems: readonly number[];
}

export interface JudgeFigureProps {
  judges: readonly ShownJudge[];
  onpick: (picked: PickedPairs) => void;
}
