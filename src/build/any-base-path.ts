import { readdir, readFile, writeFile } from "node:fs/promises";
import { extname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { inlineCode } from "./inline-code.ts";
import { relativeCss, relativeHtml } from "./relative-urls.ts";

/**
 * Makes the built site work under any base path without a rebuild: every URL becomes relative to
 * its file. Fails the build where one stays absolute, or where a page holds inline code that the
 * Content-Security-Policy would refuse. See docs/decisions/any-base-path.md.
 */
export function anyBasePath(): AstroIntegration {
  let assets = "_astro";
  return {
    name: "any-base-path",
    hooks: {
      "astro:config:setup": ({ command, updateConfig }) => {
        if (command !== "build") return;
        updateConfig({
          vite: {
            build: { assetsInlineLimit: 0 },
            experimental: {
              // Pages are rendered with root-absolute URLs, which are made relative afterwards.
              renderBuiltUrl: (_: string, { ssr }: { ssr: boolean }) =>
                ssr ? undefined : { relative: true },
            },
          },
        });
      },
      "astro:config:done": ({ config }) => {
        assets = config.build.assets;
      },
      "astro:build:done": async ({ dir }) => {
        const root = fileURLToPath(dir);
        const problems: string[] = [];
        for (const path of await readdir(root, { recursive: true })) {
          const file = path.split(sep).join("/");
          const rewrite = REWRITES[extname(file)];
          if (rewrite === undefined) continue;
          const before = await readFile(join(root, path), "utf8");
          const after = rewrite(before, file, assets);
          if (after !== before) await writeFile(join(root, path), after);
          problems.push(...problemsOf(after, file, assets).map((problem) => `${file}: ${problem}`));
        }
        if (problems.length > 0) {
          throw new Error(`The built site breaks its own rules:\n${problems.join("\n")}`);
        }
      },
    },
  };
}

const REWRITES: Record<string, (text: string, file: string, assets: string) => string> = {
  ".html": relativeHtml,
  ".css": relativeCss,
  ".js": (text) => text,
};

/** What is wrong with a finished file, each as a phrase that says what to change. */
function problemsOf(text: string, file: string, assets: string): string[] {
  const absolute = new RegExp(`(?:["'\`(=]|&quot;|&#34;)(/${assets}/[^"'\`)\\s&]*)`).exec(text);
  return [
    ...(absolute ? [`the URL ${absolute[1]} is not relative`] : []),
    ...(file.endsWith(".html")
      ? inlineCode(text).map((code) => `${code}: move the code into a file`)
      : []),
  ];
}
