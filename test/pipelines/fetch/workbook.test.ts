import { createHash } from "node:crypto";
import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readFetched } from "../../../pipelines/fetch/fetched.ts";
import { monthsBack } from "../../../pipelines/fetch/unodc-workbook.ts";
import { readUnodcTable } from "../../../pipelines/read/unodc-table.ts";
import { COUNT } from "../../../src/standard/layouts/unodc-table.ts";
import { temporaryFolder, textFile } from "../files.ts";
import { bytesWithRange, cutAfter, firstThen, type Handler, serve, status } from "./server.ts";
import { fetchFailure, fetchLines, filesUnder, QUICK, unodc, workbookBytes } from "./setting.ts";

const NAME = "unodc-iafq/data_iafq_firearms_trafficking_2025-05-12.xlsx";
const PART = ".fetching/unodc-iafq/data_iafq_firearms_trafficking.xlsx.part";
const PATH = "/2025-06/a.xlsx";

let book: Buffer = Buffer.alloc(0);
let otherBook: Buffer = Buffer.alloc(0);
let half = 0;
beforeAll(async () => {
  const folder = await temporaryFolder();
  book = await workbookBytes(folder, 10);
  otherBook = await workbookBytes(folder, 11);
  half = Math.floor(book.length / 2);
});

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

describe("a complete download", () => {
  it("is named by the date in the workbook and listed with its checksum", async () => {
    const server = await serve({ [PATH]: bytesWithRange(book, '"v1"') });
    const raw = await temporaryFolder();
    const lines = await fetchLines(raw, [unodc(server.origin)]);
    expect(lines).toEqual([
      `fetch UNODC_IAFQ, release 2025-05-12: ${NAME}, ${book.length} bytes, new`,
    ]);
    expect(await filesUnder(raw)).toEqual(["FETCHED.csv", NAME]);
    expect(await readFile(join(raw, NAME))).toEqual(book);
    expect((await readUnodcTable(join(raw, NAME), COUNT)).rows).toHaveLength(1);
    expect(await readFetched(raw)).toEqual([
      {
        file: NAME,
        address: `${server.origin}${PATH}`,
        retrieved_at: "2025-06-15T10:00:00.000Z",
        bytes: String(book.length),
        sha256: sha256(book),
        release: "2025-05-12",
        etag: '"v1"',
        last_modified: "",
      },
    ]);
  });

  it("tries months backwards, the revision of each first, and stops at the first file", async () => {
    const server = await serve({ "/2025-05/a_0.xlsx": bytesWithRange(book, '"v1"') });
    await fetchLines(await temporaryFolder(), [unodc(server.origin, { months: 3 })]);
    expect(server.seen.map(({ url }) => url)).toEqual([
      "/2025-06/a_0.xlsx",
      "/2025-06/a.xlsx",
      "/2025-05/a_0.xlsx",
    ]);
  });

  it("counts months over the turn of a year", () => {
    expect(monthsBack(new Date("2026-01-31T23:59:59Z"), 3)).toEqual([
      "2026-01",
      "2025-12",
      "2025-11",
    ]);
  });

  it("names the page and the months when no address has a file", async () => {
    const server = await serve({});
    const raw = await temporaryFolder();
    expect(await fetchFailure(raw, [unodc(server.origin)])).toBe(
      "No data_iafq_firearms_trafficking.xlsx was found for the months 2025-05 to 2025-06: download it from https://page.test/ into unodc-iafq/. A basis.",
    );
    expect(server.seen).toHaveLength(4);
    expect(await filesUnder(raw)).toEqual([]);
  });

  it("follows a redirect within the publisher's hosts", async () => {
    const server = await serve({
      [PATH]: status(302, { location: "/moved.xlsx" }),
      "/moved.xlsx": bytesWithRange(book, '"v1"'),
    });
    const raw = await temporaryFolder();
    await fetchLines(raw, [unodc(server.origin)]);
    expect((await readFetched(raw))[0]?.address).toBe(`${server.origin}/moved.xlsx`);
  });
});

