/**
 * A function that remembers what it gave, by a key of what it was given: charts that move ask the same again and
 * again. It forgets everything once it knows `most` answers. What it makes is never undefined.
 */
export const memoized = <Given, Made extends NonNullable<unknown>>(
  most: number,
  keyOf: (given: Given) => string | number,
  make: (given: Given) => Made,
): ((given: Given) => Made) => {
  const known = new Map<string | number, Made>();
  return (given) => {
    const key = keyOf(given);
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = make(given);
    if (known.size >= most) known.clear();
    known.set(key, made);
    return made;
  };
};

/** The key of what is its own key. */
export const itself = <Key extends string | number>(key: Key): Key => key;
