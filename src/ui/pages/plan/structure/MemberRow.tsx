import { Show } from 'solid-js';
import type { ShapeMember } from '~/domain/shape';
import { useText } from '../../../components/TextProvider';

export interface MemberRowProps {
  member: ShapeMember;
  depth: number;
  level: string;
  chosen: boolean;
  onToggle(): void;
}

/** One member, set in by its level. */
export function MemberRow(props: MemberRowProps) {
  const { t, format } = useText();
  const valid = () => {
    const { validFrom, validTo, rampMonths } = props.member;
    if (validFrom === null && validTo === null) return '';
    const span = format().interval(
      validFrom === null ? '' : format().isoDay(validFrom),
      validTo === null ? '' : format().isoDay(validTo),
    );
    return rampMonths > 0 ? `${span} ${t('shape.rampOf', { n: rampMonths })}` : span;
  };
  return (
    <tr data-chosen={props.chosen ? '' : undefined}>
      <th scope="row">
        <label class="shape-member" style={{ 'padding-inline-start': `${props.depth * 16}px` }}>
          <input type="checkbox" checked={props.chosen} onChange={() => props.onToggle()} />
          <span>{props.member.name || t('words.unassigned')}</span>
          <Show when={props.member.archived}>
            <span class="pill">{t('shape.archived')}</span>
          </Show>
        </label>
      </th>
      <td class="quiet">{props.level}</td>
      <td class="quiet">{valid()}</td>
      <td class="number">{format().count(props.member.lines)}</td>
      <td class="number">{format().count(props.member.orders)}</td>
    </tr>
  );
}
