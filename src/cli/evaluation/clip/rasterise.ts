import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { initWasm, Resvg } from "@resvg/resvg-wasm";

const require = createRequire(import.meta.url);
/** Pixels of a side, in which a glyph is drawn before it is prepared as any picture is. */
const SIDE = 144;

const glyphs = dirname(require.resolve("@twemoji/svg/package.json"));
/** File names without the selectors that concepts leave out. */
const byConcept = new Map(
  readdirSync(glyphs)
    .filter((name) => name.endsWith(".svg"))
    .map((name) => [
      name
        .slice(0, -4)
        .split("-")
        .filter((point) => point !== "fe0f")
        .join("-"),
      name,
    ]),
);

let ready: Promise<void> | undefined;

/** A glyph of the design that was kept from training, over white; undefined where the design lacks the concept. */
export async function testGlyph(concept: string) {
  await (ready ??= initWasm(readFileSync(require.resolve("@resvg/resvg-wasm/index_bg.wasm"))));
  const file = join(glyphs, byConcept.get(concept) ?? "");
  if (!byConcept.has(concept) || !existsSync(file)) return undefined;
  const options = { fitTo: { mode: "width", value: SIDE }, background: "#fff" } as const;
  const { pixels, width, height } = new Resvg(readFileSync(file, "utf8"), options).render();
  return { pixels, width, height };
}
