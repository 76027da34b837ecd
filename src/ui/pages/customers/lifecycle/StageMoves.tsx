import X from 'lucide-solid/icons/x';
import { For, Show } from 'solid-js';
import { LIFECYCLE_STAGES, type LifecycleStage } from '~/domain/segmentation';
import type { LifecycleView, StageChanges } from '~/domain/segmentView';
import { useApp } from '~/state/app';
import { LongTable } from '../../../components/LongTable';
import { Section } from '../../../components/Section';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import type { LifecycleState } from './createLifecycle';
import { StageMark } from './StageMark';

type Change = StageChanges['rows'][number];
type Head = 'name' | 'from' | 'to' | 'sales' | 'last';

/** Who changed stage since the month end before: as a matrix, and by name. */
export function StageMoves(props: { state: LifecycleState; view: LifecycleView; moves: number[][] }) {
  const { t, format } = useText();
  const total = () =>
    props.moves.reduce((sum, row, r) => sum + row.reduce((all, n, c) => all + (r === c ? 0 : n), 0), 0);
  const day = () => format().isoDay(props.view.movesFrom);
  const name = (stage: LifecycleStage) => t(`lifecycle.stage.${stage}`);
  const asked = () => props.state.changes.query();
  return (
    <>
      <Section
        finding={
          total() > 0 ? t('lifecycle.moves', { n: total(), day: day() }) : t('lifecycle.noMoves', { day: day() })
        }
        caption={t('lifecycle.movesCaption')}
      >
        <div class="matrix__scroll">
          <table class="table">
            <caption class="unseen">{t('lifecycle.movesTable')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('lifecycle.before')}</th>
                <For each={LIFECYCLE_STAGES}>
                  {(stage) => (
                    <th scope="col" class="number">
                      {name(stage)}
                    </th>
                  )}
                </For>
              </tr>
            </thead>
            <tbody>
              <For each={LIFECYCLE_STAGES}>
                {(from, r) => (
                  <tr>
                    <th scope="row">{name(from)}</th>
                    <For each={LIFECYCLE_STAGES}>
                      {(to, c) => {
                        const n = () => props.moves[r()]?.[c()] ?? 0;
                        const isMove = () => r() !== c() && n() > 0;
                        return (
                          <td class="number" classList={{ faint: !isMove() }}>
                            <Show when={isMove()} fallback={n() === 0 ? '' : format().count(n())}>
                              <button
                                type="button"
                                class="link strong"
                                aria-pressed={asked().from === from && asked().to === to}
                                aria-label={`${t('lifecycle.filter', { from: name(from), to: name(to) })}: ${n()}`}
                                onClick={() => props.state.showMoves(from, to)}
                              >
                                {format().count(n())}
                              </button>
                            </Show>
                          </td>
                        );
                      }}
                    </For>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
      </Section>
      <Show when={total() > 0}>
        <ChangedList state={props.state} />
      </Show>
    </>
  );
}

function ChangedList(props: { state: LifecycleState }) {
  const app = useApp();
  const { t, format } = useText();
  const money = useMoney();
  const asked = () => props.state.changes.query();
  const stage = (one: LifecycleStage) => (
    <>
      <StageMark stage={one} />
      {t(`lifecycle.stage.${one}`)}
    </>
  );
  return (
    <div class="changed">
      <div class="changed__head">
        <h2 class="type-section">{t('lifecycle.changed')}</h2>
        <Show when={asked().from && asked().to ? { from: asked().from, to: asked().to } : null}>
          {(cell) => (
            <button type="button" class="chip list-tools__cell" onClick={() => props.state.showMoves(null, null)}>
              {t('lifecycle.filter', {
                from: t(`lifecycle.stage.${cell().from ?? 'new'}`),
                to: t(`lifecycle.stage.${cell().to ?? 'new'}`),
              })}
              <X size={12} class="icon" aria-hidden="true" />
              <span class="unseen">{t('lifecycle.all')}</span>
            </button>
          )}
        </Show>
      </div>
      <LongTable<Change, Head>
        label={t('lifecycle.changed')}
        columns={[
          {
            id: 'name',
            head: t('lifecycle.customer'),
            rowHead: true,
            cell: (row) => (
              <button
                type="button"
                class="link"
                title={t('lifecycle.open', { name: row.name })}
                onClick={() => app.go('customers', { code: String(row.code) })}
              >
                {row.name}
              </button>
            ),
          },
          { id: 'from', head: t('lifecycle.from'), cell: (row) => stage(row.from) },
          { id: 'to', head: t('lifecycle.to'), cell: (row) => stage(row.to) },
          {
            id: 'sales',
            head: t('lifecycle.sales', { unit: money.label() }),
            number: true,
            cell: (row) => money.show(row.sales),
          },
          {
            id: 'last',
            head: t('lifecycle.lastOrder'),
            number: true,
            cell: (row) => format().isoDay(row.lastDay) || '–',
          },
        ]}
        rows={props.state.changes.view()?.rows ?? []}
        first={props.state.changes.first()}
        matching={props.state.changes.view()?.total ?? 0}
        onLook={(span) => props.state.changes.look(span)}
        list={asked()}
        busy={props.state.changes.stale()}
        none={t('lifecycle.changedNone')}
      />
    </div>
  );
}
