import type { Effect } from '~/domain/status';
import type { Translate } from './translate';

/** Commands that touch leaf values without moving them. */
const STANDING: ReadonlySet<string> = new Set(['holds/add', 'holds/release', 'plan/create']);

/** What a command did, in one line: "1,214 leaves moved, 2 locked". Null where nothing needs saying. */
export function effectText(effect: Effect, t: Translate): string | null {
  const what = effect.undone
    ? t('effect.undone', { what: commandText(effect.undone, t) })
    : t.find(`effect.did.${effect.command}`);
  const parts = [
    effect.leaves > 0 ? t(STANDING.has(effect.command) ? 'effect.leaves' : 'effect.moved', { n: effect.leaves }) : null,
    effect.linesAdded > 0 ? t('effect.linesAdded', { n: effect.linesAdded }) : null,
    effect.held > 0 ? t('effect.held', { n: effect.held }) : null,
    effect.equalSpread ? t('effect.equalSpread') : null,
  ].filter((part): part is string => part !== null);
  if (!what) return parts.length > 0 ? parts.join(t('effect.comma')) : null;
  if (parts.length === 0) return what;
  return `${what}${t(effect.undone ? 'effect.comma' : 'effect.colon')}${parts.join(t('effect.comma'))}`;
}

/** A command as a noun for undo menus and the history: "Edit of a target". */
export const commandText = (command: string, t: Translate): string => t.find(`effect.command.${command}`) ?? command;
