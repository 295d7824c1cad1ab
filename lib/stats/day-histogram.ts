/** Subjects counted by whole day and small group code: pairs (censored, events) for each day, then each group that occurs. */
export type DayHistogram = {
  readonly both: Int32Array;
  readonly days: number;
  readonly labels: readonly number[];
  readonly sizes: readonly number[];
};

const dayBits = 13;
const groupBits = 3;

/**
 * The histogram of columns that come as typed arrays of whole days below 8192, events 0 or 1, and group codes below 8, in one scan that
 * checks them too; null for anything else, which then takes the general way.
 */
export function dayHistogram(
  times: ArrayLike<number>,
  events: ArrayLike<number>,
  groups: ArrayLike<unknown> | null,
): DayHistogram | null {
  const isTyped = times instanceof Int32Array || times instanceof Float64Array;
  if (!isTyped || !(events instanceof Uint8Array) || times.length !== events.length) return null;
  if (groups === null) return compact(scan(times, events), 1, times.length);
  if (!(groups instanceof Uint8Array) || groups.length !== times.length) return null;
  return compact(scanGroups(times, events, groups), 1 << groupBits, times.length);
}

function scan(times: Int32Array | Float64Array, events: Uint8Array): Int32Array | null {
  const wide = new Int32Array(2 << dayBits);
  for (let index = 0; index < times.length; index += 1) {
    const time = times[index] ?? -1;
    const day = time | 0;
    const event = events[index] ?? 2;
    if (day !== time || day >>> dayBits !== 0 || event > 1) return null;
    const slot = (day << 1) | event;
    wide[slot] = (wide[slot] ?? 0) + 1;
  }
  return wide;
}

function scanGroups(
  times: Int32Array | Float64Array,
  events: Uint8Array,
  groups: Uint8Array,
): Int32Array | null {
  const wide = new Int32Array(2 << (groupBits + dayBits));
  for (let index = 0; index < times.length; index += 1) {
    const time = times[index] ?? -1;
    const day = time | 0;
    const event = events[index] ?? 2;
    const group = groups[index] ?? 255;
    if (day !== time || day >>> dayBits !== 0 || event > 1 || group >>> groupBits !== 0) return null;
    const slot = (day << (1 + groupBits)) | (group << 1) | event;
    wide[slot] = (wide[slot] ?? 0) + 1;
  }
  return wide;
}

/** Without the days after the last and the groups that do not occur. */
function compact(wide: Int32Array | null, groups: number, n: number): DayHistogram | null {
  if (!wide) return null;
  const stride = 2 * groups;
  const totals = new Int32Array(groups);
  let days = 0;
  let left = n;
  for (; left > 0; days += 1)
    for (let cell = 0; cell < stride; cell += 1) {
      const count = wide[days * stride + cell] ?? 0;
      left -= count;
      totals[cell >> 1] = (totals[cell >> 1] ?? 0) + count;
    }
  const labels = [...totals.keys()].filter((group) => (totals[group] ?? 0) > 0);
  const both = new Int32Array(2 * days * labels.length);
  let to = 0;
  for (let day = 0; day < days; day += 1)
    for (const group of labels) {
      const from = day * stride + 2 * group;
      both[to++] = wide[from] ?? 0;
      both[to++] = wide[from + 1] ?? 0;
    }
  return { both, days, labels, sizes: labels.map((group) => totals[group] ?? 0) };
}
