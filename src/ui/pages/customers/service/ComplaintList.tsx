import { Show } from 'solid-js';
import type { ComplaintRow, ComplaintView } from '~/domain/serviceView';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import type { Windowed } from '../../../components/createWindowed';
import { LongTable } from '../../../components/LongTable';
import type { TableColumn } from '../../../components/Table';
import { useText } from '../../../components/TextProvider';
import type { ComplaintAsked } from './asked';

type ColumnId =
  | 'key'
  | 'day'
  | 'customer'
  | 'product'
  | 'subject'
  | 'owner'
  | 'state'
  | 'deadline'
  | 'late'
  | 'closed'
  | 'close';

export interface ComplaintListProps {
  state: Windowed<ComplaintAsked, ComplaintView>;
  view: ComplaintView;
  onEdit: (row: ComplaintRow) => void;
  onClose: (row: ComplaintRow) => void;
}

/** Complaints, what is overdue first; the number opens one, and an open one is closed where it stands. */
export function ComplaintList(props: ComplaintListProps) {
  const app = useApp();
  const { t, format } = useText();
  const columns = (): TableColumn<ComplaintRow, ColumnId>[] => [
    {
      id: 'key',
      head: t('service.complaints.key'),
      rowHead: true,
      cell: (row) => (
        <Button
          look="link"
          aria-label={t('service.complaints.edit', { key: row.number })}
          onClick={() => props.onEdit(row)}
        >
          {row.number}
        </Button>
      ),
    },
    { id: 'customer', head: t('service.customer'), cell: (row) => row.customerName },
    { id: 'product', head: t('service.product'), cell: (row) => row.productName || '–' },
    { id: 'subject', head: t('service.complaints.subject'), cell: (row) => row.subject || '–' },
    { id: 'owner', head: t('service.complaints.owner'), cell: (row) => row.owner || '–' },
    {
      id: 'state',
      head: t('service.complaints.stateHead'),
      cell: (row) => t(`service.complaints.state.${row.state}`),
    },
    { id: 'day', head: t('service.complaints.received'), number: true, cell: (row) => format().isoDay(row.day) },
    {
      id: 'deadline',
      head: t('service.complaints.deadline'),
      number: true,
      cell: (row) => (
        <span
          classList={{ faint: !row.ownDeadline }}
          title={row.ownDeadline ? undefined : t('service.complaints.byPackage')}
        >
          {format().isoDay(row.deadline)}
        </span>
      ),
    },
    {
      id: 'late',
      head: t('service.complaints.late'),
      number: true,
      cell: (row) => (
        <span classList={{ 'due--overdue': row.lateDays > 0 && row.state !== 'closed' }}>
          {row.lateDays > 0 ? format().count(row.lateDays) : '–'}
        </span>
      ),
    },
    { id: 'closed', head: t('service.complaints.closed'), number: true, cell: (row) => format().isoDay(row.closed) },
    {
      id: 'close',
      head: t('service.action'),
      cell: (row) => (
        <Show when={row.state !== 'closed'}>
          <Button
            look="link"
            aria-label={t('service.complaints.closeOne', { key: row.number })}
            blocked={app.status().readOnly ? t('service.readOnly') : null}
            onClick={() => props.onClose(row)}
          >
            {t('service.complaints.close')}
          </Button>
        </Show>
      ),
    },
  ];
  return (
    <LongTable<ComplaintRow, ColumnId>
      label={t('service.complaints.list')}
      columns={columns()}
      rows={props.view.rows}
      first={props.state.first()}
      matching={props.view.matching}
      onLook={props.state.look}
      list={props.state.query()}
      busy={props.state.stale()}
      none={t('service.none')}
    />
  );
}
