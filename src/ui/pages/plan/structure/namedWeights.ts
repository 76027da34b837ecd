/** A member to be, and its part of what is planned. */
export interface NamedWeight {
  name: string;
  weight: number;
}

/** `Online = 60`, `线上：60%`, `Online 60%`; a bare number at the end belongs to the name. */
const WEIGHED = /^(.+?)(?:\s*[=:：]\s*(\d+(?:\.\d+)?)\s*[%％]?|\s+(\d+(?:\.\d+)?)\s*[%％])$/;

/**
 * Names as people list them, by lines or commas, each with its weight. Where nobody gave one all are alike, else those
 * without one get nothing. Null without names, or where all weights are 0.
 */
export function namedWeights(text: string): NamedWeight[] | null {
  const entries = text
    .split(/[\n,，、;；]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => {
      const found = WEIGHED.exec(one);
      return found ? { name: found[1].trim(), weight: Number(found[2] ?? found[3]) } : { name: one, weight: null };
    });
  const isWeighed = entries.some(({ weight }) => weight !== null);
  const named = entries.map(({ name, weight }) => ({ name, weight: weight ?? (isWeighed ? 0 : 1) }));
  return named.some(({ weight }) => weight > 0) ? named : null;
}
