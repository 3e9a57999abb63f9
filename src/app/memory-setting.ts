/** How much memory samples may take together, as it is written: "500 MB", "2 GB"; empty where the page decides. */
export const MEMORY = {
  key: "memory",
  label: "Memory for samples",
  hint: "What the samples that are written at once may take together, such as 500 MB or 2 GB; the others wait. Automatic is the most there is",
};

const BYTES = { mb: 1e6, gb: 1e9 };
const SIZE = /^(\d+\.?\d*|\.\d+)\s*(mb|gb)$/i;
const LEAST_BYTES = 1e6;
const MOST_BYTES = 1e12;

function bytesOf(text: string): number {
  const [, number, unit] = SIZE.exec(text.trim()) ?? [];
  return number && unit ? Number(number) * BYTES[unit.toLowerCase() as keyof typeof BYTES] : NaN;
}

/** Undefined is automatic. Only for what is not complained of. */
export function memoryBytes(text: string): number | undefined {
  return text.trim() === "" ? undefined : bytesOf(text);
}

/** As a link has it; empty where it is automatic. */
export function memoryText(bytes: number | undefined): string {
  return bytes === undefined ? "" : `${bytes / BYTES.mb}MB`;
}

/** A sentence that names the value and the way out, or null if the value is allowed. */
export function complainOfMemory(text: string): string | null {
  if (text.trim() === "") return null;
  const bytes = bytesOf(text);
  if (Number.isNaN(bytes))
    return `${MEMORY.label} must be a size such as 500 MB or 2 GB, or empty for automatic; “${text}” is neither.`;
  if (bytes < LEAST_BYTES || bytes > MOST_BYTES)
    return `${MEMORY.label} must be from 1 MB to 1000 GB, or empty for automatic; ${text} is not.`;
  return null;
}
