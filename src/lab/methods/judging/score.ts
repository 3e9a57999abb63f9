/** The last score of a pointwise judgement, 0 to 10: `Score: 7` of the pocket judge, `<score>7.5</score>` of an instructed one. */
export function scoreOf(text: string): number | null {
  const found = [...text.matchAll(/^Score: (\d+)$|<score>\s*(\d+(?:\.\d+)?)\s*<\/score>/gm)].at(-1);
  const score = Number(found?.[1] ?? found?.[2] ?? Number.NaN);
  return score >= 0 && score <= 10 ? score : null;
}
