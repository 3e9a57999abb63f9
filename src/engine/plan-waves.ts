import type { CacheMemory, WavePlan } from "../../workers/protocol";

/** What is planned for: `maxTokens` of each sample behind a prompt. */
export interface Width {
  samples: number;
  promptTokens: number;
  maxTokens: number;
  mostRows?: number | undefined;
}

/** As many samples at once as the budget holds at their longest, but always one. Where copies of the prompt hold them up, they share it. */
export function planWaves(width: Width, { sharing, ...cache }: CacheMemory): WavePlan {
  const plan = spread(width, cache);
  const shared = sharing && spread(width, { ...sharing, sharesPrefix: true });
  return shared && shared.rows > plan.rows ? { ...shared, sharesInstead: true } : plan;
}

function spread(
  { samples, promptTokens, maxTokens, mostRows = Infinity }: Width,
  { bytesPerToken, sharesPrefix, budgetBytes }: CacheMemory,
): WavePlan {
  const shared = sharesPrefix ? promptTokens * bytesPerToken : 0;
  const perSample = (maxTokens + (sharesPrefix ? 0 : promptTokens)) * bytesPerToken;
  const room = Math.floor((budgetBytes - shared) / perSample);
  const rows = Math.max(1, Math.min(samples, room, mostRows));
  return {
    promptTokens,
    bytes: shared + samples * perSample,
    budgetBytes,
    rows,
    waves: Math.ceil(samples / rows),
  };
}
