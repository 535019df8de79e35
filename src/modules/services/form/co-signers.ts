import type { LocalText } from '#kernel/i18n/texts.ts'
import type { Journey } from './journey.ts'

/** Somebody who has to agree in his own account before the application is sent on. */
export interface CoSigner {
  readonly field: string
  readonly nik: string
  /** What he is to this application: the label of the field that names him. */
  readonly label: LocalText
}

/** Those who have to agree to an application as it stands, each once. */
export function coSignersOf(journey: Journey): CoSigner[] {
  const found = journey.pages
    .flatMap((page) => page.fields)
    .filter((field) => field.coSigns)
    .map((field) => ({ field: field.id, nik: String(journey.answers[field.id] ?? ''), label: field.label }))
    .filter((signer) => /^\d{16}$/.test(signer.nik))
  return found.filter((signer, index) => found.findIndex((other) => other.nik === signer.nik) === index)
}
