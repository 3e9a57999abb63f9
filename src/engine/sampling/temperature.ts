/** Logits divided by a temperature above 0, written into `into`: below 1 sharper, above 1 flatter. // [vocab] */
export function temper(logits: Float32Array, temperature: number, into: Float32Array): Float32Array {
  for (let token = 0; token < logits.length; token++) into[token] = logits[token]! / temperature;
  return into;
}
