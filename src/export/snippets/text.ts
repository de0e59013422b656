/** Code points of a text; what is half of a pair alone becomes U+FFFD, as in UTF-8. */
const points = (text: string): string[] =>
  [...text].map((character) => (/^\p{Cs}$/u.test(character) ? "\ufffd" : character));

const escaped = (text: string, encode: (code: number) => string): string =>
  points(text)
    .map((character) =>
      /^[ !#-[\]-~]$/.test(character) ? character : encode(character.codePointAt(0) ?? 0),
    )
    .join("");

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, "0");

/** A text as a string of Python, in ASCII on one line. */
export const pythonText = (text: string): string =>
  `"${escaped(text, (code) => {
    if (code === 0x22 || code === 0x5c) return `\\${String.fromCodePoint(code)}`;
    return code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
  })}"`;

/** A text as a string of R, in ASCII on one line. Throws when it holds a character 0, which no text of R can. */
export const rText = (text: string): string => {
  if (text.includes("\0"))
    throw new Error(`R cannot hold the character 0 of ${JSON.stringify(text)}; take Python.`);
  return `"${escaped(text, (code) => {
    if (code === 0x22 || code === 0x5c) return `\\${String.fromCodePoint(code)}`;
    return code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
  })}"`;
};

/** A text as one word of a POSIX shell, nothing in it expanded. Throws when it holds a character 0. */
export const shellText = (text: string): string => {
  if (text.includes("\0"))
    throw new Error(`A shell cannot hold the character 0 of ${JSON.stringify(text)}.`);
  return `'${text.replaceAll("'", "'\\''")}'`;
};

/** A list of code in as few lines as hold it, each of at most about 90 characters, indented. */
export const inLines = (items: readonly string[], indent: string): string => {
  const lines = [""];
  for (const [at, item] of items.entries()) {
    const word = at < items.length - 1 ? `${item},` : item;
    const line = lines.at(-1) ?? "";
    if (line !== "" && line.length + word.length > 88) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines.join(`\n${indent}`);
};
