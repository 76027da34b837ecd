import { describe, expect, test } from 'vitest';
import { foldKey, type Member, memberId } from '~/domain/dimension';
import { createDocument } from '~/plan/document';
import { createMembers } from '~/plan/members';
import { memberSearch } from '~/plan/views/memberSearch';

const member = (code: number, name: string, extra: Partial<Member> = {}): Member => ({
  id: memberId(extra.dimension ?? 'customer', code),
  dimension: 'customer',
  code,
  key: foldKey(name),
  name,
  aliases: [],
  level: 'customer',
  attributes: {},
  ...extra,
});

function withMembers(...all: Member[]) {
  const document = createDocument();
  for (const one of all) {
    const members = document.members.get(one.dimension) ?? createMembers(one.dimension);
    members.byCode[one.code] = one;
    members.next = Math.max(members.next, one.code + 1);
    document.members.set(one.dimension, members);
  }
  return document;
}

const namesOf = (document: ReturnType<typeof withMembers>, search: string, dimension: string | null = null) =>
  memberSearch(document, null, { search, dimension }).map(({ name }) => name);

describe('members by name', () => {
  const document = withMembers(
    member(1, 'Norwood Cold Chain'),
    member(2, 'Cold Store North'),
    member(3, 'Gone North', { archived: true }),
    member(1, 'North', { dimension: 'region', level: 'region' }),
    member(4, 'Hengtai', { aliases: ['ＨＴ Machines'] }),
  );

  test('are found by every word, in name or alias, whatever case or width', () => {
    expect(namesOf(document, 'cold nor')).toEqual(['Cold Store North', 'Norwood Cold Chain']);
    expect(namesOf(document, 'ht')).toEqual(['Hengtai']);
    expect(namesOf(document, 'nothing like it')).toEqual([]);
  });

  test('come with the ones that begin with the search first, archived ones never', () => {
    expect(namesOf(document, 'north')).toEqual(['North', 'Cold Store North']);
  });

  test('are found by how they are read, where a reading is handed in', () => {
    const chinese = withMembers(member(1, '李伟'), member(2, '王芳'), member(3, '李强', { archived: true }));
    const reading = (text: string) =>
      text.startsWith('李')
        ? { full: text === '李伟' ? 'liwei' : 'liqiang', initials: 'lw' }
        : { full: 'wangfang', initials: 'wf' };
    const heard = (search: string) =>
      memberSearch(chinese, null, { search, dimension: null, reading }).map(({ name }) => name);
    expect(heard('liwei')).toEqual(['李伟']);
    expect(heard('WF')).toEqual(['王芳']);
    expect(heard('liq')).toEqual([]);
    expect(heard('')).toEqual(['李伟', '王芳']);
    expect(namesOf(chinese, 'liwei')).toEqual([]);
  });

  test('can be sought in one dimension', () => {
    expect(namesOf(document, 'north', 'customer')).toEqual(['Cold Store North']);
  });

  test('are at most fifty', () => {
    const many = withMembers(...Array.from({ length: 80 }, (_, i) => member(i + 1, `Shop ${i}`)));
    expect(namesOf(many, '')).toHaveLength(50);
  });
});
