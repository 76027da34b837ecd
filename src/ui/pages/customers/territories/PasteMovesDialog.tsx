import { createEffect, createSignal, For, on, onCleanup, Show } from 'solid-js';
import type { ReadMoves } from '~/domain/territoryView';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { Field } from '../../../components/Field';
import { useText } from '../../../components/TextProvider';
import type { TerritoriesState } from './createTerritories';

const SHOWN = 20;
const PAUSE_MS = 200;

/** Two columns from a spreadsheet: every row is read while it is written, and those that say nothing are named. */
export function PasteMovesDialog(props: { open: boolean; state: TerritoriesState; onClose: () => void }) {
  const app = useApp();
  const { t } = useText();
  const [text, setText] = createSignal('');
  const [read, setRead] = createSignal<ReadMoves | null>(null);
  let newest = 0;
  createEffect(
    on(
      () => props.open,
      (open) => open && setText(''),
    ),
  );
  createEffect(
    on([text, () => props.open], ([words, open]) => {
      const mine = ++newest;
      setRead(null);
      if (!open || words.trim() === '') return;
      const timer = setTimeout(async () => {
        const found = await app.attempt(app.host.readMoves(words, { moves: [], from: props.state.from() }));
        if (mine === newest) setRead(found);
      }, PAUSE_MS);
      onCleanup(() => clearTimeout(timer));
    }),
  );
  const take = () => {
    props.state.take(read()?.moves ?? []);
    props.onClose();
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      wide
      title={t('territory.paste.title')}
      lead={t('territory.paste.lead')}
      foot={
        <>
          <Button onClick={() => props.onClose()}>{t('shell.cancel')}</Button>
          <Button
            look="primary"
            blocked={(read()?.moves.length ?? 0) === 0 ? t('territory.draft.nothing') : null}
            onClick={take}
          >
            {t('territory.paste.take')}
          </Button>
        </>
      }
    >
      <Field label={t('territory.paste.field')}>
        {(control) => (
          <textarea
            {...control}
            class="input territory-paste"
            rows={8}
            spellcheck={false}
            value={text()}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      <div role="status">
        <Show when={read()}>
          {(found) => (
            <>
              <p>{t('territory.paste.read', { n: found().moves.length })}</p>
              <Show when={found().unread.length > 0}>
                <p class="territory-bad">{t('territory.paste.unread', { n: found().unread.length })}</p>
                <ul class="territory-unread">
                  <For each={found().unread.slice(0, SHOWN)}>
                    {(row) => (
                      <li>
                        {t('territory.paste.row', { row: row.row, text: row.text })} –{' '}
                        {t(`territory.paste.why.${row.why}`)}
                      </li>
                    )}
                  </For>
                </ul>
              </Show>
            </>
          )}
        </Show>
      </div>
    </Dialog>
  );
}
