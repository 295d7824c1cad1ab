import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chiSquaredTest } from "./chi-squared-test";
import { clopperPearson } from "./clopper-pearson";
import { fisherExact2x2 } from "./fisher-exact";
import { fisherExactTable } from "./fisher-exact-table";
import { InputError } from "./input-error";
import { mcNemar } from "./mc-nemar";
import { midP } from "./mid-p";
import { wilson } from "./wilson";

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** Every table of the same margins, one cell at a time. */
function slowly(table: readonly (readonly number[])[]): number {
  const width = table[0]?.length ?? 0;
  const rows = table.map(sumOf);
  const columns = Array.from({ length: width }, (_, j) => sumOf(table.map((row) => row[j] ?? 0)));
  const weight = (cells: readonly number[]) =>
    1 / cells.reduce((product, cell) => product * factorial(cell), 1);
  const observed = weight(table.flat());
  let [total, tail] = [0, 0];
  const fill = (cells: readonly number[]) => {
    if (cells.length === rows.length * width) {
      const fits = columns.every((column, j) => column === sumOf(cells.filter((_, at) => at % width === j)));
      if (!fits) return;
      const here = weight(cells);
      total += here;
      if (here <= observed * (1 + 1e-7)) tail += here;
      return;
    }
    const row = Math.floor(cells.length / width);
    const left = (rows[row] ?? 0) - sumOf(cells.slice(row * width));
    const last = cells.length % width === width - 1;
    for (let count = last ? left : 0; count <= left; count += 1) fill([...cells, count]);
  };
  fill([]);
  return tail / total;
}

const cell = fc.integer({ min: 0, max: 6 });

describe("Fisher's exact test", () => {
  it("gives 34/70 for the lady tasting tea (Fisher 1935, chapter 2) with three of four cups right", () => {
    expect(
      fisherExact2x2([
        [3, 1],
        [1, 3],
      ]).p,
    ).toBeCloseTo(34 / 70, 14);
  });

  it("equals the sum over all tables, 2 × 2 and larger", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 3 }),
        (table) => {
          const empty = sumOf(table.flat()) === 0;
          expect(fisherExactTable(table).p).toBeCloseTo(empty ? 1 : slowly(table), 10);
        },
      ),
      { numRuns: 60 },
    );
    fc.assert(
      fc.property(cell, cell, cell, cell, (a, b, c, d) => {
        const table = [
          [a, b],
          [c, d],
        ] as const;
        expect(fisherExact2x2(table).p).toBeCloseTo(fisherExactTable(table).p, 12);
      }),
    );
  });

  it("turns its odds ratio upside down with its rows", () => {
    fc.assert(
      fc.property(cell, cell, cell, cell, (a, b, c, d) => {
        const [one, other] = [
          fisherExact2x2([
            [a, b],
            [c, d],
          ]),
          fisherExact2x2([
            [c, d],
            [a, b],
          ]),
        ];
        expect(other.p).toBeCloseTo(one.p, 12);
        if (one.oddsRatio) expect(other.oddsRatio).toBeCloseTo(1 / one.oddsRatio, 8);
      }),
    );
  });

  it("does not estimate what a margin of 0 leaves open", () => {
    expect(
      fisherExact2x2([
        [0, 0],
        [5, 5],
      ]),
    ).toEqual({ p: 1, oddsRatio: null, lower: 0, upper: null });
    expect(
      fisherExact2x2([
        [4, 0],
        [0, 4],
      ]),
    ).toMatchObject({ oddsRatio: null, upper: null });
    expect(
      fisherExactTable([
        [0, 0],
        [0, 0],
      ]).p,
    ).toBe(1);
  });

  it("handles a few hundred counts in twelve cells as R's fisher.test does", () => {
    const { p } = fisherExactTable([
      [18, 11, 29, 15],
      [17, 24, 19, 11],
      [12, 13, 22, 30],
    ]);
    expect(p).toBeCloseTo(0.003905505883, 9);
  });

  it("refuses counts that are negative or not whole", () => {
    expect(() =>
      fisherExact2x2([
        [1, 2],
        [-1, 3],
      ]),
    ).toThrow(InputError);
    expect(() =>
      fisherExactTable([
        [1, 2],
        [1.5, 3],
      ]),
    ).toThrow("row 2");
  });
});

describe("χ² and McNemar", () => {
  it("gives McNemar's 34.71 and 17.36 for Agresti's approval of the prime minister (1990, page 350)", () => {
    expect(
      mcNemar([
        [794, 86],
        [150, 570],
      ]).chiSquared,
    ).toBeCloseTo(17.36, 2);
    expect(
      mcNemar([
        [794, 86],
        [150, 570],
      ]).corrected.chiSquared,
    ).toBeCloseTo(16.82, 2);
  });

  it("agrees with the difference of proportions squared", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }), (a, c) => {
        const [m, n] = [a + 5, c + 9];
        const pooled = (a + c) / (m + n);
        const z = (a / m - c / n) / Math.sqrt(pooled * (1 - pooled) * (1 / m + 1 / n));
        expect(
          chiSquaredTest([
            [a, 5],
            [c, 9],
          ]).chiSquared,
        ).toBeCloseTo(z * z, 10);
      }),
    );
  });

  it("has no test where a row is empty or no pair differs", () => {
    expect(
      chiSquaredTest([
        [0, 0],
        [1, 2],
      ]),
    ).toMatchObject({ chiSquared: null, reason: "an empty row or column" });
    expect(
      mcNemar([
        [3, 0],
        [0, 4],
      ]),
    ).toMatchObject({ chiSquared: null, exactP: 1, reason: "no discordant pairs" });
  });
});

describe("limits of a proportion", () => {
  it("follow their closed forms at 0 of n", () => {
    expect(clopperPearson(0, 10).upper).toBeCloseTo(1 - 0.025 ** (1 / 10), 13);
    expect(clopperPearson(10, 10).lower).toBeCloseTo(0.025 ** (1 / 10), 13);
    expect(midP(0, 10).upper).toBeCloseTo(1 - 0.05 ** (1 / 10), 12);
    expect(wilson(0, 10)).toMatchObject({ lower: 0 });
  });

  it("mirror each other, and the mid-p interval lies within the exact one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(40), (n, some) => {
        const x = Math.min(some, n);
        for (const limits of [clopperPearson, wilson, midP]) {
          expect(limits(x, n).lower).toBeCloseTo(1 - limits(n - x, n).upper, 10);
          expect(limits(x, n).lower).toBeLessThanOrEqual(x / n);
        }
        expect(midP(x, n).lower).toBeGreaterThanOrEqual(clopperPearson(x, n).lower - 1e-12);
      }),
    );
  });

  it("are 0 to 1 of nobody, and refuse more than all", () => {
    expect([clopperPearson(0, 0), wilson(0, 0), midP(0, 0)]).toEqual(Array(3).fill({ lower: 0, upper: 1 }));
    expect(() => clopperPearson(3, 2)).toThrow(InputError);
  });
});
