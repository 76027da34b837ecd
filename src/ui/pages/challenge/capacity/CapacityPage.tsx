import { For, Show } from 'solid-js';
import type { CapacityView } from '~/domain/capacityView';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { createAnswer } from '../../../components/createAnswer';
import { EmptyState } from '../../../components/EmptyState';
import { NoPlan } from '../../../components/NoPlan';
import { StatusBar } from '../../../components/StatusBar';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { CapacityRows } from './CapacityRows';
import { CapacityRulePanel } from './CapacityRulePanel';
import './capacity.css';

/** What every seller can carry against what is asked: known customers, new business with ramp and leave, vacancies. */
export function CapacityPage() {
  const app = useApp();
  const { t, format } = useText();
  const answer = createAnswer<true, CapacityView>({
    kind: 'challenge',
    query: () => (app.status().plan ? true : null),
    call: () => app.host.capacity(),
    expected: ['plan/notOpen'],
  });
  const isEmpty = () => answer.view()?.rows.length === 0;
  return (
    <Show
      when={app.status().plan && !isEmpty()}
      fallback={
        <Show when={app.status().plan} fallback={<NoPlan text={t('capacity.noPlan')} />}>
          <EmptyState title={t('capacity.empty')} text={t('capacity.emptyText')}>
            <Button look="primary" onClick={() => app.go('import')}>
              {t('capacity.import')}
            </Button>
          </EmptyState>
        </Show>
      }
    >
      <div class="capacity">
        <Show when={answer.view()} fallback={<div class="capacity__main" aria-busy="true" />}>
          {(view) => (
            <>
              <div class="capacity__side">
                <CapacityRulePanel view={view()} />
              </div>
              <div class="capacity__main">
                <Summary view={view()} />
                <CapacityRows view={view()} />
              </div>
              <StatusBar
                left={<span>{t('capacity.status', { n: view().rows.length })}</span>}
                right={<span>{t('capacity.asOf', { date: format().isoDay(view().asOf) })}</span>}
              />
            </>
          )}
        </Show>
      </div>
    </Show>
  );
}

/** The finding, who is missing, whose customers nobody looks after, and what the figures rest on. */
function Summary(props: { view: CapacityView }) {
  const { t, format, issueText } = useText();
  const money = useMoney();
  const over = () => props.view.rows.filter(({ load }) => load !== null && load > 1).length;
  const finding = () => {
    const { total, missing } = props.view;
    if (total.asked === null) return t('capacity.findingNoTarget', { capacity: money.say(total.capacity) });
    if (props.view.productivity.used === null && total.asked > total.capacity)
      return t('capacity.findingKnown', {
        capacity: money.say(total.capacity),
        asked: money.say(total.asked),
        rest: money.say(total.asked - total.capacity),
      });
    const said = t('capacity.finding', {
      capacity: money.say(total.capacity),
      asked: money.say(total.asked),
      load: format().percent(total.load, 0),
    });
    if (over() === 0) return said;
    const need = missing === null || missing === 0 ? '' : t('capacity.missing', { n: format().number(missing, 1) });
    return said + t('capacity.over', { n: over() }) + need;
  };
  return (
    <div>
      <h2 class="type-section">{finding()}</h2>
      <p class="type-caption">
        {props.view.productivity.used === null
          ? t('capacity.captionNoNew', { unit: money.label() })
          : t('capacity.caption', {
              unit: money.label(),
              productivity: money.show(props.view.productivity.used),
              n: props.view.productivity.sellers,
              retention: props.view.retention === null ? '–' : format().percent(props.view.retention, 0),
            })}
      </p>
      <Show when={props.view.vacant.amount > 0}>
        <p class="capacity__vacant">
          {t('capacity.vacant', {
            amount: money.say(props.view.vacant.amount),
            n: props.view.vacant.customers,
            names: format().list(props.view.vacant.leavers.map(({ name }) => name)) || t('words.unassigned'),
          })}
        </p>
      </Show>
      <For each={props.view.issues}>{(issue) => <p class="type-caption">{issueText(issue)}</p>}</For>
    </div>
  );
}
