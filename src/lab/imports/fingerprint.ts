/**
 * A 53-bit hash of a sequence of texts (two 32-bit multiplicative lanes, after Bob Jenkins' and MurmurHash's mixing): a hundred
 * thousand rows share one by chance with a probability below one in a million. Not for security.
 */
export class Fingerprint {
  #a = 0xdeadbeef;
  #b = 0x41c6ce57;

  add(text: string): void {
    let [a, b] = [this.#a, this.#b];
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      a = Math.imul(a ^ code, 0x9e3779b1);
      b = Math.imul(b ^ code, 0x5f356495);
    }
    // With its length, a text that parts elsewhere from the next is another.
    this.#a = Math.imul(a ^ (a >>> 15) ^ text.length, 0x85ebca77);
    this.#b = Math.imul(b ^ (b >>> 13) ^ text.length, 0xc2b2ae3d);
  }

  value(): number {
    const a = (this.#a ^ (this.#b >>> 16)) >>> 0;
    const b = (this.#b ^ (this.#a >>> 13)) >>> 0;
    return a * 2 ** 21 + (b >>> 11);
  }
}
