import type { VisionClient } from "../../client/vision-client";
import { isAbort } from "../is-abort";
import { sentenceOf } from "../sentence-of";
import type { EncoderInUse } from "./encoder.svelte";

/** Pixels of a frame's longer side: more than any tower sees. */
const SIDE = 448;
/** How much of the pace the newest frame tells. */
const NEWEST = 0.2;

/** What browsers call their reasons, in words with a way out. */
const REASONS: Readonly<Record<string, string>> = {
  NotAllowedError:
    "The browser was not allowed to use the camera. Allow it beside the address, then try again.",
  NotFoundError: "There is no camera. Connect one, or choose a picture.",
  NotReadableError: "Another program is using the camera. Close it, then try again.",
  OverconstrainedError: "The camera cannot give pictures of a usable size.",
};

/** The camera's frames, each looked at as the one before it is done: none waits for another. */
export class Camera {
  #stream = $state.raw<MediaStream | null>(null);
  #embedding = $state.raw<Float32Array | null>(null);
  #perSecond = $state(0);
  #fault = $state("");
  readonly #client: VisionClient;
  readonly #encoder: EncoderInUse;

  constructor(client: VisionClient, encoder: EncoderInUse) {
    this.#client = client;
    this.#encoder = encoder;
  }

  /** For a <video>; null while the camera is off. */
  get stream() {
    return this.#stream;
  }
  /** Of the newest frame that was looked at. */
  get embedding() {
    return this.#embedding;
  }
  get framesPerSecond() {
    return this.#perSecond;
  }
  get fault() {
    return this.#fault;
  }

  async start(): Promise<void> {
    this.#fault = "";
    try {
      // Pages over plain http have none, whatever the types say.
      const devices = navigator.mediaDevices as MediaDevices | undefined;
      if (!devices)
        throw new Error(
          "Browsers give the camera to secure pages only: open this one over https, or on localhost.",
        );
      const video = { facingMode: "environment", width: { ideal: 640 } };
      this.#stream = await devices.getUserMedia({ video });
    } catch (error) {
      this.#fault = (error instanceof Error && REASONS[error.name]) || sentenceOf(error);
    }
  }

  stop(): void {
    this.#stream?.getTracks().forEach((track) => track.stop());
    this.#stream = null;
    this.#embedding = null;
    this.#perSecond = 0;
  }

  /** Looks at frames until the camera is off. For the view, whose <video> it is. */
  async watch(video: HTMLVideoElement): Promise<void> {
    const stream = this.#stream;
    const sheet = document.createElement("canvas");
    try {
      await this.#encoder.load();
      while (this.#stream === stream && stream) {
        const began = performance.now();
        const frame = await grab(video, sheet);
        if (!frame) continue;
        const { embedding } = await this.#client.embedPicture(frame);
        if (this.#stream !== stream) return;
        this.#embedding = embedding;
        const pace = 1000 / (performance.now() - began);
        this.#perSecond += (pace - this.#perSecond) * (this.#perSecond === 0 ? 1 : NEWEST);
      }
    } catch (error) {
      this.stop();
      if (!isAbort(error)) this.#fault = sentenceOf(error);
    }
  }
}

/** The frame that is shown now, as a file; null where there is none yet. Waits for the screen, so that a hidden page rests. */
async function grab(video: HTMLVideoElement, sheet: HTMLCanvasElement): Promise<Blob | null> {
  await new Promise(requestAnimationFrame);
  const { videoWidth, videoHeight } = video;
  if (videoWidth === 0) return null;
  const scale = Math.min(1, SIDE / Math.max(videoWidth, videoHeight));
  [sheet.width, sheet.height] = [Math.round(videoWidth * scale), Math.round(videoHeight * scale)];
  sheet.getContext("2d", { alpha: false })!.drawImage(video, 0, 0, sheet.width, sheet.height);
  return new Promise((resolve) => sheet.toBlob(resolve, "image/jpeg", 0.9));
}
