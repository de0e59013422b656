import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textWidth } from "../../src/charts/text.ts";
import {
  chartRoom,
  type PictureOptions,
  type PictureWords,
  pictureHeight,
  pictureSvg,
} from "../../src/export/picture.ts";
import { coloursOf } from "../../src/export/theme.ts";
import { CHARTS, optionsFor as onPage } from "../charts/charts.ts";
import { MAPS } from "../charts/maps.ts";
import { VIEWS } from "../charts/views.ts";
import { anyText } from "../standard/rows.ts";
import { below, type Element, wellFormed } from "./xml.ts";

const TOKENS = readFileSync("src/layouts/tokens.css", "utf8");

const WORDS: PictureWords = {
  title: "Pistol: 14,066 in 2016, 15,221 in 2022 (arms seized, the same 10 States)",
  subtitle: "Number of arms seized a year, 10 States that report in every year shown, 2016–2022",
  notes: [
    { label: "Source", text: "UNODC, Illicit Arms Flows Questionnaire, release 12/05/2025" },
    { label: "Coverage", text: "10 States that report in every year shown" },
    { label: "Method", text: "numbers; only areas that report in every year shown" },
  ],
  caveats: {
    label: "Read with care",
    texts: [
      "Seizures measure enforcement, presence and recording together; more seizures may mean better policing.",
      "“Other” & <unknown> are left out.",
    ],
  },
  made: "Illicit Arms Monitor · Data version 1.2.0 · November 25, 2026",
  address: `https://example.org/monitor/explore/?${"dataset=UNODC_IAFQ&".repeat(12)}v=2&data=1.2.0`,
};

const LIGHT: PictureOptions = {
  tokens: TOKENS,
  theme: "light",
  direction: "ltr",
  language: "en",
};

/** As a picture to take away is drawn. */
const optionsFor = (...place: Parameters<typeof onPage>) => ({
  ...onPage(...place),
  editable: true,
});

type Draw = (typeof CHARTS)[string];
const drawBars: Draw = (options) => {
  const draw = CHARTS["barsTypes"];
  if (draw === undefined) throw new Error("The charts lack barsTypes.");
  return draw(options);
};

const squeezed = (text: string): string => text.replace(/[\s\u200b]+/gu, "");

const textOf = (element: Element): string =>
  element.text + element.children.map((child) => textOf(child)).join("");

/** The lines of words around the chart: its own texts stand in an SVG of their own. */
const linesOf = (picture: Element): Element[] =>
  picture.children.filter((child) => child.name === "text");

const everyAttribute = (element: Element): [string, string][] => [
  ...Object.entries(element.attributes),
  ...element.children.flatMap(everyAttribute),
];

const numberOf = (element: Element, name: string): number => Number(element.attributes[name]);

/** The line as it reads: a label in bold comes before the rest, which the reader of XML keeps apart. */
const reads = (line: Element): string =>
  line.children.map((child) => textOf(child)).join("") + line.text;

const ALL = Object.entries({ ...CHARTS, ...MAPS, ...VIEWS });

