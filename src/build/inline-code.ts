import { Parser } from "htmlparser2";

const DATA_BLOCKS = new Set(["application/json", "application/ld+json"]);

/**
 * Code inside a page that the site's Content-Security-Policy would refuse to run: a `<script>`
 * without `src` that is not a block of data, or an `onclick`-like attribute.
 * @returns one description for each, empty for a clean page
 */
export function inlineCode(html: string): string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const { src, type } = attributes;
      if (name === "script" && src === undefined && !DATA_BLOCKS.has(type ?? "")) {
        found.push(`<script${type === undefined ? "" : ` type="${type}"`}> without src`);
      }
      for (const attribute of Object.keys(attributes)) {
        if (/^on[a-z]/.test(attribute)) found.push(`<${name} ${attribute}>`);
      }
    },
  });
  parser.write(html);
  parser.end();
  return found;
}
