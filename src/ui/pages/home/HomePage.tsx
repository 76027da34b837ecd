import { Show } from 'solid-js';
import type { HomeView } from '~/domain/view';
import { useApp } from '~/state/app';
import '../../charts/charts.css';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { lazyPart } from '../../components/lazyPart';
import { Section } from '../../components/Section';
import { useText } from '../../components/TextProvider';
import { useMoney } from '../../components/useMoney';
import { createHome } from './createHome';
import { HomeAttention } from './HomeAttention';
import { HomeChanges } from './HomeChanges';
import { HomeFigures } from './HomeFigures';
import { HomeSkeleton } from './HomeSkeleton';
import { HomeStatus } from './HomeStatus';
import { HomeSteps } from './HomeSteps';
import { homeFinding } from './homeFinding';
import { homeTitle } from './homeTitle';
import { shownAttention } from './shownAttention';
import './home.css';

const BurnUpChart = lazyPart(async () => (await import('../../charts/BurnUpChart')).BurnUpChart);

/** Where the plan stands, what needs attention, and what to do next. */
export function HomePage() {
  const app = useApp();
  const home = createHome(app);
  return (
    <Show when={app.status().workspace} fallback={<HomeSkeleton />}>
      <Show when={app.status().plan} fallback={<NoPlan />}>
        <Show when={home.view()} fallback={<HomeSkeleton />}>
          {(view) => <HomeWork view={view()} stale={home.stale()} />}
        </Show>
      </Show>
    </Show>
  );
}

function HomeWork(props: { view: HomeView; stale: boolean }) {
  const app = useApp();
  const { t, format, language } = useText();
  const money = useMoney();
  const title = () => {
    // Read so that the finding follows the language.
    language();
    const finding = homeFinding({
      view: props.view,
      dimension: app.status().plan?.dimensions[0] ?? null,
      isNothing: (amount) => money.show(amount) === money.show(0),
    });
    return homeTitle(finding, { t, money: money.say });
  };
  const caption = () =>
    props.view.asOf === null
      ? t('home.noData', { unit: money.label() })
      : t('home.asOf', { date: format().isoDay(props.view.asOf), unit: money.label() });
  // The line adds up the months: what no month holds yet is not in it.
  const targetName = () => {
    const { goal, allocated } = props.view;
    return goal !== null && goal !== allocated ? t('home.allocated') : undefined;
  };
  const entries = () => shownAttention(props.view.attention, (amount) => money.show(amount) === money.show(0));
  return (
    <div class="home" classList={{ 'home--stale': props.stale }} aria-busy={props.stale}>
      <div class="home-main">
        <div class="home-title">
          <h2 class="type-finding">{title()}</h2>
          <p class="home-title__caption">{caption()}</p>
        </div>
        <HomeFigures view={props.view} />
        <BurnUpChart
          wanted
          meanwhile={
            <Section finding={t('home.burnUp')}>
              <div class="chart-box" />
            </Section>
          }
          burnUp={props.view.burnUp}
          asOf={props.view.asOf}
          finding={t('home.burnUp')}
          targetName={targetName()}
        />
        <HomeChanges changes={props.view.changes} />
      </div>
      <div class="home-side">
        <HomeAttention entries={entries()} />
        <HomeSteps view={props.view} />
      </div>
      <HomeStatus view={props.view} />
    </div>
  );
}

/** Orders but no plan, or nothing at all: says what will be here and where to start. */
function NoPlan() {
  const app = useApp();
  const { t } = useText();
  const hasOrders = () => app.status().asOf !== null;
  return (
    <Show
      when={hasOrders()}
      fallback={
        <EmptyState title={t('home.emptyTitle')} text={t('home.emptyText')}>
          <div class="home-empty">
            <Button look="primary" onClick={() => app.go('import')}>
              {t('home.emptyImport')}
            </Button>
            <Button onClick={() => app.go('wizard')}>{t('home.emptyTarget')}</Button>
          </div>
        </EmptyState>
      }
    >
      <EmptyState title={t('home.emptyOrdersTitle')} text={t('home.emptyOrdersText')}>
        <Button look="primary" onClick={() => app.go('wizard')}>
          {t('home.emptyTarget')}
        </Button>
      </EmptyState>
    </Show>
  );
}
