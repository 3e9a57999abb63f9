/** What transformers.js makes of texts and of one picture's pixels, as its users have it: rows of length one. */
export async function libraryEmbeddings(
  folder: string,
  texts: readonly string[],
  pixels: Float32Array,
  side: number,
): Promise<{ texts: Float32Array[]; picture: Float32Array }> {
  const { AutoTokenizer, CLIPTextModelWithProjection, CLIPVisionModelWithProjection, env, Tensor } =
    await import("@huggingface/transformers");
  env.allowLocalModels = true;
  env.allowRemoteModels = false;
  env.localModelPath = "/";
  env.useBrowserCache = false;
  env.backends.onnx.wasm!.wasmPaths = new URL("/node_modules/onnxruntime-web/dist/", location.origin).href;
  env.backends.onnx.wasm!.numThreads = 1;
  const options = { device: "wasm", dtype: "fp32" } as const;
  const tokenizer = await AutoTokenizer.from_pretrained(folder);
  const textTower = await CLIPTextModelWithProjection.from_pretrained(folder, options);
  const imageTower = await CLIPVisionModelWithProjection.from_pretrained(folder, options);

  const tokens = tokenizer([...texts], { padding: true, truncation: true }) as object;
  const { text_embeds } = (await textTower(tokens)) as { text_embeds: Output };
  const pixel_values = new Tensor("float32", pixels, [1, 3, side, side]);
  const { image_embeds } = (await imageTower({ pixel_values })) as { image_embeds: Output };
  return { texts: unitRows(text_embeds), picture: unitRows(image_embeds)[0]! };
}

interface Output {
  data: Float32Array;
  dims: [rows: number, dim: number];
}

function unitRows({ data, dims: [rows, dim] }: Output): Float32Array[] {
  return Array.from({ length: rows }, (_, row) => {
    const values = data.slice(row * dim, (row + 1) * dim);
    const length = Math.hypot(...values);
    return values.map((value) => value / length);
  });
}
