// Joins the lab's curation of a corpus to the page. No logic of its own.
import * as Comlink from "comlink";
import { breathing } from "../src/engine/next-task";
import { inSteps } from "../src/lab/curation/in-steps";
import { OpenCorpus } from "../src/lab/curation/open-corpus";
import type { Work } from "../src/lab/curation/work";
import type { CurationApi, TellProgress } from "./curation-api";

let corpus: OpenCorpus | undefined;
let underWay = new AbortController();

/** Of what is begun now: it ends where the next begins. */
function work(tell: TellProgress): Work & { signal: AbortSignal } {
  underWay.abort();
  const { signal } = (underWay = new AbortController());
  const pause = breathing();
  const breathe = () => pause()?.then(() => signal.throwIfAborted());
  return { breathe, signal, onProgress: inSteps(tell) };
}

const opened = () => {
  if (!corpus) throw new Error("no corpus was opened yet");
  return corpus;
};

const curation: CurationApi = {
  async open(file, knobs, tell) {
    const doing = work(tell);
    const read = await OpenCorpus.read(file, doing);
    if (read.found.texts === 0) return read.found;
    await read.match(knobs, doing);
    doing.signal.throwIfAborted(); // A smaller file may have been opened meanwhile.
    corpus = read;
    return read.found;
  },
  match: (knobs, tell) => opened().match(knobs, work(tell)),
  stop: () => underWay.abort(),
  view: (options) => opened().view(options),
  keptLines: (options) => new Blob([...opened().keptLines(options)], { type: "application/x-ndjson" }),
};

Comlink.expose(curation);
