import Plus from 'lucide-solid/icons/plus';
import { createEffect, createResource, createSignal, For, on, Show } from 'solid-js';
import type { DimensionId, MemberCode } from '~/domain/dimension';
import type { ShapeMember, ShapeView } from '~/domain/shape';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { dimensionName } from '../../../components/dimensionName';
import { RenameDialog } from '../../../components/RenameDialog';
import { Section } from '../../../components/Section';
import { Select } from '../../../components/Select';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';
import { MemberDialogs, type MemberTask } from './MemberDialogs';
import { MemberRow } from './MemberRow';
import { useBlocked } from './useBlocked';

const MAIN = 'main';
const PAGE = 200;

/** The members of a dimension in one of its trees, and everything that can be done with them. */
export function MemberPart(props: { shape: ShapeView }) {
  const app = useApp();
  const { t } = useText();
  const blocked = useBlocked();
  const [dimension, setDimension] = createSignal<DimensionId>(props.shape.dimensions[0]?.id ?? '');
  const [hierarchy, setHierarchy] = createSignal(MAIN);
  const [search, setSearch] = createSignal('');
  const [count, setCount] = createSignal(PAGE);
  const [chosen, setChosen] = createSignal<readonly MemberCode[]>([]);
  const [task, setTask] = createSignal<MemberTask | null>(null);
  const [renamed, setRenamed] = createSignal<ShapeMember | null>(null);
  createEffect(on([dimension, hierarchy], () => setChosen([])));
  const [found] = createResource(
    () => ({
      dimension: dimension(),
      hierarchy: hierarchy() === MAIN ? null : hierarchy(),
      search: search(),
      first: 0,
      count: count(),
      revision: app.status().revision,
    }),
    ({ revision: _revision, ...query }) => app.attempt(app.host.memberList(query)),
  );
  const row = () => props.shape.dimensions.find(({ id }) => id === dimension());
  const name = (id: DimensionId) => props.shape.dimensions.find((one) => one.id === id)?.title || dimensionName(t, id);
  const trees = () => row()?.hierarchies ?? [];
  const levels = () => (trees().find(({ id, main }) => (main ? MAIN : id) === hierarchy()) ?? trees()[0])?.levels ?? [];
  const members = () => found.latest?.members ?? [];
  const named = (code: MemberCode) => members().find((member) => member.code === code);
  const toggle = (code: MemberCode) =>
    setChosen(chosen().includes(code) ? chosen().filter((one) => one !== code) : [...chosen(), code]);
  const need = (least: number, most = Number.POSITIVE_INFINITY): string | null => {
    if (blocked()) return blocked();
    return chosen().length >= least && chosen().length <= most ? null : t('shape.chooseMembers', { n: least });
  };
  const allArchived = () => chosen().every((code) => named(code)?.archived);
  const rename = async (to: string) => {
    const member = renamed();
    if (!member) return null;
    const done = await app.run(
      { name: 'members/rename', dimension: dimension(), code: member.code, to },
      { inPlace: true },
    );
    return done.ok ? null : done.issues;
  };
  return (
    <Section
      finding={t('shape.members', { n: found.latest?.total ?? 0, dimension: name(dimension()) })}
      caption={t('shape.membersCaption')}
      tools={
        <Button icon={Plus} blocked={blocked()} onClick={() => setTask({ do: 'add' })}>
          {t('shape.addMembers')}
        </Button>
      }
    >
      <div class="plan-part__tools">
        <Select<DimensionId>
          label={t('words.dimension')}
          value={dimension()}
          options={props.shape.dimensions.map(({ id }) => ({ value: id, label: name(id) }))}
          onChange={(id) => {
            setDimension(id);
            setHierarchy(MAIN);
          }}
        />
        <Select
          label={t('shape.hierarchy')}
          value={hierarchy()}
          options={trees().map(({ id, title, main }) => ({
            value: main ? MAIN : id,
            label: main ? t('shape.mainHierarchy') : title,
          }))}
          onChange={setHierarchy}
        />
        <TextField label={t('pivot.filterSearch')} value={search()} onInput={setSearch} />
      </div>
      <div class="plan-part__tools">
        <Button look="link" blocked={need(1)} onClick={() => setTask({ do: 'move', codes: chosen() })}>
          {t('shape.move')}
        </Button>
        <Button look="link" blocked={need(2)} onClick={() => setTask({ do: 'merge', codes: chosen() })}>
          {t('shape.merge')}
        </Button>
        <Button look="link" blocked={need(1, 1)} onClick={() => setTask({ do: 'split', codes: chosen() })}>
          {t('shape.split')}
        </Button>
        <Button look="link" blocked={need(1, 1)} onClick={() => setTask({ do: 'dates', codes: chosen() })}>
          {t('shape.dates')}
        </Button>
        <Button look="link" blocked={need(1, 1)} onClick={() => setRenamed(named(chosen()[0]) ?? null)}>
          {t('scenario.rename')}
        </Button>
        <Button
          look="link"
          blocked={need(1)}
          onClick={() =>
            void app.run({
              name: 'members/archive',
              dimension: dimension(),
              codes: [...chosen()],
              archived: !allArchived(),
            })
          }
        >
          {chosen().length > 0 && allArchived() ? t('shape.restore') : t('shape.archive')}
        </Button>
        <span class="plan-toolbar__line" />
        <Button look="link" blocked={blocked()} onClick={() => setTask({ do: 'tree' })}>
          {t('shape.addHierarchy')}
        </Button>
        <Button
          look="link"
          blocked={blocked() ?? (hierarchy() === MAIN ? t('shape.mainStays') : null)}
          onClick={() => {
            const id = hierarchy();
            setHierarchy(MAIN);
            void app.run({ name: 'hierarchies/remove', hierarchy: id });
          }}
        >
          {t('shape.removeHierarchy')}
        </Button>
        <Button
          look="link"
          blocked={blocked()}
          title={t('shape.adoptHint')}
          onClick={() => void app.run({ name: 'plan/adoptHierarchy', dimension: dimension() })}
        >
          {t('shape.adopt')}
        </Button>
      </div>
      <div class="plan-part__scroll shape-members">
        <table class="table">
          <caption class="unseen">{t('shape.membersCaption')}</caption>
          <thead>
            <tr>
              <th scope="col">{name(dimension())}</th>
              <th scope="col">{t('shape.level')}</th>
              <th scope="col">{t('shape.valid')}</th>
              <th scope="col" class="number">
                {t('shape.linesHead')}
              </th>
              <th scope="col" class="number">
                {t('shape.ordersHead')}
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={members()}>
              {(member) => (
                <MemberRow
                  member={member}
                  depth={Math.max(0, levels().indexOf(member.level))}
                  level={dimensionName(t, member.level, app.status().plan?.titles)}
                  chosen={chosen().includes(member.code)}
                  onToggle={() => toggle(member.code)}
                />
              )}
            </For>
          </tbody>
        </table>
      </div>
      <Show when={(found.latest?.total ?? 0) > members().length}>
        <Button look="link" onClick={() => setCount(count() + PAGE)}>
          {t('shape.more', { n: (found.latest?.total ?? 0) - members().length })}
        </Button>
      </Show>
      <MemberDialogs
        task={task()}
        dimension={dimension()}
        hierarchy={hierarchy() === MAIN ? (trees().find(({ main }) => main)?.id ?? '') : hierarchy()}
        levels={levels()}
        nameOf={(code) => named(code)?.name ?? ''}
        dates={named(chosen()[0] ?? -1) ?? null}
        onClose={() => setTask(null)}
        onDone={() => setChosen([])}
      />
      <RenameDialog
        open={renamed() !== null}
        title={t('plan.renameTitle', { name: renamed()?.name ?? '' })}
        name={renamed()?.name ?? ''}
        hint={t('plan.renameHint')}
        onRename={rename}
        onClose={() => setRenamed(null)}
      />
    </Section>
  );
}
