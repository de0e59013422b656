import { z } from "zod";
import { releaseSchema } from "../../standard/release.ts";
import { sliceSchema } from "../../view/catalogue.ts";

const texts = z.record(z.string(), z.string());

/** What the views of the published data need beside the data: `return/published.json`. */
export const publishedStageSchema = z.object({
  catalogue: z.array(sliceSchema),
  names: z.object({ areas: texts, regionOf: texts, releases: z.array(releaseSchema) }),
  /** Longitude and latitude by area. */
  positions: z.record(z.string(), z.tuple([z.number(), z.number()])),
});

export type PublishedStage = z.infer<typeof publishedStageSchema>;

/** Fetches it. Rejects with address and status. */
export const fetchPublishedStage = async (root: string): Promise<PublishedStage> => {
  const url = `${root}return/published.json`;
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  return publishedStageSchema.parse(await response.json());
};
