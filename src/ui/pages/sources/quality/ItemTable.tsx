import { For, Show } from 'solid-js';
import { monthIdAt } from '~/domain/period';
import type { QualityFinding, QualityFix, QualityItem } from '~/domain/quality';
import { Button } from '../../../components/Button';
import { Table, type TableColumn } from '../../../components/Table';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { findingText } from './findingWords';

/** The cases of a finding; columns that no case fills are not there. */
export function ItemTable(props: {
  finding: QualityFinding;
  onFix: (fix: QualityFix) => void;
  blocked: string | null;
}) {
  const { t, format } = useText();
  const money = useMoney();
  const when = (row: QualityItem) =>
    row.day !== null ? format().isoDay(row.day) : row.month !== null ? format().month(monthIdAt(row.month)) : '';
  const source = (row: QualityItem) =>
    row.source === null ? '' : (t.find(`template.kind.${row.source}`) ?? row.source);
  const lines = (row: QualityItem) =>
    props.finding.kind === 'stale' ? t('quality.days', { n: row.lines ?? 0 }) : format().count(row.lines);
  // A figure of a drop is a number of lines, everywhere else it is money.
  const usual = (row: QualityItem) =>
    props.finding.kind === 'drop' ? format().count(row.usual) : row.usual === null ? '' : money.exact(row.usual);
  const fixes = (row: QualityItem) => (
    <For each={row.fixes}>
      {(fix) => (
        <Button look="link" blocked={props.blocked} onClick={() => props.onFix(fix)}>
          {t(`quality.fix.${fix.kind}`, { name: fix.name })}
        </Button>
      )}
    </For>
  );
  const all: (TableColumn<QualityItem, string> & { has: (row: QualityItem) => boolean })[] = [
    {
      id: 'what',
      head: t('quality.col.what'),
      rowHead: true,
      has: (row) => row.names.length > 0,
      cell: (row) => row.names.join(' · '),
    },
    {
      id: 'why',
      head: t('quality.col.why'),
      has: (row) => row.because !== null,
      cell: (row) => (row.because === null ? '' : (t.find(`quality.because.${row.because}`) ?? '')),
    },
    { id: 'when', head: t('quality.col.when'), has: (row) => row.day !== null || row.month !== null, cell: when },
    {
      id: 'amount',
      head: t('quality.col.amount'),
      number: true,
      has: (row) => row.amount !== null,
      cell: (row) => (row.amount === null ? '' : money.exact(row.amount)),
    },
    { id: 'usual', head: t('quality.col.usual'), number: true, has: (row) => row.usual !== null, cell: usual },
    { id: 'lines', head: t('quality.col.lines'), number: true, has: (row) => row.lines !== null, cell: lines },
    { id: 'source', head: t('quality.col.source'), has: (row) => row.source !== null, cell: source },
    { id: 'act', head: t('quality.col.act'), has: (row) => row.fixes.length > 0, cell: fixes },
  ];
  const columns = () => all.filter(({ has }) => props.finding.items.some(has));
  return (
    <div class="finding__items">
      <Table label={findingText(t, props.finding)} columns={columns()} rows={props.finding.items} />
      <Show when={props.finding.count > props.finding.items.length && props.finding.items.length > 1}>
        <p class="type-caption">{t('quality.more', { shown: props.finding.items.length, n: props.finding.count })}</p>
      </Show>
    </div>
  );
}