describe("a broken download", () => {
  const cut = (etag: string): Handler => cutAfter(book, half, { etag });

  it("goes on by Range in the same run", async () => {
    const server = await serve({
      [PATH]: firstThen(cut('"v1"'), bytesWithRange(book, '"v1"')),
    });
    const raw = await temporaryFolder();
    await fetchLines(raw, [unodc(server.origin)]);
    const [first, second, ...more] = server.seen.filter(({ url }) => url === PATH);
    expect(first?.range).toBeUndefined();
    expect(second).toMatchObject({ range: `bytes=${half}-`, ifRange: '"v1"' });
    expect(more).toEqual([]);
    expect(await readFile(join(raw, NAME))).toEqual(book);
  });

  it("is kept and goes on in a later run", async () => {
    const server = await serve({
      [PATH]: firstThen(cut('"v1"'), bytesWithRange(book, '"v1"')),
    });
    const raw = await temporaryFolder();
    const once = { ...QUICK, attempts: 1 };
    const message = await fetchFailure(raw, [unodc(server.origin)], once);
    expect(message).toMatch(
      new RegExp(`broke off .*${half} bytes are kept in .*\\.part; run the same command again`),
    );
    expect(await filesUnder(raw)).toEqual([PART, `${PART}.json`]);
    await fetchLines(raw, [unodc(server.origin)], once);
    expect(server.seen.at(-1)).toMatchObject({ url: PATH, range: `bytes=${half}-` });
    expect(await readFile(join(raw, NAME))).toEqual(book);
    expect(await filesUnder(raw)).toEqual(["FETCHED.csv", NAME]);
  });

  it("goes on by date where the ETag is a weak one", async () => {
    const headers = { etag: 'W/"v1"', "last-modified": "Mon, 12 May 2025 08:00:00 GMT" };
    const server = await serve({
      [PATH]: firstThen(cutAfter(book, half, headers), (request, response) => {
        const from = Number(request.headers.range?.slice("bytes=".length, -1));
        const range = `bytes ${from}-${book.length - 1}/${book.length}`;
        response.writeHead(206, { ...headers, "content-range": range }).end(book.subarray(from));
      }),
    });
    const raw = await temporaryFolder();
    await fetchLines(raw, [unodc(server.origin)]);
    expect(server.seen.at(-1)?.ifRange).toBe("Mon, 12 May 2025 08:00:00 GMT");
    expect(await readFile(join(raw, NAME))).toEqual(book);
  });

  it.each<[string, () => Handler]>([
    [
      "the server ignores Range",
      () => (_, response) => {
        response.writeHead(200, { etag: '"v1"', "content-length": book.length }).end(book);
      },
    ],
    ["the file changed in between", () => bytesWithRange(book, '"v2"')],
  ])("starts anew when %s", async (_, later) => {
    const server = await serve({
      [PATH]: firstThen(cutAfter(otherBook, half, { etag: '"v1"' }), later()),
    });
    const raw = await temporaryFolder();
    await fetchLines(raw, [unodc(server.origin)]);
    expect(server.seen.at(-1)?.range).toBe(`bytes=${half}-`);
    expect(await readFile(join(raw, NAME))).toEqual(book);
  });

  it("starts anew when a part of another state of the file is sent", async () => {
    const server = await serve({
      [PATH]: (request, response, count) => {
        if (count === 1) return cutAfter(otherBook, half, { etag: '"v1"' })(request, response, 1);
        const whole = bytesWithRange(book, '"v2"');
        if (count > 2) return whole(request, response, count);
        request.headers["if-range"] = '"v2"';
        return whole(request, response, count);
      },
    });
    const raw = await temporaryFolder();
    await fetchLines(raw, [unodc(server.origin)], { ...QUICK, attempts: 3 });
    const ranges = server.seen.filter(({ url }) => url === PATH).map(({ range }) => range);
    expect(ranges).toEqual([undefined, `bytes=${half}-`, undefined]);
    expect(await readFile(join(raw, NAME))).toEqual(book);
  });

  it("starts anew when the partial file is longer than the file", async () => {
    const server = await serve({ [PATH]: bytesWithRange(book, '"v1"') });
    const raw = await temporaryFolder();
    const address = `${server.origin}${PATH}`;
    const note = { address, etag: '"v1"', lastModified: "", length: book.length };
    await textFile(raw, PART, Buffer.concat([book, book]));
    await textFile(raw, `${PART}.json`, JSON.stringify(note));
    await fetchLines(raw, [unodc(server.origin)]);
    expect(await readFile(join(raw, NAME))).toEqual(book);
  });

  it("is not continued from another address", async () => {
    const server = await serve({ [PATH]: bytesWithRange(book, '"v1"') });
    const raw = await temporaryFolder();
    const note = { address: "http://other.test/", etag: '"v1"', lastModified: "", length: null };
    await textFile(raw, PART, otherBook.subarray(0, half));
    await textFile(raw, `${PART}.json`, JSON.stringify(note));
    await fetchLines(raw, [unodc(server.origin)]);
    expect(server.seen.every(({ range }) => range === undefined)).toBe(true);
    expect(await readFile(join(raw, NAME))).toEqual(book);
  });
});

