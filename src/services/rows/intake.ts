import { receives, type State, type Step } from './row.ts'

/** The applicant corrects what was marked; the promise stands still meanwhile. */
export const returned: State = {
  id: 'returned',
  holder: 'applicant',
  label: { id: 'Dikembalikan', en: 'Sent back' },
  sentence: {
    id: 'Kami menunggu perbaikan dari Anda sejak {since}.',
    en: 'We have been waiting for your correction since {since}.',
  },
}

/** A file enters without a desk: the engine decides at once where it goes. */
export const routing: State = {
  id: 'routing',
  holder: 'engine',
  label: { id: 'Diterima', en: 'Received' },
  sentence: { id: 'Permohonan Anda diterima.', en: 'Your application has been received.' },
}

/** From the counter to the verifier. */
export const forward: Step = receives({
  from: 'received',
  verb: 'forward',
  to: 'verifying',
  label: { id: 'Lengkap, teruskan ke verifikator', en: 'Complete, forward to the verifier' },
  done: { id: 'Diterima loket, diteruskan ke verifikator', en: 'Received, forwarded to the verifier' },
})

/** Sends a file back with marks; the promise stands still while the applicant corrects what was marked. */
export function sendBack(from: string, by: string, to: string): Step {
  return {
    from,
    verb: 'send-back',
    to,
    by,
    key: 'k',
    label: { id: 'Kembalikan untuk diperbaiki', en: 'Send back for correction' },
    done: { id: 'Dikembalikan untuk diperbaiki', en: 'Sent back for correction' },
    needs: ['marks'],
    tell: {
      title: { id: 'Ada isian yang perlu Anda perbaiki', en: 'Some answers need your correction' },
      body: {
        id: 'Petugas menandai isian pada berkas {number}. Perbaiki yang ditandai saja; jam janji berhenti selama kami menunggu Anda.',
        en: 'An officer marked answers in file {number}. Correct only those; the promise clock stands still while we wait for you.',
      },
    },
  }
}

/** Sends corrections back to the desk that asked for them. */
export function resubmit(from: string, to: string): Step {
  return {
    from,
    verb: 'resubmit',
    to,
    by: 'applicant',
    tone: 'primary',
    label: { id: 'Kirim perbaikan', en: 'Send corrections' },
    done: { id: 'Perbaikan dikirim', en: 'Corrections sent' },
  }
}

/** The applicant let the time for his correction pass. */
export function lapseUncorrected(
  after: { readonly rule: string; readonly per: 'working-day' },
  given: { readonly from?: string; readonly tell?: Step['tell'] } = {},
): Step {
  const { from = 'returned' } = given
  const time = `{rule:${after.rule}}`
  return {
    from,
    verb: 'lapse',
    to: 'lapsed',
    by: 'clock',
    after,
    label: { id: 'Gugur karena tidak diperbaiki', en: 'Lapses without a correction' },
    done: { id: `Gugur, perbaikan tidak datang dalam ${time}`, en: `Lapsed: no correction within ${time}` },
    tell: given.tell ?? {
      title: { id: 'Permohonan Anda gugur', en: 'Your application has lapsed' },
      body: {
        id: `Perbaikan berkas {number} tidak kami terima dalam ${time}. Anda dapat mengajukan lagi kapan saja.`,
        en: `We did not receive the corrections of file {number} within ${time}. You can apply again at any time.`,
      },
    },
  }
}
