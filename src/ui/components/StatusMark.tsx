import CircleCheck from 'lucide-solid/icons/circle-check';
import CircleX from 'lucide-solid/icons/circle-x';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import type { KpiStatus } from '~/domain/kpi';
import { useText } from './TextProvider';

const GLYPHS = { good: CircleCheck, watch: TriangleAlert, bad: CircleX } as const;

/** Status by glyph and word, never by colour alone: ring-check met, triangle at risk, ring-cross missed, word only without data. */
export function StatusMark(props: { status: KpiStatus | null; word?: string }) {
  const { t } = useText();
  return (
    <span class={`status-mark status-mark--${props.status ?? 'none'}`}>
      <Show when={props.status}>
        {(status) => <Dynamic component={GLYPHS[status()]} size={14} stroke-width={1.5} aria-hidden="true" />}
      </Show>
      {props.word ?? t(`kpi.status.${props.status ?? 'none'}`)}
    </span>
  );
}
