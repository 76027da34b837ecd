import { createMemo, createResource, createSignal, For, Show } from 'solid-js';
import type { Issue } from '~/domain/issue';
import { readNumber } from '~/domain/number';
import { GROWTH_KINDS, type GrowthKind, type GrowthView } from '~/domain/round';
import { atOfRow } from '~/domain/sheet';
import { useApp } from '~/state/app';
import { useText } from '../../components/TextProvider';
import { useMoney } from '../../components/useMoney';
import { usePlanSheet } from './createPlanSheet';

/** Where the target of the active row is to come from: last year, sources typed by hand, and what nobody has named yet. */
export function GrowthPanel() {
  const app = useApp();
  const { t } = useText();
  const money = useMoney();
  const sheet = usePlanSheet();
  const row = createMemo(() => {
    const active = sheet.active()?.row;
    return active && active.role !== 'unallocated' ? active.id : 'all';
  });
  const [found] = createResource(
    () => ({ row: row(), revision: app.status().revision }),
    ({ row: id }) => app.attempt(app.host.growth(atOfRow(id))),
  );
  return (
    <Show when={found.latest}>
      {(view) => (
        <div class="growth">
          <p class="strong">{view().label || t('plan.totalRow')}</p>
          <table class="table">
            <caption class="unseen">{t('growth.title')}</caption>
            <tbody>
              <Line name={t('plan.field.lastYear')} amount={view().lastYear} />
              <For each={GROWTH_KINDS}>{(kind) => <Source view={view()} kind={kind} />}</For>
              <tr classList={{ 'growth__rest--open': (view().unexplained ?? 0) !== 0 }}>
                <th scope="row">{t('chart.part.unexplained')}</th>
                <td class="number strong">{money.show(view().unexplained)}</td>
              </tr>
            </tbody>
            <tfoot>
              <Line name={t('words.target')} amount={view().target} />
            </tfoot>
          </table>
          <p class="faint">{t('growth.hint', { unit: money.label() })}</p>
        </div>
      )}
    </Show>
  );
}

function Line(props: { name: string; amount: number | null }) {
  const money = useMoney();
  return (
    <tr>
      <th scope="row">{props.name}</th>
      <td class="number">{money.show(props.amount)}</td>
    </tr>
  );
}

/** One source: its own amount can be typed; what its members name stands below it. */
function Source(props: { view: GrowthView; kind: GrowthKind }) {
  const app = useApp();
  const { t, issueText } = useText();
  const money = useMoney();
  const sheet = usePlanSheet();
  const [issue, setIssue] = createSignal<Issue | null>(null);
  const name = () => t(`chart.part.${props.kind}`);
  const source = () => props.view.rows.find(({ kind }) => kind === props.kind);
  const own = () => source()?.own ?? null;
  const shown = () => {
    const amount = own();
    return amount === null ? '' : sheet.view().plain(amount);
  };
  const below = () => (source()?.amount ?? 0) - (own() ?? 0);
  const put = async (text: string) => {
    if (text === shown()) return;
    const read = readNumber(text, { ...sheet.view().reading, current: own(), kind: 'money' });
    if (!read.ok) {
      setIssue(read.issues[0]);
      return;
    }
    setIssue(null);
    const amount = read.value.kind === 'blank' ? null : read.value.amount;
    const done = await app.run(
      { name: 'growth/set', at: props.view.at, kind: props.kind, amount, note: '' },
      { inPlace: true },
    );
    if (!done.ok) setIssue(done.issues[0]);
  };
  return (
    <>
      <tr>
        <th scope="row">{name()}</th>
        <td class="number">
          <input
            class="input input--number input--typed growth__input"
            aria-label={name()}
            aria-invalid={issue() ? 'true' : undefined}
            disabled={sheet.view().readOnly}
            value={shown()}
            onChange={(event) => void put(event.currentTarget.value)}
          />
          <Show when={below() !== 0}>
            <span class="growth__below">+ {money.show(below())}</span>
          </Show>
        </td>
      </tr>
      <Show when={issue()}>
        {(found) => (
          <tr>
            <td colSpan={2} class="field__error" role="alert">
              {issueText(found())}
            </td>
          </tr>
        )}
      </Show>
      <For each={source()?.members}>
        {(member) => (
          <tr class="growth__member">
            <th scope="row">{member.label || t('words.unassigned')}</th>
            <td class="number">{money.show(member.amount)}</td>
          </tr>
        )}
      </For>
    </>
  );
}
