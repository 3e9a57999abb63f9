import type { Pooling, TextContract } from "./text-contract";

/** Texts as rows of one length. */
export interface TextBatch {
  count: number;
  /** Tokens of each row. */
  length: number;
  /** count · length of them, row by row. */
  ids: number[];
}

/** Fills texts up to one length: that of the longest where what is behind a text does not matter, else the context. */
export function padTexts(
  texts: readonly (readonly number[])[],
  contract: TextContract,
  padId: number,
): TextBatch {
  const longest = texts.reduce((most, { length }) => Math.max(most, length), 1);
  const length = contract.causal ? longest : contract.context;
  const ids = texts.flatMap((text) => [...text, ...Array<number>(length - text.length).fill(padId)]);
  return { count: texts.length, length, ids };
}

/** Of each row, the place of the token that stands for its text. Of several that fit the first counts; where none does, the row's first. */
export function poolIndices({ count, length, ids }: TextBatch, pooling: Pooling): number[] {
  return Array.from({ length: count }, (_, row) => {
    const text = ids.slice(row * length, (row + 1) * length);
    switch (pooling.rule) {
      case "first-eos":
        return Math.max(0, text.indexOf(pooling.eosId));
      case "highest-id":
        return text.indexOf(text.reduce((most, id) => Math.max(most, id), -Infinity));
      case "last":
        return length - 1;
    }
  });
}
