import { createMemo, createSignal, For, Show } from 'solid-js';
import type { BalanceQuery, BalanceView } from '~/domain/balanceView';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { createAnswer } from '../../../components/createAnswer';
import { dimensionName } from '../../../components/dimensionName';
import { EmptyState } from '../../../components/EmptyState';
import { JobLine } from '../../../components/JobLine';
import { Segment } from '../../../components/Segment';
import { Select } from '../../../components/Select';
import { StatusBar } from '../../../components/StatusBar';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { LINES } from '../check/checkState';
import { BalanceRows } from './BalanceRows';
import { LockPrices } from './LockPrices';
import { MovesTable } from './MovesTable';
import { RatchetLine } from './RatchetLine';
import { SpreadTable } from './SpreadTable';
import './balance.css';

const WAYS = ['chance', 'stretch'] as const;
const EXPECTED = ['plan/notOpen', 'balance/notPlanned'];

/** A fixed total laid out so that it is equally hard for all, and what stands in the way. */
export function BalancePage() {
  const app = useApp();
  const { t } = useText();
  const params = () => app.route().params;
  const dimensions = () => app.status().plan?.groups[0].dimensions ?? [];
  const asked = createMemo(() =>
    [
      params().line ?? '',
      params().by ?? '',
      params().dimension ?? (dimensions().includes('seller') ? 'seller' : dimensions()[0]),
    ].join('|'),
  );
  const query = createMemo<BalanceQuery>(() => {
    const [line, by, dimension] = asked().split('|');
    return {
      line: LINES.find((one) => one === line) ?? 'target',
      by: by === 'stretch' ? 'stretch' : 'chance',
      dimension,
    };
  });
  const answer = createAnswer<BalanceQuery, BalanceView>({
    kind: 'balance',
    query: () => (query().dimension === '' ? null : query()),
    call: (one, job) => app.host.balance(one, job),
    expected: EXPECTED,
  });
  const name = (dimension: string) => dimensionName(t, dimension, app.status().plan?.titles);
  return (
    <Show
      when={app.status().plan && !answer.refused().includes('balance/notPlanned')}
      fallback={<EmptyState title={t('balance.empty')} text={t('balance.emptyText')} />}
    >
      <div class="balance" aria-busy={answer.job() !== null}>
        <div class="balance__side">
          <h2 class="type-section">{t('balance.title')}</h2>
          <p class="type-caption">{t('balance.lead')}</p>
          <Select
            label={t('balance.dimension')}
            options={dimensions().map((value) => ({ value, label: name(value) }))}
            value={query().dimension}
            onChange={(dimension) => app.setParams({ dimension })}
          />
          <div>
            <p class="type-caption">{t('challenge.line')}</p>
            <Segment
              label={t('challenge.line')}
              options={LINES.map((value) => ({ value, label: t(`challenge.lines.${value}`) }))}
              value={query().line}
              onChange={(line) => app.setParams({ line: line === 'target' ? null : line })}
            />
          </div>
          <div>
            <p class="type-caption">{t('balance.by')}</p>
            <Segment
              label={t('balance.by')}
              options={WAYS.map((value) => ({ value, label: t(`balance.way.${value}`) }))}
              value={query().by}
              onChange={(by) => app.setParams({ by: by === 'chance' ? null : by })}
            />
            <p class="type-caption">{t(`balance.about.${query().by}`)}</p>
          </div>
          <JobLine job={answer.job()} stopped={answer.stopped()} words={t('job.balance')} onAgain={answer.again} />
          <Show when={answer.view()}>{(view) => <Side view={view()} />}</Show>
        </div>
        <div class="balance__main">
          <Show when={answer.view()} fallback={<div class="balance__ghost" aria-busy="true" />}>
            {(view) => (
              <>
                <BalanceRows view={view()} />
                <LockPrices view={view()} />
                <MovesTable view={view()} />
              </>
            )}
          </Show>
        </div>
      </div>
    </Show>
  );
}

function Side(props: { view: BalanceView }) {
  const app = useApp();
  const { t, format, issueText } = useText();
  const money = useMoney();
  const [busy, setBusy] = createSignal(false);
  const blocked = () => {
    if (app.status().readOnly !== null) return t('challenge.readOnly');
    return props.view.cells.length === 0 ? t('balance.nothing') : null;
  };
  const apply = async () => {
    if (busy()) return;
    setBusy(true);
    const { cell, cells } = props.view;
    const why = t('balance.why');
    await app.run({
      name: 'targets/balance',
      cells: cells.map(({ at, amount }) => ({ cell: { ...cell, at }, amount })),
      why,
      reason: why,
    });
    setBusy(false);
  };
  return (
    <>
      <SpreadTable view={props.view} />
      <RatchetLine view={props.view} />
      <For each={props.view.issues}>{(issue) => <p class="type-caption">{issueText(issue)}</p>}</For>
      <Button look="primary" blocked={blocked()} onClick={() => void apply()}>
        {t('balance.apply', { n: props.view.cells.length })}
      </Button>
      <StatusBar
        left={<span>{t('balance.total', { total: money.say(props.view.total) })}</span>}
        right={<span>{t('balance.asOf', { date: format().isoDay(props.view.asOf) })}</span>}
      />
    </>
  );
}
