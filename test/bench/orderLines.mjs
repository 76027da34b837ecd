/** A made-up order file of seven columns, as text. */
export function orderLines(lines) {
  const text = ['order,date,customer,product,seller,region,amount'];
  for (let i = 0; i < lines; i++) {
    const day = `2025-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`;
    text.push(
      `A${i},${day},customer ${i % 977},product ${i % 61},seller ${i % 23},region ${i % 5},${(i % 9973) + 0.5}`,
    );
  }
  return text.join('\n');
}
