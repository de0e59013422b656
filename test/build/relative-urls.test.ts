import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { relativeCss, relativeHtml, relativeUrl } from "../../src/build/relative-urls.ts";

const name = fc.stringMatching(/^[a-z0-9_-][a-z0-9._:-]{0,8}$/);
const folders = fc
  .array(name, { maxLength: 4 })
  .map((names) => names.map((it) => `${it}/`).join(""));
const file = fc.tuple(folders, name).map((parts) => parts.join(""));
const target = fc
  .tuple(folders, fc.option(name, { nil: "" }), fc.constantFrom("", "?a=/b", "#c", "?a#/c"))
  .map((parts) => `/${parts.join("")}`);
const base = folders.map((path) => `http://site.test/${path}`);

describe("relativeUrl", () => {
  test("leads, from any file and under any base, where the URL led under the root", () => {
    fc.assert(
      fc.property(target, file, base, (url, from, root) => {
        const relative = relativeUrl(url, from);
        expect(relative).not.toMatch(/^\//);
        expect(new URL(relative, root + from).href).toBe(new URL(root + url.slice(1)).href);
      }),
    );
  });

  test.each(["https://a.test/b", "//a.test/b", "/\\a.test", "#top", "?q", "../up", "x/y", ""])(
    "leaves %j as it is",
    (url) => expect(relativeUrl(url, "a/b.html")).toBe(url),
  );
});

describe("relativeHtml", () => {
  const rewrite = (html: string) => relativeHtml(html, "a/b/index.html");

  test.each([
    ['<a href="/">', '<a href="../../">'],
    ["<a class=x href=/c/>", "<a class=x href=../../c/>"],
    ["<img SRC='/i.png' alt='/i.png'>", "<img SRC='../../i.png' alt='/i.png'>"],
    ['<img srcset="/a.png 1x, /b.png 2x">', '<img srcset="../../a.png 1x, ../../b.png 2x">'],
    ['<form action="/find?a=1&amp;b">', '<form action="../../find?a=1&amp;b">'],
    ['<use xlink:href="/s.svg#a"/>', '<use xlink:href="../../s.svg#a"/>'],
    ['<i style="background:url(/x.png)">', '<i style="background:url(../../x.png)">'],
    ['<i data-a="/_astro/x.wasm" data-b="/x">', '<i data-a="../../_astro/x.wasm" data-b="/x">'],
    ['<meta content="0;url=/new/">', '<meta content="0;url=../../new/">'],
  ])("%s", (html, expected) => expect(rewrite(html)).toBe(expected));

  test.each([
    '<p>href="/x"</p>',
    '<!-- <a href="/x"> -->',
    '<script type="application/json">{"a":"<a href=\\"/x\\">"}</script>',
    '<a href="https://a.test/x" title="/x">é – 漢字</a>',
  ])("leaves %s as it is", (html) => expect(rewrite(html)).toBe(html));

  test("changes no byte but the URLs of a page", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const title = text.replace(/[<&]/g, "");
        const page = (url: string) => `<title>${title}</title><a href="${url}">${title}</a>`;
        expect(rewrite(page("/x"))).toBe(page("../../x"));
      }),
    );
  });
});

test("relativeCss rewrites url() and @import, and nothing else", () => {
  const css = '@import "/a.css";b{src:url(/f.woff2),url("/g"),url(data:x),url(//h/i)}/* /j */';
  expect(relativeCss(css, "_astro/x.css")).toBe(
    '@import "../a.css";b{src:url(../f.woff2),url("../g"),url(data:x),url(//h/i)}/* /j */',
  );
});
