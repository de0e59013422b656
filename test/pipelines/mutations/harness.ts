import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { readAreas } from "../../../pipelines/sources/un-m49.ts";
import { checkAll } from "../../../pipelines/steps/check.ts";
import { checkPlausibility } from "../../../pipelines/steps/check-plausibility.ts";
import { flagAll } from "../../../pipelines/steps/flag.ts";
import type { Check, ReleaseRead, Source } from "../../../pipelines/steps/source.ts";
import {
  loadCodes,
  loadFiles,
  loadObservations,
  withDatabase,
} from "../../../pipelines/steps/table.ts";
import type { CodeList } from "../../../src/standard/code.ts";
import type { Area } from "../../../src/standard/codelists/area.ts";
import { CODE_LISTS } from "../../../src/standard/codelists/index.ts";
import type { Observation } from "../../../src/standard/observation.ts";
import { InputError } from "../../../src/standard/problem.ts";
import { temporaryFolder, textFile } from "../files.ts";
import { RAW } from "../raw.ts";

/** Files of a raw folder by path under it, for example `us-fbi-arrests/arrests_national_adults.csv`. */
export type Files = ReadonlyMap<string, Buffer>;

/** One way to damage files: the same files with others in their place, more of them, or fewer. */
export type Damage = (files: Files) => Files | Promise<Files>;

/** What a reader made of the files. */
export interface Outcome<R> {
  readonly rows: readonly R[];
  readonly checks: readonly Check[];
}

/** A reader under test, its real files, and a row as text without its place in the file. */
export interface Subject<R> {
  readonly files: () => Promise<Files>;
  readonly read: (raw: string) => Promise<Outcome<R>>;
  readonly textOf: (row: R) => string;
}

let known: Promise<Map<string, Area>> | undefined;

/** The areas of the real UN M49 files. */
export const realAreas = (): Promise<ReadonlyMap<string, Area>> => {
  known ??= readAreas(RAW);
  return known;
};

/** Bytes of files of the raw folder. */
export const realFiles = async (...names: readonly string[]): Promise<Files> => {
  const read = names.map(async (name) => [name, await readFile(join(RAW, name))] as const);
  return new Map(await Promise.all(read));
};

/** Result of the work, which is done once. */
export const once = <T>(work: () => Promise<T>): (() => Promise<T>) => {
  let result: Promise<T> | undefined;
  return () => {
    result ??= work();
    return result;
  };
};

/** A source on its real files. Two observations are the same when all columns but `source_row` are. */
export const sourceSubject = (
  source: Source,
  files: () => Promise<Files>,
): Subject<Observation> & { readonly releases: (damage: Damage) => Promise<ReleaseRead[]> } => {
  const subject: Subject<Observation> = {
    files: once(files),
    read: async (raw) => {
      const { observations, checks } = await source.read(raw, await realAreas());
      return { rows: observations, checks };
    },
    textOf: ({ source_row: _, ...row }) => JSON.stringify(row),
  };
  const releases = async (damage: Damage): Promise<ReleaseRead[]> => {
    const raw = await write(await damaged(subject, damage));
    return [...(await source.read(raw, await realAreas())).releases];
  };
  return { ...subject, releases };
};

const sameFiles = (one: Files, other: Files): boolean =>
  one.size === other.size && [...one].every(([name, bytes]) => other.get(name)?.equals(bytes));

const damaged = async <R>(subject: Subject<R>, damage: Damage): Promise<Files> => {
  const before = await subject.files();
  const after = await damage(before);
  if (sameFiles(before, after)) throw new Error("The damage changes nothing.");
  return after;
};

const write = async (files: Files): Promise<string> => {
  const raw = await temporaryFolder();
  for (const [name, bytes] of files) await textFile(raw, name, bytes);
  return raw;
};

const outcomeOf = async <R>(subject: Subject<R>, files: Files): Promise<Outcome<R>> =>
  subject.read(await write(files));

