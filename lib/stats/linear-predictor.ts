import type { CoxSample } from "./cox-design";
import type { CoxFit } from "./cox-regression";

/** βx of every row, less its value at the first row; a covariate left out counts nothing. R: `predict(coxph(…), "lp")` but for the centre. */
export function linearPredictor({ times, covariates }: CoxSample, fit: CoxFit): Float64Array {
  const predictor = new Float64Array(times.length);
  covariates.forEach(({ values }, column) => {
    const beta = fit.coefficients[column]?.coefficient ?? 0;
    const first = values[0] ?? 0;
    for (let row = 0; row < predictor.length; row += 1)
      predictor[row] = (predictor[row] ?? 0) + beta * ((values[row] ?? 0) - first);
  });
  return predictor;
}
