import { foldKey, type MemberCode } from '~/domain/dimension';
import type { ReadMoves, TerritoryMove, UnreadMove } from '~/domain/territoryView';
import { membersOf, type PlanDocument } from '../document';
import { sellerTest } from '../territories/readMoves';
import type { TerritoryScene } from './territoryScene';

const NAMED = 200;

/**
 * Two columns of names as a spreadsheet hands them over, customer and seller, as moves. Names, keys and aliases count,
 * whatever case or width. A row that says nothing is told with its number: an unknown customer or seller, one who is with
 * that seller already, one given to somebody else in another row (the first stands). Rows without a word are passed over.
 */
export function readPastedMoves(scene: TerritoryScene, text: string, owners: Uint32Array): ReadMoves {
  const listed = new Set(scene.codes);
  const customers = namesOf(scene.document, 'customer', (code) => listed.has(code));
  const sellers = namesOf(scene.document, 'seller', sellerTest(scene.document));
  const moves = new Map<MemberCode, TerritoryMove>();
  const unread: UnreadMove[] = [];
  text.split(/\r\n|\r|\n/).forEach((line, i) => {
    if (line.trim() === '') return;
    const [customerName = '', sellerName = ''] = line.split(line.includes('\t') ? '\t' : /[,，;；]/).map(unquoted);
    const customer = customers.get(foldKey(customerName));
    const seller = sellers.get(foldKey(sellerName));
    const said = customer === undefined ? undefined : moves.get(customer);
    const why =
      customer === undefined
        ? 'customer'
        : seller === undefined
          ? 'seller'
          : said && said.seller !== seller
            ? 'twice'
            : owners[customer] === seller
              ? 'same'
              : null;
    if (why !== null) {
      if (unread.length < NAMED) unread.push({ row: i + 1, text: line.trim(), why });
    } else if (customer !== undefined && seller !== undefined) moves.set(customer, { customer, seller });
  });
  return { moves: [...moves.values()], unread };
}

const unquoted = (cell: string): string =>
  cell
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .replaceAll('""', '"');

/** Folded name, key or alias → code; of two members with one name the older one. */
function namesOf(
  document: PlanDocument,
  dimension: string,
  counts: (code: MemberCode) => boolean,
): Map<string, MemberCode> {
  const names = new Map<string, MemberCode>();
  for (const member of membersOf(document, dimension).byCode) {
    if (!member || member.archived || member.code === 0 || !counts(member.code)) continue;
    for (const name of [member.name, member.key, ...member.aliases]) {
      const key = foldKey(name);
      if (key !== '' && !names.has(key)) names.set(key, member.code);
    }
  }
  return names;
}
