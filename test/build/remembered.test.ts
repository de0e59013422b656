import { expect, it } from "vitest";
import { remembered } from "../../src/build/remembered.ts";

it("does the work once for each owner and question, also while it is being done", async () => {
  const asked: string[] = [];
  const ask = remembered(async (owner: { readonly name: string }, question: readonly number[]) => {
    asked.push(`${owner.name} ${question.join("+")}`);
    return question.length;
  });
  const [a, b] = [{ name: "a" }, { name: "b" }];
  const answers = await Promise.all([ask(a, [1, 2]), ask(a, [1, 2]), ask(a, [3]), ask(b, [1, 2])]);
  expect(answers).toEqual([2, 2, 1, 2]);
  expect(await ask(a, [1, 2])).toBe(2);
  expect(asked).toEqual(["a 1+2", "a 3", "b 1+2"]);
});
