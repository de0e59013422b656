import type { Arrival } from "./place.ts";
import type { Limits } from "./request.ts";

/** What a download needs to know besides its address. */
export interface Surroundings {
  readonly raw: string;
  /** Folder for partial files of one dataset. */
  readonly parts: string;
  readonly limits: Limits;
  readonly now: Date;
}

/** All files of one release, complete and checked, but not yet in their folder. */
export interface Release {
  readonly release: string;
  readonly arrivals: readonly Arrival[];
  /** Whether the folder holds a file of this release, under whichever name. */
  readonly twin: boolean;
}
