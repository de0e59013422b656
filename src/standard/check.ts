import { z } from "zod";

/** Outcome of one check of a run, as published in report.json. */
export const checkSchema = z.object({
  id: z.string().min(1),
  stage: z.enum(["read", "map", "flag", "check"]),
  status: z.enum(["PASS", "WARNING", "FAIL"]),
  /** How many rows or groups the check is about: the defects found, or the rows looked at. */
  count: z.number().int().nonnegative(),
  message: z.string().min(1),
  /** Up to five rows, each with file and row. */
  examples: z.array(z.string()),
  /** Where to read more: a file below `data/`, with `#CODE` for one code of a list. */
  see: z.string().optional(),
});

export type Check = Readonly<z.infer<typeof checkSchema>>;

/** A run's report: every check with its outcome. */
export const reportSchema = z.object({ checks: z.array(checkSchema.required()) });
