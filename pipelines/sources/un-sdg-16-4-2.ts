import type { Area } from "../../src/standard/codelists/area.ts";
import { keyOf } from "../../src/standard/rows.ts";
import { type Check, examplesOf, type Source, type SourceResult } from "../steps/source.ts";
import { findReleases, type SdgRelease } from "./un-sdg-16-4-2-files.ts";
import { mapRows, type SdgValue } from "./un-sdg-16-4-2-map.ts";
import { readRelease } from "./un-sdg-16-4-2-read.ts";

const DATASET = "UN_SDG_16_4_2";

/** A release with its values. */
interface Loaded {
  readonly release: SdgRelease;
  readonly values: readonly SdgValue[];
}

const warning = (id: string, message: string, examples: readonly string[]): Check => ({
  id,
  stage: "map",
  status: examples.length === 0 ? "PASS" : "WARNING",
  count: examples.length,
  message,
  examples: examplesOf(examples),
});

const footnoteOf = ({ row, observation: { ref_area, time_period } }: SdgValue): string =>
  `${row.file} row ${row.row}: ${ref_area} ${time_period} "${row.footnote}"`;

const checkFootnotes = (values: readonly SdgValue[]): Check[] => {
  const slips = values.filter(({ window, observation }) => {
    const year = Number(observation.time_period);
    return window !== undefined && (window[0] !== year || window[1] !== year + 1);
  });
  return [
    warning(
      "sdg-footnote-wording",
      "Footnotes with words that are not known. They are kept as they stand, and no window is read from them.",
      values.filter(({ isFootnoteKnown }) => !isFootnoteKnown).map(footnoteOf),
    ),
    warning(
      "sdg-footnote-window",
      "Footnotes whose window is not the year of the value and the next. They are kept as they stand.",
      slips.map(footnoteOf),
    ),
  ];
};

/** Keys and values that the transcription and the publisher's own answer do not share. */
const checkTranscription = (answer: Loaded, transcription: Loaded): Check => {
  const text = ({ observation }: SdgValue): string =>
    [keyOf(observation), observation.obs_value, observation.source_detail].join("\u0000");
  const difference = (one: Loaded, other: Loaded): string[] => {
    const held = new Set(other.values.map(text));
    return one.values
      .filter((value) => !held.has(text(value)))
      .map(({ row, observation: { ref_area, time_period } }) => {
        return `${row.file} row ${row.row}: ${ref_area} ${time_period} ${row.value}`;
      });
  };
  return warning(
    "sdg-transcription",
    `Values of ${answer.release.release} in which the transcription and the API's answer differ. The answer is used.`,
    [...difference(transcription, answer), ...difference(answer, transcription)],
  );
};

const NOTES = {
  csv: "Typed from a copy of the API's answer and flattened; a slip of a digit cannot be excluded. Footnotes verbatim.",
  json: "The API's own answer. The source row counts the records of all its pages. Footnotes verbatim.",
} as const;

const resultOf = ({ release, values }: Loaded): SourceResult["releases"][number] => ({
  dataset: DATASET,
  release: release.release,
  label: `release ${release.release}`,
  title: "SDG indicator 16.4.2, series VC_ARM_SZTRACE",
  paths: release.paths,
  rowsRead: values.length,
  notes: NOTES[release.form],
});

const load = async (release: SdgRelease, areas: ReadonlyMap<string, Area>): Promise<Loaded> => ({
  release,
  values: mapRows(release, await readRelease(release), areas),
});

/**
 * SDG 16.4.2 as published: a flattened file or the API's answer. Where a release is there in both forms the answer
 * is used and the other compared with it.
 */
export const unSdg1642: Source = {
  dataset: DATASET,
  read: async (raw, areas) => {
    const all = await Promise.all((await findReleases(raw)).map((one) => load(one, areas)));
    const twin = ({ release }: Loaded): Loaded | undefined =>
      all.find(
        (other) => other.release.release === release.release && other.release.form !== release.form,
      );
    const used = all.filter((one) => one.release.form === "json" || twin(one) === undefined);
    const values = used.flatMap((one) => one.values);
    return {
      observations: values.map(({ observation }) => observation),
      releases: used.map(resultOf),
      labels: [],
      checks: [
        ...checkFootnotes(values),
        ...used.flatMap((one) => {
          const other = twin(one);
          return other === undefined ? [] : checkTranscription(one, other);
        }),
      ],
      areaNames: new Map(),
    };
  },
};
