import { For } from 'solid-js';
import { useText } from '../../../components/TextProvider';

const TIERS = ['A', 'B', 'C'] as const;
type Tier = (typeof TIERS)[number];

/** Which tiers take part; none ticked means everybody, tier or not. */
export function TierChoice(props: { value: Tier[] | null; onChange: (tiers: Tier[] | null) => void }) {
  const { t } = useText();
  const has = (tier: Tier) => props.value?.includes(tier) ?? false;
  const toggle = (tier: Tier) => {
    const next = TIERS.filter((one) => (one === tier ? !has(one) : has(one)));
    props.onChange(next.length === 0 ? null : next);
  };
  return (
    <fieldset class="tier-choice">
      <legend>{t('price.tiers')}</legend>
      <label>
        <input type="checkbox" checked={props.value === null} onChange={() => props.onChange(null)} />
        <span>{t('price.allTiers')}</span>
      </label>
      <For each={TIERS}>
        {(tier) => (
          <label>
            <input type="checkbox" checked={has(tier)} onChange={() => toggle(tier)} />
            <span>{tier}</span>
          </label>
        )}
      </For>
    </fieldset>
  );
}
