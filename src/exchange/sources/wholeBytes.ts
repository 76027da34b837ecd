/**
 * Most bytes of a table that is read whole: facts, lists, look-ups, and texts that have to be cleaned first. They take ten to
 * twenty times as much memory while they are read; plain files of orders are streamed and have no such limit.
 */
export const WHOLE_BYTES = 100 * 1024 * 1024;
