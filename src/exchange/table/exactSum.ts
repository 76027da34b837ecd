const SAFE = 2 ** 52;

/** Adds decimals exactly, whatever their scale; a bigint only where a float would begin to round. */
export interface ExactSum {
  add(text: string): void;
  /** The sum as plain decimal text. */
  text(): string;
}

/** A sum of plain decimal texts ("-12.50"); what is no such text is the caller's mistake. */
export function createExactSum(): ExactSum {
  const small: number[] = [];
  const large: bigint[] = [];
  return {
    add(text) {
      const dot = text.indexOf('.');
      const scale = dot < 0 ? 0 : text.length - dot - 1;
      const digits = dot < 0 ? text : text.slice(0, dot) + text.slice(dot + 1);
      while (small.length <= scale) {
        small.push(0);
        large.push(0n);
      }
      if (digits.length > 15) {
        large[scale] += BigInt(digits);
        return;
      }
      small[scale] += Number(digits);
      if (Math.abs(small[scale]) > SAFE) {
        large[scale] += BigInt(small[scale]);
        small[scale] = 0;
      }
    },
    text() {
      const top = small.length - 1;
      let total = 0n;
      for (let scale = 0; scale <= top; scale++) {
        total += (large[scale] + BigInt(small[scale])) * 10n ** BigInt(top - scale);
      }
      return decimalText(total, Math.max(0, top));
    },
  };
}

/** Plain decimal text of coefficient ÷ 10^scale: no exponent, no zeros at the end, never −0. */
export function decimalText(coefficient: number | bigint, scale: number): string {
  const negative = coefficient < 0;
  const digits = String(negative ? -coefficient : coefficient);
  if (scale <= 0) {
    const whole = digits === '0' ? '0' : digits + '0'.repeat(-scale);
    return negative && whole !== '0' ? `-${whole}` : whole;
  }
  const padded = digits.padStart(scale + 1, '0');
  const fraction = padded.slice(-scale).replace(/0+$/, '');
  const text = padded.slice(0, -scale) + (fraction === '' ? '' : `.${fraction}`);
  return negative && text !== '0' ? `-${text}` : text;
}
