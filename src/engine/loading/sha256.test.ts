import { afterEach, expect, test, vi } from "vitest";
import { sha256 } from "./sha256";

afterEach(() => vi.unstubAllGlobals());

const ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"; // FIPS 180-2, appendix B.1
const abc = new TextEncoder().encode("abc");

test("the browser's own sha256 is used where there is one", async () => {
  expect(await sha256(abc)).toBe(ABC);
});

test("without a secure context a library gives the same", async () => {
  vi.stubGlobal("crypto", {});
  expect(await sha256(abc)).toBe(ABC);
  const large = new Uint8Array(100_000).map((_, i) => i * 7);
  const slow = await sha256(large);
  vi.unstubAllGlobals();
  expect(slow).toBe(await sha256(large));
});
