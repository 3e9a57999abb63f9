// What votes and scores make of samples that another tool recorded.
// npm run analyse -- --file samples.jsonl [--map question=…,answer=…,samples=…,predictions=…,scores=…,labels=…]
//   [--k 1,4,16] [--weights scores|softmax|sigmoid] [--seed 0]
// The last line of output is one JSON document, at k = all samples of a problem. Skipped rows are told on stderr.
import { analyse } from "./analysis/analyse";
import { readAnalysisOptions } from "./analysis/options";

try {
  const { report, skipped } = await analyse(readAnalysisOptions(process.argv.slice(2)));
  if (skipped) console.error(skipped);
  console.log(report);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
