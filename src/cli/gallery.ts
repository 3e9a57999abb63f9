// Finds one run for each case of the page's gallery among held-out problems, at the page's default settings, and writes
// src/lab/gallery/index.ts. npm run gallery -- [--model pocket-policy] [--level 3] [--count 300]
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { clusterCandidates } from "../lab/clusters";
import { GALLERY_CASES } from "../lab/gallery/cases";
import type { GalleryItem } from "../lab/gallery/item";
import { countVote } from "../lab/gallery/vote";
import { openModel } from "./evaluation/open-model";
import { readEvalOptions } from "./evaluation/options";
import { startProgress } from "./evaluation/progress";
import { sampleProblem } from "./evaluation/sample-problem";

const root = join(import.meta.dirname, "../..");
const FILE = join(root, "src/lab/gallery/index.ts");
const SAMPLES = 16;
const SEED = 1;

interface Found {
  item: GalleryItem;
  worth: number;
}

/** For each case, the problems that are one, best first; the problem's number is its place in the page's own counting. */
async function scan({
  model: id,
  task,
  level,
  count,
}: ReturnType<typeof readEvalOptions>): Promise<Map<string, Found[]>> {
  const { card, model } = await openModel(id);
  const sampling = { ...card.recommended, seed: SEED };
  const found = new Map(GALLERY_CASES.map((one) => [one.id as string, [] as Found[]]));
  const progress = startProgress(count, "problems");
  let tokens = 0;
  for (let problem = 0; problem < count; problem++) {
    const candidates = await sampleProblem(model, task.problem(level, problem, "test"), SAMPLES, sampling);
    const vote = countVote(candidates, clusterCandidates(candidates));
    for (const { id, label, worth } of GALLERY_CASES) {
      const value = worth(vote);
      const item = { case: id, label, model: card.id, level, problem, n: SAMPLES, ...sampling };
      if (value !== null) found.get(id)!.push({ item, worth: value });
    }
    tokens += candidates.reduce((sum, { sample }) => sum + sample.tokens, 0);
    progress(problem + 1, tokens);
  }
  for (const list of found.values()) list.sort((a, b) => b.worth - a.worth);
  return found;
}

/** The best of each case, the rarest case choosing first, no problem twice. */
function choose(found: ReadonlyMap<string, readonly Found[]>): GalleryItem[] {
  const taken = new Set<number>();
  const chosen = new Map<string, GalleryItem>();
  for (const [id, list] of [...found].sort(([, a], [, b]) => a.length - b.length)) {
    const best = list.find(({ item }) => !taken.has(item.problem))?.item;
    if (!best) throw new Error(`none of the problems is a case of "${id}": scan more of them with --count`);
    taken.add(best.problem);
    chosen.set(id, best);
  }
  return GALLERY_CASES.map(({ id }) => chosen.get(id)!);
}

const found = await scan(readEvalOptions(["--count", "300", ...process.argv.slice(2)]));
for (const [id, list] of found) console.log(`${id}: ${list.length}`);
const source = `// Written by \`npm run gallery\`; tests/gallery.test.ts repeats each run and checks that it still is what it is called.
import type { GalleryItem } from "./item";

export const GALLERY: readonly GalleryItem[] = ${JSON.stringify(choose(found))};
`;
writeFileSync(FILE, source);
execFileSync(process.execPath, [join(root, "node_modules/prettier/bin/prettier.cjs"), "--write", FILE]);
