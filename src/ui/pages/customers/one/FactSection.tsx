import { For, Show } from 'solid-js';
import type { FactPart, OneCustomerView } from '~/domain/oneCustomer';
import { BLANK } from '~/i18n/format';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Section } from '../../../components/Section';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { useFactWords } from './useFactWords';

/** What one source says of the customer; one that has nothing at all says so, with the way to bring it in. */
export function FactSection(props: { part: FactPart; view: OneCustomerView }) {
  const app = useApp();
  const { t, format } = useText();
  const money = useMoney();
  const words = useFactWords();
  const finding = (): string => {
    const { kind, known, count, open, amount } = props.part;
    const n = format().count(count);
    if (!known) return t(`customerList.one.missing.${kind}`);
    const next = props.view.figures.nextVisit;
    switch (kind) {
      case 'visits':
        return next === null
          ? t('customerList.one.visits', { n })
          : t('customerList.one.visitsNext', { n, day: format().isoDay(next) });
      case 'complaints':
        return open > 0
          ? t('customerList.one.complaintsOpen', { n, open: format().count(open) })
          : t('customerList.one.complaints', { n });
      case 'receivables':
        return open > 0
          ? t('customerList.one.receivablesLate', { amount: money.sayFinely(amount), late: money.sayFinely(open) })
          : t('customerList.one.receivables', { amount: money.sayFinely(amount) });
      case 'collections':
        return t('customerList.one.collections', { amount: money.sayFinely(amount) });
      default:
        return t(`customerList.one.${kind}`, { n });
    }
  };
  const caption = () => {
    const { known, asOf, count, rows } = props.part;
    if (!known) return undefined;
    const parts = [
      asOf === null ? '' : t('customerList.one.asOf', { day: format().isoDay(asOf) }),
      count > rows.length ? t('customerList.one.newest', { n: format().count(rows.length) }) : '',
      props.part.kind === 'receivables' ? creditLine() : '',
    ];
    return parts.filter((text) => text !== '').join(' · ');
  };
  const creditLine = () => {
    const { creditLimit, termsDays } = props.view.head.attributes;
    if (typeof creditLimit !== 'number') return t('customerList.one.creditNone');
    return t('customerList.one.credit', {
      limit: money.sayFinely(creditLimit),
      days: termsDays === undefined ? BLANK : String(termsDays),
    });
  };
  return (
    <div class="one__source" data-missing={props.part.known ? undefined : ''}>
      <Section finding={finding()} caption={caption()}>
        <Show
          when={props.part.known}
          fallback={
            <Button onClick={() => app.go('import', { kind: props.part.kind })}>
              {t('customerList.one.importSource', { source: words.kind(props.part.kind) })}
            </Button>
          }
        >
          <Show when={props.part.count > 0} fallback={<p class="faint">{t('customerList.one.ofThis')}</p>}>
            <div class="one__scroll">
              <table class="table">
                <caption class="unseen">{finding()}</caption>
                <thead>
                  <tr>
                    <For each={props.part.fields}>
                      {(field) => (
                        <th scope="col" classList={{ number: words.isNumber(field.type) }}>
                          {words.head(props.part.kind, field.id)}
                        </th>
                      )}
                    </For>
                  </tr>
                </thead>
                <tbody>
                  <For each={props.part.rows}>
                    {(row) => (
                      <tr>
                        <For each={row}>
                          {(cell, at) => (
                            <td classList={{ number: words.isNumber(props.part.fields[at()].type) }}>
                              {words.cell(props.part.fields[at()], cell)}
                            </td>
                          )}
                        </For>
                      </tr>
                    )}
                  </For>
                </tbody>
              </table>
            </div>
          </Show>
        </Show>
      </Section>
    </div>
  );
}
