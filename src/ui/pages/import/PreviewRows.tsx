import { createMemo, createSignal, For, Show } from 'solid-js';
import { Segment } from '../../components/Segment';
import { Select } from '../../components/Select';
import { useText } from '../../components/TextProvider';
import type { OrderReading } from './orderReading';
import { PreviewTable } from './PreviewTable';
import { firstRows, previewColumns, reportedRows } from './previewRow';
import { reasonGroups, shortCode, warningGroups } from './reportGroups';

const ALL = '\u0000all';
const FIRST_ROWS = 20;
const MOST_REPORTED = 200;

/** The finding of the check, the rows behind it, and the reasons in full. */
export function PreviewRows(props: { draft: OrderReading }) {
  const { t, issueText, format } = useText();
  const [show, setShow] = createSignal<'first' | 'reported'>('first');
  const [reason, setReason] = createSignal(ALL);
  const report = () => props.draft.preview()?.report ?? null;
  const reasons = createMemo(() => {
    const now = report();
    return now ? reasonGroups(now) : [];
  });
  const warnings = createMemo(() => {
    const now = report();
    return now ? warningGroups(now) : [];
  });
  const view = () => (show() === 'reported' && (report()?.reported ?? 0) > 0 ? 'reported' : 'first');
  const code = () => reasons().find((group) => group.code === reason())?.code ?? null;
  const rows = createMemo(() => {
    const preview = props.draft.preview();
    if (view() === 'reported' && preview) return reportedRows(preview, code()).slice(0, MOST_REPORTED);
    const [file] = props.draft.orderFiles();
    return file ? firstRows(file, preview, FIRST_ROWS) : [];
  });
  const finding = () => {
    const now = report();
    if (!now) return t('import.findingFirst');
    if (now.reported === 0) return t('import.findingAll', { n: now.kept });
    return t('import.findingSome', { reported: now.reported, kept: now.kept });
  };
  const caption = () => {
    const coverage = props.draft.preview()?.coverage;
    if (!report()) return t('import.notChecked');
    if (!coverage) return t('import.checkedAll');
    const range = { from: format().isoDay(coverage.from), to: format().isoDay(coverage.to) };
    return t('import.coverage', range);
  };
  const wanted = () => (code() === null ? (report()?.reported ?? 0) : (report()?.byReason[code() ?? ''] ?? 0));
  const short = (issueCode: string) => t.find(`import.short.${shortCode(issueCode)}`) ?? t('import.reason');
  return (
    <section class="section preview" classList={{ 'preview--stale': props.draft.running() !== null }}>
      <div class="preview__head">
        <div>
          <h2 class="type-section">{finding()}</h2>
          <p class="quiet">{caption()}</p>
        </div>
        <div class="preview__tools">
          <Show when={view() === 'reported' && reasons().length > 1}>
            <Select
              label={t('import.reason')}
              hideLabel
              value={code() ?? ALL}
              options={[
                { value: ALL, label: t('import.allReasons') },
                ...reasons().map((group) => ({
                  value: group.code as string,
                  label: `${short(group.code)} ${format().count(group.rows)}`,
                })),
              ]}
              onChange={setReason}
            />
          </Show>
          <Show when={(report()?.reported ?? 0) > 0}>
            <Segment
              label={t('import.rowsShown')}
              value={view()}
              options={[
                { value: 'first', label: t('import.showFirst') },
                { value: 'reported', label: t('import.showReported', { n: report()?.reported ?? 0 }) },
              ]}
              onChange={setShow}
            />
          </Show>
        </div>
      </div>
      <Show when={props.draft.mapping()}>
        {(mapping) => <PreviewTable label={finding()} columns={previewColumns(mapping())} rows={rows()} />}
      </Show>
      <Show when={view() === 'reported' && rows().length < wanted()}>
        <p class="type-caption">{t('import.showingSome', { shown: rows().length })}</p>
      </Show>
      <Show when={reasons().length > 0}>
        <Reasons
          title={t('import.reasons')}
          rows={reasons().map((group) => ({ count: group.rows, text: issueText({ code: group.code }) }))}
        />
      </Show>
      <Show when={warnings().length > 0}>
        <Reasons
          title={t('import.warnings')}
          rows={warnings().map((group) => ({ count: group.rows, text: issueText({ code: group.code }) }))}
        />
      </Show>
    </section>
  );
}

function Reasons(props: { title: string; rows: readonly { count: number; text: string }[] }) {
  const { format } = useText();
  return (
    <div class="reasons">
      <h3 class="type-section">{props.title}</h3>
      <ul>
        <For each={props.rows}>
          {(row) => (
            <li class="reasons__row">
              <span class="number strong">{format().count(row.count)}</span>
              <span>{row.text}</span>
            </li>
          )}
        </For>
      </ul>
    </div>
  );
}
