/** Four 32-bit words. */
export type Words = readonly [number, number, number, number];

const mix = (word: number, code: number, factor: number): number => Math.imul(word ^ code, factor);

/** Well-mixed 128-bit hash of a text (public-domain cyrb128); not cryptographic. */
export const hash128 = (text: string): Words => {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    a = b ^ mix(a, code, 597399067);
    b = c ^ mix(b, code, 2869860233);
    c = d ^ mix(c, code, 951274213);
    d = a ^ mix(d, code, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  return [(a ^ b ^ c ^ d) >>> 0, (b ^ a) >>> 0, (c ^ a) >>> 0, (d ^ a) >>> 0];
};