describe("a server in trouble", () => {
  it("is asked again after 500", async () => {
    const server = await serve({
      [PATH]: firstThen(status(500), bytesWithRange(book, '"v1"')),
    });
    const raw = await temporaryFolder();
    await fetchLines(raw, [unodc(server.origin)]);
    expect(await readFile(join(raw, NAME))).toEqual(book);
  });

  it("is asked again after 429 when its Retry-After is over", async () => {
    const server = await serve({
      [PATH]: firstThen(status(429, { "retry-after": "0" }), bytesWithRange(book, '"v1"')),
    });
    const raw = await temporaryFolder();
    const patient = { ...QUICK, pauseMs: 3_600_000 };
    await fetchLines(raw, [unodc(server.origin)], patient);
    expect(await readFile(join(raw, NAME))).toEqual(book);
  });

  it("is given up when it asks for a long pause, or fails every time", async () => {
    const server = await serve({
      [PATH]: status(503, { "retry-after": "3600" }),
      "/2025-06/b.xlsx": status(500),
    });
    const raw = await temporaryFolder();
    expect(await fetchFailure(raw, [unodc(server.origin)])).toBe(
      `${server.origin}${PATH} answers with status 503 and asks to wait 3600 s; run the command again then.`,
    );
    const addressesOf = () => [`${server.origin}/2025-06/b.xlsx`];
    expect(await fetchFailure(raw, [unodc(server.origin, { addressesOf })])).toMatch(
      /status 500, 2 times/,
    );
    expect(server.seen.filter(({ url }) => url.endsWith("b.xlsx"))).toHaveLength(2);
  });

  it("is given up when it sends nothing", async () => {
    const server = await serve({ [PATH]: () => undefined });
    const limits = { ...QUICK, attempts: 1, silenceMs: 100 };
    expect(await fetchFailure(await temporaryFolder(), [unodc(server.origin)], limits)).toMatch(
      /^127\.0\.0\.1:\d+ \(no answer\) could not be reached: check the network/,
    );
  });

  it("is given up when it stops in the middle", async () => {
    const server = await serve({
      [PATH]: (_, response) => {
        response.writeHead(200, { etag: '"v1"', "content-length": book.length });
        response.write(book.subarray(0, half));
      },
    });
    const limits = { ...QUICK, attempts: 1, silenceMs: 200 };
    expect(await fetchFailure(await temporaryFolder(), [unodc(server.origin)], limits)).toMatch(
      new RegExp(`broke off \\(nothing more arrived\\)\\. ${half} bytes are kept`),
    );
  });

  it("is not followed to another host", async () => {
    const other = await serve({ "/a.xlsx": bytesWithRange(book, '"v1"') });
    const server = await serve({ [PATH]: status(302, { location: `${other.origin}/a.xlsx` }) });
    const raw = await temporaryFolder();
    expect(await fetchFailure(raw, [unodc(server.origin)])).toMatch(
      /redirects to .*, which is not the publisher's \(127\.0\.0\.1:\d+\), so it was not followed\.$/,
    );
    expect(other.seen).toEqual([]);
    expect(await filesUnder(raw)).toEqual([]);
  });
});

