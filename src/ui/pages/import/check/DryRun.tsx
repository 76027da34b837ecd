import { createMemo, For, Show } from 'solid-js';
import { CURRENCIES } from '~/domain/money';
import type { TablePreview } from '~/domain/packView';
import { dayOfIsoDate } from '~/domain/period';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Section } from '../../../components/Section';
import { useText } from '../../../components/TextProvider';
import type { OrderReading } from '../orderReading';
import type { PackDraft } from '../packDraft';
import { packTotals } from '../packTotals';
import { KindUnmatched } from '../table/KindUnmatched';
import { UnmatchedNames } from '../UnmatchedNames';
import { unknownNames } from '../unknownNames';
import { useKindWords } from '../useKindWords';
import { WorkspaceFields } from '../WorkspaceFields';
import { PackProblems } from './PackProblems';

/** What scrolls sideways must be reachable without a mouse. */
const scrollsByKeys = (element: HTMLElement): void => {
  element.tabIndex = 0;
};

/** The pack as a whole, tried out: rows and amounts in = kept + reported, and what stands there before and after. */
export function DryRun(props: { draft: PackDraft; orders: OrderReading }) {
  const app = useApp();
  const { t } = useText();
  const preview = () => props.draft.preview();
  const totals = createMemo(() => {
    const now = preview();
    return now ? packTotals(now) : null;
  });
  const finding = () => {
    const now = totals();
    if (!now) return t(props.draft.running() ? 'import.checking' : 'pack.notChecked');
    if (now.reported === 0) return t('pack.findingAll', { n: now.kept });
    return t('pack.findingSome', { kept: now.kept, reported: now.reported });
  };
  /** Said only once it is so: while it runs nothing was checked yet. */
  const caption = () => t(props.draft.running() || !preview() ? 'pack.nothingSaved' : 'import.checkedAll');
  const unmatched = createMemo(() => {
    const now = preview();
    return now ? unknownNames(now, null) : [];
  });
  return (
    <div class="pack__all">
      <Show when={!app.status().workspace}>
        <WorkspaceFields draft={props.draft} />
      </Show>
      <PackProblems draft={props.draft} />
      <Show when={props.orders.mapping()}>
        <UnmatchedNames draft={props.orders} />
      </Show>
      <KindUnmatched draft={props.draft} unmatched={unmatched()} />
      <Section finding={finding()} caption={caption()}>
        <Show
          when={preview()}
          fallback={
            <Show when={!props.draft.running()}>
              <p class="type-lead">{t('pack.notCheckedText')}</p>
            </Show>
          }
        >
          {(now) => (
            <section
              class="preview__scroll"
              ref={scrollsByKeys}
              aria-label={t('pack.dryRun')}
              classList={{ 'preview--stale': props.draft.running() !== null }}
            >
              <table class="table dry-run">
                <caption class="unseen">{t('pack.dryRun')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('pack.table')}</th>
                    <th scope="col" class="number">
                      {t('pack.rowsSum', { currency: props.draft.currency() })}
                    </th>
                    <th scope="col">{t('pack.merge')}</th>
                    <th scope="col" class="number">
                      {t('pack.beforeAfter')}
                    </th>
                    <th scope="col">{t('pack.asOf')}</th>
                  </tr>
                </thead>
                <tbody>
                  <For each={now().tables}>{(one) => <TableRow draft={props.draft} preview={one} />}</For>
                </tbody>
              </table>
            </section>
          )}
        </Show>
      </Section>
      <Show when={totals()}>
        {(sums) => (
          <p class="type-caption">
            {t('import.barSum', { kept: sums().kept, reported: sums().reported, rowsIn: sums().rowsIn })} ·{' '}
            {t('pack.fateOf', {
              new: sums().new,
              changed: sums().changed,
              same: sums().same,
              gone: sums().gone,
            })}
          </p>
        )}
      </Show>
    </div>
  );
}

function TableRow(props: { draft: PackDraft; preview: TablePreview }) {
  const { t, format } = useText();
  const words = useKindWords();
  const choice = () => props.draft.choice(props.preview.table);
  const name = () => props.preview.table;
  const keepsOld = () => choice()?.merge[props.preview.kind] === 'onlyNew';
  const money = (amount: number | null) =>
    amount === null
      ? '–'
      : format().number(amount / 10 ** CURRENCIES[props.draft.currency()], CURRENCIES[props.draft.currency()]);
  const count = (n: number) => format().count(n);
  const sum = (parts: { all: string; kept: string; reported: string; trouble: boolean }) => (
    <>
      {parts.all} = {parts.kept} + <span class={parts.trouble ? 'tone-bad' : 'faint'}>{parts.reported}</span>
    </>
  );
  const asOf = () => choice()?.asOf ?? props.preview.to;
  return (
    <tr>
      <th scope="row">
        <Button look="link" onClick={() => props.draft.go(props.preview.table)}>
          {name()}
        </Button>
        <div class="quiet">{words.kind(props.preview.kind)}</div>
      </th>
      <td class="number">
        <div>
          {sum({
            all: count(props.preview.rowsIn),
            kept: count(props.preview.kept),
            reported: count(props.preview.reported),
            trouble: props.preview.reported > 0,
          })}
        </div>
        <Show when={props.preview.amountIn !== null}>
          <div class="quiet">
            {sum({
              all: money(props.preview.amountIn),
              kept: money(props.preview.amountKept),
              reported: money(props.preview.amountReported),
              trouble: props.preview.amountReported !== 0,
            })}
          </div>
        </Show>
      </td>
      <td>
        <div>{t('pack.fateNew', { new: props.preview.merge.new, changed: props.preview.merge.changed })}</div>
        <div class="quiet">
          {t(keepsOld() ? 'pack.fateStays' : 'pack.fateOld', { same: props.preview.merge.same })}
          <Show when={props.preview.merge.gone > 0}>
            <span class="tone-warn">{t('pack.goneRows', { n: props.preview.merge.gone })}</span>
          </Show>
        </div>
      </td>
      <td class="number">
        <div>
          {count(props.preview.before.rows)} → {count(props.preview.after.rows)}
        </div>
        <Show when={props.preview.after.amount !== null}>
          <div class="faint">
            {money(props.preview.before.amount)} → {money(props.preview.after.amount)}
          </div>
        </Show>
      </td>
      <td>
        <input
          type="date"
          class="input dry-run__day"
          aria-label={t('pack.asOfFor', { table: name(), kind: words.kind(props.preview.kind) })}
          title={t('pack.asOfHow')}
          value={asOf() === null ? '' : format().isoDay(asOf())}
          onChange={(event) => {
            const now = choice();
            if (now) props.draft.change({ ...now, asOf: dayOfIsoDate(event.currentTarget.value) });
          }}
        />
        <Show when={props.preview.from !== null}>
          <div class="quiet">
            {format().interval(format().isoDay(props.preview.from), format().isoDay(props.preview.to))}
          </div>
        </Show>
      </td>
    </tr>
  );
}
