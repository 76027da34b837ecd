import { Show } from 'solid-js';
import { useText } from '../../../components/TextProvider';
import { companionOf } from '../../../grid/companions';
import { fieldName } from '../../../grid/gridView';
import { attainmentBase } from '../../../grid/lookRule';
import { usePlanSheet } from '../createPlanSheet';
import { LookSample } from './LookSample';
import './looks.css';

/** What the chosen look says, while it is on: a scale without words is decoration. */
export function LookLegend() {
  const { t } = useText();
  const sheet = usePlanSheet();
  const rule = () => sheet.state.view().look.rule;
  const base = () => {
    const fields = sheet.source.rows()?.fields ?? [];
    const at = attainmentBase(fields, ({ kind }) => {
      const companion = companionOf(kind);
      return companion === null || sheet.shown().includes(companion);
    });
    return at < 0 ? null : fieldName(fields[at], sheet.view());
  };
  const words = () => {
    const now = rule();
    if (now === 'none') return '';
    if (now !== 'attainment') return t(`looks.legend.${now}`);
    const name = base();
    return name === null ? t('looks.noBase') : t('looks.legend.attainment', { base: name });
  };
  return (
    <Show when={rule() !== 'none'}>
      <p class="look-legend">
        <LookSample rule={rule()} />
        <span>{words()}</span>
      </p>
    </Show>
  );
}
