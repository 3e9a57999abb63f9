import { type Explained, explainSteps } from "./explain-steps";
import { count, milliseconds, significant } from "./in-words";
import { type Decode, type Machine, ofKind } from "./machine";
import { bytesPerStep, type Limit } from "./step-limits";

/** Measurements are not exact: a limit can come out a little above what it limits. */
const ALMOST_ALL = 0.95;
/** Ratio of quartiles. */
const DISTURBED = 1.35;
/** Time grows in proportion to the samples if it grows at least by this share of their ratio. */
const PROPORTIONAL = 0.8;

/** What limits this machine, in plain sentences; none while too little was measured. */
export function limitsInWords(machine: Machine): string[] {
  const steps = explainSteps(machine);
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last) return [];
  return [
    atFirst(machine, first),
    whereItChanges(steps),
    together(first.step, last.step),
    wasDisturbed(machine)
      ? "The times varied a lot, as if something else was busy here: measure again when it is quiet."
      : "",
  ].filter(Boolean);
}

/** Whether most steps varied more, from their lower quartile to their upper one, than a machine of its own makes them. */
function wasDisturbed(machine: Machine): boolean {
  const steps = ofKind(machine, "decode");
  return steps.filter(({ lowMs, highMs }) => highMs > DISTURBED * lowMs).length > steps.length / 2;
}

function atFirst(machine: Machine, { step, cause, limit, limitMs }: Explained): string {
  const start = `With ${count(step.samples, "sample")} at a time`;
  const share = limitMs < ALMOST_ALL * step.ms ? `at least ${milliseconds(limitMs)}` : "practically all";
  const part = `${share} of the ${milliseconds(step.ms)} that a step takes`;
  const megabytes = significant((bytesPerStep(machine, step) ?? 0) / 1e6);
  switch (cause) {
    case "memory":
      return `${start} this machine mostly waits for memory: to read ${megabytes} MB of weights takes ${part}.`;
    case "arithmetic":
      return `${start} this machine is already busy with arithmetic: it takes ${part}.`;
    case "dispatch":
      return `${start} this machine mostly waits for work to be started: that takes ${part}.`;
    case "runtime":
      return `${start} no limit explains a step: ${NAMES[limit]} takes ${part}, and many small operations take the rest.`;
  }
}

const NAMES: Record<Limit, string> = {
  memory: "reading the weights",
  arithmetic: "arithmetic",
  dispatch: "starting work",
};

/** From where on the steps wait for something else, up to the last one. */
function whereItChanges(steps: readonly Explained[]): string {
  const last = steps.at(-1)!;
  const lastOther = steps.findLastIndex(({ cause }) => cause !== last.cause);
  const from = steps[lastOther + 1]!;
  if (lastOther < 0) {
    return steps.length > 1 ? `So it stays up to ${count(last.step.samples, "sample")}.` : "";
  }
  const start = `From ${count(from.step.samples, "sample")} on`;
  switch (last.cause) {
    case "memory":
      return `${start} it waits for memory.`;
    case "arithmetic":
      return `${start} it is busy with arithmetic${growsInProportion(from.step, last.step) ? ": more samples take proportionally more time" : ""}.`;
    case "dispatch":
      return `${start} it waits for work to be started.`;
    case "runtime":
      return `${start} no limit explains most of a step.`;
  }
}

function growsInProportion(from: Decode, to: Decode): boolean {
  if (from === to) return false;
  return to.ms / from.ms >= PROPORTIONAL * (to.samples / from.samples);
}

/** What drawing many at once is worth. */
function together(one: Decode, many: Decode): string {
  if (one === many) return "";
  const gain = (many.samples / many.ms) * (one.ms / one.samples);
  return `${count(many.samples, "sample")} together bring ${significant(gain)} times as many tokens per second as ${count(one.samples, "sample")}.`;
}
