// npm run bench:sweep: the samples of many problems in one batch that is kept full, against one run after another, as Ask does it.
// The same model, problems, seeds and samples, under Node on WebAssembly with one thread, turn about; the tokens are compared and must be
// equal. The last line is one JSON document.
import { openModel } from "../src/cli/evaluation/open-model";
import { generate } from "../src/engine/generate";
import type { LanguageModel } from "../src/engine/language-model";
import { samplePrompts } from "../src/engine/sample-prompts";
import { hash32 } from "../src/lab/random";
import { TASKS } from "../src/lab/tasks";
import { problems } from "../src/lab/tasks/problems";
import type { Problem } from "../src/lab/tasks/task";

const [PROBLEMS, SAMPLES, TURNS] = [+(process.env.P ?? 100), 16, 3];
const sampling = { temperature: 1, topK: 0, topP: 1, minP: 0, maxTokens: 256, stop: [] };
const messagesOf = ({ question }: Problem) => [{ role: "user" as const, content: question }];
const signal = new AbortController().signal;

async function oneByOne(model: LanguageModel, set: readonly Problem[]): Promise<string[]> {
  const found: string[] = [];
  for (const problem of set) {
    const ids: number[][] = Array.from({ length: SAMPLES }, () => []);
    await generate(
      model,
      {
        model: "",
        messages: messagesOf(problem),
        samples: SAMPLES,
        sampling: { ...sampling, seed: hash32(problem.id) },
      },
      (event) => event.type === "stepped" && event.tokens.forEach(({ sample, id }) => ids[sample]!.push(id)),
      signal,
    );
    found.push(...ids.map((tokens) => tokens.join()));
  }
  return found;
}

async function together(model: LanguageModel, set: readonly Problem[], mostRows?: number): Promise<string[]> {
  const found: string[] = [];
  const numbers = Array.from({ length: SAMPLES }, (_, sample) => sample);
  await samplePrompts(
    model,
    {
      model: "",
      sampling,
      prompts: set.map((problem) => ({
        messages: messagesOf(problem),
        seed: hash32(problem.id),
        samples: numbers,
      })),
      ...(mostRows && { mostRows }),
    },
    (event) => {
      if (event.type !== "written") return;
      for (const { prompt, sample, tokens } of event.samples)
        found[prompt * SAMPLES + sample] = tokens.map(({ id }) => id).join();
    },
    { signal, skipped: new Set() },
  );
  return found;
}

async function timed(run: () => Promise<string[]>): Promise<{ ms: number; found: string[] }> {
  const start = performance.now();
  const found = await run();
  return { ms: performance.now() - start, found };
}

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]!;
const [task] = TASKS as [(typeof TASKS)[0]];
const set = [...problems(task, { level: task.defaultLevel, count: PROBLEMS, seed: 0, split: "test" })];
const { model } = await openModel("pocket-policy");
const times = { separate: [] as number[], together: [] as number[] };
let tokens = 0;
await together(model, set.slice(0, 5));
const rows = process.env.R ? process.env.R.split(",").map(Number) : [undefined];
for (let turn = 0; turn < TURNS; turn++) {
  const a = await timed(() => oneByOne(model, set));
  for (const r of rows) {
    const b = await timed(() => together(model, set, r));
    const differ = a.found.filter((ids, at) => ids !== b.found[at]).length;
    times.separate.push(a.ms);
    times.together.push(b.ms);
    tokens = a.found.reduce((sum, ids) => sum + ids.split(",").length, 0);
    console.log(
      `turn ${turn + 1} rows ${r}: ${(a.ms / 1000).toFixed(2)} s one by one, ${(b.ms / 1000).toFixed(2)} s together, ${differ} of ${a.found.length} samples differ, ratio ${(a.ms / b.ms).toFixed(2)}`,
    );
  }
}
await model.dispose();
const [separate, shared] = [median(times.separate), median(times.together)];
console.log(
  JSON.stringify({
    problems: PROBLEMS,
    samples: SAMPLES,
    tokens,
    separateMs: Math.round(separate),
    togetherMs: Math.round(shared),
    ratio: +(separate / shared).toFixed(2),
  }),
);
