import { bracketed, splitAt } from "./scan";
import type { Reader } from "./reader";
import type { Value } from "./value";

const REALS = /^\\mathbb\s*\{?\s*R\s*\}?$/;

/** Sets, tuples and intervals; null if the text is none of them. A bracket around one thing is only a bracket. */
export function readBrackets(text: string, reader: Reader): Value | null {
  if (text === "\\emptyset") return { kind: "set", text: "∅", elements: [] };
  if (REALS.test(text)) return interval("ℝ", "(", "-\\infty", "\\infty", ")", reader);
  const found = bracketed(text);
  if (!found) return null;
  const { open, close, inside } = found;
  if (open === "\\{") return readSet(text, inside, reader);
  const members = membersOf(inside);
  if (open === "{") return members.length > 1 ? collect("set", text, members, reader) : reader.read(inside);
  if (members.length === 1) return open === "(" && close === ")" ? reader.read(inside) : null;
  if (open === "(" && close === ")") return collect("tuple", text, members, reader);
  if (members.length === 2 && open !== "\\langle")
    return interval(text, open, members[0]!, members[1]!, close, reader);
  return collect("tuple", text, members, reader);
}

function membersOf(inside: string): string[] {
  const { parts } = splitAt(inside, (token) => token === ";");
  return parts.length > 1 ? parts : splitAt(inside, (token) => token === ",").parts;
}

function readSet(text: string, inside: string, reader: Reader): Value | null {
  if (inside === "") return { kind: "set", text: "∅", elements: [] };
  const builder = splitAt(inside, (token) => token === "\\mid" || token === "|" || token === ":");
  if (builder.parts.length === 2) return reader.read(builder.parts[1]!);
  return collect("set", text, membersOf(inside), reader);
}

/** A member with ± counts as two. */
function collect(kind: "set" | "tuple", text: string, members: string[], reader: Reader): Value | null {
  const elements: Value[] = [];
  for (const member of members) {
    const element = reader.read(member);
    if (!element) return null;
    if (kind === "set" && element.kind === "set" && member.includes("\\pm"))
      elements.push(...element.elements);
    else elements.push(element);
  }
  return { kind, text, elements };
}

function interval(
  text: string,
  open: string,
  from: string,
  to: string,
  close: string,
  reader: Reader,
): Value | null {
  const [start, end] = [reader.scalar(from), reader.scalar(to)];
  if (!start || !end) return null;
  const [fromOpen, toOpen] = [open !== "[", close !== "]"];
  return { kind: "interval", text, from: start, to: end, fromOpen, toOpen };
}
