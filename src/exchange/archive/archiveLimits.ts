const MB = 1024 * 1024;

/** What a packed file may be at most before any of it is unpacked. */
export interface ArchiveLimits {
  /** Bytes of the file. */
  packed: number;
  /** Bytes of all parts together once unpacked. */
  unpacked: number;
  /** Unpacked against packed bytes of one part, above `ratioFrom` bytes: small parts may be that dense by nature. */
  ratio: number;
  ratioFrom: number;
  entries: number;
}

/** Far above any workbook that people mail, far below what ends a tab. */
export const ARCHIVE_LIMITS: ArchiveLimits = {
  packed: 50 * MB,
  unpacked: 300 * MB,
  ratio: 100,
  ratioFrom: 20 * MB,
  entries: 1000,
};
