/** Columns as a scan of a database hands them over: whole days, flags and codes in typed arrays. */
export type GeneratedSample = {
  readonly days: Int32Array;
  readonly events: Uint8Array;
  readonly groups: Uint8Array;
  readonly age: Float64Array;
  readonly sex: Float64Array;
  readonly risk: Float64Array;
};

/** A repeatable stream of numbers in (0, 1): Marsaglia's xorshift. */
function uniforms(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return ((state >>> 0) + 0.5) / 2 ** 32;
  };
}

/** n subjects with exponential survival that depends on age, sex and risk, followed for up to ten years of whole days; a third is censored. */
export function generatedSample(n: number, seed = 20_071): GeneratedSample {
  const next = uniforms(seed);
  const sample: GeneratedSample = {
    days: new Int32Array(n),
    events: new Uint8Array(n),
    groups: new Uint8Array(n),
    age: new Float64Array(n),
    sex: new Float64Array(n),
    risk: new Float64Array(n),
  };
  for (let row = 0; row < n; row += 1) {
    const [age, sex, risk] = [Math.round(40 + 40 * next()), next() < 0.65 ? 1 : 0, Math.floor(3 * next())];
    const hazard = Math.exp(0.01 * (age - 60) + 0.2 * sex + 0.5 * risk) / 900;
    const [death, end] = [-Math.log(next()) / hazard, 30 + 3620 * next()];
    sample.days[row] = Math.max(1, Math.ceil(Math.min(death, end)));
    sample.events[row] = death <= end ? 1 : 0;
    sample.groups[row] = risk;
    sample.age[row] = age;
    sample.sex[row] = sex;
    sample.risk[row] = risk;
  }
  return sample;
}
