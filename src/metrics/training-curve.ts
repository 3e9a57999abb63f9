/** How a training went, check by check. */
export interface TrainingPoint {
  minutes: number;
  /** Loss where it learned from examples, mean reward where it was rewarded. */
  practised: number;
  /** On held-out problems: accuracy, or reward. */
  heldOut: number;
}

/** The checks of a card's curve; rows that are not three numbers are left out. */
export function trainingPoints(curve: readonly (readonly number[])[]): TrainingPoint[] {
  return curve
    .filter((row) => row.length >= 3 && row.slice(0, 3).every(Number.isFinite))
    .map(([minutes, practised, heldOut]) => ({
      minutes: minutes!,
      practised: practised!,
      heldOut: heldOut!,
    }));
}
