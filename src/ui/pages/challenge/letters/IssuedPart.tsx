import Printer from 'lucide-solid/icons/printer';
import { createMemo, For, Show } from 'solid-js';
import type { IssuedLetter, LettersView } from '~/domain/letterView';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { EmptyState } from '../../../components/EmptyState';
import { Table } from '../../../components/Table';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';

/** Letters that went out, batch by batch, newest first. */
export function IssuedPart(props: { view: LettersView }) {
  const app = useApp();
  const { t, format } = useText();
  const money = useMoney();
  const batches = createMemo(() => {
    const found = new Map<string, IssuedLetter[]>();
    for (const letter of props.view.issued) found.set(letter.batch, [...(found.get(letter.batch) ?? []), letter]);
    return [...found.values()];
  });
  const caption = (letters: readonly IssuedLetter[]) => {
    const { who } = letters[0];
    const changed = letters.filter((letter) => letter.changed && !letter.replaced).length;
    return [
      ...(who === '' ? [] : [t('letter.batchBy', { who })]),
      ...(changed === 0 ? [] : [t('letter.batchChanged', { changed })]),
      t('letter.batchUnit', { unit: money.label() }),
    ].join(' · ');
  };
  return (
    <Show when={batches().length > 0} fallback={<EmptyState title={t('letter.none')} text={t('letter.noneText')} />}>
      <div class="letters__batches">
        <For each={batches()}>
          {(letters) => (
            <section>
              <div class="section__head">
                <div class="section__words">
                  <h2 class="type-section">
                    {t('letter.batch', { date: format().isoDay(letters[0].issuedOn), n: letters.length })}
                  </h2>
                  <p class="type-caption">{caption(letters)}</p>
                </div>
                <Button icon={Printer} onClick={() => app.setParams({ print: letters[0].batch })}>
                  {t('letter.printAll', { n: letters.length })}
                </Button>
              </div>
              <Table<IssuedLetter>
                label={t('letter.batch', { date: format().isoDay(letters[0].issuedOn), n: letters.length })}
                rows={letters}
                columns={[
                  { id: 'name', head: t('letter.receiver'), rowHead: true, cell: (row) => row.label },
                  { id: 'no', head: t('letter.versionHead'), cell: (row) => t('letter.version', { no: row.no }) },
                  { id: 'total', head: t('letter.total'), number: true, cell: (row) => money.show(row.total) },
                  { id: 'now', head: t('letter.now'), number: true, cell: (row) => money.show(row.now) },
                  {
                    id: 'state',
                    head: t('letter.state'),
                    cell: (row) => (
                      <span classList={{ letters__changed: row.changed && !row.replaced }}>
                        {row.replaced
                          ? t('letter.replaced')
                          : row.changed
                            ? t('letter.changedSince')
                            : t('letter.inForce')}
                      </span>
                    ),
                  },
                  {
                    id: 'hash',
                    head: t('letter.hash'),
                    cell: (row) => (
                      <code class="quiet" title={row.hash}>
                        {row.hash.slice(0, 12)}
                      </code>
                    ),
                  },
                  {
                    id: 'print',
                    head: t('letter.print'),
                    cell: (row) => (
                      <Button look="link" onClick={() => app.setParams({ print: row.id })}>
                        {t('letter.look')}
                      </Button>
                    ),
                  },
                ]}
              />
            </section>
          )}
        </For>
      </div>
    </Show>
  );
}
