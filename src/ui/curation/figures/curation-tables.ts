// The numbers of each figure, in the order in which it draws them.
import type { CorpusView } from "../../../lab/curation/corpus-view";
import type { FigureData } from "../../figure/figure-data";
import { languageName } from "../language-name";

type Report = CorpusView["languages"][number];

export function languagesTable({ languages }: Pick<CorpusView, "languages">): FigureData {
  const columns = [
    { key: "name", label: "language" },
    { key: "language", label: "code" },
    { key: "texts", label: "texts" },
    { key: "matched", label: "with an entry" },
    { key: "entries", label: "entries" },
    { key: "threshold", label: "threshold" },
    { key: "kept", label: "kept" },
    { key: "expected", label: "kept on average" },
  ];
  const rows = languages.map(({ language, texts, matched, entries, threshold, keptDrawn, keptExpected }) => ({
    ...{ name: languageName(language), language, texts, matched, entries },
    ...{ threshold: threshold ?? "", kept: keptDrawn, expected: Math.round(10 * keptExpected) / 10 },
  }));
  return { columns, rows };
}

export function countsTable({ histogram }: Pick<Report, "histogram">): FigureData {
  const columns = [
    { key: "least", label: "in texts from" },
    { key: "most", label: "to" },
    { key: "before", label: "entries before" },
    { key: "after", label: "entries kept" },
  ];
  const rows = histogram.map(({ from, before, after }) => ({
    ...{ least: from, most: Math.max(0, 2 * from - 1), before, after },
  }));
  return { columns, rows };
}
