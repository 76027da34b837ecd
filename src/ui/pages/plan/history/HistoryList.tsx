import { For, Show } from 'solid-js';
import type { HistoryLine } from '~/domain/history';
import { issue } from '~/domain/issue';
import { commandText } from '~/i18n/effectText';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { usePlanSheet } from '../createPlanSheet';
import { methodText } from './methodText';
import { whenText } from './whenText';
import './history.css';

export interface HistoryListProps {
  lines: readonly HistoryLine[];
  /** The lines are those of one cell: its own value before and after is shown, not the command's. */
  ofCell: boolean;
}

/** Changes one under the other: what, from and to, where, how, why, who and when; undo where it is the next one. */
export function HistoryList(props: HistoryListProps) {
  const app = useApp();
  const { t, format } = useText();
  const money = useMoney();
  const sheet = usePlanSheet();
  const where = (line: HistoryLine): string => {
    const names = line.labels.map((label) => label || t('words.unassigned')).join(' › ') || t('history.wholePlan');
    return line.periods.length > 0 ? `${names} · ${sheet.periodsText(line.periods)}` : names;
  };
  const values = (line: HistoryLine): string | null => {
    const [before, after] = props.ofCell ? [line.cellBefore, line.cellAfter] : [line.before, line.after];
    if (before === null && after === null) return null;
    return before === after ? money.show(after) : `${money.show(before)} → ${money.show(after)}`;
  };
  const how = (line: HistoryLine): string => methodText(line.method, { t, format: format(), money: money.show });
  const by = (line: HistoryLine): string =>
    [line.who, whenText(line.wallTime, { t, format: format(), now: new Date() })].filter(Boolean).join(' · ');
  const go = async (line: HistoryLine): Promise<void> => {
    const goal = { at: line.at ?? {}, periods: line.periods, name: line.labels.at(-1) ?? '' };
    if (await sheet.goTo(goal)) return;
    app.toasts.say({ tone: 'warn', issues: [issue('find/notShown', { name: where(line) })] });
  };
  const isNext = (line: HistoryLine): boolean => !line.undone && app.status().undo?.seq === line.seq;
  return (
    <ol class="history-list" aria-label={t('history.title')}>
      <For each={props.lines}>
        {(line) => (
          <li class="history-line" classList={{ 'history-line--undone': line.undone }}>
            <div class="history-line__head">
              <span class="strong">{commandText(line.command, t)}</span>
              <Show when={values(line)}>{(text) => <span class="history-line__value">{text()}</span>}</Show>
            </div>
            <Show
              when={line.at}
              fallback={<Show when={line.source}>{(name) => <span class="quiet">{name()}</span>}</Show>}
            >
              <button
                type="button"
                class="history-line__where"
                title={t('history.goTo', { where: where(line) })}
                onClick={() => void go(line)}
              >
                {where(line)}
              </button>
            </Show>
            <Show when={how(line)}>{(text) => <span class="quiet">{text()}</span>}</Show>
            <Show when={line.reason}>
              {(reason) => <span class="history-line__why">{t('history.why', { reason: reason() })}</span>}
            </Show>
            <div class="history-line__foot">
              <span class="faint">{by(line)}</span>
              <Show when={line.undone}>
                <span class="faint">{t('history.undone')}</span>
              </Show>
              <Show when={isNext(line)}>
                <Button look="link" onClick={() => void app.undo()}>
                  {t('history.undo')}
                </Button>
              </Show>
              <Show when={app.status().past?.seq !== line.seq}>
                <Button
                  look="link"
                  title={t('history.lookAt')}
                  onClick={() => void app.settleStatus(app.host.openPast(line.seq))}
                >
                  {t('history.look')}
                </Button>
              </Show>
            </div>
          </li>
        )}
      </For>
    </ol>
  );
}
