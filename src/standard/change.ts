import { z } from "zod";

/** One row of `data/changes.csv`: how often two releases of a dataset differ for one indicator and area. */
export const changeSchema = z.object({
  dataset: z.string().min(1),
  from_release: z.string().min(1),
  to_release: z.string().min(1),
  indicator: z.string().min(1),
  ref_area: z.string().min(1),
  added: z.coerce.number().int().nonnegative(),
  changed: z.coerce.number().int().nonnegative(),
  dropped: z.coerce.number().int().nonnegative(),
  /** Of the dropped, those whose value was zero. */
  dropped_zeros: z.coerce.number().int().nonnegative(),
});

export type Change = z.infer<typeof changeSchema>;

/** Columns of changes.csv in order. */
export const CHANGE_COLUMNS = Object.keys(changeSchema.shape) as (keyof Change)[];
