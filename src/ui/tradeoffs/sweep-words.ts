import type { Outcomes, ProblemOutcome } from "../../metrics/outcomes";

export interface Phrase {
  text: string;
  strong?: boolean;
}

/** What the samples of many problems came to, all problems taken together; those with fewer samples are left out. */
export function sweepInWords({ counts, methods, problems }: Outcomes): Phrase[] {
  const last = counts.length - 1;
  const most = counts[last] ?? 1;
  const whole = problems.filter(({ samples }) => samples >= most);
  if (whole.length === 0) return stoppedInWords({ counts, methods, problems });
  const one = percent(mean(whole, ({ samples, right }) => right / samples));
  const of = `Of ${whole.length === 1 ? "one problem" : `${whole.length} problems`}, one sample gets `;
  if (most === 1) return [{ text: of }, { text: one, strong: true }, { text: " right." }];
  const vote = percent(mean(whole, ({ majority }) => majority));
  const some = percent(mean(whole, ({ right }) => Number(right > 0)));
  return [
    { text: of },
    { text: one, strong: true },
    { text: ` right, the vote of ${most} ` },
    { text: vote, strong: true },
    { text: ", and for " },
    { text: some, strong: true },
    { text: ` some sample of the ${most} is right. ` },
    { text: saved(methods, whole, last) },
  ];
}

/** The same of problems that were drawn only until the adaptive vote had enough. */
function stoppedInWords({ counts, methods, problems }: Outcomes): Phrase[] {
  const at = methods.findIndex(({ id }) => id === "adaptive");
  const resultOf = ({ methods }: ProblemOutcome) => methods[at]?.at(-1);
  const known = problems.filter((problem) => !Number.isNaN(resultOf(problem)?.accuracy ?? NaN));
  if (known.length === 0) return [];
  return [
    { text: `Of ${known.length === 1 ? "one problem" : `${known.length} problems`}, one sample gets ` },
    { text: percent(mean(known, ({ right, samples }) => right / samples)), strong: true },
    { text: ` right, and the vote that stops when it is as good as certain, of ${counts.at(-1)} at most, ` },
    { text: percent(mean(known, (problem) => resultOf(problem)!.accuracy)), strong: true },
    { text: "." },
  ];
}

/** What the adaptive vote leaves out, where tokens are known. */
function saved(methods: Outcomes["methods"], problems: readonly ProblemOutcome[], last: number): string {
  const tokensOf = (id: string) => {
    const at = methods.findIndex((method) => method.id === id);
    return mean(problems, ({ methods }) => methods[at]?.[last]?.tokens ?? NaN);
  };
  const share = tokensOf("adaptive") / tokensOf("majority");
  return share < 1
    ? `Stopping when the vote is as good as certain takes ${percent(share)} of the tokens.`
    : "";
}

const mean = (problems: readonly ProblemOutcome[], valueOf: (problem: ProblemOutcome) => number) =>
  problems.reduce((sum, problem) => sum + valueOf(problem), 0) / problems.length;

const percent = (share: number) => `${Math.round(100 * share)} %`;
