import { For, Show } from 'solid-js';
import type { RoundLine, RoundsView } from '~/domain/round';
import { Button } from '../../../components/Button';
import { StatusMark } from '../../../components/StatusMark';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';

export interface AnswerTableProps {
  lines: readonly RoundLine[];
  totals: RoundsView['totals'];
  label: string;
  onOpen(member: number): void;
}

/** Who has answered what: handed down, proposed, the gap, and how it was settled. */
export function AnswerTable(props: AnswerTableProps) {
  const { t } = useText();
  const money = useMoney();
  const heads = () => [t('round.assigned'), t('round.target'), t('round.proposed'), t('round.gap'), t('round.agreed')];
  const assigned = () =>
    props.lines.reduce<number | null>((sum, line) => (line.assigned === null ? sum : (sum ?? 0) + line.assigned), null);
  const status = (line: RoundLine) => {
    if (line.late) return { status: 'bad' as const, word: line.submittedAt ? t('round.late') : t('round.overdue') };
    return line.submittedAt
      ? { status: 'good' as const, word: t('round.submitted') }
      : { status: null, word: t('round.waiting') };
  };
  return (
    <div class="plan-part__scroll">
      <table class="table">
        <caption class="unseen">{props.label}</caption>
        <thead>
          <tr>
            <th scope="col">{t('round.member')}</th>
            <th scope="col">{t('round.state')}</th>
            <For each={heads()}>
              {(head) => (
                <th scope="col" class="number">
                  {head}
                </th>
              )}
            </For>
            <th scope="col">{t('round.said')}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.lines}>
            {(line) => (
              <tr>
                <th scope="row">
                  <Button look="link" onClick={() => props.onOpen(line.member)}>
                    {line.label || t('words.unassigned')}
                  </Button>
                </th>
                <td>
                  <StatusMark {...status(line)} />
                </td>
                <td class="number">{money.show(line.assigned)}</td>
                <td class="number">{money.show(line.target)}</td>
                <td class="number">{money.show(line.proposed)}</td>
                <td class="number strong">{money.show(line.gap)}</td>
                <td class="number">{money.show(line.agreed)}</td>
                <td>
                  <Show when={line.objection}>
                    <span>{line.objection}</span>
                  </Show>
                  <Show when={line.reply}>
                    {' '}
                    <span class="quiet">→ {line.reply}</span>
                  </Show>
                </td>
              </tr>
            )}
          </For>
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('words.total')}</th>
            <td />
            <td class="number">{money.show(assigned())}</td>
            <td class="number">{money.show(props.totals.target)}</td>
            <td class="number">{money.show(props.totals.proposed)}</td>
            <td class="number strong">{money.show(props.totals.gap)}</td>
            <td />
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
