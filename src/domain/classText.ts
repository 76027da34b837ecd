/** Between the two parts of the name of a class in a matrix. */
const CLASS_PARTS = ' · ';

/**
 * The name of a class of customers as people read it: what nobody named stands in it as a code (3/3 for the highest third, a
 * stage by its id), and `words` says each of them in a language. A part without a word stays as it is.
 */
export const classText = (text: string, words: Readonly<Record<string, string>>): string =>
  text
    .split(CLASS_PARTS)
    .map((part) => words[part] ?? part)
    .join(CLASS_PARTS);
