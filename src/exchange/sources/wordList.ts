/** Names between bars as a list: a name per line would be a wall nobody reads. */
export const wordList = (names: string): string[] => names.split('|');
