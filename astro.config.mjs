import { defineConfig } from "astro/config";
import { anyBasePath } from "./src/build/any-base-path.ts";
import { browserOnly } from "./src/build/browser-only.ts";
import { publication } from "./src/build/publication/integration.ts";

export default defineConfig({
  output: "static",
  trailingSlash: "ignore",
  build: { format: "directory", inlineStylesheets: "never" },
  devToolbar: { enabled: false },
  integrations: [publication(), anyBasePath()],
  vite: {
    plugins: [browserOnly()],
    worker: {
      format: "es",
      plugins: () => [browserOnly()],
      // Named as the pages name them, so that what both need is one file.
      rolldownOptions: { output: { assetFileNames: "_astro/[name].[hash][extname]" } },
    },
  },
});
