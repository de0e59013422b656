/** Does work once for each owner and question, and gives the same answer to whoever asks again. */
export const remembered = <Owner extends object, Question, Made>(
  make: (owner: Owner, question: Question) => Promise<Made>,
): ((owner: Owner, question: Question) => Promise<Made>) => {
  const known = new WeakMap<Owner, Map<string, Promise<Made>>>();
  return (owner, question) => {
    const answers = known.get(owner) ?? new Map<string, Promise<Made>>();
    known.set(owner, answers);
    const key = JSON.stringify(question);
    const answer = answers.get(key) ?? make(owner, question);
    answers.set(key, answer);
    return answer;
  };
};
