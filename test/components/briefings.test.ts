import * as fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { composerProps } from "../../src/build/composer-props.ts";
import { siteData } from "../../src/build/site-data.ts";
import {
  type Composition,
  decodeComposition,
  encodeComposition,
} from "../../src/components/briefings/address.ts";
import { choicesOf, requestOf, subjectOf } from "../../src/components/briefings/composer-state.ts";
import { documentOf, textOf } from "../../src/components/briefings/document.ts";
import { THEMES } from "../../src/components/briefings/request.ts";
import { sourceAtBuild } from "../../src/components/briefings/subjects.ts";
import { localeOf, speechOf } from "../../src/i18n/locales.ts";
import { piecesOf } from "../../src/i18n/said.ts";
import { openSaid } from "../said-by-sql.ts";

const data = await siteData();
const locale = localeOf(undefined);
const speech = speechOf(locale);
const props = composerProps(data, locale);
const stage = { ...props, speech };
const choices = choicesOf(props);
const said = await openSaid();
afterAll(() => said.close());

const write = (composition: Composition) => {
  const request = requestOf(composition, stage);
  if (request === undefined) throw new Error("Nobody is chosen.");
  return documentOf(request, sourceAtBuild(data), props.versionDate, speech);
};

/** What is wrong with the numbers of a briefing; its paragraphs are numbered through from 1. */
const wrongIn = async (composition: Composition): Promise<string[]> => {
  const { sections } = await write(composition);
  const paragraphs = sections.flatMap((section) => section.paragraphs);
  expect(paragraphs.map(({ n }) => n)).toEqual(paragraphs.map((_, at) => at + 1));
  const wrong = await Promise.all(
    paragraphs.map(({ sentence }) => said.wrongIn(piecesOf(sentence))),
  );
  return wrong.flat().map((one) => `${composition.areas.join(" ")}: ${one}`);
};

const anyComposition: fc.Arbitrary<Composition> = fc
  .record({
    areas: fc.uniqueArray(fc.constantFrom(...choices.areas), { minLength: 1, maxLength: 6 }),
    years: fc.tuple(
      fc.integer({ min: choices.first, max: choices.last }),
      fc.integer({ min: choices.first, max: choices.last }),
    ),
    themes: fc.subarray([...THEMES], { minLength: 1 }),
    form: fc.constantFrom("pages" as const, "slides" as const),
  })
  .map(({ years: [a, b], ...rest }) => ({ ...rest, from: Math.min(a, b), to: Math.max(a, b) }));

describe("a composed briefing", () => {
  it("of any single State holds the numbers of SQL", async () => {
    const wrong: string[] = [];
    for (const area of props.states)
      wrong.push(
        ...(await wrongIn({ areas: [area], from: 2016, to: 2022, themes: THEMES, form: "pages" })),
      );
    expect(wrong).toEqual([]);
  });

  it("of any States, years and themes holds the numbers of SQL", async () => {
    await fc.assert(
      fc.asyncProperty(anyComposition, async (composition) => {
        expect(await wrongIn(composition)).toEqual([]);
      }),
      { numRuns: 40, seed: 1604 },
    );
  });

  it("says of one State what it says, of several how many", async () => {
    const composition = { from: 2016, to: 2022, themes: THEMES, form: "pages" } as const;
    const one = textOf(await write({ ...composition, areas: ["MEX"] }), speech);
    expect(one).toMatch(/^Illicit arms in Mexico: what has been published\n/);
    expect(one).not.toMatch(/None of the States|1 State/);
    const two = textOf(await write({ ...composition, areas: ["MEX", "BRA"] }), speech);
    expect(two).toMatch(/^Illicit arms in Mexico and Brazil: what States have published\n/);
    expect(two).toContain("of the 2 States and territories chosen");
  });

  it("counts a State once that is chosen by itself and with its region", () => {
    const region = props.regions.find(({ code }) => code === "419");
    const both = subjectOf(["419", "MEX"], stage);
    expect(region?.members).toContain("MEX");
    expect(both?.members).toEqual(region?.members);
    expect(subjectOf([], stage)).toBeUndefined();
  });
});

describe("the address of a composition", () => {
  it("gives back what was written", () => {
    fc.assert(
      fc.property(anyComposition, (composition) => {
        const search = encodeComposition(composition, props.dataVersion);
        expect(decodeComposition(search, choices)).toEqual({ composition, notes: [] });
      }),
    );
  });

  it("of any text is a composition that can be written, and what was left out is named", () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (search) => {
        const { composition } = decodeComposition(search, choices);
        expect(composition.themes.length).toBeGreaterThan(0);
        expect(composition.from).toBeLessThanOrEqual(composition.to);
      }),
    );
    const { composition, notes } = decodeComposition(
      "area=MEX.XXX&years=2050-1&themes=types.magic&form=film&data=0.0.1&evil=<script>",
      choices,
    );
    expect(composition).toMatchObject({ areas: ["MEX"], themes: ["types"], form: "pages" });
    expect(notes.map(({ parameter }) => parameter)).toEqual([
      "area",
      "themes",
      "years",
      "form",
      "data",
      "evil",
    ]);
  });
});
