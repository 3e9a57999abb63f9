/** Code that a first visit does without, fetched when it is first needed. Rejects with a sentence for people. */
export async function fetchPart<Part>(part: Promise<Part>): Promise<Part> {
  try {
    return await part;
  } catch (cause) {
    throw new Error("A part of the page could not be fetched. Check the connection, then try again.", {
      cause,
    });
  }
}
