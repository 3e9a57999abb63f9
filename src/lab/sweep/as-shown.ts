import type { Outcomes } from "../../metrics/outcomes";
import type { Method } from "../methods";

/** What the figures need of a method. */
export const asShown = ({ id, label, needs }: Method): Outcomes["methods"][number] => ({
  ...{ id, label },
  ...(needs && { reads: true }),
});
