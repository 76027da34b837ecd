import { createMemo, createSignal, Show } from 'solid-js';
import { isOnPurpose } from '~/domain/onPurpose';
import type { PackTable, TableChoice } from '~/domain/packView';
import type { SourceKind } from '~/domain/source';
import { Segment } from '../../../components/Segment';
import { useText } from '../../../components/TextProvider';
import { fieldOfColumn, withFix, withFixEverywhere, withoutFix } from '../choiceEdits';
import { IssueList } from '../IssueList';
import type { OrderReading } from '../orderReading';
import { PreviewRows } from '../PreviewRows';
import type { PackDraft } from '../packDraft';
import { useKindWords } from '../useKindWords';
import { createFixRows } from './createFixRows';
import { ErrorGroups } from './ErrorGroups';
import { errorGroups } from './errorGroups';
import { FixGrid } from './FixGrid';
import { orderErrors } from './orderErrors';

export interface RowsPaneProps {
  draft: PackDraft;
  orders: OrderReading;
  table: PackTable;
  choice: TableChoice;
  kind: SourceKind;
}

/** The rows of a table as they would come in, all or only the wrong ones, to be mended in place. */
export function RowsPane(props: RowsPaneProps) {
  const { t, format } = useText();
  const words = useKindWords();
  const [show, setShow] = createSignal<'all' | 'errors'>('all');
  const preview = () =>
    props.draft.preview()?.tables.find((one) => one.table === props.table.id && one.kind === props.kind) ?? null;
  const errors = createMemo(() => {
    const own = (preview()?.errors ?? []).filter(({ issue }) => !isOnPurpose(issue.code));
    if (own.length > 0 || props.kind !== 'orders') return own;
    return orderErrors(props.draft.preview()?.orders ?? null, props.table.id);
  });
  const groups = createMemo(() => errorGroups(errors()));
  const view = () => (errors().length === 0 ? 'all' : show());
  const query = createMemo(() => ({ table: props.table.id, kind: props.kind, onlyErrors: view() === 'errors' }));
  const rows = createFixRows(props.draft, query);
  const finding = () => {
    const now = preview();
    if (!now) return t('import.findingFirst');
    if (now.reported === 0) return t('import.findingAll', { n: now.kept });
    return t('import.findingSome', { reported: now.reported, kept: now.kept });
  };
  const caption = () => {
    const now = preview();
    if (!now || props.draft.running()) return t(props.draft.running() ? 'import.checking' : 'import.notChecked');
    if (now.from === null || now.to === null) return t('import.checkedAll');
    return t('pack.covers', { from: format().isoDay(now.from), to: format().isoDay(now.to) });
  };
  const becomes = (header: string): string | null => {
    if (props.kind !== 'orders') {
      const field = fieldOfColumn(props.choice, props.kind, header);
      return field === null ? null : words.field(props.kind, field);
    }
    const column = props.orders.mapping()?.columns.find((one) => one.column === header);
    if (!column || column.field === 'ignore') return null;
    return t.find(`import.field.${column.field}`) ?? column.field;
  };
  const fix = (cells: { row: number; column: string; from: string; to: string }[]) =>
    props.draft.change(cells.reduce(withFix, props.choice));
  return (
    <Show
      when={rows.problems().length === 0}
      fallback={
        <Show when={props.kind === 'orders'} fallback={<IssueList issues={rows.problems()} />}>
          <PreviewRows draft={props.orders} />
        </Show>
      }
    >
      <section class="section rows-pane">
        <div class="preview__head">
          <div>
            <h2 class="type-section">{finding()}</h2>
            <p class="quiet">{caption()}</p>
          </div>
          <Show when={errors().length > 0}>
            <Segment
              label={t('import.rowsShown')}
              value={view()}
              options={[
                { value: 'all', label: t('pack.allRows') },
                { value: 'errors', label: t('pack.onlyErrors', { n: errors().length }) },
              ]}
              onChange={setShow}
            />
          </Show>
        </div>
        <FixGrid
          label={finding()}
          rows={rows}
          list={`${props.table.id}/${props.kind}/${view()}`}
          becomes={becomes}
          leaves={view() === 'errors'}
          onFix={fix}
          onUndo={() => {
            const last = props.choice.fixes.at(-1);
            if (last) props.draft.change(withoutFix(props.choice, last));
          }}
        />
      </section>
      <ErrorGroups
        groups={groups()}
        fixes={props.choice.fixes}
        onReplace={(one) => props.draft.change(withFix(props.choice, one))}
        onWiden={(one) => props.draft.change(withFixEverywhere(props.choice, one) ?? props.choice)}
        onTakeBack={(one) => props.draft.change(withoutFix(props.choice, one))}
      />
    </Show>
  );
}
