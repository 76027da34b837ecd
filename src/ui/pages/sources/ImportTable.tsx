import Upload from 'lucide-solid/icons/upload';
import { Show } from 'solid-js';
import type { SourceKind } from '~/domain/source';
import type { SourceView } from '~/domain/view';
import { useApp } from '~/state/app';
import { Button } from '../../components/Button';
import { Section } from '../../components/Section';
import { Table } from '../../components/Table';
import { useText } from '../../components/TextProvider';
import { useMoney } from '../../components/useMoney';
import { importTotals, localDay, newestFirst } from './importTotals';

interface Import extends Omit<SourceView['facts'][number], 'kind'> {
  kind: SourceKind;
}

/** What was brought in and from when to when; each can be taken out again, and that can be undone. */
export function ImportTable(props: Pick<SourceView, 'imports' | 'facts'>) {
  const app = useApp();
  const { t, format } = useText();
  const money = useMoney();
  const totals = () => importTotals(props.imports);
  const rows = (): Import[] =>
    newestFirst([...props.facts, ...props.imports.map((one) => ({ ...one, kind: 'orders' as const }))]);
  const finding = () => {
    if (rows().length === 0) return t('sources.noImports');
    const n = rows().length;
    return props.facts.length === 0
      ? t('sources.importsFinding', { n, rows: totals().kept })
      : t('sources.allFinding', { n, rows: rows().reduce((sum, { kept }) => sum + kept, 0) });
  };
  const caption = () =>
    totals().imports === 0
      ? undefined
      : t('sources.covered', { from: format().isoDay(totals().from), to: format().isoDay(totals().to) });
  const blocked = () => (app.status().readOnly ? t('customers.readOnly') : null);
  const remove = async (one: Import) => {
    const done = await app.run({ name: 'orders/removeImport', import: one.id });
    if (!done.ok) return;
    app.toasts.say({
      tone: 'note',
      message: {
        key: one.kind === 'orders' ? 'sources.removed' : 'sources.removedRows',
        params: { name: one.name, rows: one.kept },
      },
      action: { label: t('shell.undo'), run: () => void app.undo() },
    });
  };
  const when = (iso: string) => {
    const at = new Date(iso);
    return `${format().isoDay(localDay(at))} ${format().clock(at)}`;
  };
  return (
    <Section
      finding={finding()}
      caption={caption()}
      tools={
        <Button look="primary" icon={Upload} onClick={() => app.go('import')}>
          {t('sources.importMore')}
        </Button>
      }
    >
      <Show when={rows().length > 0} fallback={<p class="type-lead">{t('sources.noImportsText')}</p>}>
        <div class="sources__scroll">
          <Table<Import>
            label={t('sources.imports')}
            rows={rows()}
            columns={[
              { id: 'file', head: t('sources.file'), rowHead: true, cell: (row) => row.name },
              {
                id: 'kind',
                head: t('sources.kind'),
                cell: (row) => t(`template.kind.${row.kind}`),
              },
              {
                id: 'when',
                head: t('sources.importedAt'),
                cell: (row) => <span class="quiet">{when(row.importedAt)}</span>,
              },
              { id: 'rows', head: t('sources.rows'), number: true, cell: (row) => format().count(row.kept) },
              {
                id: 'reported',
                head: t('sources.reported'),
                number: true,
                cell: (row) => (
                  <span class={row.reported > 0 ? 'tone-warn' : 'faint'}>{format().count(row.reported)}</span>
                ),
              },
              {
                id: 'amount',
                head: t('sources.amountIn', { unit: money.label() }),
                number: true,
                cell: (row) => money.show(row.amount),
              },
              {
                id: 'period',
                head: t('sources.period'),
                cell: (row) => (
                  <span class="sources__days">
                    {row.from === null ? '–' : format().interval(format().isoDay(row.from), format().isoDay(row.to))}
                  </span>
                ),
              },
              {
                id: 'remove',
                head: t('sources.act'),
                number: true,
                cell: (row) => (
                  <Button
                    look="link"
                    blocked={blocked()}
                    aria-label={t('sources.removeNamed', { name: row.name })}
                    onClick={() => void remove(row)}
                  >
                    {t('sources.remove')}
                  </Button>
                ),
              },
            ]}
            foot={
              <Show when={props.imports.length > 1 && props.facts.length === 0}>
                <tr>
                  <td>{t('words.total')}</td>
                  <td />
                  <td />
                  <td class="number">{format().count(totals().kept)}</td>
                  <td class="number">{format().count(totals().reported)}</td>
                  <td class="number">{money.show(totals().amount)}</td>
                  <td>{format().interval(format().isoDay(totals().from), format().isoDay(totals().to))}</td>
                  <td />
                </tr>
              </Show>
            }
          />
        </div>
      </Show>
    </Section>
  );
}
