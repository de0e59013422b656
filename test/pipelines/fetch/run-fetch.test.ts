import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ADDRESSES, type Address } from "../../../pipelines/fetch/addresses.ts";
import { runFetch } from "../../../pipelines/fetch/run-fetch.ts";
import { CL_DATASET } from "../../../src/standard/codelists/dataset.ts";
import { temporaryFolder, textFile } from "../files.ts";
import { bytesWithRange, serve, status } from "./server.ts";
import { filesUnder, NOW, QUICK, sdg, unodc, workbookBytes } from "./setting.ts";

/** Runs the command; gives its exit code and what it wrote. */
const run = async (argv: readonly string[], addresses: readonly Address[], limits = QUICK) => {
  const out: string[] = [];
  const error: string[] = [];
  const code = await runFetch(argv, {
    addresses,
    limits,
    now: NOW,
    out: (text) => out.push(text),
    error: (text) => error.push(text),
  });
  return { code, out: out.join(""), error: error.join("") };
};

const BY_HAND = ADDRESSES.filter((entry) => entry.kind === "BY_HAND");

/** The origin of a server that is closed again, so that its port refuses connections. */
const closedOrigin = async (): Promise<string> => {
  const { origin, close } = await serve({});
  await close();
  return origin;
};

describe("with the network closed", () => {
  it("says in one sentence which hosts could not be reached and what to do", async () => {
    const raw = await temporaryFolder();
    const addresses = [unodc(await closedOrigin()), sdg("http://no-such-host.invalid"), ...BY_HAND];
    const { code, out, error } = await run(["--raw", raw], addresses);
    expect(code).toBe(1);
    expect(out).toBe("");
    expect(error).toMatch(
      /^127\.0\.0\.1:\d+ \(ECONNREFUSED\) and no-such-host\.invalid \((ENOTFOUND|EAI_AGAIN)\) could not be reached: check the network or the proxy and run the same command again\.\n$/,
    );
    expect(await filesUnder(raw)).toEqual([]);
  });
});

describe("command line", () => {
  it("lists at the end what a person must download", async () => {
    const bytes = await workbookBytes(await temporaryFolder(), 10);
    const server = await serve({ "/2025-06/a.xlsx": bytesWithRange(bytes, '"v1"') });
    const raw = join(await temporaryFolder(), "new", "raw");
    const { code, out, error } = await run(["--raw", raw], [unodc(server.origin), ...BY_HAND]);
    expect({ code, error }).toEqual({ code: 0, error: "" });
    const [first, title, ...lines] = out.trimEnd().split("\n");
    expect(first).toMatch(/^fetch UNODC_IAFQ, release 2025-05-12: .* new$/);
    expect(title).toBe("to be fetched by hand:");
    expect(lines).toHaveLength(BY_HAND.length);
    expect(lines[1]).toMatch(
      /^ {2}US_ATF_FLOWS: https:\/\/www\.atf\.gov\/\S+ into us-atf-trace-flows\/\. .*\.$/,
    );
  });

  it("goes on with the next dataset when one fails, and fails in the end", async () => {
    const bytes = await workbookBytes(await temporaryFolder(), 10);
    const server = await serve({
      "/list": status(403),
      "/2025-06/a.xlsx": bytesWithRange(bytes, '"v1"'),
    });
    const raw = await temporaryFolder();
    const { code, out, error } = await run(
      ["--raw", raw],
      [sdg(server.origin), unodc(server.origin)],
    );
    expect(code).toBe(1);
    expect(out).toMatch(/new\n$/);
    expect(error).toBe(`${server.origin}/list answers with status 403.\n`);
  });

  it("fetches one dataset with --only, and fails where a person must do it", async () => {
    const server = await serve({});
    const raw = await temporaryFolder();
    const addresses = [unodc(server.origin), ...BY_HAND];
    const { code, out } = await run(["--raw", raw, "--only", "US_FBI_ARRESTS"], addresses);
    expect(code).toBe(1);
    expect(out).toMatch(/^to be fetched by hand:\n {2}US_FBI_ARRESTS: [^\n]*\n$/);
    expect(server.seen).toEqual([]);
  });

  it.each([
    [[], /^Give the folder for the raw files: .*--raw <folder>.*\.\n$/],
    [["--wrong"], /^Give the folder/],
    [
      ["--raw", "x", "--only", "NOTHING"],
      /^NOTHING is not a dataset .*allowed: UNODC_IAFQ, UN_SDG_16_4_2, /,
    ],
  ])("explains itself after %j", async (argv, message) => {
    const { code, out, error } = await run(argv, ADDRESSES);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(error).toMatch(message);
  });

  it("stops before any request when FETCHED.csv is damaged", async () => {
    const server = await serve({});
    const raw = await temporaryFolder();
    await textFile(raw, "FETCHED.csv", "a,b\n");
    const { code, error } = await run(["--raw", raw], [unodc(server.origin)]);
    expect(code).toBe(1);
    expect(error).toMatch(/^FETCHED\.csv › row 1: /);
    expect(server.seen).toEqual([]);
  });
});

describe("the list of addresses", () => {
  it("has every dataset that comes from a publisher, once", () => {
    const datasets = CL_DATASET.codes
      .map(({ code }) => code)
      .filter((code) => code !== "IAM_DERIVED");
    expect(ADDRESSES.map(({ dataset }) => dataset).sort()).toEqual([...datasets, "UN_M49"].sort());
  });

  it("says of each in whole sentences how far it is known", () => {
    for (const { basis } of ADDRESSES) expect(basis).toMatch(/^[A-Z].*\.$/);
  });

  it("tries UNODC's workbook at the portal's addresses", () => {
    const workbook = ADDRESSES.find((entry) => entry.kind === "UNODC_WORKBOOK");
    expect(workbook?.addressesOf("2025-11")).toEqual([
      "https://data.unodc.org/sites/dataportal.unodc.org/files/2025-11/data_iafq_firearms_trafficking_0.xlsx",
      "https://data.unodc.org/sites/dataportal.unodc.org/files/2025-11/data_iafq_firearms_trafficking.xlsx",
    ]);
  });
});
