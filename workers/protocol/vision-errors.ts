// What can be wrong with a picture or a vision model, as ../protocol.ts has it for language models.

const VISION_ERROR_CODES = [
  "picture-unreadable",
  "picture-empty",
  "picture-unknown",
  "picture-unsupported",
  "picture-too-large",
  "picture-truncated",
  "picture-damaged",
  "processor-unsupported",
] as const;
export type VisionErrorCode = (typeof VISION_ERROR_CODES)[number];

/** Its message names what was wrong and the way out, in whole sentences that the page can show. */
export class VisionError extends Error {
  constructor(code: VisionErrorCode, message: string) {
    super(message);
    this.name = code; // Comlink carries an error's name but neither its class nor its other fields.
  }
}

export function visionErrorCode(error: unknown): VisionErrorCode | undefined {
  return VISION_ERROR_CODES.find((code) => error instanceof Error && error.name === code);
}
