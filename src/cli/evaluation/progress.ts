/** Tells on stderr how far a long command is: in place on a terminal, a line per tenth elsewhere. */
export function startProgress(total: number, unit: string): (done: number, tokens: number) => void {
  const started = performance.now();
  const { stderr } = process;
  let tenths = 0;
  return (done, tokens) => {
    const seconds = (performance.now() - started) / 1000;
    const left = Math.round((seconds / done) * (total - done));
    const rate = tokens > 0 ? `${Math.round(tokens / seconds)} tokens/s, ` : "";
    const text = `${done}/${total} ${unit}, ${rate}${left} s left`;
    if (stderr.isTTY) stderr.write(`\r${text.padEnd(60)}${done === total ? "\n" : ""}`);
    else if (Math.floor((10 * done) / total) > tenths) stderr.write(`${text}\n`);
    tenths = Math.floor((10 * done) / total);
  };
}
