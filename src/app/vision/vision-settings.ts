// What the Vision view asks is one record, and the record is a link: `#/vision?label=en:cat&label=de:Hund&temperature=1`.
import { complainOfLabel, type Label } from "../../lab/zero-shot/label";
import type { Wording } from "../../lab/zero-shot/label-vectors";
import { LinkReader } from "../link-reader";

export const WORDINGS = ["bare", "template", "ensemble"] as const satisfies readonly Wording[];

export interface VisionSettings {
  labels: readonly Label[];
  wording: Wording;
  /** Divides the logits: above 1 the shares come closer to each other. */
  temperature: number;
}

export const TEMPERATURES = { min: 0.1, max: 10 };
const KNOWN = new Set(["label", "wording", "temperature"]);

const complainOfTemperature = (text: string) => {
  const value = Number(text);
  const { min, max } = TEMPERATURES;
  return value >= min && value <= max ? null : `The temperature is ${text}; it may be ${min} to ${max}.`;
};

/** Reads a link. What is unknown or not allowed keeps its default and is complained of by name. */
export function readVisionLink(params: URLSearchParams, defaults: VisionSettings) {
  const link = new LinkReader(params);
  const settings = { ...defaults };
  settings.wording = link.oneOf("wording", WORDINGS) ?? defaults.wording;
  const temperature = link.checked("temperature", "temperature", complainOfTemperature);
  if (temperature !== undefined) settings.temperature = Number(temperature);
  link.complainOfOthers(KNOWN);
  const labels: Label[] = [];
  const messages: string[] = [];
  for (const said of params.getAll("label")) {
    const [, language = "", text = said] = /^([a-z]{2,3}(?:-[A-Za-z]+)?):(.*)$/su.exec(said) ?? [];
    const message = complainOfLabel(text, labels);
    if (message) messages.push(message);
    else labels.push({ text: text.trim(), language: language || "en" });
  }
  if (labels.length > 0) settings.labels = labels;
  return { settings, complaints: [...link.complaints.map(({ message }) => message), ...messages] };
}

/** Only what differs from the defaults. Pictures are in no link. */
export function visionLink(settings: VisionSettings, defaults: VisionSettings): string {
  const params = new URLSearchParams();
  if (settings.labels !== defaults.labels) {
    for (const { text, language } of settings.labels) params.append("label", `${language}:${text}`);
  }
  if (settings.wording !== defaults.wording) params.set("wording", settings.wording);
  if (settings.temperature !== defaults.temperature) params.set("temperature", `${settings.temperature}`);
  const query = params.toString().replaceAll("%3A", ":");
  return query ? `#/vision?${query}` : "#/vision";
}
