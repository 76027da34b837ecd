import ChevronDown from 'lucide-solid/icons/chevron-down';
import ListPlus from 'lucide-solid/icons/list-plus';
import Lock from 'lucide-solid/icons/lock';
import LockOpen from 'lucide-solid/icons/lock-open';
import Sigma from 'lucide-solid/icons/sigma';
import { Show } from 'solid-js';
import type { DimensionId } from '~/domain/dimension';
import { Button } from '../../components/Button';
import { Menu } from '../../components/Menu';
import { Segment } from '../../components/Segment';
import { useText } from '../../components/TextProvider';
import { COMPANIONS, type Companion, type Grain } from '../../grid/gridView';
import { BaseMenu } from './BaseMenu';
import type { PlanViewState } from './planViewState';
import { RowsMenu } from './RowsMenu';

export interface PlanToolbarProps {
  state: PlanViewState;
  /** Columns beside the target that are shown now. */
  shown: readonly Companion[];
  nameOf(dimension: DimensionId): string;
  /** Why nothing can be locked now, else null. */
  blocked: string | null;
  held: boolean;
  onHold(kind: 'freeze' | 'total'): void;
  notInPlan: number | null;
  onAlign(): void;
}

/** Which rows, periods and columns are shown, and what can be done with the active cell. */
export function PlanToolbar(props: PlanToolbarProps) {
  const { t } = useText();
  const view = () => props.state.view();
  const toggled = (companion: Companion): Companion[] =>
    COMPANIONS.filter((one) => props.shown.includes(one) !== (one === companion));
  const shownText = () =>
    COMPANIONS.filter((one) => props.shown.includes(one))
      .map((one) => t(`plan.field.${one}`))
      .join(t.language === 'zh-CN' ? '、' : ', ') || t('plan.showNone');

  return (
    <div class="plan-toolbar" data-region="toolbar" role="toolbar" aria-label={t('plan.toolbar')}>
      <RowsMenu
        order={view().dimensions}
        hidden={view().hidden}
        nameOf={props.nameOf}
        onOrder={(dimensions, hidden) => props.state.change({ dimensions, hidden, open: null })}
      />
      <span class="plan-toolbar__line" />
      <Segment<Grain>
        label={t('plan.grain')}
        value={view().grain}
        options={[
          { value: 'year', label: t('plan.year') },
          { value: 'quarter', label: t('plan.quarter') },
          { value: 'month', label: t('plan.month') },
        ]}
        onChange={(grain) => props.state.change({ grain })}
      />
      <span class="plan-toolbar__line" />
      <Menu
        triggerClass="button button--quiet"
        trigger={
          <>
            <span class="plan-quiet">{t('plan.show')}</span>
            <span class="plan-toolbar__shown">{shownText()}</span>
            <ChevronDown size={12} aria-hidden="true" />
          </>
        }
        groups={[
          {
            items: COMPANIONS.map((companion) => ({
              label: t(`plan.field.${companion}`),
              chosen: props.shown.includes(companion),
              run: () => props.state.change({ shown: toggled(companion) }),
            })),
          },
        ]}
      />
      <span class="plan-toolbar__line" />
      <BaseMenu />
      <span class="plan-toolbar__gap" />
      <Show when={props.notInPlan}>
        {(orders) => (
          <Button icon={ListPlus} title={t('plan.alignLinesHint', { n: orders() })} onClick={() => props.onAlign()}>
            {t('plan.alignLines')}
          </Button>
        )}
      </Show>
      <Show
        when={!props.held}
        fallback={
          <Button look="quiet" icon={LockOpen} blocked={props.blocked} onClick={() => props.onHold('freeze')}>
            {t('plan.release')} <kbd class="plan-keys">Alt L</kbd>
          </Button>
        }
      >
        <Button
          look="quiet"
          icon={Lock}
          title={t('plan.lockBelow')}
          blocked={props.blocked}
          onClick={() => props.onHold('freeze')}
        >
          {t('plan.lock')} <kbd class="plan-keys">Alt L</kbd>
        </Button>
        <Button
          look="quiet"
          icon={Sigma}
          title={t('plan.lockTotal')}
          blocked={props.blocked}
          onClick={() => props.onHold('total')}
        >
          {t('plan.lockTotalShort')}
        </Button>
      </Show>
    </div>
  );
}
