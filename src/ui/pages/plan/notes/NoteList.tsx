import Trash from 'lucide-solid/icons/trash';
import { For, Show } from 'solid-js';
import { issue } from '~/domain/issue';
import type { NoteLine } from '~/domain/scenario';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { useText } from '../../../components/TextProvider';
import { usePlanSheet } from '../createPlanSheet';
import './notes.css';
import { noteWhen } from './noteWhen';

/** Every note of the plan, newest first: read it, go to its cell, take it away. */
export function NoteList() {
  const app = useApp();
  const { t, format } = useText();
  const sheet = usePlanSheet();
  const where = (note: NoteLine): string => note.labels.join(' › ') || t('plan.totalRow');
  const go = async (note: NoteLine) => {
    const goal = { at: note.cell.at, periods: note.cell.periods, name: note.labels[note.labels.length - 1] ?? '' };
    if (await sheet.goTo(goal)) return;
    app.toasts.say({ tone: 'warn', issues: [issue('find/notShown', { name: where(note) })] });
  };
  const remove = (note: NoteLine) => void app.run({ name: 'notes/set', cell: note.cell, text: '' });
  return (
    <Show when={sheet.notes.notes().length > 0} fallback={<p class="quiet">{t('note.none')}</p>}>
      <ul class="note-list" aria-label={t('note.title')}>
        <For each={sheet.notes.notes()}>
          {(note) => (
            <li class="note-list__item">
              <button type="button" class="note-list__go" onClick={() => void go(note)}>
                <span class="note-list__where">
                  {where(note)} · {sheet.periodsText(note.cell.periods)}
                </span>
                <span class="note-list__text">{note.text}</span>
                <span class="note-list__when">{noteWhen(note, { t, format: format(), now: new Date() })}</span>
              </button>
              <Show when={app.status().readOnly === null}>
                <Button
                  look="quiet"
                  icon={Trash}
                  label={t('note.removeAt', { where: where(note) })}
                  onClick={() => remove(note)}
                />
              </Show>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
