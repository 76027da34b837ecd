import { createEffect, createMemo, createResource, createSignal, For, on, Show } from 'solid-js';
import type { QualityFinding, QualityView } from '~/domain/quality';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { EmptyState } from '../../../components/EmptyState';
import { useText } from '../../../components/TextProvider';
import { DismissDialog } from './DismissDialog';
import { FindingCard } from './FindingCard';
import './quality.css';

/** What is doubtful in members, orders and facts: the worst first, with what can be done at once. */
export function QualityPage() {
  const app = useApp();
  const { t } = useText();
  const asked = () => `${app.status().workspace?.id ?? ''}/${app.status().revision}`;
  const [view] = createResource(asked, () => (app.status().workspace ? app.attempt(app.host.quality()) : null));
  return (
    <Show
      when={app.status().workspace}
      fallback={
        <EmptyState title={t('quality.noOrders')} text={t('quality.noOrdersText')}>
          <Button look="primary" onClick={() => app.go('import')}>
            {t('quality.toImport')}
          </Button>
        </EmptyState>
      }
    >
      <Show when={view.latest} fallback={<div class="quality" aria-busy="true" />}>
        {(known) => <Findings view={known()} busy={view.loading} />}
      </Show>
    </Show>
  );
}

const sameIds = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, at) => id === b[at]);

function Findings(props: { view: QualityView; busy: boolean }) {
  const { t, format } = useText();
  const [dismissing, setDismissing] = createSignal<QualityFinding | null>(null);
  const open = () => props.view.findings.filter(({ dismissed }) => dismissed === null);
  // By name, so that a card stays open while its cases are mended one by one.
  const ids = createMemo(() => props.view.findings.map(({ id }) => id), [], { equals: sameIds });
  let heading: HTMLHeadingElement | undefined;
  createEffect(
    on(
      ids,
      () => {
        if (document.activeElement === document.body) heading?.focus();
      },
      { defer: true },
    ),
  );
  return (
    <div class="quality" aria-busy={props.busy}>
      <header class="quality__head">
        <h2
          class="type-section"
          tabindex={-1}
          ref={(element) => {
            heading = element;
          }}
        >
          <Show when={open().length > 0} fallback={t('quality.clean')}>
            {t('quality.finding', { n: open().length })}
          </Show>
        </h2>
        <p class="type-caption">
          {t('quality.lookedAt', {
            lines: props.view.lines,
            members: props.view.members,
            day: format().isoDay(props.view.asOf),
          })}
        </p>
      </header>
      <For each={ids()}>
        {(id) => (
          <Show when={props.view.findings.find((finding) => finding.id === id)}>
            {(finding) => <FindingCard finding={finding()} onDismiss={() => setDismissing(finding())} />}
          </Show>
        )}
      </For>
      <DismissDialog finding={dismissing()} onClose={() => setDismissing(null)} onLet={() => heading?.focus()} />
    </div>
  );
}
