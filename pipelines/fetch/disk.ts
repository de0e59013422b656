import { mkdir, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { exists } from "../steps/files.ts";
import { FetchError } from "./fetch-error.ts";

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "you have no permission there",
  EDQUOT: "your disk quota is used up",
  EEXIST: "a file stands where a folder is needed",
  EISDIR: "a folder stands where a file is needed",
  ENOSPC: "the disk is full",
  ENOTDIR: "a file stands where a folder is needed",
  EPERM: "you have no permission there",
  EROFS: "the disk is read-only",
};

/** Does work on a file or folder. Throws FetchError, naming path and reason, when the system refuses. */
export const onDisk = async <T>(
  path: string,
  work: () => Promise<T>,
  verb: "read" | "written" = "written",
): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error && "syscall" in error && "code" in error)) throw error;
    const code = String(error.code);
    throw new FetchError(`${path} cannot be ${verb}: ${REASONS[code] ?? error.message} (${code}).`);
  }
};

/** Makes a folder with those above it. */
export const makeFolder = (path: string): Promise<void> =>
  onDisk(path, async () => {
    await mkdir(path, { recursive: true });
  });

/** Moves a finished file to its place in one step, making the folder. Never onto another file. */
export const moveInto = async (from: string, to: string): Promise<void> => {
  await makeFolder(dirname(to));
  if (await exists(to)) throw new FetchError(`${to} appeared meanwhile and is not overwritten.`);
  await onDisk(to, () => rename(from, to));
};

export const remove = (path: string): Promise<void> =>
  onDisk(path, () => rm(path, { force: true }));
