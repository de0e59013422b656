/** Words as bytes, each with a code: 0, 1, 2 … in the order in which they are first met. */
export interface ByteDictionary {
  /** The code of bytes[from, to), whose {@link hashOf} is given. A new word gets the next code. */
  codeOf(bytes: Uint8Array, from: number, to: number, hash: number): number;
  size(): number;
  /** The bytes of a word, in place: they change when the next word comes. */
  bytesOf(code: number): Uint8Array;
}

/** Where every hash begins. */
export const HASH_START = 0x811c9dc5 | 0;
/** What each byte multiplies a hash by. */
export const HASH_PRIME = 0x01000193;

/** The hash of bytes[from, to). */
export const hashOf = (bytes: Uint8Array, from: number, to: number): number => {
  let hash = HASH_START;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (bytes[at] as number), HASH_PRIME);
  return hash;
};

const FIRST_SLOTS = 1 << 10;
const FIRST_BYTES = 1 << 14;

const grown = <A extends Int32Array | Uint8Array>(array: A, make: (length: number) => A): A => {
  const larger = make(array.length * 2);
  larger.set(array);
  return larger;
};

/**
 * An empty dictionary. A column of a return holds few words and many rows, so that a row costs one look into a table
 * of hashes and one comparison of bytes; text is decoded once a word, not once a row.
 */
export const byteDictionary = (): ByteDictionary => {
  let slots = new Int32Array(FIRST_SLOTS).fill(-1);
  let hashes = new Int32Array(FIRST_SLOTS / 2);
  let starts = new Int32Array(FIRST_SLOTS / 2);
  let store = new Uint8Array(FIRST_BYTES);
  let size = 0;
  let used = 0;

  const slotOf = (hash: number): number => (hash ^ (hash >>> 15)) & (slots.length - 1);
  const endOf = (code: number): number => (code + 1 < size ? (starts[code + 1] ?? used) : used);

  const isWord = (code: number, bytes: Uint8Array, from: number, to: number): boolean => {
    const start = starts[code] ?? 0;
    if (endOf(code) - start !== to - from) return false;
    for (let at = from, own = start; at < to; at += 1, own += 1)
      if (bytes[at] !== store[own]) return false;
    return true;
  };

  const rehash = (): void => {
    slots = new Int32Array(slots.length * 2).fill(-1);
    hashes = grown(hashes, (length) => new Int32Array(length));
    starts = grown(starts, (length) => new Int32Array(length));
    for (let code = 0; code < size; code += 1) {
      let slot = slotOf(hashes[code] ?? 0);
      while (slots[slot] !== -1) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = code;
    }
  };

  const add = (bytes: Uint8Array, from: number, to: number, hash: number): number => {
    if (size === hashes.length) rehash();
    let slot = slotOf(hash);
    while (slots[slot] !== -1) slot = (slot + 1) & (slots.length - 1);
    while (used + to - from > store.length)
      store = grown(store, (length) => new Uint8Array(length));
    slots[slot] = size;
    hashes[size] = hash;
    starts[size] = used;
    store.set(bytes.subarray(from, to), used);
    used += to - from;
    size += 1;
    return size - 1;
  };

  return {
    codeOf: (bytes, from, to, hash) => {
      let slot = slotOf(hash);
      for (let code = slots[slot] ?? -1; code !== -1; code = slots[slot] ?? -1) {
        if (hashes[code] === hash && isWord(code, bytes, from, to)) return code;
        slot = (slot + 1) & (slots.length - 1);
      }
      return add(bytes, from, to, hash);
    },
    size: () => size,
    bytesOf: (code) => store.subarray(starts[code] ?? 0, endOf(code)),
  };
};
