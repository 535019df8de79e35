/** CSV (RFC 4180) with a byte order mark, so that spreadsheets read UTF-8; cells never run as formulas. */
export function csvOf(rows: readonly (readonly string[])[]): Buffer {
  const text = rows.map((row) => row.map(cell).join(',')).join('\r\n')
  return Buffer.from(`\uFEFF${text}\r\n`)
}

function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
