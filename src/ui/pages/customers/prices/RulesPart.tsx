import { createSignal, For, Show } from 'solid-js';
import type { PriceBand, TierPrice } from '~/domain/price';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { NumberField } from '../../../components/NumberField';
import { Section } from '../../../components/Section';
import { Segment } from '../../../components/Segment';
import { useText } from '../../../components/TextProvider';
import { MemberPick } from '../../plan/structure/MemberPick';
import { DayField } from './DayField';
import type { PricePartProps } from './pricePart';

/** What a tier pays of the list, and between which prices goods may be sold. */
export function RulesPart(props: PricePartProps) {
  return (
    <div class="prices__rules">
      <TierPrices {...props} />
      <Bands {...props} />
    </div>
  );
}

function TierPrices(props: PricePartProps) {
  const app = useApp();
  const { t, format } = useText();
  const [edited, setEdited] = createSignal<TierPrice | null>(null);
  const blocked = () => (app.status().readOnly ? t('customers.readOnly') : null);
  const change = (part: Partial<TierPrice>) => setEdited((old) => old && { ...old, ...part });
  const save = async (price: TierPrice) => {
    if ((await app.run({ name: 'prices/setTierPrice', price })).ok) setEdited(null);
  };
  return (
    <Section
      finding={t('price.tierPrices')}
      caption={t('price.tierPricesHint')}
      tools={
        <Button onClick={() => setEdited({ id: '', tier: 'A', from: props.rules.asOf ?? 0, share: 0.95 })}>
          {t('price.addTierPrice')}
        </Button>
      }
    >
      <table class="table">
        <caption class="unseen">{t('price.tierPrices')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('price.tier')}</th>
            <th scope="col">{t('price.from')}</th>
            <th scope="col" class="number">
              {t('price.share')}
            </th>
            <th scope="col">
              <span class="unseen">{t('price.edit')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.rules.tierPrices}>
            {(price) => (
              <tr>
                <th scope="row">{price.tier}</th>
                <td>{format().isoDay(price.from)}</td>
                <td class="number">{format().percent(price.share, 1)}</td>
                <td class="prices__acts">
                  <Button look="link" onClick={() => setEdited(price)}>
                    {t('price.edit')}
                  </Button>
                  <Button
                    look="link"
                    blocked={blocked()}
                    onClick={() => void app.run({ name: 'prices/removeTierPrice', id: price.id })}
                  >
                    {t('price.remove')}
                  </Button>
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <Show when={props.rules.tierPrices.length === 0}>
        <p class="faint prices__none">{t('price.noTierPrices')}</p>
      </Show>
      <Dialog
        open={edited() !== null}
        onClose={() => setEdited(null)}
        title={t('price.tierPrices')}
        foot={
          <Show when={edited()}>
            {(price) => (
              <Button look="primary" blocked={blocked()} onClick={() => void save(price())}>
                {t('price.save')}
              </Button>
            )}
          </Show>
        }
      >
        <Show when={edited()}>
          {(price) => (
            <div class="rebate-form">
              <Segment<TierPrice['tier']>
                label={t('price.tier')}
                options={(['A', 'B', 'C'] as const).map((value) => ({ value, label: value }))}
                value={price().tier}
                onChange={(tier) => change({ tier })}
              />
              <DayField label={t('price.from')} value={price().from} onChange={(from) => change({ from })} />
              <NumberField
                label={t('price.share')}
                value={price().share * 100}
                decimals={2}
                min={1}
                max={200}
                unit="%"
                onChange={(value) => change({ share: (value ?? 100) / 100 })}
              />
            </div>
          )}
        </Show>
      </Dialog>
    </Section>
  );
}

function Bands(props: PricePartProps) {
  const app = useApp();
  const { t, format } = useText();
  const [edited, setEdited] = createSignal<PriceBand | null>(null);
  const blocked = () => (app.status().readOnly ? t('customers.readOnly') : null);
  const change = (part: Partial<PriceBand>) => setEdited((old) => old && { ...old, ...part });
  const save = async ({ id, product, lowest, highest }: PriceBand) => {
    if ((await app.run({ name: 'prices/setBand', band: { id, product, lowest, highest } })).ok) setEdited(null);
  };
  return (
    <Section
      finding={t('price.bands')}
      caption={t('price.bandsHint')}
      tools={
        <Button onClick={() => setEdited({ id: '', product: null, lowest: 0.9, highest: 1.1 })}>
          {t('price.addBand')}
        </Button>
      }
    >
      <table class="table">
        <caption class="unseen">{t('price.bands')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('price.product')}</th>
            <th scope="col" class="number">
              {t('price.lowest')}
            </th>
            <th scope="col" class="number">
              {t('price.highest')}
            </th>
            <th scope="col">
              <span class="unseen">{t('price.edit')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.rules.bands}>
            {(band) => (
              <tr>
                <th scope="row">{band.product === null ? t('price.allProducts') : band.name}</th>
                <td class="number">{format().percent(band.lowest, 1)}</td>
                <td class="number">{format().percent(band.highest, 1)}</td>
                <td class="prices__acts">
                  <Button look="link" onClick={() => setEdited(band)}>
                    {t('price.edit')}
                  </Button>
                  <Button
                    look="link"
                    blocked={blocked()}
                    onClick={() => void app.run({ name: 'prices/removeBand', id: band.id })}
                  >
                    {t('price.remove')}
                  </Button>
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <Show when={props.rules.bands.length === 0}>
        <p class="faint prices__none">{t('price.noBands')}</p>
      </Show>
      <Dialog
        open={edited() !== null}
        onClose={() => setEdited(null)}
        title={t('price.bands')}
        foot={
          <Show when={edited()}>
            {(band) => (
              <Button look="primary" blocked={blocked()} onClick={() => void save(band())}>
                {t('price.save')}
              </Button>
            )}
          </Show>
        }
      >
        <Show when={edited()}>
          {(band) => (
            <div class="rebate-form">
              <MemberPick
                label={t('price.product')}
                dimension="product"
                value={band().product ?? 0}
                none={t('price.allProducts')}
                onChange={(code) => change({ product: code === 0 ? null : code })}
              />
              <NumberField
                label={t('price.lowest')}
                value={band().lowest * 100}
                decimals={2}
                min={0}
                max={1000}
                unit="%"
                onChange={(value) => change({ lowest: (value ?? 0) / 100 })}
              />
              <NumberField
                label={t('price.highest')}
                value={band().highest * 100}
                decimals={2}
                min={0}
                max={1000}
                unit="%"
                onChange={(value) => change({ highest: (value ?? 0) / 100 })}
              />
            </div>
          )}
        </Show>
      </Dialog>
    </Section>
  );
}
