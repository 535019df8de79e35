import type { DocumentDraft } from '#modules/documents/index.ts'
import { takeNumber } from '#modules/registers/index.ts'
import type { EffectInput } from '#modules/services/index.ts'

interface TaxLetter {
  readonly title: string
  readonly recipient: { readonly name: string; readonly lines: readonly string[] }
  readonly subject: { readonly name: string; readonly personId?: string | undefined }
  readonly opening: readonly string[]
  readonly rows: readonly { readonly label: string; readonly value: string }[]
  readonly closing: readonly string[]
}

/** A certificate of the revenue office about what its register now says; numbered, and signed with the file. */
export async function taxLetter(input: EffectInput, letter: TaxLetter): Promise<DocumentDraft> {
  const { tx, context, caseId, caseNumber, unitPath } = input
  const { text } = await takeNumber(tx, context, {
    register: 'surat-pajak-daerah',
    brought: {
      name: { id: 'Surat pajak daerah', en: 'Letters about taxes of the region' },
      pattern: '973/{sequence}/PAJAK/{year}',
    },
    unitPath,
    purpose: `${letter.title}, berkas ${caseNumber}`,
    object: { type: 'case', id: caseId },
  })
  return {
    template: 'certificate',
    number: text,
    title: letter.title,
    subjectPersonId: letter.subject.personId,
    subjectName: letter.subject.name,
    footnotes: [],
    data: {
      orientation: 'portrait',
      recipient: letter.recipient,
      opening: letter.opening,
      rows: letter.rows.filter((row) => row.value !== ''),
      closing: letter.closing,
    },
  }
}
