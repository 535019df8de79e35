import { examines, office, type State, type Step } from './row.ts'

/**
 * A court's letter can be forged, and what follows from it is hard to undo: an officer other than the verifier asks
 * the court itself, and writes down how the court answered.
 */
export function courtCheckStates(unit: string, deadline: State['deadline']): State[] {
  return [
    office({
      id: 'court-check',
      desk: 'services.verify',
      unit,
      deadline,
      label: { id: 'Putusan diperiksa', en: 'Court decision checked' },
      sentence: {
        id: 'Putusan pengadilan sedang kami cocokkan dengan pengadilannya sejak {since}.',
        en: 'The court decision has been compared with the court’s own records since {since}.',
      },
      step: {
        title: {
          id: 'Petugas kedua mencocokkan putusan dengan pengadilan',
          en: 'A second officer compares the decision with the court',
        },
        place: { id: 'dinas kependudukan dan pencatatan sipil', en: 'civil registration office' },
      },
    }),
  ]
}

export function courtCheckSteps(to: string): Step[] {
  return [
    examines({
      from: 'court-check',
      verb: 'confirm-court',
      to,
      needs: ['no-marks'],
      notBy: ['accept'],
      label: { id: 'Pengadilan membenarkan putusan', en: 'The court confirms its decision' },
      done: { id: 'Putusan dibenarkan pengadilan', en: 'Decision confirmed by the court' },
      form: [
        {
          id: 'courtCheckedBy',
          kind: 'choice',
          label: { id: 'Bagaimana diperiksa', en: 'How it was checked' },
          options: [
            { value: 'registry', label: { id: 'Direktori putusan atau SIPP pengadilan', en: 'Register of the court' } },
            { value: 'letter', label: { id: 'Surat jawaban pengadilan', en: 'Written answer of the court' } },
            { value: 'clerk', label: { id: 'Panitera, lewat telepon kantor', en: 'The clerk, by office telephone' } },
          ],
        },
        {
          id: 'courtAnswer',
          kind: 'long-text',
          min: 10,
          label: { id: 'Jawaban pengadilan, dari siapa, tanggal berapa', en: 'What the court answered, who, and when' },
        },
        {
          id: 'courtFinal',
          kind: 'yes-no',
          label: { id: 'Apakah putusannya sudah berkekuatan hukum tetap?', en: 'Is the decision final?' },
          checks: [
            {
              holds: 'findings.courtFinal == "yes"',
              say: {
                id: 'Putusan yang belum tetap tidak dapat dicatat. Kembalikan berkas, atau tunggu di meja ini.',
                en: 'A decision that is not final cannot be recorded. Return the file, or let it wait on this desk.',
              },
            },
          ],
        },
      ],
    }),
    {
      from: 'court-check',
      verb: 'deny-court',
      to: 'refusing',
      by: 'services.verify',
      key: 't',
      tone: 'danger',
      notBy: ['accept'],
      needs: ['reason'],
      label: { id: 'Pengadilan tidak mengenal putusan ini', en: 'The court does not know this decision' },
      done: { id: 'Putusan tidak dibenarkan pengadilan', en: 'Decision not confirmed by the court' },
    },
    {
      from: 'court-check',
      verb: 'return-from-court-check',
      to: 'verifying',
      by: 'services.verify',
      key: 'k',
      notBy: ['accept'],
      needs: ['reason'],
      label: { id: 'Kembalikan ke verifikator', en: 'Return to the verifier' },
      done: { id: 'Dikembalikan ke verifikator', en: 'Returned to the verifier' },
    },
  ]
}
