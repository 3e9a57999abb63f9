const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

/** “24 November 2026”, of 2026-11-24. The browser's own way loads its data for all languages first. */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${date} ${MONTHS[month! - 1]} ${year}`;
}
