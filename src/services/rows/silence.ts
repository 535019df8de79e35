import { silenceLaw } from './law.ts'
import type { Step } from './row.ts'

const { citation } = silenceLaw

/**
 * The office did not decide in time: the application counts as granted, by itself, wherever the file lies, and the
 * letter comes out sealed, without an official.
 */
export function grantBySilence(from: readonly string[], effects: readonly string[] = []): Step[] {
  return from.map((state) => ({
    from: state,
    verb: 'grant-by-silence',
    to: 'issued',
    by: 'clock',
    after: 'promise',
    tacit: { basis: citation },
    effects: [...effects],
    label: { id: 'Dianggap dikabulkan', en: 'Counts as granted' },
    done: { id: 'Dianggap dikabulkan karena tidak diputus tepat waktu', en: 'Counts as granted: not decided in time' },
    tell: {
      title: { id: 'Permohonan Anda dianggap dikabulkan', en: 'Your application counts as granted' },
      body: {
        id: `Berkas {number} tidak kami putus dalam waktunya, sehingga menurut hukum dikabulkan (${citation}). Suratnya, bersegel elektronik, dapat diunduh di halaman berkas.`,
        en: `We did not decide file {number} in time, so it is granted by law (UU 30/2014 art. 53 with UU 6/2023 art. 175). The letter, with the electronic seal, can be downloaded from the file.`,
      },
    },
  }))
}
