import { OTHER } from "../../lab/curation/language";

let names: Intl.DisplayNames | undefined;
const known = new Map<string, string>();

/** "German" for de. The browser takes its time over each, so they are kept. */
export function languageName(code: string): string {
  if (code === OTHER) return "Not known";
  const name = known.get(code) ?? nameOf(code);
  known.set(code, name);
  return name;
}

function nameOf(code: string): string {
  try {
    names ??= new Intl.DisplayNames(["en"], { type: "language" });
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
