import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Lookup } from '~/exchange/mapping/mapping';
import { readLookup } from './readLookup';

const folder = resolve(process.env.SALES_DATA ?? '../shared/data', 'sales');

/** The real sales files beside the checkout, or null where they are not. */
export const salesFolder: string | null = existsSync(folder) ? folder : null;

export const salesBytes = (path: string): Uint8Array => new Uint8Array(readFileSync(resolve(folder, path)));

export async function lookupOf(name: string, bytes: Uint8Array): Promise<Lookup> {
  const lookup = await readLookup(name, bytes);
  if (!lookup.ok) throw new Error(`${name}: ${JSON.stringify(lookup.issues)}`);
  return lookup.value;
}