describe.each(ALL)("a picture of %s", (_, draw) => {
  it.each([
    [1200, "light", "ltr"],
    [680, "dark", "ltr"],
    [368, "light", "ltr"],
    [680, "light", "rtl"],
    [1200, "dark", "rtl"],
  ] as const)("stands alone, %i pixels wide, %s, %s", (width, theme, direction) => {
    const chart = draw(optionsFor(chartRoom(width), direction));
    const options = { ...LIGHT, theme, direction, width };
    const svg = pictureSvg(chart, WORDS, options);
    const picture = wellFormed(svg);
    expect(numberOf(picture, "width")).toBe(width);
    expect(numberOf(picture, "height")).toBe(pictureHeight(chart, WORDS, options));

    // Nothing but itself: no variable, no address, no class or handler of a page.
    expect(svg).not.toMatch(/var\(|NaN|undefined|currentColor/);
    const colours = new Set(coloursOf(TOKENS, theme).values());
    const ids = new Set(everyAttribute(picture).flatMap(([name, id]) => (name === "id" ? id : [])));
    for (const [name, value] of everyAttribute(picture)) {
      expect(name).not.toMatch(/^(class|tabindex|data-|on)/);
      if (["fill", "stroke", "color"].includes(name) && !value.startsWith("url"))
        expect(value === "none" || colours.has(value), `${name}="${value}"`).toBe(true);
      for (const [, id = ""] of value.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(id);
      expect(value.match(/url\((?!#)/)).toBeNull();
    }

    // Every word is there, in reading order, above or below the chart and inside the picture.
    const said = squeezed(linesOf(picture).map(reads).join(""));
    const { title, subtitle, notes, caveats, made, address } = WORDS;
    const wanted = [
      title,
      subtitle,
      ...notes.map(({ label, text }) => `${label}: ${text}`),
      caveats.label,
      ...caveats.texts.map((text) => `•${text}`),
      made,
      address,
    ];
    expect(said).toBe(squeezed(wanted.join("")));
    const drawn = picture.children.find((child) => child.name === "svg");
    if (drawn === undefined) throw new Error("The picture has no chart.");
    const top = numberOf(drawn, "y");
    const foot = top + numberOf(drawn, "height");
    for (const line of linesOf(picture)) {
      const size = numberOf(line, "font-size");
      const y = numberOf(line, "y");
      expect(y <= top || y - size >= foot, reads(line)).toBe(true);
      expect(y).toBeLessThan(numberOf(picture, "height"));
      const long = textWidth(reads(line), size);
      const x = numberOf(line, "x");
      const rightToLeft = direction === "rtl" && line.attributes["direction"] !== "ltr";
      const [start, end] =
        rightToLeft || line.attributes["text-anchor"] === "end" ? [x - long, x] : [x, x + long];
      expect(start, reads(line)).toBeGreaterThanOrEqual(24 - 0.5);
      expect(end, reads(line)).toBeLessThanOrEqual(width - 24 + 0.5);
    }

    // The chart is whole and in its own size.
    expect(numberOf(drawn, "width")).toBe(chartRoom(width));
    expect(numberOf(drawn, "x")).toBe(24);
    const own = Array.from(chart.querySelectorAll("text"), (text) => text.textContent ?? "");
    expect(
      below(drawn, "text")
        .map(textOf)
        .filter((text) => text !== ""),
    ).toEqual(own.filter((text) => text !== ""));
    expect(below(drawn, "pattern")).toHaveLength(chart.querySelectorAll("pattern").length);
  });
});

describe("pictureSvg", () => {
  it("holds any words whatever as well-formed XML, and keeps those that XML can hold", () => {
    const chart = drawBars(optionsFor(632));
    fc.assert(
      fc.property(anyText, anyText, fc.array(anyText, { maxLength: 3 }), (title, text, caveats) => {
        const words = {
          ...WORDS,
          title,
          notes: [{ label: "Source", text }],
          caveats: { label: "Read with care", texts: caveats },
        };
        const picture = wellFormed(pictureSvg(chart, words, LIGHT));
        const said = squeezed(linesOf(picture).map(reads).join(""));
        const legible = [title, text, ...caveats].map((part) =>
          squeezed(part.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu, "\ufffd")),
        );
        for (const part of legible) expect(said).toContain(part);
      }),
      { numRuns: 60 },
    );
  });

  it("grows with its words and is as wide as its chart needs", () => {
    const chart = drawBars(optionsFor(1000));
    const more = { ...WORDS, caveats: { ...WORDS.caveats, texts: Array(9).fill("A caveat.") } };
    const options = { ...LIGHT, width: 400 };
    expect(numberOf(wellFormed(pictureSvg(chart, WORDS, options)), "width")).toBe(1048);
    expect(pictureHeight(chart, more, options)).toBeGreaterThan(
      pictureHeight(chart, WORDS, options) + 100,
    );
  });

  it("says itself in words to those who do not see it", () => {
    const picture = wellFormed(pictureSvg(drawBars(optionsFor(632)), WORDS, LIGHT));
    expect(picture.attributes).toMatchObject({ role: "img", "xml:lang": "en" });
    const [title, description] = picture.children;
    expect(title).toMatchObject({ name: "title", text: WORDS.title });
    expect(picture.attributes["aria-labelledby"]).toBe(title?.attributes["id"]);
    expect(picture.attributes["aria-describedby"]).toBe(description?.attributes["id"]);
    for (const text of [WORDS.subtitle, ...WORDS.caveats.texts, WORDS.address])
      expect(description?.text).toContain(text);
  });

  it("leaves out what makes a chart answer to a page, and keeps its patterns", () => {
    const chart = CHARTS["barsNothing"]?.(optionsFor(632));
    if (chart === undefined) throw new Error("The charts lack barsNothing.");
    const bar = chart.querySelector("rect");
    for (const [name, value] of [
      ["data-key", "PISTOL"],
      ["role", "button"],
      ["tabindex", "0"],
      ["aria-pressed", "true"],
      ["onclick", "alert(1)"],
      ["style", "cursor: pointer; opacity: 0.5"],
    ] as const)
      bar?.setAttribute(name, value);
    const picture = wellFormed(pictureSvg(chart, WORDS, LIGHT));
    const rects = below(picture, "rect");
    expect(rects.map((rect) => rect.attributes["style"])).toContain("opacity: 0.5");
    for (const rect of rects)
      expect(Object.keys(rect.attributes).join(" ")).not.toMatch(/data|role|tabindex|aria|onclick/);
    expect(below(picture, "pattern").length).toBe(2);
  });

  it.each([
    ["a colour that no theme has", "fill", "var(--nobody)", /no colour --nobody/],
    ["a picture elsewhere", "href", "https://example.org/a.png", /refers to something elsewhere/],
    ["a pattern elsewhere", "fill", "url(https://example.org/#a)", /refers to something elsewhere/],
  ])("refuses %s", (_, name, value, reason) => {
    const chart = drawBars(optionsFor(632));
    const bar = chart.querySelector("rect");
    if (bar === null) throw new Error("The chart has no bar of its own.");
    bar.setAttribute(name, value);
    expect(() => pictureSvg(chart, WORDS, LIGHT)).toThrow(reason);
  });

  it("refuses what is no drawing, and a chart without a size", () => {
    const scripted = drawBars(optionsFor(632));
    scripted.append(scripted.ownerDocument.createElement("script"));
    expect(() => pictureSvg(scripted, WORDS, LIGHT)).toThrow(/cannot hold <script>/);
    const sizeless = drawBars(optionsFor(632));
    sizeless.removeAttribute("height");
    expect(() => pictureSvg(sizeless, WORDS, LIGHT)).toThrow(/no height in pixels/);
  });

  it("carries the fonts that it is given", () => {
    const fonts = [{ data: "data:font/woff2;base64,AAAA" }];
    const picture = wellFormed(pictureSvg(drawBars(optionsFor(632)), WORDS, { ...LIGHT, fonts }));
    expect(below(picture, "style").map(textOf).join("")).toContain(
      "url(data:font/woff2;base64,AAAA)",
    );
  });
});

describe("coloursOf", () => {
  it("reads both themes from the one style sheet, dark over light", () => {
    const light = coloursOf(TOKENS, "light");
    const dark = coloursOf(TOKENS, "dark");
    expect([light.get("paper"), dark.get("paper")]).toEqual(["#ffffff", "#14171a"]);
    expect([...dark.keys()].sort()).toEqual([...light.keys()].sort());
  });

  it("refuses a sheet without colours", () => {
    expect(() => coloursOf("body { margin: 0 }", "light")).toThrow(/declares no colour/);
  });
});
