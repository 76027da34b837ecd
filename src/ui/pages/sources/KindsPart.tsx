import Upload from 'lucide-solid/icons/upload';
import { createEffect, createMemo, createSignal, For, on, Show } from 'solid-js';
import { SOURCE_KINDS, type SourceKind, type SourceState } from '~/domain/source';
import { useApp } from '~/state/app';
import { Button } from '../../components/Button';
import { Section } from '../../components/Section';
import { useText } from '../../components/TextProvider';
import { factKindOf } from './facts/factKindOf';
import { TemplateMenu } from './TemplateMenu';

/** How things stand per kind: what is there and until when, what rests on it, and how to bring what is not there yet. */
export function KindsPart() {
  const app = useApp();
  const { t } = useText();
  const [states, setStates] = createSignal<SourceState[] | null>(null);
  const revision = createMemo(() => `${app.status().workspace?.id}/${app.status().revision}`);
  let newest = 0;
  createEffect(
    on(revision, async () => {
      const mine = ++newest;
      const answer = await app.attempt(app.host.sourceStates());
      // Without an answer the kinds and their templates are still of use.
      if (mine === newest) setStates(answer ?? []);
    }),
  );
  const stateOf = (kind: SourceKind): SourceState =>
    states()?.find((one) => one.kind === kind) ?? { kind, rows: 0, imports: 0, byHand: 0, asOf: null };
  const all = () => SOURCE_KINDS.map(stateOf);
  const there = () => all().filter(({ rows }) => rows > 0);
  const missing = () => all().filter(({ rows }) => rows === 0);
  return (
    <div class="sources__part" aria-busy={states() === null}>
      <Show when={states()}>
        <Section
          finding={t('sources.kindsThere', { n: there().length, total: SOURCE_KINDS.length })}
          caption={t('sources.kindsHint')}
          tools={
            <Button look="primary" icon={Upload} onClick={() => app.go('import')}>
              {t('sources.importMore')}
            </Button>
          }
        >
          <Show when={there().length > 0} fallback={<p class="type-lead">{t('sources.noKinds')}</p>}>
            <KindTable label={t('sources.tab.kinds')} states={there()} />
          </Show>
        </Section>
        <Show when={missing().length > 0}>
          <Section finding={t('sources.kindsMissing', { n: missing().length })} caption={t('sources.kindsMissingHint')}>
            <KindTable label={t('template.title')} states={missing()} isEmpty />
          </Section>
        </Show>
      </Show>
    </div>
  );
}

/** What scrolls sideways must be reachable without a mouse. */
const scrollsByKeys = (element: HTMLElement): void => {
  element.tabIndex = 0;
};

function KindTable(props: { label: string; states: readonly SourceState[]; isEmpty?: boolean }) {
  const { t, format } = useText();
  return (
    <section class="sources__scroll" ref={scrollsByKeys} aria-label={props.label}>
      <table class="table kinds">
        <caption class="unseen">{props.label}</caption>
        <thead>
          <tr>
            <th scope="col">{t('sources.kind')}</th>
            <Show when={!props.isEmpty}>
              <th scope="col" class="number">
                {t('sources.rows')}
              </th>
              <th scope="col" class="number">
                {t('sources.imports')}
              </th>
              <th scope="col" class="number">
                {t('sources.byHand')}
              </th>
              <th scope="col">{t('sources.asOf')}</th>
            </Show>
            <th scope="col">{t('sources.usedFor')}</th>
            <th scope="col" class="number">
              {t('sources.act')}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.states}>
            {(state) => (
              <tr>
                <th scope="row">{t(`template.kind.${state.kind}`)}</th>
                <Show when={!props.isEmpty}>
                  <td class="number">{format().count(state.rows)}</td>
                  <td class="number">{format().count(state.imports)}</td>
                  <td class="number">
                    <span classList={{ faint: state.byHand === 0 }}>{format().count(state.byHand)}</span>
                  </td>
                  <td class="sources__days">{state.asOf === null ? '–' : format().isoDay(state.asOf)}</td>
                </Show>
                <td class="quiet kinds__use">{t(`sources.usedBy.${state.kind}`)}</td>
                <td>
                  <KindActs state={state} />
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  );
}

function KindActs(props: { state: SourceState }) {
  const app = useApp();
  const { t } = useText();
  const kind = () => props.state.kind;
  const name = () => t(`template.kind.${kind()}`);
  const open = () => {
    if (kind() === 'customers') app.go('customers');
    else app.setParams({ kind: kind() });
  };
  const canOpen = () => kind() === 'customers' || factKindOf(kind()) !== null;
  return (
    <div class="kinds__acts">
      <Show when={canOpen()}>
        <Button look="link" aria-label={t('sources.openNamed', { kind: name() })} onClick={open}>
          {props.state.rows > 0 ? t('sources.open') : t('sources.putIn')}
        </Button>
      </Show>
      <TemplateMenu kind={kind()} />
      <Button
        look="link"
        aria-label={t('sources.importNamed', { kind: name() })}
        onClick={() => app.go('import', { kind: kind() })}
      >
        {t('sources.importKind')}
      </Button>
    </div>
  );
}
