export type Verdict = "A" | "B";

/** The last verdict of a pairwise judgement: `Verdict: A` of the pocket judge, `[[A]]` of an instructed one. Null where there is none. */
export function verdictOf(text: string): Verdict | null {
  const found = [...text.matchAll(/^Verdict: ([AB])$|\[\[([AB])\]\]/gm)].at(-1);
  return ((found?.[1] ?? found?.[2]) as Verdict | undefined) ?? null;
}
