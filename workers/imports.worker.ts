// Joins the lab's reader of files to the page. No logic of its own.
import * as Comlink from "comlink";
import { ReadFile } from "../src/lab/recorded/read-file";
import type { ImportsApi } from "./imports-api";

const reading = Promise.withResolvers<ReadFile>();

const imports: ImportsApi = {
  async read(file, name, mapping, tell) {
    const read = await ReadFile.of(file, name, mapping, tell);
    reading.resolve(read);
    return read.found;
  },
  items: async (from, count) => (await reading.promise).items(from, count),
  problemsAt: async (numbers) => (await reading.promise).problemsAt(numbers),
  outcomes: async (take) => (await reading.promise).outcomes(take),
};

Comlink.expose(imports);
