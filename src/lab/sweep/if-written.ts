import { NotWritten } from "../known-lab";

/** Null where it would need something that nobody has written. */
export async function ifWritten<Value>(value: Promise<Value>): Promise<Value | null> {
  try {
    return await value;
  } catch (error) {
    if (error instanceof NotWritten) return null;
    throw error;
  }
}
