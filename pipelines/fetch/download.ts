import { type FileHandle, open, readFile, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import { sha256 } from "../steps/files.ts";
import { makeFolder, onDisk, remove } from "./disk.ts";
import { FetchError } from "./fetch-error.ts";
import { type Answer, type Limits, request, type Target, withRetries } from "./request.ts";

/** A complete file that stands at `part`, not yet under its final name. */
export interface Downloaded {
  readonly part: string;
  /** Where the bytes came from, after redirects. */
  readonly address: string;
  readonly bytes: number;
  readonly sha256: string;
  /** As the server gave them; empty when it gave none. */
  readonly etag: string;
  readonly lastModified: string;
}

const noteSchema = z.object({
  address: z.string(),
  etag: z.string(),
  lastModified: z.string(),
  length: z.number().int().nonnegative().nullable(),
});
/** What is written beside a partial file, so that a later run can tell whether it continues the same one. */
type Note = z.infer<typeof noteSchema>;

const notePath = (part: string): string => `${part}.json`;

/** Removes a partial file and what is noted of it. */
export const discard = async (part: string): Promise<void> => {
  await remove(part);
  await remove(notePath(part));
};

/** Marks of one state of a file that If-Range accepts: a strong ETag, else the date. */
const validatorOf = ({ etag, lastModified }: Note): string =>
  etag !== "" && !etag.startsWith("W/") ? etag : lastModified;

interface Begun {
  readonly note: Note;
  /** Bytes that are there. */
  readonly from: number;
}

const readNote = async (part: string): Promise<Note | undefined> => {
  try {
    return noteSchema.parse(JSON.parse(await readFile(notePath(part), "utf8")));
  } catch {
    return undefined;
  }
};

/** The partial file of an address; undefined, so that it starts anew, when none can be continued. */
const begunAt = async (part: string, address: string): Promise<Begun | undefined> => {
  const note = await readNote(part);
  const from = await stat(part).then(
    (entry) => entry.size,
    () => 0,
  );
  if (note === undefined || note.address !== address || from === 0) return undefined;
  return validatorOf(note) === "" ? undefined : { note, from };
};

const noteOf = (answer: Answer, address: string, length: number | null): Note => ({
  address,
  etag: answer.headers.get("etag") ?? "",
  lastModified: answer.headers.get("last-modified") ?? "",
  length,
});

const fullLength = (headers: Headers): number | null => {
  const encoding = headers.get("content-encoding") ?? "identity";
  const length = headers.get("content-length");
  return encoding === "identity" && length !== null && /^\d+$/.test(length) ? Number(length) : null;
};

/**
 * The note to keep on with when a 206 goes on exactly where the partial file ends, in the same state of the
 * file; undefined when it does not.
 */
const goesOn = (answer: Answer, { note, from }: Begun): Note | undefined => {
  const range = /^bytes (\d+)-\d+\/(\d+)$/.exec(answer.headers.get("content-range") ?? "");
  const length = Number(range?.[2]);
  const fresh = noteOf(answer, note.address, length);
  const same =
    answer.status === 206 &&
    Number(range?.[1]) === from &&
    (note.length === null || note.length === length) &&
    (fresh.etag === "" || fresh.etag === note.etag) &&
    (fresh.lastModified === "" || fresh.lastModified === note.lastModified);
  return same ? { ...note, length } : undefined;
};

const refuseHtml = (answer: Answer, wanted: string): void => {
  if (!/^text\/html\b/i.test(answer.headers.get("content-type") ?? "")) return;
  throw new FetchError(
    `${answer.address} answers with a web page instead of ${wanted}, so nothing was kept.`,
  );
};

const writeChunks = async (part: string, file: FileHandle, answer: Answer): Promise<void> => {
  for await (const chunk of answer.chunks()) {
    await onDisk(part, () => file.writeFile(chunk));
  }
};

const receive = async (part: string, answer: Answer, note: Note, from: number): Promise<void> => {
  await makeFolder(dirname(part));
  const file = await onDisk(part, () => open(part, from > 0 ? "a" : "w"));
  try {
    await onDisk(part, () => writeFile(notePath(part), JSON.stringify(note)));
    await writeChunks(part, file, answer);
    await onDisk(part, () => file.sync());
  } finally {
    await file.close();
  }
};

const checkLength = async (part: string, note: Note): Promise<number> => {
  const { size } = await stat(part);
  if (size === 0) {
    await discard(part);
    throw new FetchError(`${note.address} sends an empty file, so nothing was kept.`);
  }
  if (note.length === null || size === note.length) return size;
  const message = `${note.address} sends ${size} bytes but announces ${note.length}`;
  if (size < note.length) throw new FetchError(`${message}.`, { retry: {} });
  await discard(part);
  throw new FetchError(`${message}, so nothing was kept.`, { retry: {} });
};

/** Adds to a failure how much is kept, where a later run can go on from it. */
const sayHowFar = async (part: string, address: string, error: unknown): Promise<never> => {
  const begun = await begunAt(part, address);
  if (!(error instanceof FetchError) || error.retry === undefined || begun === undefined)
    throw error;
  const kept = `${begun.from} bytes are kept in ${part}; run the same command again to go on.`;
  throw new FetchError(`${error.message} ${kept}`, {
    retry: error.retry,
    ...(error.unreachable === undefined ? {} : { unreachable: error.unreachable }),
  });
};

const receiveAll = async (
  part: string,
  answer: Answer,
  note: Note,
  from: number,
): Promise<Downloaded> => {
  await receive(part, answer, note, from);
  const bytes = await checkLength(part, note);
  const { etag, lastModified } = note;
  return { part, address: answer.address, bytes, sha256: await sha256(part), etag, lastModified };
};

/**
 * Downloads an address to `part`, going on with what an earlier run left there (Range, If-Range) when the
 * server still has the same state of the file, else from the start. `wanted` is named in messages ("a workbook").
 * Undefined when the server has nothing at the address (404, 410). Throws FetchError, in one sentence, when
 * the file cannot be had complete: what arrived is kept for the next run.
 */
export const download = async (
  target: Target,
  part: string,
  wanted: string,
  limits: Limits,
): Promise<Downloaded | undefined> => {
  const attempt = async (): Promise<Downloaded | undefined> => {
    const begun = await begunAt(part, target.address);
    const headers: Record<string, string> =
      begun === undefined
        ? {}
        : { range: `bytes=${begun.from}-`, "if-range": validatorOf(begun.note) };
    return request(target, headers, limits, async (answer) => {
      if (answer.status === 404 || answer.status === 410) return undefined;
      refuseHtml(answer, wanted);
      if (answer.status === 200) {
        const note = noteOf(answer, target.address, fullLength(answer.headers));
        return receiveAll(part, answer, note, 0);
      }
      const note = begun === undefined ? undefined : goesOn(answer, begun);
      if (begun !== undefined && note !== undefined) {
        return receiveAll(part, answer, note, begun.from);
      }
      await discard(part);
      const message = `${answer.address} does not send the part that was asked for.`;
      throw new FetchError(message, { retry: { pauseMs: 0 } });
    });
  };
  try {
    return await withRetries(limits, attempt);
  } catch (error) {
    return sayHowFar(part, target.address, error);
  }
};
