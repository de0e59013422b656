import { Explorer } from "./Explorer.tsx";
import { wake } from "./wake.ts";

/** Wakes the baked explorer. Throws when the page lacks its root or its data. */
export const hydrateExplorer = (): void =>
  wake("explorer", (stage, first) => <Explorer stage={stage} first={first} />);
