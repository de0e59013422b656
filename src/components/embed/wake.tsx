import { wake } from "../explorer/wake.ts";
import { Embed } from "./Embed.tsx";

/** Wakes the baked figure of the page. Throws when the page lacks its root or its data. */
export const wakeEmbed = (): void =>
  wake("embed", (stage, first) => <Embed stage={stage} first={first} />);
