import { detectLanguage } from "../../lab/zero-shot/detect-language";
import { complainOfLabel, type Label, splitLabels } from "../../lab/zero-shot/label";
import { withoutPlace, withTyped } from "../../lab/zero-shot/translations";
import {
  complainOfQuestion,
  readVisionLink,
  VISION_DEFAULTS,
  type VisionSettings,
  visionLink,
} from "./vision-settings";

/** What pictures are asked: labels, the languages beside theirs, and how they are put. */
export class Asked {
  #settings = $state.raw<VisionSettings>(VISION_DEFAULTS);
  #complaints = $state.raw<readonly string[]>([]);
  /** Called when the text tower has something new to read. */
  readonly #onchange: () => void;

  constructor(onchange: () => void) {
    this.#onchange = onchange;
  }

  get settings() {
    return this.#settings;
  }
  /** What is wrong with what was typed or linked last. */
  get complaints() {
    return this.#complaints;
  }
  readonly labels = $derived(this.#settings.labels);

  link(): string {
    return visionLink(this.#settings);
  }

  open(params: URLSearchParams): void {
    const { settings, complaints } = readVisionLink(params);
    this.#complaints = complaints;
    this.#set(settings);
  }

  /** Adds labels from what was typed, each in the language that it seems to be in. True where all were added. */
  add(typed: string): boolean {
    const complaints: string[] = [];
    const labels = [...this.labels];
    for (const text of typed.trim() === "" ? [""] : splitLabels(typed)) {
      const message = complainOfLabel(text, labels);
      if (message) complaints.push(message);
      else labels.push({ text, language: detectLanguage(text, navigator.language.slice(0, 2)) });
    }
    this.#complaints = complaints;
    this.#set({ labels });
    return complaints.length === 0;
  }

  /** These in place of all others. */
  replace(texts: readonly string[]): void {
    this.clear();
    this.add(texts.join("\n"));
  }

  setLanguage(index: number, language: string): void {
    this.#set({
      labels: this.labels.map((label, i): Label => (i === index ? { ...label, language } : label)),
    });
  }

  remove(index: number): void {
    const others = withoutPlace(this.#settings.others, index);
    this.#set({ labels: this.labels.filter((_, i) => i !== index), others });
  }

  clear(): void {
    const others = this.#settings.others.map((one) => ({ ...one, typed: [] }));
    this.#set({ labels: [], others });
  }

  /** The labels in another language as well, beside those that are there. */
  addLanguage(language: string): void {
    const others = this.#settings.others.filter((one) => one.language !== language);
    this.#set({ others: [...others, { language, typed: [] }] });
  }

  removeLanguage(language: string): void {
    this.#set({ others: this.#settings.others.filter((one) => one.language !== language) });
  }

  /** What a label is called in one of the other languages. */
  setName(language: string, place: number, name: string): void {
    this.#set({ others: withTyped(this.#settings.others, language, place, name.replaceAll("|", " ")) });
  }

  setWording(wording: VisionSettings["wording"]): void {
    this.#set({ wording });
  }

  setQuestion(question: string): void {
    const message = complainOfQuestion(question);
    this.#complaints = message ? [message] : [];
    if (!message) this.#set({ question });
  }

  setTemperature(temperature: number): void {
    this.#settings = { ...this.#settings, temperature };
  }

  /** Of whoever reads the labels. */
  complain(message: string): void {
    this.#complaints = [message];
  }

  #set(changed: Partial<VisionSettings>): void {
    this.#settings = { ...this.#settings, ...changed };
    this.#onchange();
  }
}
