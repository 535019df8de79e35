import { type PdfValue, textOf } from '../pdf/values.ts'

/** A date of ISO 32000-2, 7.9.4: `D:20261123104100+07'00'`; a time without zone counts as UTC. */
export function readPdfDate(value: PdfValue | undefined): Date | undefined {
  const text = textOf(value)
  const match =
    text && /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z(?:00'?00'?)?|([+-])(\d\d)'?(\d\d)?'?)?$/.exec(text)
  if (!match) return undefined
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00', sign, zone, zoneMinute] = match
  const local = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  const shift = sign ? (Number(zone) * 60 + Number(zoneMinute ?? 0)) * 60_000 * (sign === '+' ? 1 : -1) : 0
  return Number.isNaN(local) ? undefined : new Date(local - shift)
}
