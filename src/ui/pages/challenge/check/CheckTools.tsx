import { For } from 'solid-js';
import type { Verdict } from '~/domain/challenge';
import { useApp } from '~/state/app';
import { dimensionName } from '../../../components/dimensionName';
import { Segment } from '../../../components/Segment';
import { Select } from '../../../components/Select';
import { useText } from '../../../components/TextProvider';
import { VerdictMark } from '../../../components/VerdictMark';
import { type CheckState, LINES, VERDICT_WORDS } from './checkState';

/** Which line is judged, how deep, in which order, and of which verdict. */
export function CheckTools(props: { state: CheckState }) {
  const app = useApp();
  const { t } = useText();
  const query = () => props.state.query();
  const levels = () => props.state.tree.view()?.levels ?? [];
  return (
    <div class="check__tools">
      <Segment
        label={t('challenge.line')}
        options={LINES.map((value) => ({ value, label: t(`challenge.lines.${value}`) }))}
        value={query().line}
        onChange={(line) => props.state.ask({ line })}
      />
      <Segment
        label={t('challenge.order')}
        options={[
          { value: 'tree', label: t('challenge.orderTree') },
          { value: 'worst', label: t('challenge.orderWorst') },
        ]}
        value={query().order}
        onChange={(order) => props.state.ask({ order })}
      />
      <Segment
        label={t('challenge.by')}
        options={[
          { value: 'chance', label: t('challenge.byChance') },
          { value: 'stretch', label: t('challenge.byStretch') },
        ]}
        value={query().by}
        onChange={(by) => props.state.ask({ by })}
      />
      <Select
        label={t('challenge.depth')}
        hideLabel
        options={levels().map((level, i) => ({
          value: String(i + 1),
          label: t('challenge.downTo', { level: dimensionName(t, level, app.status().plan?.titles) }),
        }))}
        value={String(Math.min(query().depth, Math.max(1, levels().length)))}
        onChange={(depth) => props.state.ask({ depth: Number(depth) })}
      />
      <fieldset class="check__legend">
        <legend class="unseen">{t('challenge.filter')}</legend>
        <For each={VERDICT_WORDS}>
          {(verdict) => (
            <button
              type="button"
              class="check__chip"
              aria-pressed={query().verdict === verdict}
              disabled={verdict === 'unknown'}
              onClick={() => props.state.ask({ verdict: query().verdict === verdict ? null : (verdict as Verdict) })}
            >
              <VerdictMark verdict={verdict === 'unknown' ? null : verdict} />
              <span class="number">{props.state.tree.view()?.counts[verdict] ?? 0}</span>
            </button>
          )}
        </For>
      </fieldset>
    </div>
  );
}
