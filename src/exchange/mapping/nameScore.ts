import { foldKey } from '~/domain/dimension';
import { simplified } from '../table/simplified';
import { headerWords } from './headerWords';

/**
 * How well a column is called by one of some names: 1 for the exact first one, less the later it stands in the list, less
 * again where the column's name only contains it, 0 where it has nothing of them.
 */
export function nameScore(names: readonly string[], header: string): number {
  const words = headerWords(header);
  const joined = words.replaceAll(' ', '');
  let best = 0;
  names.forEach((candidate, i) => {
    const place = i / names.length;
    const name = simplified(foldKey(candidate));
    if (words === name || joined === name.replaceAll(' ', '')) best = Math.max(best, 1 - 0.08 * place);
    else if (containsWords(words, name)) {
      const cover = name.length / words.length;
      best = Math.max(best, (0.45 + 0.35 * cover) * (1 - 0.1 * place));
    }
  });
  return best;
}

function containsWords(words: string, name: string): boolean {
  // Chinese writes no blanks; one character alone says too little.
  if (/[\u3400-\u9fff]/.test(name)) return name.length > 1 && words.includes(name);
  return ` ${words} `.includes(` ${name} `);
}
