import type { FinishReason, GenerationEvent, Sample, SampledToken } from "../../workers/protocol";

const CHUNK_END = "</chunk>";

/** `count` samples of which nothing is written yet. */
export function emptySamples(count: number, firstSample = 0): Sample[] {
  return Array.from({ length: count }, (_, i) => ({
    sample: firstSample + i,
    text: "",
    tokens: 0,
    logprob: 0,
    chunkEnds: [],
  }));
}

/** The samples after one more event. Those the event does not touch stay the same objects. */
export function foldEvent(samples: readonly Sample[], event: GenerationEvent): readonly Sample[] {
  switch (event.type) {
    case "prefilled":
    case "narrowed":
    case "resumed":
      return samples;
    case "stepped": {
      const tokens = new Map(event.tokens.map((token) => [token.sample, token]));
      return samples.map((sample) => {
        const token = tokens.get(sample.sample);
        return token ? extended(sample, token) : sample;
      });
    }
    case "sampleFinished":
      return samples.map((sample) =>
        sample.sample === event.sample ? { ...sample, finish: event.reason } : sample,
      );
    case "finished":
      return endSamples(samples, event.reason);
    default:
      return event satisfies never;
  }
}

/** Gives an end to the samples that have none: a run that was stopped, or whose worker is gone, keeps what was written. */
export function endSamples(samples: readonly Sample[], reason: FinishReason): readonly Sample[] {
  return samples.map((sample) => (sample.finish ? sample : { ...sample, finish: reason }));
}

function extended(sample: Sample, token: SampledToken): Sample {
  const text = sample.text + token.text;
  const tokens = sample.tokens + 1;
  const ends = chunksClosed(text, sample.text.length);
  const chunkEnds =
    ends > 0 ? [...sample.chunkEnds, ...Array.from({ length: ends }, () => tokens)] : sample.chunkEnds;
  return { ...sample, text, tokens, logprob: sample.logprob + token.logprob, chunkEnds };
}

/** How many `</chunk>`s end after the first `known` characters of `text`. A token may hold part of one, or more than one. */
function chunksClosed(text: string, known: number): number {
  let count = 0;
  let at = text.indexOf(CHUNK_END, Math.max(0, known - CHUNK_END.length + 1));
  while (at >= 0) {
    count++;
    at = text.indexOf(CHUNK_END, at + CHUNK_END.length);
  }
  return count;
}
