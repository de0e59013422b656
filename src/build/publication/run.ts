/** `node src/build/publication/run.ts <version> <out> <address>`: publishes one version of the data, in a process of its own. */
import { DATA, readVersions } from "../site-data.ts";
import { cached, publicationKey } from "./cache.ts";
import { publishVersion } from "./publish-version.ts";

const [name = "", out = "", address = ""] = process.argv.slice(2);
const all = readVersions(DATA);
const [first, ...rest] = all.slice(0, all.findIndex(({ version }) => version === name) + 1);
if (first === undefined || out === "" || address === "")
  throw new Error(`There is no version "${name}" of the data, or no folder or address was given.`);
const start = performance.now();
const how = await cached(publicationKey(DATA, name, address), out, (folder) =>
  publishVersion(DATA, [first, ...rest], folder, address),
);
console.log(`data ${name} ${how} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
process.exit();
