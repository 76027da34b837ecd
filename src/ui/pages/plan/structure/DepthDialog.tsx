import { createEffect, createResource, createSignal, For, on } from 'solid-js';
import type { Command } from '~/domain/command';
import type { MemberCode } from '~/domain/dimension';
import type { ShapeView } from '~/domain/shape';
import { useApp } from '~/state/app';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';
import { ShapeDialog } from './ShapeDialog';

export interface DepthDialogProps {
  row: ShapeView['dimensions'][number] | null;
  name: string;
  onClose(): void;
}

const MOST = 500;

/** Which members are planned by themselves; all others are planned as one. */
export function DepthDialog(props: DepthDialogProps) {
  const app = useApp();
  const { t } = useText();
  const [keep, setKeep] = createSignal<readonly MemberCode[]>([]);
  const [pooled, setPooled] = createSignal('');
  const [search, setSearch] = createSignal('');
  const [found] = createResource(
    () => props.row && { dimension: props.row.id, search: search() },
    (asked) => app.attempt(app.host.memberList({ ...asked, hierarchy: null, first: 0, count: MOST })),
  );
  const leaves = () => {
    const leaf = props.row?.hierarchies[0]?.levels.at(-1) ?? props.row?.id;
    return (found.latest?.members ?? []).filter(({ level, archived }) => level === leaf && !archived);
  };
  createEffect(
    on(
      () => props.row?.id,
      () => {
        const pool = app.status().plan?.pools.find(({ dimension }) => dimension === props.row?.id);
        setKeep(pool?.keep ?? []);
        setPooled(t('words.others'));
        setSearch('');
      },
    ),
  );
  const toggle = (code: MemberCode) =>
    setKeep(keep().includes(code) ? keep().filter((one) => one !== code) : [...keep(), code]);
  const command = (): Command | null =>
    props.row && (keep().length === 0 || pooled().trim() !== '')
      ? { name: 'dimensions/setDepth', dimension: props.row.id, keep: [...keep()], pooled: pooled().trim() }
      : null;
  return (
    <ShapeDialog
      open={props.row !== null}
      title={t('shape.depthTitle', { name: props.name })}
      lead={t('shape.depthLead')}
      command={command()}
      missing={t('shell.nameMissing')}
      apply={t('shape.depthDo')}
      onClose={props.onClose}
    >
      <TextField label={t('shape.poolName')} value={pooled()} onInput={setPooled} />
      <TextField label={t('shape.keepThese', { n: keep().length })} value={search()} onInput={setSearch} />
      <ul class="member-pick__list" aria-label={t('shape.keepThese', { n: keep().length })}>
        <For each={leaves()}>
          {(member) => (
            <li>
              <label class="plan-filter__member">
                <input type="checkbox" checked={keep().includes(member.code)} onChange={() => toggle(member.code)} />
                <span>{member.name}</span>
              </label>
            </li>
          )}
        </For>
      </ul>
    </ShapeDialog>
  );
}
