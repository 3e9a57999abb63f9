import { EngineError } from "../../workers/protocol";

/** Code that a first visit does without, fetched where it is first needed; a sentence for people where it does not come. */
export async function fetchPart<Part>(part: Promise<Part>): Promise<Part> {
  try {
    return await part;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new EngineError(
      "download-failed",
      `A part of the page could not be fetched (${reason}). Check the connection, then try again.`,
    );
  }
}
