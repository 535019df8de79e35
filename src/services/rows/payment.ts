import { type State, type Step, type Text, within } from './row.ts'

/** The applicant has a bill. @param sentence how it came about */
export function payment(paidWithin: NonNullable<State['deadline']>, sentence: Text, title: Text): State {
  return {
    id: 'payment',
    holder: 'payment',
    label: { id: 'Menunggu pembayaran', en: 'Waiting for payment' },
    sentence: {
      id: `${sentence.id} Kami menunggu pembayaran Anda sejak {since}.`,
      en: `${sentence.en} We have been waiting for your payment since {since}.`,
    },
    step: {
      title,
      place: { id: 'bank, QRIS atau loket', en: 'bank, QRIS or counter' },
      time: within(paidWithin),
    },
  }
}

/** The bill is paid, or the application lapses. @param next what the applicant can do when it lapsed */
export function payOrLapse(paidWithin: Exclude<Step['after'], string | undefined>, next: Text): Step[] {
  const time = `{rule:${paidWithin.rule}}`
  return [
    {
      from: 'payment',
      verb: 'paid',
      to: 'signing',
      by: 'payment',
      label: { id: 'Lunas', en: 'Paid' },
      done: { id: 'Retribusi lunas', en: 'Retribution paid' },
    },
    {
      from: 'payment',
      verb: 'lapse',
      to: 'lapsed',
      by: 'clock',
      after: paidWithin,
      label: { id: 'Gugur', en: 'Lapse' },
      done: { id: 'Gugur: retribusi tidak dibayar', en: 'Lapsed: the retribution was not paid' },
      tell: {
        title: { id: 'Permohonan Anda gugur', en: 'Your application has lapsed' },
        body: {
          id: `Retribusi untuk berkas {number} tidak dibayar dalam ${time}, sehingga permohonan gugur. ${next.id}`,
          en: `The retribution of file {number} was not paid within ${time}, so the application has lapsed. ${next.en}`,
        },
      },
    },
  ]
}
