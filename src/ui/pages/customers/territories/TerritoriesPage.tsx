import { Show } from 'solid-js';
import {
  TERRITORY_FIGURES,
  type TerritoryAnswer,
  type TerritoryFigure,
  type TerritoryGroup,
} from '~/domain/territoryView';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { EmptyState } from '../../../components/EmptyState';
import { Section } from '../../../components/Section';
import { Segment } from '../../../components/Segment';
import { StatusBar } from '../../../components/StatusBar';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { BalanceTable } from './BalanceTable';
import { CustomerTable } from './CustomerTable';
import { createTerritories, type TerritoriesState } from './createTerritories';
import { DraftBar } from './DraftBar';
import { HistoryPart } from './HistoryPart';
import { ListTools } from './ListTools';
import './territories.css';

/** Who looks after whom, and what moving customers would change. */
export function TerritoriesPage() {
  const app = useApp();
  const { t } = useText();
  const state = createTerritories();
  return (
    <Show when={state.answer()} fallback={<div class="territory" aria-busy="true" />}>
      {(answer) => (
        <Show
          when={answer().balance.total.customers > 0}
          fallback={
            <EmptyState title={t('territory.noCustomers')} text={t('territory.noCustomersText')}>
              <Button look="primary" onClick={() => app.go('import')}>
                {t('customers.importOrders')}
              </Button>
            </EmptyState>
          }
        >
          <div class="territory">
            <DraftBar state={state} answer={answer()} />
            <Balance state={state} answer={answer()} />
            <Show when={state.list.view()}>
              {(view) => (
                <div class="territory-list">
                  <ListTools state={state} view={view()} balance={answer().balance} />
                  <CustomerTable state={state} view={view()} />
                </div>
              )}
            </Show>
            <HistoryPart />
          </div>
          <Foot answer={answer()} />
        </Show>
      )}
    </Show>
  );
}

/** Who carries how much, under what stands out. */
function Balance(props: { state: TerritoriesState; answer: TerritoryAnswer }) {
  const app = useApp();
  const { t, format } = useText();
  const figure = () => props.state.figure();
  const balance = () => props.answer.balance;
  const finding = () => {
    const name = t(`territory.figure.${figure()}`);
    if (props.state.by() === 'region') return t('territory.findingRegion', { figure: name });
    const { mean } = balance().evenness[figure()].after;
    if (mean === null || !(mean > 0)) return t('territory.findingNone', { figure: name });
    const carriers = balance().rows.filter(({ code }) => balance().sellers.some((seller) => seller.code === code));
    const shares = carriers.map((row) => ({ row, share: (row.after[figure()] ?? 0) / mean }));
    const most = shares.reduce((a, b) => (b.share > a.share ? b : a));
    if (shares.every(({ share }) => Math.abs(share - 1) <= 0.1)) return t('territory.findingEven', { figure: name });
    return t('territory.finding', { figure: name, name: most.row.name, share: format().percent(most.share, 0) });
  };
  const caption = () => {
    const { before, after } = balance().evenness[figure()];
    const day = format().isoDay(balance().asOf);
    const [gini, giniAfter] = [format().number(before.gini, 2), format().number(after.gini, 2)];
    const [was, is] = [format().number(before.variation, 2), format().number(after.variation, 2)];
    return props.state.moves().length > 0
      ? t('territory.captionAfter', { day, before: was, after: is, gini, giniAfter })
      : t('territory.caption', { day, before: was, gini });
  };
  return (
    <Section
      finding={finding()}
      caption={caption()}
      tools={
        <div class="territory-tools">
          <Segment<TerritoryGroup>
            label={t('territory.by.label')}
            options={(['seller', 'region'] as const).map((value) => ({ value, label: t(`territory.by.${value}`) }))}
            value={props.state.by()}
            onChange={props.state.setBy}
          />
          <Segment<TerritoryFigure>
            label={t('territory.figureLabel')}
            options={TERRITORY_FIGURES.map((value) => ({ value, label: t(`territory.figure.${value}`) }))}
            value={figure()}
            onChange={props.state.setFigure}
          />
        </div>
      }
    >
      <Show when={figure() === 'potential' && balance().potentialUnknown > 0}>
        <p class="type-caption">{t('territory.potentialUnknown', { n: balance().potentialUnknown })}</p>
      </Show>
      <Show when={figure() === 'hours' && balance().packages === 0}>
        <p class="type-caption">
          {t('territory.noPackages')}{' '}
          <Button look="link" onClick={() => app.go('customers', { tab: 'service', part: 'packages' })}>
            {t('territory.setPackages')}
          </Button>
        </p>
      </Show>
      <BalanceTable state={props.state} view={balance()} />
    </Section>
  );
}

function Foot(props: { answer: TerritoryAnswer }) {
  const { t, format } = useText();
  const money = useMoney();
  return (
    <StatusBar
      left={<span>{t('territory.on', { day: format().isoDay(props.answer.balance.from) })}</span>}
      right={<span>{t('territory.unit', { unit: money.label() })}</span>}
    />
  );
}
