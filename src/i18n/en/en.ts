import type { Dictionary } from '../translate';
import { first } from './first';
import { pages } from './pages';

/** English: the compiler holds it to the keys of the Chinese dictionary. */
export const en: Dictionary = { ...first, ...pages };
