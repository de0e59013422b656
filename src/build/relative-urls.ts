import { Tokenizer } from "htmlparser2";

const ROOT_ABSOLUTE = /^\/(?![/\\])/;
const URL_ATTRIBUTES = new Set([
  "action",
  "data",
  "formaction",
  "href",
  "poster",
  "src",
  "xlink:href",
]);
const SOURCE_SET_ATTRIBUTES = new Set(["imagesrcset", "srcset"]);
const META_REFRESH = /^(\s*\d+\s*;\s*url\s*=\s*)(\/.*)$/i;
const CSS_URL = /(url\(\s*["']?|@import\s+["'])(\/(?![/\\])[^"')]*)/g;

/**
 * The root-absolute `target` as a file of the site must write it, so that it holds under any base
 * path. Anything else (another origin, a fragment, a relative URL) is returned as it is.
 * @param from path of the file that holds the URL, from the root of the site: `explore/index.html`
 */
export function relativeUrl(target: string, from: string): string {
  if (!ROOT_ABSOLUTE.test(target)) return target;
  const depth = from.split("/").length - 1;
  return (depth === 0 ? "./" : "../".repeat(depth)) + target.slice(1);
}

/** A stylesheet with every root-absolute `url()` and `@import` made relative to its file. */
export function relativeCss(css: string, from: string): string {
  return css.replace(CSS_URL, (_, before: string, url: string) => before + relativeUrl(url, from));
}

/**
 * A page with every root-absolute URL in its attributes made relative to its file. All other bytes
 * stay as they are.
 * @param assets folder of hashed files; URLs under it are also rewritten in `data-*` attributes
 */
export function relativeHtml(html: string, from: string, assets = "_astro"): string {
  const edits: { start: number; end: number; text: string }[] = [];
  let attribute = "";
  const ignore = () => undefined;
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      onattribname: (start, end) => {
        attribute = html.slice(start, end).toLowerCase();
      },
      onattribdata: (start, end) => {
        const value = html.slice(start, end);
        const text = relativeAttribute(attribute, value, from, assets);
        if (text !== value) edits.push({ start, end, text });
      },
      onattribend: ignore,
      onattribentity: ignore,
      oncdata: ignore,
      onclosetag: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onend: ignore,
      onopentagend: ignore,
      onopentagname: ignore,
      onprocessinginstruction: ignore,
      onselfclosingtag: ignore,
      ontext: ignore,
      ontextentity: ignore,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return edits.reduceRight(
    (text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end),
    html,
  );
}

function relativeAttribute(name: string, value: string, from: string, assets: string): string {
  if (URL_ATTRIBUTES.has(name)) return relativeUrl(value, from);
  if (SOURCE_SET_ATTRIBUTES.has(name)) {
    return value.replace(/(^|,)(\s*)(\/[^\s,]+)/g, (_, comma: string, gap: string, url: string) => {
      return comma + gap + relativeUrl(url, from);
    });
  }
  if (name === "style") return relativeCss(value, from);
  if (name === "content") {
    return value.replace(META_REFRESH, (_, delay: string, url: string) => {
      return delay + relativeUrl(url, from);
    });
  }
  if (name.startsWith("data-") && value.startsWith(`/${assets}/`)) return relativeUrl(value, from);
  return value;
}
