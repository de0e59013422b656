import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readFetched } from "../../../pipelines/fetch/fetched.ts";
import { temporaryFolder, textFile } from "../files.ts";
import { firstThen, type Handler, json, serve, status } from "./server.ts";
import { fetchFailure, fetchLines, filesUnder, sdg } from "./setting.ts";

const pagePath = (page: number): string =>
  `/data?seriesCode=VC_ARM_SZTRACE&page=${page}&pageSize=2`;

const page = (number: number, rows: number, change: Readonly<Record<string, unknown>> = {}) => ({
  size: rows,
  totalElements: 5,
  totalPages: 3,
  pageNumber: number,
  data: Array.from({ length: rows }, (_, at) => ({
    series: "VC_ARM_SZTRACE",
    geoAreaCode: `${number}${at}`,
    value: "1",
  })),
  ...change,
});

const list = (release: string) => [
  { code: "16.4.2", series: [{ code: "VC_ARM_SZTRACE", release }] },
];

const THREE_PAGES: Readonly<Record<string, Handler>> = {
  "/list": json(list("2026.Q3.G.01")),
  [pagePath(1)]: json(page(1, 2)),
  [pagePath(2)]: json(page(2, 2)),
  [pagePath(3)]: json(page(3, 1)),
};

const FILES = [1, 2, 3].map(
  (number) => `un-sdg-16-4-2/VC_ARM_SZTRACE_2026.Q3.G.01_page${number}.json`,
);

describe("an SDG series", () => {
  it("is read page by page, unchanged, and named by its release", async () => {
    const server = await serve(THREE_PAGES);
    const raw = await temporaryFolder();
    const lines = await fetchLines(raw, [sdg(server.origin)]);
    expect(lines).toHaveLength(3);
    expect(await filesUnder(raw)).toEqual(["FETCHED.csv", ...FILES]);
    const third = await readFile(join(raw, FILES[2] ?? ""), "utf8");
    expect(third).toBe(JSON.stringify(page(3, 1)));
    const fetched = await readFetched(raw);
    expect(fetched.map(({ file, release }) => [file, release])).toEqual(
      FILES.map((file) => [file, "2026.Q3.G.01"]),
    );
    expect(fetched[1]?.address).toBe(`${server.origin}${pagePath(2)}`);
  });

  it("may begin with a byte-order mark, which is kept", async () => {
    const body = `\uFEFF${JSON.stringify(page(3, 1))}`;
    const marked: Handler = (_, response) => void response.end(body);
    const server = await serve({ ...THREE_PAGES, [pagePath(3)]: marked });
    const raw = await temporaryFolder();
    await fetchLines(raw, [sdg(server.origin)]);
    expect(await readFile(join(raw, FILES[2] ?? ""), "utf8")).toBe(body);
  });

  it("is left alone when it is there, and completed when a page is missing", async () => {
    const server = await serve(THREE_PAGES);
    const raw = await temporaryFolder();
    await textFile(raw, FILES[0] ?? "", JSON.stringify(page(1, 2)));
    const lines = await fetchLines(raw, [sdg(server.origin)]);
    expect(lines.map((line) => /left alone|new$/.exec(line)?.[0])).toEqual([
      "left alone",
      "new",
      "new",
    ]);
    expect((await fetchLines(raw, [sdg(server.origin)])).join()).not.toContain("new");
  });

  it("is put aside whole when one page of this release is there with other bytes", async () => {
    const server = await serve(THREE_PAGES);
    const raw = await temporaryFolder();
    await textFile(raw, FILES[1] ?? "", "{}");
    await fetchLines(raw, [sdg(server.origin)]);
    const files = await filesUnder(raw);
    expect(files.filter((name) => name.startsWith("un-sdg"))).toEqual([FILES[1]]);
    expect(files.filter((name) => name.startsWith("revised/un-sdg-16-4-2/"))).toHaveLength(3);
    expect(await readFile(join(raw, FILES[1] ?? ""), "utf8")).toBe("{}");
  });

  it.each<[string, Readonly<Record<string, Handler>>, RegExp]>([
    ["a page that does not exist", { [pagePath(2)]: status(404) }, /does not exist \(404\)/],
    [
      "too few values",
      { [pagePath(3)]: json(page(3, 1, { totalElements: 6 })) },
      /sends 5 values on 3 pages but announces 5 and 6/,
    ],
    ["a page twice", { [pagePath(3)]: json(page(2, 2)) }, /sends page 2 with 2 values/],
    ["no values", { [pagePath(1)]: json(page(1, 0)) }, /sends page 1 with 0 values/],
    [
      "another series",
      { [pagePath(1)]: json(page(1, 1, { data: [{ series: "X" }] })) },
      /sends series X/,
    ],
    [
      "another shape",
      { [pagePath(1)]: json({ data: [] }) },
      /JSON of an unknown shape \(totalElements: /,
    ],
    ["text", { [pagePath(1)]: (_, response) => void response.end("busy") }, /does not send JSON/],
    [
      "a list without the series",
      { "/list": json([{ series: [{ code: "X", release: "1" }] }]) },
      /gives "" as the release of VC_ARM_SZTRACE, not one like/,
    ],
    [
      "a release that is no file name",
      { "/list": json(list("../x")) },
      /gives "\.\.\/x" as the release/,
    ],
    [
      "a new release meanwhile",
      { "/list": firstThen(json(list("2026.Q3.G.01")), json(list("2026.Q4.G.01"))) },
      /changed from release 2026\.Q3\.G\.01 to 2026\.Q4\.G\.01/,
    ],
  ])("is refused with %s", async (_, change, message) => {
    const server = await serve({ ...THREE_PAGES, ...change });
    const raw = await temporaryFolder();
    expect(await fetchFailure(raw, [sdg(server.origin)])).toMatch(message);
    const files = await filesUnder(raw);
    expect(files.filter((name) => !name.startsWith(".fetching/"))).toEqual([]);
  });
});
