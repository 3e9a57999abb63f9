/** Lets the browser save a text or a picture as a file. */
export function offerDownload(content: string | Blob, name: string, type = "application/x-ndjson"): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
