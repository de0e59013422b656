import { serve } from "./serve.ts";

const { url } = await serve("dist", { port: Number(process.env["PORT"] ?? 4321) });
console.log(`\nIllicit Arms Monitor is at ${url}\nStop it with Ctrl+C.`);
