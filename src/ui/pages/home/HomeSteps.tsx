import Check from 'lucide-solid/icons/check';
import { createSignal, For, Show } from 'solid-js';
import { WORKING_TARGET } from '~/domain/plan';
import type { HomeView } from '~/domain/view';
import { useApp } from '~/state/app';
import type { PageId } from '~/state/route';
import { Button } from '../../components/Button';
import { useText } from '../../components/TextProvider';
import { useMoney } from '../../components/useMoney';
import { useActions } from '../../shell/useActions';

type Step = HomeView['steps'][number];

const PLACES: Record<Exclude<Step['id'], 'share'>, PageId> = {
  target: 'plan',
  decomposed: 'plan',
  orders: 'import',
  tiers: 'customers',
  forecast: 'forecast',
  kpis: 'review',
};

/** The way from a target to a shared plan. The first open step carries the one primary button of the page. */
export function HomeSteps(props: { view: HomeView }) {
  const { t } = useText();
  const [hidden, setHidden] = createSignal(false);
  const done = () => props.view.steps.filter((step) => step.done).length;
  const next = () => props.view.steps.find((step) => !step.done)?.id ?? null;
  return (
    <section class="home-part" aria-labelledby="home-steps">
      <div class="home-part__head">
        <h2 id="home-steps" class="type-section">
          {t('home.stepsDone', { done: done(), all: props.view.steps.length })}
        </h2>
        <Button look="link" aria-expanded={!hidden()} onClick={() => setHidden(!hidden())}>
          {hidden() ? t('home.show') : t('home.hide')}
        </Button>
      </div>
      <Show when={!hidden()}>
        <ol>
          <For each={props.view.steps}>
            {(step) => <StepLine step={step} view={props.view} isNext={step.id === next()} />}
          </For>
        </ol>
      </Show>
    </section>
  );
}

function StepLine(props: { step: Step; view: HomeView; isNext: boolean }) {
  const { t } = useText();
  const money = useMoney();
  return (
    <li class="home-step" classList={{ 'home-step--next': props.isNext, 'home-step--done': props.step.done }}>
      <span class="home-step__tick">
        <Show when={props.step.done}>
          <Check size={12} stroke-width={2} aria-hidden="true" />
        </Show>
        <span class="unseen">{props.step.done ? t('home.stepDone') : t('home.stepOpen')}</span>
      </span>
      <span class="home-step__name">{t(`home.step.${props.step.id}`)}</span>
      <Show
        when={props.isNext}
        fallback={<span class="quiet">{props.step.amount === null ? '' : money.say(props.step.amount)}</span>}
      >
        <StepAction step={props.step} view={props.view} />
      </Show>
    </li>
  );
}

function StepAction(props: { step: Step; view: HomeView }) {
  const app = useApp();
  const { t, issueText } = useText();
  const money = useMoney();
  const actions = useActions();
  const rest = () => {
    const { goal, allocated } = props.view;
    return props.step.id === 'decomposed' && goal !== null && allocated !== null ? goal - allocated : 0;
  };
  const act = () => {
    const { id } = props.step;
    if (id === 'share') actions.run('exportWorkbook');
    else if (rest() > 0) {
      const periods = app.status().plan?.periods.map((period) => period.id) ?? [];
      void app.run({ name: 'targets/fillUnallocated', cell: { column: WORKING_TARGET, at: {}, periods } });
    } else app.go(PLACES[id]);
  };
  const blocked = () => (rest() > 0 && app.status().readOnly !== null ? issueText({ code: 'plan/readOnly' }) : null);
  return (
    <Button look="primary" blocked={blocked()} onClick={act}>
      {rest() > 0 ? t('home.allocateRest', { amount: money.show(rest()) }) : t(`home.stepAction.${props.step.id}`)}
    </Button>
  );
}
