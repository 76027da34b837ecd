import { first } from './first';
import { pages } from './pages';

/** The dictionary that sets the shape: every other language has the same subjects and keys. */
export const zhCN = { ...first, ...pages };
