/** To be filled by its owner. */
export type LetterApi = Record<never, never>;
