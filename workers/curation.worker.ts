// Joins the lab's curation of a corpus to the page. No logic of its own.
import * as Comlink from "comlink";
import { breathing } from "../src/engine/next-task";
import { OpenCorpus } from "../src/lab/curation/open-corpus";
import type { Work } from "../src/lab/curation/work";
import { inSteps } from "../src/lab/curation/in-steps";
import type { CurationApi, TellProgress } from "./curation-api";

let corpus: OpenCorpus | undefined;
let underWay = new AbortController();

/** Of what is begun now: it ends where the next begins. */
function work(tell: TellProgress): Work {
  underWay.abort();
  const { signal } = (underWay = new AbortController());
  const pause = breathing();
  const breathe = () => pause()?.then(() => signal.throwIfAborted());
  return { breathe, signal, onProgress: inSteps(tell) };
}

const open = () => {
  if (!corpus) throw new Error("no corpus was read yet");
  return corpus;
};

const curation: CurationApi = {
  async read(file, tell) {
    corpus = undefined;
    corpus = await OpenCorpus.read(file, work(tell));
    return corpus.found;
  },
  match: (knobs, tell) => open().match(knobs, work(tell)),
  stop: () => underWay.abort(),
  view: (options) => open().view(options),
  keptLines: (options) => new Blob([...open().keptLines(options)], { type: "application/x-ndjson" }),
};

Comlink.expose(curation);
