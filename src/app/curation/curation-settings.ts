// What the Curation view asks for is one record, and the record is a link: `#/curation?t=20&seed=1&language=th&run=1`.
import { ENTRY_KNOBS } from "../../lab/curation/frequent";
import { languageOf, OTHER } from "../../lab/curation/language";
import { LinkReader } from "../link-reader";
import { complain, NUMBER_SETTINGS, type NumberSetting } from "../number-settings";

export const CURATION_NUMBERS = {
  tEn: {
    key: "t",
    label: "Threshold",
    hint: "An English entry in more texts than this is thinned out; every other language gets the threshold that leaves it the same tail. t_en in MetaCLIP 2",
    min: 1,
    max: 1_000_000_000,
    step: 1,
    whole: true,
  },
  seed: {
    ...NUMBER_SETTINGS.seed,
    hint: "Another seed draws other texts with the same chances",
  },
  leastUnigram: {
    key: "word",
    label: "Least count of a word",
    hint: "A word that occurs less often in the corpus is no entry",
    min: 1,
    max: 1_000_000,
    step: 1,
    whole: true,
  },
  leastBigram: {
    key: "pair",
    label: "Least count of a pair",
    hint: "Two neighbouring words that occur together less often are no entry",
    min: 1,
    max: 1_000_000,
    step: 1,
    whole: true,
  },
  leastPmi: {
    key: "pmi",
    label: "Least bond of a pair, bits",
    hint: "3 bits: together eight times as often as by chance. Pointwise mutual information (PMI); MetaCLIP 2 takes Wikipedia's pairs above 30",
    min: 0,
    max: 60,
    step: 1,
    whole: false,
  },
} satisfies Record<string, NumberSetting>;

export type CurationNumber = keyof typeof CURATION_NUMBERS;

export interface CurationSettings extends Record<CurationNumber, number> {
  /** Of which more is shown. */
  language: string;
}

/** While the fields are being edited a number may be missing. */
export type CurationDraft = Omit<CurationSettings, CurationNumber> & Record<CurationNumber, number | null>;

export const CURATION_DEFAULTS: CurationSettings = {
  tEn: 20,
  seed: 1,
  leastUnigram: ENTRY_KNOBS.leastUnigram,
  leastBigram: ENTRY_KNOBS.leastBigram,
  leastPmi: ENTRY_KNOBS.leastPmi,
  language: "en",
};

/** What the entries are made by: a change of these takes longer than one of the others. */
export const KNOBS = ["leastUnigram", "leastBigram", "leastPmi"] as const;

export const knobsOf = ({ leastUnigram, leastBigram, leastPmi }: CurationSettings) => ({
  leastUnigram,
  leastBigram,
  leastPmi,
});

export const sameKnobs = (one: CurationSettings, other: CurationSettings): boolean =>
  KNOBS.every((knob) => one[knob] === other[knob]);

export const NUMBERS = Object.keys(CURATION_NUMBERS) as CurationNumber[];
const KNOWN = new Set([...NUMBERS.map((name) => CURATION_NUMBERS[name].key), "language", "run"]);

/** Reads a link. What is unknown or not allowed keeps its default and is complained of by name. */
export function readCurationLink(params: URLSearchParams) {
  const link = new LinkReader(params);
  const settings = { ...CURATION_DEFAULTS };
  for (const name of NUMBERS) {
    const setting = CURATION_NUMBERS[name];
    const text = link.checked(setting.key, name, (value) => complain(setting, value));
    if (text !== undefined) settings[name] = Number(text);
  }
  const language = link.checked("language", "language", complainOfLanguage);
  if (language !== undefined) settings.language = languageOf(language);
  const run = link.run();
  link.complainOfOthers(KNOWN);
  return { settings, complaints: link.complaints, run };
}

/** Only what differs from the defaults. A corpus from a file is in no link. */
export function curationLink(settings: CurationDraft, { run = false } = {}): string {
  const params = new URLSearchParams();
  for (const name of NUMBERS) {
    const value = settings[name];
    if (value !== null && value !== CURATION_DEFAULTS[name])
      params.set(CURATION_NUMBERS[name].key, `${value}`);
  }
  if (settings.language !== CURATION_DEFAULTS.language) params.set("language", settings.language);
  if (run) params.set("run", "1");
  const query = params.toString();
  return query ? `#/curation?${query}` : "#/curation";
}

function complainOfLanguage(tag: string): string | null {
  if (tag === OTHER || languageOf(tag) !== OTHER) return null;
  return `Language must be a code such as en, de or th; “${tag}” is not one.`;
}
