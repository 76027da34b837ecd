import ArrowDown from 'lucide-solid/icons/arrow-down';
import ArrowUp from 'lucide-solid/icons/arrow-up';
import { createMemo, For, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import type { CustomersView } from '~/domain/view';
import { Section } from '../../../components/Section';
import { useText } from '../../../components/TextProvider';
import { moveMatrix, TIERS } from './moveMatrix';
import { TierBadge } from './TierBadge';

/** Tiers before the rule against after it: up is washed blue, down amber, and both carry an arrow. */
export function MoveTable(props: { view: CustomersView; tried: boolean }) {
  const { t, format } = useText();
  const matrix = createMemo(() => moveMatrix(props.view));
  const finding = () =>
    props.view.inForce
      ? t(matrix().moves > 0 ? 'customers.movesSinceFinding' : 'customers.movesSinceNone', {
          n: matrix().moves,
          all: matrix().total,
        })
      : props.tried
        ? t('customers.movesFinding', { n: matrix().moves, all: matrix().total })
        : t('customers.noMoves', { n: matrix().total });
  return (
    <Section
      finding={finding()}
      caption={
        props.view.inForce
          ? t('customers.movesSince', { day: format().isoDay(props.view.inForce.on) })
          : t(props.tried ? 'customers.movesHint' : 'customers.noMovesHint')
      }
    >
      <table class="table move-table">
        <caption class="unseen">{t('customers.movesTable')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('customers.before')}</th>
            <For each={TIERS}>
              {(tier) => (
                <th scope="col" class="number">
                  <span class="unseen">{t('customers.after')} </span>
                  {tier}
                </th>
              )}
            </For>
            <th scope="col" class="number">
              {t('customers.total')}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={matrix().rows}>
            {(row) => (
              <tr>
                <th scope="row">
                  <TierBadge tier={row.from} />
                </th>
                <For each={row.cells}>
                  {(cell) => (
                    <td
                      class="number"
                      classList={{
                        'move-table__up': cell.move === 'up' && cell.customers > 0,
                        'move-table__down': cell.move === 'down' && cell.customers > 0,
                      }}
                    >
                      <Show when={cell.customers > 0 && cell.move}>
                        {(move) => (
                          <>
                            <Dynamic
                              component={move() === 'up' ? ArrowUp : ArrowDown}
                              size={13}
                              stroke-width={1.8}
                              aria-hidden="true"
                            />
                            <span class="unseen">{t(`customers.${move()}`)} </span>
                          </>
                        )}
                      </Show>
                      {format().count(cell.customers)}
                    </td>
                  )}
                </For>
                <td class="number quiet">{format().count(row.total)}</td>
              </tr>
            )}
          </For>
        </tbody>
        <tfoot>
          <tr>
            <td>{t('customers.total')}</td>
            <For each={matrix().after}>{(count) => <td class="number">{format().count(count)}</td>}</For>
            <td class="number">{format().count(matrix().total)}</td>
          </tr>
        </tfoot>
      </table>
    </Section>
  );
}
