/*
 * Numbers as people type them become numbers as the API takes them. What cannot be read stays as it was typed, so that the
 * field can say what is wrong with it.
 */

/** "Rp1.250.000,50" and "1250000" as "1250000.50" and "1250000". */
export function typedMoney(typed: string): string {
  const text = plain(typed.replace(/^(-?)\s*rp\.?/i, '$1').replace(/,-+$/, ''))
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(text)) return text.replaceAll('.', '').replace(',', '.')
  return /^-?\d+(,\d+)?$/.test(text) ? text.replace(',', '.') : typed.trim()
}

/** "7,5" and "7.5" as "7.5"; "2.638,125" as "2638.125"; "1.250" is twelve hundred and fifty. */
export function typedDecimal(typed: string): string {
  const text = plain(typed.replace(/%$/, ''))
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(text)) return text.replaceAll('.', '').replace(',', '.')
  return /^-?\d+([.,]\d+)?$/.test(text) ? text.replace(',', '.') : typed.trim()
}

/** "1.250" as "1250". */
export function typedCount(typed: string): string {
  const text = plain(typed)
  return /^-?\d{1,3}(\.\d{3})+$/.test(text) ? text.replaceAll('.', '') : text
}

function plain(text: string): string {
  return text.replace(/[\s\u00a0]+/g, '').replace('−', '-')
}
