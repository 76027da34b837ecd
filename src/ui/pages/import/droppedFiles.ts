/** Files that no import can use and that folders are full of. */
const NOISE = /^(\..*|~\$.*|Thumbs\.db|desktop\.ini)$/i;

/** What can hold a table, by its name; anything else of a folder is passed over. A file that was chosen by hand always counts. */
const TABLES = /\.(csv|tsv|txt|tab|xlsx|xlsm|xls|xlsb|ods|html?|xml)$/i;

const MOST_FILES = 200;

/** Files of a drop, folders walked through to their last file, in the order of their names. */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  // The list of items is emptied when the event is over: everything is taken out of it before the first wait.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (entries.length === 0) return [...transfer.files];
  const files: File[] = [];
  for (const entry of entries) {
    if (entry.isFile) files.push(await fileOf(entry as FileSystemFileEntry));
    else files.push(...tableFiles(await filesOf(entry as FileSystemDirectoryEntry)));
  }
  return files;
}

/** Of a whole folder, the files that can hold tables. */
export const tableFiles = (files: readonly File[]): File[] =>
  files
    .filter(({ name }) => TABLES.test(name) && !NOISE.test(name))
    .sort((a, b) => a.name.localeCompare(b.name))
    .slice(0, MOST_FILES);

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

async function filesOf(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const reader = folder.createReader();
  const files: File[] = [];
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (entries.length === 0) return files;
    for (const entry of entries) {
      if (entry.isFile) files.push(await fileOf(entry as FileSystemFileEntry));
      else files.push(...(await filesOf(entry as FileSystemDirectoryEntry)));
    }
  }
}
