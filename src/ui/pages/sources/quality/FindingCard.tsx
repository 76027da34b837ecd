import { createSignal, createUniqueId, Show } from 'solid-js';
import type { QualityFinding, QualityFix } from '~/domain/quality';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { findingText } from './findingWords';
import { ItemTable } from './ItemTable';

/** One finding: what it is, how much money it touches, its cases, and what can be done. */
export function FindingCard(props: { finding: QualityFinding; onDismiss: () => void }) {
  const app = useApp();
  const { t } = useText();
  const money = useMoney();
  const id = createUniqueId();
  const [open, setOpen] = createSignal(false);
  const blocked = () => (app.status().readOnly ? t('customers.readOnly') : null);
  let toggle: HTMLButtonElement | undefined;
  const fix = (one: QualityFix) => {
    // The button that was pressed goes with its case: the place on the page must not.
    toggle?.focus();
    void app.run(one.command);
  };
  const touched = () => {
    const { amount } = props.finding;
    return amount === null || amount === 0 ? null : t('quality.amountTouched', { amount: money.exact(amount) });
  };
  return (
    <article class="finding" data-severity={props.finding.dismissed === null ? props.finding.severity : 'note'}>
      <div class="finding__head">
        <span class="finding__severity">{t(`quality.severity.${props.finding.severity}`)}</span>
        <h3 class="finding__text" id={id}>
          {findingText(t, props.finding)}
        </h3>
        <Show when={touched()}>
          <span class="type-caption">{touched()}</span>
        </Show>
        <span class="finding__gap" />
        <Show when={props.finding.fix}>
          {(one) => (
            <Button blocked={blocked()} onClick={() => fix(one())}>
              {t(`quality.fix.${one().kind}`, { name: one().name })}
            </Button>
          )}
        </Show>
        <Show
          when={props.finding.dismissed !== null}
          fallback={
            <Button look="quiet" blocked={blocked()} onClick={() => props.onDismiss()}>
              {t('quality.let')}
            </Button>
          }
        >
          <Button
            look="quiet"
            blocked={blocked()}
            onClick={() => void app.run({ name: 'quality/dismiss', finding: props.finding.id, why: null })}
          >
            {t('quality.again')}
          </Button>
        </Show>
        <Button
          look="quiet"
          ref={(element) => {
            toggle = element;
          }}
          aria-expanded={open()}
          aria-describedby={id}
          onClick={() => setOpen(!open())}
        >
          {t(open() ? 'quality.hide' : 'quality.show')}
        </Button>
      </div>
      <Show when={props.finding.dismissed}>
        {(why) => <p class="type-caption">{t('quality.stands', { why: why() })}</p>}
      </Show>
      <Show when={open()}>
        <ItemTable finding={props.finding} onFix={fix} blocked={blocked()} />
      </Show>
    </article>
  );
}
