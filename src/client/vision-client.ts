import * as Comlink from "comlink";
import type {
  EncoderProgress,
  EncoderSource,
  LoadedEncoder,
  PictureEmbedding,
  TextEmbedding,
  VisionApi,
} from "../../workers/protocol/vision";
import { WorkerConnection } from "./worker-connection";

/** Of all clients, so that each worker has a name of its own. */
let workers = 0;

const startWorker = (name: string) =>
  new Worker(new URL("../../workers/vision.worker.ts", import.meta.url), { type: "module", name });

/** The page's end of the vision worker, which starts with the first call, and after a death with the next one. */
export class VisionClient {
  /** Called once for each worker that died, with a sentence on why: the encoder it held is gone. */
  onGone: ((error: Error) => void) | undefined;
  #connection: WorkerConnection<VisionApi> | undefined;
  #lastId = 0;

  load(
    source: EncoderSource,
    tell: (event: EncoderProgress) => void,
    signal?: AbortSignal,
  ): Promise<LoadedEncoder> {
    return this.#call((vision, id) => vision.load(id, source, Comlink.proxy(tell)), signal);
  }

  embedTexts(texts: readonly string[], signal?: AbortSignal): Promise<TextEmbedding[]> {
    return this.#call((vision, id) => vision.embedTexts(id, texts), signal);
  }

  embedPicture(picture: Blob, signal?: AbortSignal): Promise<PictureEmbedding> {
    return this.#call((vision, id) => vision.embedPicture(id, picture), signal);
  }

  /** Ends the worker at once, and with it its encoder. */
  terminate(reason = "it was terminated"): void {
    this.#connection?.lose(reason);
  }

  async #call<Result>(
    start: (vision: Comlink.Remote<VisionApi>, id: number) => Promise<Result>,
    signal?: AbortSignal,
  ): Promise<Result> {
    signal?.throwIfAborted();
    const { remote, orGone } = (this.#connection ??= this.#connect());
    const id = ++this.#lastId;
    const cancel = () => void orGone(Promise.resolve(remote.cancel(id))).catch(() => {});
    signal?.addEventListener("abort", cancel);
    try {
      return await orGone(start(remote, id));
    } finally {
      signal?.removeEventListener("abort", cancel);
    }
  }

  #connect(): WorkerConnection<VisionApi> {
    const name = `quorum-vision/${performance.timeOrigin}/${++workers}`; // No other page's, no other worker's.
    return new WorkerConnection<VisionApi>(startWorker(name), name, (error) => {
      this.#connection = undefined;
      this.onGone?.(error);
    });
  }
}
