import { createMemo, createSignal, For, Show } from 'solid-js';
import type { OneCustomerView } from '~/domain/oneCustomer';
import { BLANK } from '~/i18n/format';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Section } from '../../../components/Section';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { MONEY_ATTRIBUTES } from '../list/attributeKinds';
import { attributeName, KNOWN_ATTRIBUTES } from '../list/listColumns';
import { useAttributeEntry } from '../list/useAttributeEntry';

/** Not a fact to edit here: it identifies, is shown above, or has a part of its own. */
const ELSEWHERE: ReadonlySet<string> = new Set(['key', 'remark', 'seller', 'region']);

/** Shown though nobody said anything yet. */
const FIRST: ReadonlySet<string> = new Set(['industry', 'size', 'creditLimit', 'termsDays']);

/** The record of a customer: every fact is a field that is changed where it stands. */
export function RecordSection(props: { view: OneCustomerView }) {
  const { t, format } = useText();
  const money = useMoney();
  const head = () => props.view.head;
  const [all, setAll] = createSignal(false);
  const names = createMemo(() => [
    ...new Set([...KNOWN_ATTRIBUTES, ...Object.keys(head().attributes)].filter((name) => !ELSEWHERE.has(name))),
  ]);
  const shown = (name: string): string => {
    if (name === 'settlementMethod' || name === 'salesMode') return head()[name] || BLANK;
    const value = head().attributes[name];
    if (value === undefined || value === '') return BLANK;
    return MONEY_ATTRIBUTES.has(name) && typeof value === 'number' ? money.exact(value) : String(value);
  };
  const isShown = (name: string) => all() || FIRST.has(name) || shown(name) !== BLANK;
  const listed = createMemo(() => names().filter(isShown));
  return (
    <Section
      finding={t('customerList.one.facts')}
      caption={
        head().attributes.key === undefined ? undefined : `${attributeName('key', t)} ${String(head().attributes.key)}`
      }
    >
      <dl class="one__record">
        <For each={listed()}>{(name) => <RecordLine view={props.view} name={name} shown={shown(name)} />}</For>
      </dl>
      <Show when={listed().length < names().length}>
        <Button look="link" onClick={() => setAll(true)}>
          {t('customerList.one.moreFacts', { n: format().count(names().length - listed().length) })}
        </Button>
      </Show>
      <Show when={head().tiers.length > 0}>
        <h3 class="one__sub">{t('customerList.one.tierHistory')}</h3>
        <ul class="one__tiers">
          <For each={head().tiers}>
            {(step) => (
              <li>
                {t('customerList.one.tierOn', { day: format().isoDay(step.on), tier: step.tier ?? BLANK })}
                <Show when={step.waiting}>
                  <span class="faint"> {t('customerList.one.waiting')}</span>
                </Show>
                <Show when={step.reason}>{(reason) => <span class="faint"> {reason()}</span>}</Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Section>
  );
}

/** Read as text, written as a field: Enter or leaving it keeps what was typed, Esc does not. */
function RecordLine(props: { view: OneCustomerView; name: string; shown: string }) {
  const app = useApp();
  const { t } = useText();
  const entry = useAttributeEntry();
  const [editing, setEditing] = createSignal(false);
  const label = () => attributeName(props.name, t);
  let button: HTMLButtonElement | undefined;
  const start = (): string =>
    props.name === 'settlementMethod' || props.name === 'salesMode'
      ? props.view.head[props.name]
      : entry.text(props.name, props.view.head.attributes[props.name]);
  const keep = async (text: string) => {
    if (!editing()) return;
    setEditing(false);
    if (text.trim() === start()) return;
    const value = await entry.read(props.name, text, typeof props.view.head.attributes[props.name] === 'number');
    if (value !== undefined) await entry.write([{ code: props.view.head.code, attribute: props.name, value }]);
  };
  return (
    <div class="one__fact">
      <dt>{label()}</dt>
      <dd>
        <Show
          when={editing()}
          fallback={
            <button
              ref={button}
              type="button"
              class="one__value"
              disabled={app.status().readOnly !== null}
              aria-label={`${label()} ${props.shown}`}
              onClick={() => setEditing(true)}
            >
              {props.shown}
            </button>
          }
        >
          <input
            ref={(element) => queueMicrotask(() => element.select())}
            class="input one__input"
            aria-label={label()}
            value={start()}
            onKeyDown={(event) => {
              if (event.isComposing) return;
              if (event.key === 'Enter') void keep(event.currentTarget.value);
              else if (event.key === 'Escape') setEditing(false);
              else return;
              // Else the button that takes its place is pressed by the same key.
              event.preventDefault();
              event.stopPropagation();
              queueMicrotask(() => button?.focus());
            }}
            onBlur={(event) => void keep(event.currentTarget.value)}
          />
        </Show>
      </dd>
    </div>
  );
}
