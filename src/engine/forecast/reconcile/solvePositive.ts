/**
 * Solves a small system with a symmetric positive matrix, given by rows; what is prepared serves any number of right sides.
 * Cholesky's decomposition; a pivot of 0 or below is a programmer's error.
 */
export function solvePositive(matrix: readonly Float64Array[]): (wanted: Float64Array) => Float64Array {
  const n = matrix.length;
  const root = matrix.map((row) => row.slice());
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = root[i][j];
      for (let k = 0; k < j; k++) sum -= root[i][k] * root[j][k];
      if (i !== j) root[i][j] = sum / root[j][j];
      else if (sum > 0) root[i][i] = Math.sqrt(sum);
      else throw new RangeError(`solvePositive: pivot ${sum}`);
    }
  }
  return (wanted) => {
    const answer = wanted.slice();
    for (let i = 0; i < n; i++) {
      for (let k = 0; k < i; k++) answer[i] -= root[i][k] * answer[k];
      answer[i] /= root[i][i];
    }
    for (let i = n - 1; i >= 0; i--) {
      for (let k = i + 1; k < n; k++) answer[i] -= root[k][i] * answer[k];
      answer[i] /= root[i][i];
    }
    return answer;
  };
}
