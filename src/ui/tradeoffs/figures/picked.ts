/** What a press on a figure's value opens: the numbers of the problems behind it, in the order to read them. */
export interface Picked {
  title: string;
  problems: number[];
}
