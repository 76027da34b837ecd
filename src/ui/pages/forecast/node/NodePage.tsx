import { createMemo, Show } from 'solid-js';
import type { At } from '~/domain/cell';
import type { ForecastView } from '~/domain/view';
import { formatAt, parseAt } from '~/state/address';
import { useApp } from '~/state/app';
import { FanChart } from '../../../charts/FanChart';
import { Button } from '../../../components/Button';
import { Progress } from '../../../components/Progress';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { createForecast } from './createForecast';
import { ForecastFacts } from './ForecastFacts';
import { ForecastTrouble } from './ForecastTrouble';
import { forecastFinding } from './forecastFinding';
import { ModelPanel } from './ModelPanel';
import { NodePicker } from './NodePicker';
import { YearTable } from './YearTable';
import { yearColumns } from './yearColumns';
import './forecast.css';

/** What is likely to come at a node, against its target, and how far that can be trusted. */
export function NodePage() {
  const app = useApp();
  const { t } = useText();
  const at = createMemo(() => parseAt(app.route().params.at));
  const isWhole = () => Object.keys(at()).length === 0;
  const forecast = createForecast(app, at);
  const choose = (next: At) => app.setParams({ at: formatAt(next) || null });
  const shown = () => {
    const view = forecast.view();
    return view && formatAt(view.at) === formatAt(at()) ? view.label || t('words.unassigned') : '';
  };
  const scope = () => (isWhole() ? '' : shown() || '…');
  return (
    <div class="forecast" aria-busy={forecast.job() !== null}>
      <div class="forecast-bar">
        <NodePicker label={scope()} onChoose={choose} />
        <Show when={forecast.job()}>
          {(job) => (
            <div class="forecast-job" role="status">
              <span class="quiet">{t('forecast.computing')}</span>
              <span class="forecast-job__bar">
                <Progress
                  label={t('forecast.computing')}
                  done={job().state()?.done ?? 0}
                  total={job().state()?.total ?? null}
                />
              </span>
              <Button look="link" onClick={() => job().cancel()}>
                {t('forecast.cancel')}
              </Button>
            </div>
          )}
        </Show>
      </div>
      <Show
        when={forecast.trouble()}
        fallback={
          <Show when={forecast.view()} fallback={<div class="forecast-ghost" aria-busy="true" />}>
            {(view) => <ForecastWork view={view()} scope={scope()} stale={forecast.job() !== null} />}
          </Show>
        }
      >
        {(trouble) => (
          <ForecastTrouble
            trouble={trouble()}
            isWhole={isWhole()}
            scope={scope() === '…' ? t('forecast.scope') : scope()}
            onWhole={() => choose({})}
            onAgain={forecast.again}
          />
        )}
      </Show>
    </div>
  );
}

function ForecastWork(props: { view: ForecastView; scope: string; stale: boolean }) {
  const app = useApp();
  const { t, format, language } = useText();
  const money = useMoney();
  const plan = () => app.status().plan;
  const festivals = () => (plan() ?? app.status().workspace)?.currency === 'CNY';
  const finding = () => {
    // Read so that the finding follows the language.
    language();
    const said = forecastFinding(props.view, { t, money: money.show });
    return Object.keys(props.view.at).length === 0
      ? said
      : t('forecast.scopeFinding', { scope: props.view.label || t('words.unassigned'), finding: said });
  };
  const caption = () =>
    t('forecast.caption', {
      unit: money.label(),
      date: format().isoDay(props.view.asOf),
      months: props.view.months,
    });
  const columns = () => {
    const periods = plan()?.periods.map(({ id }) => id) ?? [];
    return periods.length === 0 ? [] : yearColumns(props.view, periods);
  };
  return (
    <div class="forecast-work" classList={{ 'forecast-work--stale': props.stale }}>
      <div class="forecast-main">
        <FanChart view={props.view} finding={finding()} caption={caption()} festivals={festivals()} />
        <Show when={columns().length > 0}>
          <YearTable
            label={t('forecast.yearTable', {
              year: format().fiscalYear(plan()?.fiscalYear ?? 0),
              unit: money.label(),
            })}
            columns={columns()}
          />
        </Show>
      </div>
      <div class="forecast-side">
        <ModelPanel view={props.view} />
        <ForecastFacts view={props.view} festivals={festivals()} />
      </div>
    </div>
  );
}
