import ChevronDown from 'lucide-solid/icons/chevron-down';
import { createSignal, Show } from 'solid-js';
import type { PlanBase } from '~/domain/plan';
import { useApp } from '~/state/app';
import { Button } from '../../components/Button';
import { Popover } from '../../components/Popover';
import { useText } from '../../components/TextProvider';
import { useMoney } from '../../components/useMoney';
import { knownText } from './baseText';
import { planParts } from './planParts';

/** What the plan grows from, and the way to take it anew. A plan without history has nothing to show. */
export function BaseMenu() {
  const app = useApp();
  const { t } = useText();
  const [open, setOpen] = createSignal(false);
  const [refreshing, setRefreshing] = createSignal(false);
  const base = (): PlanBase | null => {
    const plan = app.status().plan;
    return plan && plan.base.kind !== 'none' ? plan.base : null;
  };
  return (
    <Show when={base()}>
      {(shown) => (
        <>
          <Popover
            title={t('plan.baseTitle')}
            triggerClass="button button--quiet plan-base"
            open={open()}
            onOpen={setOpen}
            trigger={
              <>
                <span class="plan-quiet">{t('plan.base')}</span>
                <span>{t(`wizard.baseKind.${shown().kind}`)}</span>
                <ChevronDown size={12} aria-hidden="true" />
              </>
            }
          >
            <BaseFacts base={shown()} />
            <Button
              onClick={() => {
                setRefreshing(true);
                setOpen(false);
              }}
            >
              {t('plan.refreshBase')}
            </Button>
          </Popover>
          <planParts.base
            wanted={refreshing()}
            open={refreshing()}
            onClose={() => setRefreshing(false)}
            onClosed={() => {
              document.querySelector<HTMLElement>('.plan-base')?.focus();
              return true;
            }}
          />
        </>
      )}
    </Show>
  );
}

function BaseFacts(props: { base: PlanBase }) {
  const { t, format } = useText();
  const money = useMoney();
  return (
    <dl class="plan-base__facts">
      <dt>{t('plan.baseRule')}</dt>
      <dd>
        {t(`wizard.baseKind.${props.base.kind}`)}{' '}
        <span class="faint">{t(`wizard.baseExplain.${props.base.kind}`)}</span>
      </dd>
      <dt>{t('plan.baseMonths')}</dt>
      <dd>{t('wizard.baseMonths', { from: format().period(props.base.from), to: format().period(props.base.to) })}</dd>
      <dt>{t('plan.baseTotal')}</dt>
      <dd class="strong">{money.say(props.base.total)}</dd>
      <dt>{t('plan.baseKnown')}</dt>
      <dd>{knownText(props.base, { t, say: money.say })}</dd>
      <dt>{t('plan.baseTakenOn')}</dt>
      <dd>{props.base.takenOn}</dd>
    </dl>
  );
}
