import type { Sample } from "../../workers/protocol";
import { sampleShape } from "./read-run";
import { fields, list, number, oneOf, type Shape, text } from "./shape";

/** What a judge or an aggregator was asked about a problem's samples, and wrote. */
export interface KeptExchange {
  role: "aggregator" | "judge";
  /** A card's id, or `folder:` and a name. */
  model: string;
  /** Whether it was trained for its role: it is asked in another form then. */
  trained: boolean;
  temperature: number;
  prompt: string;
  samples: Sample[];
}

/** All of one of a sweep's problems, in the order in which they were written. */
export interface SweepReadings {
  problem: number;
  exchanges: KeptExchange[];
}

const truth: Shape = (value, path) => (typeof value === "boolean" ? null : `${path} is not true or false`);
const exchange: Record<keyof KeptExchange, Shape> = {
  role: oneOf("aggregator", "judge"),
  model: text,
  trained: truth,
  temperature: number,
  prompt: text,
  samples: list(fields(sampleShape)),
};

/** Malformed ones are left out, and so will be written again. */
export function readExchanges(value: unknown): KeptExchange[] {
  if (!Array.isArray(value)) return [];
  return value.filter((one): one is KeptExchange => fields(exchange)(one, "exchange") === null);
}