describe("what is not a workbook", () => {
  const sends =
    (type: string, body: string): Handler =>
    (_, response) => {
      response.writeHead(200, { "content-type": type }).end(body);
    };

  it.each<[string, Handler, RegExp]>([
    ["a web page", sends("text/html; charset=utf-8", "<html>"), /a web page instead of a workbook/],
    ["a web page in disguise", sends("application/octet-stream", "<html>"), /is not a workbook/],
    ["an empty file", sends("application/octet-stream", ""), /sends an empty file/],
    ["cut bytes without length", sends("application/zip", "PK\u0003\u0004"), /is not a workbook/],
  ])("is refused and leaves nothing: %s", async (_, handler, message) => {
    const server = await serve({ [PATH]: handler });
    const raw = await temporaryFolder();
    const failure = await fetchFailure(raw, [unodc(server.origin)]);
    expect(failure).toMatch(message);
    expect(failure).toMatch(/nothing was kept/);
    expect(await filesUnder(raw)).toEqual([]);
  });

  it("is a body shorter than announced, every time", async () => {
    const server = await serve({ [PATH]: cutAfter(book, half, {}) });
    const raw = await temporaryFolder();
    expect(await fetchFailure(raw, [unodc(server.origin)])).toMatch(
      /^The connection to 127\.0\.0\.1:\d+ broke off/,
    );
    expect((await filesUnder(raw)).filter((name) => name.startsWith("unodc"))).toEqual([]);
  });

  it("is a part whose end the server misstates", async () => {
    const server = await serve({
      [PATH]: firstThen(cutAfter(book, half, { etag: '"v1"' }), (_, response) => {
        const rest = book.subarray(half, half + 10);
        const range = `bytes ${half}-${book.length - 1}/${book.length}`;
        response
          .writeHead(206, { etag: '"v1"', "content-range": range, "content-length": 10 })
          .end(rest);
      }),
    });
    expect(await fetchFailure(await temporaryFolder(), [unodc(server.origin)])).toContain(
      `sends ${half + 10} bytes but announces ${book.length}`,
    );
  });
});

describe("what is there already", () => {
  it("is left alone with the same bytes, whatever its name, and listed", async () => {
    const server = await serve({ [PATH]: bytesWithRange(book, '"v1"') });
    const raw = await temporaryFolder();
    await textFile(raw, "unodc-iafq/data_iafq_firearms_trafficking.xlsx", book);
    expect(await fetchLines(raw, [unodc(server.origin)])).toEqual([
      "fetch UNODC_IAFQ, release 2025-05-12: unodc-iafq/data_iafq_firearms_trafficking.xlsx is there already with the same bytes; left alone",
    ]);
    await fetchLines(raw, [unodc(server.origin)]);
    expect(await filesUnder(raw)).toEqual([
      "FETCHED.csv",
      "unodc-iafq/data_iafq_firearms_trafficking.xlsx",
    ]);
    expect(await readFetched(raw)).toHaveLength(1);
  });

  it.each([
    ["of the same name", NAME],
    [
      "of the same release without a date in its name",
      "unodc-iafq/data_iafq_firearms_trafficking.xlsx",
    ],
  ])("keeps other bytes %s; the new file is put aside, once", async (_, name) => {
    const server = await serve({ [PATH]: bytesWithRange(book, '"v1"') });
    const raw = await temporaryFolder();
    await textFile(raw, name, otherBook);
    const mark = sha256(Buffer.from(sha256(book))).slice(0, 8);
    const aside = `revised/unodc-iafq/${mark}/data_iafq_firearms_trafficking_2025-05-12.xlsx`;
    for (const _run of [1, 2]) {
      const lines = await fetchLines(raw, [unodc(server.origin)]);
      expect(lines.join()).toContain(`is put aside as ${aside}, which no source reads`);
      expect(await filesUnder(raw)).toEqual(["FETCHED.csv", aside, name].sort());
    }
    expect(await readFile(join(raw, name))).toEqual(otherBook);
    expect(await readFile(join(raw, aside))).toEqual(book);
  });
});

describe("a disk in trouble", () => {
  it("is named when a file stands in the place of the folder", async () => {
    const server = await serve({ [PATH]: bytesWithRange(book, '"v1"') });
    const raw = await temporaryFolder();
    await writeFile(join(raw, "unodc-iafq"), "");
    expect(await fetchFailure(raw, [unodc(server.origin)])).toMatch(
      /unodc-iafq cannot be read: a file stands where a folder is needed \(ENOTDIR\)\.$/,
    );
    expect(await fetchFailure(join(raw, "unodc-iafq"), [unodc(server.origin)])).toMatch(
      /unodc-iafq cannot be written: a file stands where a folder is needed \(EEXIST\)\.$/,
    );
  });

  it.skipIf(process.platform !== "linux")("is named when it is full", async () => {
    const server = await serve({ [PATH]: bytesWithRange(book, '"v1"') });
    const raw = await temporaryFolder();
    await mkdir(join(raw, ".fetching/unodc-iafq"), { recursive: true });
    await symlink("/dev/full", join(raw, PART));
    expect(await fetchFailure(raw, [unodc(server.origin)])).toMatch(
      /\.part cannot be written: the disk is full \(ENOSPC\)\.$/,
    );
    expect((await filesUnder(raw)).filter((name) => !name.startsWith(".fetching"))).toEqual([]);
  });
});
