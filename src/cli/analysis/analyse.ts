import { breathing } from "../../engine/next-task";
import { FaultLog } from "../../lab/imports/fault-log";
import { preview } from "../../lab/imports/preview";
import { readRecordedProblems } from "../../lab/imports/read-recorded-problems";
import { type Mapping, ROLES } from "../../lab/imports/roles";
import { EarlyStop } from "../../lab/recorded/early-stop";
import { type RecordedVotes, VoteCollector } from "../../lab/recorded/votes";
import { weighingOf } from "../../lab/recorded/weighing";
import { ROUND } from "../../lab/sweep/rounds";
import { chooseMapping } from "./choose-mapping";
import { differences } from "./differences";
import { fileSource } from "./open-file";
import type { AnalysisOptions } from "./options";
import { reportDifferences, reportJson, reportTable } from "./report";
import { reportFaults } from "./report-faults";
import { summarise } from "./summary";

/** The report, whose last line is JSON, and what is to be said of rows that were skipped. Throws RangeError, in words. */
export async function analyse(options: AnalysisOptions): Promise<{ report: string; skipped: string }> {
  const open = await fileSource(options.file);
  const mapping = chooseMapping(await preview(open(), options.mapping), options.mapping);
  const faults = new FaultLog();
  const filters = new Set<string>();
  const onFilter = (filter: string) => filters.add(filter);
  const reading = { breathe: breathing(), onFault: faults.add.bind(faults), onFilter };
  const votes = new VoteCollector();
  const stop = new EarlyStop();
  for await (const problem of readRecordedProblems(open(), mapping, reading)) {
    votes.add(problem);
    stop.add(problem);
  }
  const skipped = reportFaults(faults);
  checkFilter(options.mapping.filter, filters);
  if (votes.problems.length === 0)
    throw new RangeError(`${skipped}\n--file: no row of ${options.file} can be used`);
  const problems = stop.fairVotes(votes.problems);
  if (problems.length === 0)
    throw new RangeError(`--file: of no problem of ${options.file} its methods have enough samples`);
  const notes = [...filterWords(mapping.filter, filters), ...stopWords(stop, votes.problems, problems)];
  return { report: reportOf(options, mapping, { problems, rows: votes.rows }, notes), skipped };
}

function reportOf(
  { file, ks, weighing, seed }: AnalysisOptions,
  mapping: Mapping,
  { problems, rows }: { problems: readonly RecordedVotes[]; rows: number },
  notes: readonly string[],
): string {
  const counts = problems.map(({ ballots }) => ballots.length).sort((a, b) => a - b);
  const samples = counts.reduce((sum, count) => sum + count, 0);
  const [least, most] = [counts[0]!, counts.at(-1)!];
  const all = least === most ? `${most}` : `${least} to ${most}`;
  const weigh = weighing ?? weighingOf(problems);
  const summaries = [...ks, undefined].map((k) => summarise(problems, k, weigh, seed));
  const whole = summaries.at(-1)!;
  return [
    `${file}: ${problems.length} problems, ${samples} samples (${all} each)${grouped(problems, rows, samples)}`,
    ROLES.flatMap((role) => (mapping[role] ? [`${role} = ${mapping[role]}`] : [])).join(", "),
    ...notes,
    `\n${reportTable(summaries, all, weigh)}\n`,
    `${reportDifferences(differences(whole.scores, seed))}\n`,
    reportJson(samples, whole),
  ].join("\n");
}

/** Said where each row is a sample. */
const grouped = (problems: readonly RecordedVotes[], rows: number, samples: number) =>
  rows === samples && rows > problems.length ? `, from ${rows} rows with one sample each` : "";

function filterWords(filter: string | undefined, filters: ReadonlySet<string>): string[] {
  if (filter === undefined) return [];
  const others = [...filters].filter((one) => one !== filter);
  const way = others.length > 0 ? `; --map filter=… takes those of ${others.join(" or ")} instead` : "";
  return [`rows of the filter ${filter}${way}`];
}

/** Said where the sweep was stopped early. */
function stopWords(
  { by }: EarlyStop,
  all: readonly RecordedVotes[],
  { length: counted }: readonly RecordedVotes[],
): string[] {
  if (by.length === 0) return [];
  const left = all.length - counted;
  const without =
    left > 0 ? `; ${left} of ${all.length} problems, which they have not enough of, are left out` : "";
  const names = by.map(({ label }) => label).join(", ");
  return [`stopped early by ${names}: only the first ${ROUND} samples of each problem count${without}`];
}

function checkFilter(asked: string | undefined, filters: ReadonlySet<string>): void {
  if (!asked || filters.has(asked)) return;
  const there = filters.size > 0 ? `its filters are ${[...filters].join(", ")}` : "its rows have no filter";
  throw new RangeError(`--map: filter=${asked} is in no row; ${there}`);
}
