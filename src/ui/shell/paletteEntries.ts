import type { MemberHit } from '~/domain/view';
import type { ActionGroup, ActionId } from '~/state/actions';
import type { Actions } from './useActions';

export interface PaletteEntry {
  /** Stable while one types, for the list and for screen readers. */
  key: string;
  group: ActionGroup | 'member';
  label: string;
  sound: string;
  hint: string;
  keys: string | null;
  run(): void;
}

/** All that can be done now, in the order of the table. The palette does not offer itself. */
export function actionEntries(actions: Actions): PaletteEntry[] {
  return actions.all
    .filter((action) => action.id !== 'palette' && actions.can(action.id))
    .map((action) => ({
      key: action.id,
      group: action.group,
      label: actions.label(action.id),
      sound: `${actions.sound(action.id)} ${spelt(action.id)}`,
      hint: '',
      keys: actions.keys(action.id),
      run: () => actions.run(action.id),
    }));
}

/** Members by name: going to one opens the plan where it stands. */
export const memberEntries = (
  hits: readonly MemberHit[],
  words: { name(hit: MemberHit): string; place(hit: MemberHit): string; go(hit: MemberHit): void },
): PaletteEntry[] =>
  hits.map((hit) => ({
    key: `${hit.dimension}:${hit.code}`,
    group: 'member',
    label: words.name(hit),
    sound: '',
    hint: words.place(hit),
    keys: null,
    run: () => words.go(hit),
  }));

/** 'goHome' is found by *go home* in every language. */
const spelt = (id: ActionId): string => id.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
