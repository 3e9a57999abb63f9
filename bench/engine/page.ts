// The page of npm run bench:engine.
import { compare } from "./compare";

Object.assign(globalThis, { compare });
