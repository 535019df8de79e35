import { type Own, office, type State, type Step, signs, type Text } from './row.ts'

/** What was decided waits for the signature of the head of office. @param paper what he signs, as a sentence begins */
export function awaitsSignature(
  paper: Text,
  own: Omit<Partial<State>, 'step'> & { readonly step?: Partial<NonNullable<State['step']>> },
): State {
  return office({
    id: 'signing',
    desk: 'services.sign',
    label: { id: 'Menunggu tanda tangan', en: 'Waiting for signature' },
    sentence: {
      id: `${paper.id} menunggu tanda tangan kepala dinas sejak {since}.`,
      en: `${paper.en} has waited for the head of office’s signature since {since}.`,
    },
    ...own,
    step: {
      title: { id: 'Kepala dinas menandatangani', en: 'The head of office signs' },
      place: { id: 'tanda tangan elektronik', en: 'electronic signature' },
      ...own.step,
    },
  })
}

/** Signs what was applied for and issues it. */
export function issues(own: Partial<Own> & Pick<Step, 'from' | 'verb' | 'tell'>): Step {
  return signs({
    to: 'issued',
    label: { id: 'Tanda tangani dan terbitkan', en: 'Sign and issue' },
    done: { id: 'Ditandatangani dan diterbitkan', en: 'Signed and issued' },
    ...own,
  })
}

const download: Text = { id: 'unduh dari halaman berkas', en: 'download it from the file' }

/** It was granted. @param receives what the applicant gets, for the procedure */
export function issued(sentence: Text, receives: Text, place: Text = download): State {
  return {
    id: 'issued',
    holder: 'none',
    result: 'granted',
    label: { id: 'Terbit', en: 'Issued' },
    sentence,
    step: { title: receives, place },
  }
}
