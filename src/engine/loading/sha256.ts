/** Lower-case hexadecimal. The browser's own where the page is secure, a library's over plain http. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await (globalThis.crypto?.subtle ? native(bytes) : library(bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function native(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>));
}

async function library(bytes: Uint8Array): Promise<Uint8Array> {
  const { sha256 } = await import("@noble/hashes/sha2.js");
  return sha256(bytes);
}
