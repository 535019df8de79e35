import type { Reasons } from './row.ts'

export const courtVoidedCertificate: Reasons[number] = {
  id: 'court-voided',
  label: { id: 'Putusan pengadilan membatalkan akta ini', en: 'A court has voided this certificate' },
  basis: 'UU 23/2006 pasal 72',
}

/** Of a court's decision that was recorded. */
export const higherCourtVoided: Reasons[number] = {
  id: 'court-voided',
  label: { id: 'Penetapan dibatalkan pengadilan yang lebih tinggi', en: 'A higher court voided the decision' },
  basis: 'UU 23/2006 pasal 72',
}

export const recordedInError: Reasons[number] = {
  id: 'recorded-in-error',
  label: { id: 'Dicatat karena kekeliruan kantor', en: 'The office recorded it in error' },
  basis: 'UU 30/2014 pasal 64 dan 66',
}
