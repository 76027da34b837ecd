import { createMemo, Show } from 'solid-js';
import type { At } from '~/domain/cell';
import type { NodeForecast } from '~/domain/forecastView';
import { formatAt, parseAt } from '~/state/address';
import { useApp } from '~/state/app';
import { FanChart } from '../../../charts/FanChart';
import { createAnswer } from '../../../components/createAnswer';
import { JobLine } from '../../../components/JobLine';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { ForecastFacts } from './ForecastFacts';
import { ForecastTrouble } from './ForecastTrouble';
import { forecastFinding } from './forecastFinding';
import { ModelPanel } from './ModelPanel';
import { moreRows } from './moreRows';
import { NodePicker } from './NodePicker';
import { OverridePanel } from './OverridePanel';
import { OwnPanel } from './OwnPanel';
import { SpecialMonths } from './SpecialMonths';
import { seasonPeaks } from './seasonPeaks';
import { WhyPanel } from './WhyPanel';
import { YearTable } from './YearTable';
import { yearColumns } from './yearColumns';
import './forecast.css';

/** What is likely to come at a node, against its target, and how far that can be trusted. */
export function NodePage() {
  const app = useApp();
  const { t } = useText();
  const at = createMemo(() => parseAt(app.route().params.at), undefined, {
    equals: (a, b) => formatAt(a) === formatAt(b),
  });
  const isWhole = () => Object.keys(at()).length === 0;
  const answer = createAnswer<At, NodeForecast>({
    kind: 'forecast',
    query: at,
    call: (asked, job) => app.host.nodeForecast({ at: asked }, job),
    expected: ['forecast/noHistory'],
  });
  const choose = (next: At) => app.setParams({ at: formatAt(next) || null });
  const shown = () => {
    const view = answer.view()?.view;
    return view && formatAt(view.at) === formatAt(at()) ? view.label || t('words.unassigned') : '';
  };
  const scope = () => (isWhole() ? '' : shown() || '…');
  return (
    <div class="forecast" aria-busy={answer.job() !== null}>
      <div class="forecast-bar">
        <NodePicker label={scope()} onChoose={choose} />
        <JobLine job={answer.job()} stopped={answer.stopped()} words={t('forecast.computing')} onAgain={answer.again} />
      </div>
      <Show
        when={answer.refused().length > 0}
        fallback={
          <Show when={answer.view()} fallback={<div class="forecast-ghost" aria-busy={answer.job() !== null} />}>
            {(node) => <ForecastWork node={node()} scope={scope()} stale={answer.job() !== null} />}
          </Show>
        }
      >
        <ForecastTrouble
          trouble={answer.refused().includes('forecast/noHistory') ? 'noHistory' : 'failed'}
          at={at()}
          scope={scope() === '…' ? t('forecast.scope') : scope()}
          onWhole={() => choose({})}
          onAgain={answer.again}
        />
      </Show>
    </div>
  );
}

function ForecastWork(props: { node: NodeForecast; scope: string; stale: boolean }) {
  const view = () => props.node.view;
  const app = useApp();
  const { t, format, language } = useText();
  const money = useMoney();
  const plan = () => app.status().plan;
  const festivals = () => (plan() ?? app.status().workspace)?.currency === 'CNY';
  const finding = () => {
    // Read so that the finding follows the language.
    language();
    const said = forecastFinding(view(), { t, money: money.show });
    const { chance } = props.node;
    const whole =
      chance === null ? said : t('forecast.findingChance', { finding: said, chance: format().probability(chance) });
    return Object.keys(view().at).length === 0
      ? whole
      : t('forecast.scopeFinding', { scope: view().label || t('words.unassigned'), finding: whole });
  };
  const caption = () =>
    t('forecast.caption', {
      unit: money.label(),
      date: format().isoDay(view().asOf),
      months: view().months,
    });
  const marks = () => ({
    override: new Map(props.node.overrides.map(({ month, amount }) => [month, amount])),
    own: new Map((props.node.own?.months ?? []).map(({ month, amount }) => [month, amount])),
  });
  const columns = () => {
    const periods = plan()?.periods.map(({ id }) => id) ?? [];
    return periods.length === 0 ? [] : yearColumns(view(), periods);
  };
  return (
    <div class="forecast-work" classList={{ 'forecast-work--stale': props.stale }}>
      <div class="forecast-main">
        <FanChart view={view()} marks={marks()} finding={finding()} caption={caption()} festivals={festivals()} />
        <Show when={columns().length > 0}>
          <YearTable
            label={t('forecast.yearTable', {
              year: format().fiscalYear(plan()?.fiscalYear ?? 0),
              unit: money.label(),
            })}
            columns={columns()}
            more={moreRows(props.node, columns())}
          />
        </Show>
      </div>
      <div class="forecast-side">
        <div class="forecast-side__parts">
          <ModelPanel node={props.node} />
          <Show when={props.node.components}>
            {(components) => <WhyPanel components={components()} peaks={seasonPeaks(view().points)} />}
          </Show>
          <SpecialMonths node={props.node} scope={props.scope || t('event.whole')} />
          <ForecastFacts node={props.node} festivals={festivals()} />
        </div>
        <div class="forecast-side__foot">
          <OwnPanel node={props.node} scope={props.scope || t('forecast.whole')} />
          <OverridePanel node={props.node} />
        </div>
      </div>
    </div>
  );
}
