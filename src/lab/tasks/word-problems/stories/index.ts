import { building } from "./building";
import { collections } from "./collections";
import { harvest } from "./harvest";
import { practice } from "./practice";
import { prices } from "./prices";
import { savings } from "./savings";
import type { Story } from "./story";
import { travellers } from "./travellers";

export const STORIES: readonly Story[] = [
  collections,
  prices,
  travellers,
  harvest,
  savings,
  practice,
  building,
];
