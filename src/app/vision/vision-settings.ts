// What the Vision view asks is one record, and the record is a link: `#/vision?label=en:cat&label=de:Hund&also=ja&temperature=1`.
import { complainOfLabel, type Label, LONGEST_LABEL } from "../../lab/zero-shot/label";
import type { Wording } from "../../lab/zero-shot/label-vectors";
import type { Translation } from "../../lab/zero-shot/translations";
import { LinkReader } from "../link-reader";
import { FIRST_LABELS } from "./samples";

export const WORDINGS = [
  "bare",
  "template",
  "ensemble",
  "question",
] as const satisfies readonly Wording["kind"][];

export interface VisionSettings {
  labels: readonly Label[];
  /** Languages in which the labels are compared as well. */
  others: readonly Translation[];
  wording: (typeof WORDINGS)[number];
  /** Which the labels answer, where the wording is that. */
  question: string;
  /** Divides the logits: above 1 the shares come closer to each other. */
  temperature: number;
}

export const VISION_DEFAULTS: VisionSettings = {
  labels: FIRST_LABELS,
  others: [],
  wording: "ensemble",
  question: "",
  temperature: 1,
};

export const TEMPERATURES = { min: 0.1, max: 10 };
const KNOWN = new Set(["label", "also", "wording", "question", "temperature"]);
/** A language, and behind a colon what follows. */
const TAGGED = /^([a-z]{2,3}(?:-[A-Za-z]+)?)(?::(.*))?$/su;

export const wordingOf = ({ wording, question }: VisionSettings): Wording =>
  wording === "question" ? { kind: wording, question } : { kind: wording };

const complainOfTemperature = (text: string) => {
  const value = Number(text);
  const { min, max } = TEMPERATURES;
  return value >= min && value <= max ? null : `The temperature is ${text}; it may be ${min} to ${max}.`;
};

export const complainOfQuestion = (text: string) =>
  text.length <= LONGEST_LABEL
    ? null
    : `The question has ${text.length.toLocaleString("en")} characters; it may have ${LONGEST_LABEL}. Shorten it.`;

/** Reads a link. What is unknown or not allowed keeps its default and is complained of by name. */
export function readVisionLink(params: URLSearchParams, defaults = VISION_DEFAULTS) {
  const link = new LinkReader(params);
  const settings = { ...defaults };
  settings.wording = link.oneOf("wording", WORDINGS) ?? defaults.wording;
  settings.question = link.checked("question", "question", complainOfQuestion) ?? defaults.question;
  const temperature = link.checked("temperature", "temperature", complainOfTemperature);
  if (temperature !== undefined) settings.temperature = Number(temperature);
  link.complainOfOthers(KNOWN);
  const { labels, messages } = readLabels(params.getAll("label"));
  if (labels.length > 0) settings.labels = labels;
  const others = params.getAll("also").map(readTranslation);
  settings.others = others.filter((one) => one !== null);
  for (const [i, one] of others.entries())
    if (!one) messages.push(`“${params.getAll("also")[i]}” names no language: write “also=de”.`);
  return { settings, complaints: [...link.complaints.map(({ message }) => message), ...messages] };
}

function readLabels(all: readonly string[]): { labels: Label[]; messages: string[] } {
  const labels: Label[] = [];
  const messages: string[] = [];
  for (const said of all) {
    const [, language = "en", text = said] = /:/.test(said) ? (TAGGED.exec(said) ?? []) : [];
    const message = complainOfLabel(text, labels);
    if (message) messages.push(message);
    else labels.push({ text: text.trim(), language });
  }
  return { labels, messages };
}

function readTranslation(said: string): Translation | null {
  const [, language, typed] = TAGGED.exec(said) ?? [];
  return language ? { language, typed: typed ? typed.split("|") : [] } : null;
}

/** Only what differs from the defaults. Pictures are in no link. */
export function visionLink(settings: VisionSettings, defaults = VISION_DEFAULTS): string {
  const params = new URLSearchParams();
  if (settings.labels !== defaults.labels) {
    for (const { text, language } of settings.labels) params.append("label", `${language}:${text}`);
  }
  for (const { language, typed } of settings.others) {
    params.append("also", typed.some(Boolean) ? `${language}:${typed.join("|")}` : language);
  }
  if (settings.wording !== defaults.wording) params.set("wording", settings.wording);
  if (settings.question !== defaults.question) params.set("question", settings.question);
  if (settings.temperature !== defaults.temperature) params.set("temperature", `${settings.temperature}`);
  const query = params.toString().replaceAll("%3A", ":").replaceAll("%7C", "|");
  return query ? `#/vision?${query}` : "#/vision";
}
