/**
 * A file that lies beside the page, by its path from there. Rejects with RangeError, a sentence, for any other address: a link
 * must not make the page ask strangers for something.
 */
export async function fileBeside(path: string): Promise<Blob> {
  const here = new URL(".", document.baseURI);
  const url = URL.canParse(path, here) ? new URL(path, here) : null;
  const isBeside =
    url?.href.startsWith(here.href) && url.href !== here.href && !/^[\w+.-]+:|^[/\\]/.test(path);
  if (!isBeside)
    throw new RangeError(
      `The link's file must lie beside this page, as “runs.jsonl” does; “${path}” does not.`,
    );
  const response = await fetch(url!).catch(() => null);
  if (!response) throw new RangeError(`“${path}” could not be fetched. Is the network there?`);
  if (!response.ok) throw new RangeError(`There is no “${path}” beside this page (${response.status}).`);
  return response.blob();
}
