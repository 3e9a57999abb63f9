import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Plugin } from "vite";

const COMPRESSIBLE = /\.(js|mjs|css|html|json|wasm|svg|onnx|tsv|txt|webmanifest)$/;
const MIN_BYTES = 1024;
/** Brotli 11 on a 27 MB runtime takes a minute; 9 takes seconds and gives a few percent away. */
const LARGE_BYTES = 1_000_000;
/** The runtimes are the same at every build: large results are kept here, by the sha256 of their content. */
const KEPT_IN = "node_modules/.cache/precompress";

/** Writes `.br` and `.gz` beside each built file, so that serving costs no time. */
export function precompress(): Plugin {
  let outDir = "";
  let kept = "";
  return {
    name: "quorum:precompress",
    apply: "build",
    enforce: "post",
    configResolved(config) {
      outDir = join(config.root, config.build.outDir);
      kept = join(config.root, KEPT_IN);
    },
    closeBundle: {
      order: "post",
      sequential: true,
      async handler() {
        mkdirSync(kept, { recursive: true });
        await Promise.all(listCompressible(outDir).map((file) => compressFile(file, kept)));
      },
    },
  };
}

function listCompressible(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((file) => COMPRESSIBLE.test(file) && statSync(file).size >= MIN_BYTES);
}

async function compressFile(file: string, kept: string): Promise<void> {
  const bytes = readFileSync(file);
  if (bytes.length < LARGE_BYTES) {
    await writeCompressed(file, bytes);
    return;
  }
  const copy = join(kept, createHash("sha256").update(bytes).digest("hex"));
  if (!existsSync(`${copy}.done`)) {
    await writeCompressed(copy, bytes);
    writeFileSync(`${copy}.done`, "");
  }
  for (const suffix of [".br", ".gz"]) {
    if (existsSync(copy + suffix)) copyFileSync(copy + suffix, file + suffix);
  }
}

async function writeCompressed(target: string, bytes: Buffer): Promise<void> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: bytes.length < LARGE_BYTES ? constants.BROTLI_MAX_QUALITY : 9,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
  };
  const [br, gz] = await Promise.all([promisify(brotliCompress)(bytes, { params }), promisify(gzip)(bytes)]);
  // Weights barely shrink; a compressed copy that saves nothing is not worth its decoding.
  if (br.length < bytes.length * 0.97) writeFileSync(`${target}.br`, br);
  if (gz.length < bytes.length * 0.97) writeFileSync(`${target}.gz`, gz);
}
