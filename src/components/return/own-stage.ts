import type { AreaNames } from "../../i18n/labels.ts";
import type { Speech } from "../../i18n/locales.ts";
import type { Explored } from "../../return/explored.ts";
import { OWN_RETURN } from "../../standard/own-return.ts";
import type { Release } from "../../standard/release.ts";
import type { Stage } from "../explorer/state.ts";
import { inTurn } from "./in-turn.ts";
import type { PublishedStage } from "./published-stage.ts";
import type { ReturnStage } from "./state.ts";

/** What is opened: a release of a file. */
export interface OwnRelease {
  readonly release: string;
  /** Name of the file. */
  readonly file: string;
  /** Rows of the file. */
  readonly rows: number;
}

const releaseOf = ({ release, file, rows }: OwnRelease, { slices }: Explored): Release => {
  const years = slices.flatMap((slice) => slice.years);
  const ends = years.length === 0 ? [] : [Math.min(...years), Math.max(...years)];
  return {
    dataset: OWN_RETURN.code,
    release,
    label: file,
    publisher: OWN_RETURN.publisher,
    title: OWN_RETURN.label,
    address: OWN_RETURN.address,
    terms: OWN_RETURN.terms,
    files: file,
    sha256: "",
    rows_read: rows,
    observations: slices.reduce((sum, slice) => sum + slice.rows, 0),
    first_period: String(ends[0] ?? ""),
    last_period: String(ends[1] ?? ""),
    is_current: "yes",
    notes: "",
  };
};

/** The words of the views where they speak of a file and not of a source. */
const ofFile = (speech: Speech): Speech => {
  const { m } = speech;
  const { notInFile, linkedInFile } = m.return;
  const explorer = { ...m.explorer, notPublished: notInFile, linkedTitle: linkedInFile };
  return { ...speech, m: { ...m, explorer } };
};

/** The two sides of the views of a return: the file, and the published data that stand beside it. */
export const stagesOf = (
  stage: ReturnStage,
  areas: AreaNames,
  opened: OwnRelease,
  explored: Explored,
  { catalogue, names, positions }: PublishedStage,
): { readonly own: Stage; readonly published: Stage } => {
  const { m } = stage.speech;
  const common = {
    speech: stage.speech,
    root: stage.root,
    dataVersion: stage.dataVersion,
    versions: [stage.dataVersion],
    positions,
  };
  const both = { ...names, areas };
  return {
    own: {
      ...common,
      speech: ofFile(stage.speech),
      catalogue: explored.slices,
      names: { ...both, releases: [releaseOf(opened, explored)] },
      inTurn,
      side: { id: "own", label: m.return.yours },
    },
    published: {
      ...common,
      catalogue,
      names: both,
      inTurn,
      side: { id: "published", label: m.return.publishedShort },
    },
  };
};
