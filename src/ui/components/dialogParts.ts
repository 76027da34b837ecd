import { lazyPart } from './lazyPart';

/** Small dialogs that several pages open. */
export const dialogParts = {
  rename: lazyPart(async () => (await import('./RenameDialog')).RenameDialog),
  name: lazyPart(async () => (await import('./NameDialog')).NameDialog),
};
