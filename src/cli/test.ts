// npm test: all stages, those that need no browser beside those that do; the last line is "N passed, N failed".
// `npm test -- unit browser` runs only the stages named.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findBrowser } from "./find-browser";

const root = join(import.meta.dirname, "../..");
const reports = join(root, "test-results");

interface Count {
  passed: number;
  failed: number;
}

/** A stage is one check, or as many as its report lists. */
interface Stage {
  name: string;
  needsBrowser?: true;
  /** Tests what an earlier stage made, so it cannot run when that one failed. */
  needs?: string;
  /** Programs in node_modules with their arguments, one after another. */
  commands: string[][];
  count?: () => Count;
}

const STAGES: Stage[] = [
  {
    name: "types",
    commands: [
      ["typescript/bin/tsc", "-b"],
      ["svelte-check/bin/svelte-check", "--tsconfig", "src/tsconfig.json", "--fail-on-warnings"],
    ],
  },
  { name: "lint", commands: [["eslint/bin/eslint.js", ".", "--max-warnings", "0"]] },
  { name: "format", commands: [["prettier/bin/prettier.cjs", "--check", "."]] },
  vitest("unit"),
  { name: "build", commands: [["vite/bin/vite.js", "build", "--logLevel", "warn"]] },
  { ...vitest("browser"), needsBrowser: true },
  {
    name: "journeys",
    needsBrowser: true,
    needs: "build",
    commands: [["@playwright/test/cli.js", "test", "--config", "tests/journeys/playwright.config.ts"]],
    count: countPlaywright,
  },
];

function vitest(project: string): Stage {
  const report = join(reports, `${project}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return {
    name: project,
    commands: [["vitest/vitest.mjs", "run", "--project", project, ...reporters]],
    count: () => countVitest(report),
  };
}

/** A test that was skipped has shown nothing, so it counts as failed. */
function countVitest(report: string): Count {
  const { numTotalTests, numPassedTests } = readReport(report) as Record<string, number>;
  return { passed: numPassedTests!, failed: numTotalTests! - numPassedTests! };
}

function countPlaywright(): Count {
  const { stats } = readReport(join(reports, "journeys.json")) as { stats: Record<string, number> };
  return { passed: stats.expected!, failed: stats.unexpected! + stats.flaky! + stats.skipped! };
}

function readReport(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}

/** `quietly`: what it prints appears when it has ended, since another stage is talking. */
async function runStage({ name, commands, count }: Stage, quietly: boolean): Promise<Count> {
  const start = performance.now();
  const printed: Buffer[] = [];
  const print = (piece: Buffer) => void (quietly ? printed.push(piece) : process.stdout.write(piece));
  print(Buffer.from(`\n== ${name}\n`));
  let succeeded = true;
  for (const command of commands) succeeded &&= await run(command, print);
  process.stdout.write(Buffer.concat(printed));
  let result: Count = succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  try {
    if (count) result = count();
  } catch {
    console.log(`${name} ended without a report.`);
    result = { passed: 0, failed: 1 };
  }
  // A stage can fail without a failing test, for example by an error between two tests.
  if (!succeeded && result.failed === 0) result.failed = 1;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`== ${name}: ${result.passed} passed, ${result.failed} failed, ${seconds} s`);
  return result;
}

function run([program, ...args]: string[], print: (piece: Buffer) => void): Promise<boolean> {
  const child = spawn(process.execPath, [join(root, "node_modules", program!), ...args], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [child.stdout, child.stderr]) stream.on("data", print);
  return new Promise((resolve) => {
    child.on("error", () => resolve(false));
    child.on("close", (status) => resolve(status === 0));
  });
}

function selectStages(names: string[]): Stage[] {
  const unknown = names.filter((name) => STAGES.every((stage) => stage.name !== name));
  if (unknown.length > 0) throw new Error(`unknown stage: ${unknown.join(", ")}`);
  return STAGES.filter((stage) => names.length === 0 || names.includes(stage.name));
}

function prepareBrowser(): Count {
  console.log("\n== chromium");
  try {
    process.env.CHROME_PATH = findBrowser(console.log);
    console.log(`Testing in ${process.env.CHROME_PATH}`);
    return { passed: 0, failed: 0 };
  } catch (error) {
    console.log((error as Error).message);
    return { passed: 0, failed: 1 };
  }
}

const stages = selectStages(process.argv.slice(2));
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const total: Count = { passed: 0, failed: 0 };
const broken = new Set<string>();
function add(name: string, count: Count): void {
  total.passed += count.passed;
  total.failed += count.failed;
  if (count.failed > 0) broken.add(name);
}

if (stages.some((stage) => stage.needsBrowser)) add("chromium", prepareBrowser());

/** One stage after the other; what it needs is in the same lane. */
async function runLane(lane: readonly Stage[], quietly: boolean): Promise<void> {
  for (const stage of lane) {
    const missing = [stage.needs, stage.needsBrowser && "chromium"].find((need) => need && broken.has(need));
    if (missing) {
      console.log(`\n== ${stage.name}: not run, for want of ${missing}`);
      add(stage.name, { passed: 0, failed: 1 });
    } else {
      add(stage.name, await runStage(stage, quietly));
    }
  }
}

const inBrowser = (stage: Stage) => stage.needsBrowser ?? stages.some(({ needs }) => needs === stage.name);
const main = stages.filter(inBrowser);
const beside = stages.filter((stage) => !inBrowser(stage));
await Promise.all([runLane(main, false), runLane(beside, main.length > 0)]);

console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