const wholeOutcomes = new WeakMap<Subject<never>, Promise<Outcome<never>>>();

const wholeOutcome = <R>(subject: Subject<R>): Promise<Outcome<R>> => {
  const outcomes = wholeOutcomes as unknown as WeakMap<Subject<R>, Promise<Outcome<R>>>;
  const before = outcomes.get(subject);
  if (before !== undefined) return before;
  const outcome = subject.files().then((files) => outcomeOf(subject, files));
  outcomes.set(subject, outcome);
  return outcome;
};

/** Rows that only the undamaged files give, and rows that only the damaged ones give. */
export interface Difference<R> extends Outcome<R> {
  readonly lost: readonly R[];
  readonly gained: readonly R[];
}

/** Reads the damaged files and compares with what the undamaged ones give. */
export const difference = async <R>(
  subject: Subject<R>,
  damage: Damage,
): Promise<Difference<R>> => {
  const before = (await wholeOutcome(subject)).rows;
  const { rows, checks } = await outcomeOf(subject, await damaged(subject, damage));
  const old = new Set(before.map(subject.textOf));
  const now = new Set(rows.map(subject.textOf));
  expect(before.length, "the undamaged files give nothing").toBeGreaterThan(50);
  return {
    rows,
    checks,
    lost: before.filter((row) => !now.has(subject.textOf(row))),
    gained: rows.filter((row) => !old.has(subject.textOf(row))),
  };
};

/** Asserts that the damaged files give exactly what the undamaged ones give, in whatever order. */
export const readRight = async <R>(subject: Subject<R>, damage: Damage): Promise<Outcome<R>> => {
  const { rows, checks, lost, gained } = await difference(subject, damage);
  expect({ lost: lost.slice(0, 3), gained: gained.slice(0, 3) }).toEqual({ lost: [], gained: [] });
  expect(rows).toHaveLength((await wholeOutcome(subject)).rows.length);
  return { rows, checks };
};

/** Asserts that the damaged files are refused, one of the problems being told in these words. */
export const refused = async <R>(
  subject: Subject<R>,
  damage: Damage,
  words: RegExp,
): Promise<void> => {
  const files = await damaged(subject, damage);
  const message = await outcomeOf(subject, files).then(
    ({ rows }) => `(nothing: ${rows.length} rows were read)`,
    (error: unknown) => {
      if (error instanceof InputError) return error.message;
      throw error;
    },
  );
  expect(words.test(message), `${words}\n${message.slice(0, 3000)}`).toBe(true);
};

/** One pattern for several problems, told in this order. */
export const inTurn = (patterns: readonly string[]): RegExp =>
  new RegExp(patterns.join("[^]*\\n.*"));

/** Text as a message shows it, for a pattern. */
export const shown = (value: string): string =>
  JSON.stringify(value).replace(/[.+*?^${}()|[\]\\]/g, "\\$&");

/** The check of a name, which must be there. */
export const checkOf = (checks: readonly Check[], id: string): Check => {
  const found = checks.find((check) => check.id === id);
  if (found === undefined) throw new Error(`There is no check ${id}.`);
  return found;
};

/** The checks that run on the table after all sources are read, for the observations of one. */
export const tableChecks = async (rows: readonly Observation[]): Promise<Check[]> => {
  const areas = await realAreas();
  return withDatabase(async (db) => {
    await loadObservations(db, flagAll(rows));
    await loadCodes(db, [
      ...Object.values<CodeList>(CODE_LISTS).flatMap((list) =>
        list.codes.map(({ code }) => ({ codelist: list.id, code, level: "" })),
      ),
      ...[...areas.values()].map(({ code, level }) => ({ codelist: "CL_AREA", code, level })),
    ]);
    await loadFiles(db, []);
    return [...(await checkAll(db)), ...(await checkPlausibility(db))];
  });
};
