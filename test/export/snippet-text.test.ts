import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { curlSnippet } from "../../src/export/snippets/sql.ts";
import { inLines, pythonText, rText, shellText } from "../../src/export/snippets/text.ts";
import { observationsQuery } from "../../src/view/query.ts";
import { DEFAULT_VIEW } from "../../src/view/view.ts";
import { anyText } from "../standard/rows.ts";
import { has, runProgram } from "./programs.ts";

const PLACE = {
  address: "https://example.org/data/",
  version: "1.2.3",
  dataset: "UNODC_IAFQ",
  release: "",
} as const;
const [python, r] = [await has("python3"), await has("Rscript")];

let work = "";
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), "texts-"));
});
afterAll(() => rm(work, { recursive: true }));

describe("a text in a snippet", () => {
  const hostile = fc.oneof(
    anyText,
    fc.constantFrom(
      '"',
      "\\",
      '\\"',
      "'",
      "'; rm -rf /; '",
      "$(id)",
      "`id`",
      "#{x}",
      "é文😀",
      "\u2028",
    ),
  );
  const texts = fc.sample(
    hostile.filter((text) => !text.includes("\0")),
    { numRuns: 300, seed: 7 },
  );

  it.skipIf(!python)("is that text for python3", async () => {
    const code = `import json\nprint(json.dumps([${texts.map(pythonText).join(",\n")}]))`;
    await writeFile(join(work, "texts.py"), code);
    expect(JSON.parse(await runProgram("python3", ["texts.py"], { cwd: work }))).toEqual(texts);
  });

  it.skipIf(!r)("is that text for Rscript", async () => {
    const code = `x <- c(${texts.map(rText).join(",\n")})
writeLines(vapply(x, function(t) paste(utf8ToInt(t), collapse = " "), ""), "texts-of-r.txt")`;
    await writeFile(join(work, "texts.R"), code);
    await runProgram("Rscript", ["--vanilla", "texts.R"], { cwd: work });
    const lines = (await readFile(join(work, "texts-of-r.txt"), "utf8")).split("\n").slice(0, -1);
    const points = (text: string) => [...text].map((part) => part.codePointAt(0)).join(" ");
    expect(lines).toEqual(texts.map(points));
  });

  it("is that text for the shell", async () => {
    const code = `printf '%s\\0' ${texts.map(shellText).join(" ")}`;
    await writeFile(join(work, "texts.sh"), code);
    const printed = await runProgram("sh", ["texts.sh"], { cwd: work });
    expect(printed.split("\0").slice(0, -1)).toEqual(texts);
  });

  it("cannot end the SQL that a shell hands on", async () => {
    const areas = ["a\nEND_OF_SQL\ntouch broken-out", "END_OF_SQL", "END_OF_SQL_"];
    const code = curlSnippet(observationsQuery({ ...DEFAULT_VIEW, areas }), PLACE);
    const [, end = ""] = /<<'(\w+)'/.exec(code) ?? [];
    expect(end).not.toBe("");
    expect(code.split("\n").filter((line) => line === end)).toHaveLength(1);
    expect(code.endsWith(`;\n${end}\n`)).toBe(true);
  });

  it("with the character 0 is refused where it cannot be written", () => {
    expect(() => rText("a\0b")).toThrow(/character 0/);
    expect(() => shellText("a\0b")).toThrow(/character 0/);
    expect(pythonText("a\0b")).toBe('"a\\u0000b"');
  });
});

it("a list of code keeps its items and their order, in short lines", () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: fc.constantFrom("a", "b"), minLength: 1, maxLength: 20 })),
      (items) => {
        const lines = inLines(items, "  ").split("\n");
        expect(lines.join(" ").split(/,\s+/).filter(Boolean)).toEqual(items);
        for (const line of lines) expect(line.length).toBeLessThan(112);
      },
    ),
  );
});
