import type { DocumentDraft } from '#modules/documents/index.ts'

type CivilEvent = Extract<DocumentDraft, { template: 'civil-certificate' }>['data']['event']

/** What a marriage certificate says of the marriage itself. */
export function marriageEvent(entry: {
  readonly marriedOn: string
  readonly place: string
  readonly officiant: string
  readonly proof: string
  readonly courtNumber?: string | undefined
  readonly witnesses: string
}): CivilEvent {
  return {
    happened: 'telah dilangsungkan perkawinan antara',
    place: entry.place,
    on: entry.marriedOn,
    rows: [
      entry.proof === 'court'
        ? { label: 'Penetapan', value: entry.courtNumber ?? '-' }
        : { label: 'Di hadapan', value: entry.officiant },
      ...(entry.witnesses ? [{ label: 'Saksi', value: entry.witnesses }] : []),
    ],
  }
}
