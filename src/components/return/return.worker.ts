import { answerCalls } from "./calls.ts";
import { returnHandlers } from "./handlers.ts";

answerCalls(self, returnHandlers());
