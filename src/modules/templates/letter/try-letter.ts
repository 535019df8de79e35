import type { TenantProfile } from '#kernel/tenancy/tenants.ts'
import { type OfficialLetterData, previewPages, TypesetError, typeset } from '#modules/documents/index.ts'
import type { TemplateContent } from '../template.ts'
import { type ExplainedFault, explainRefusal } from './explain-fault.ts'
import { inventedFrame, type SpecimenFrame, specimenLetter } from './specimen.ts'

/** Pages as SVG, or what is wrong. */
export type TriedLetter = { readonly pages: readonly string[] } | { readonly faults: readonly ExplainedFault[] }

const mostPages = 12

/** The paper of a region, for the specimen of a template. */
export function frameOf(profile: TenantProfile, unitName: string | undefined): SpecimenFrame {
  const hex = (color: string) => /^#[0-9a-f]{6}$/i.test(color)
  const colors = { accent: profile.accent, deep: profile.accentDeep, wash: profile.accentWash }
  return {
    ...inventedFrame,
    region: {
      name: profile.shortName,
      timeZone: profile.zone,
      colors: Object.fromEntries(Object.entries(colors).filter(([, color]) => hex(color))),
    },
    office: {
      government: profile.name,
      // The government itself is no unit that writes letters.
      name: unitName && unitName !== profile.name ? unitName : inventedFrame.office.name,
      lines: inventedFrame.office.lines ?? [],
    },
    issued: { place: profile.shortName.replace(/^(Kabupaten|Kota|Provinsi)\s+/, ''), on: inventedFrame.issued.on },
  }
}

/** How a template prints its specimen. Text of staff is compiled apart; what is wrong with it is said, never thrown. */
export async function tryPages(
  template: TemplateContent,
  origin: string | undefined,
  frame: SpecimenFrame,
): Promise<TriedLetter> {
  return caught(async () => ({
    pages: (await previewPages('official-letter', specimenLetter(template, origin, frame))).slice(0, mostPages),
  }))
}

/** The specimen as the archival PDF that letters become: what a preview forgives is found here. */
export async function tryPdf(
  template: TemplateContent,
  origin: string | undefined,
  frame: SpecimenFrame,
  now: Date,
): Promise<{ readonly pdf: Uint8Array } | { readonly faults: readonly ExplainedFault[] }> {
  const letter: OfficialLetterData = { ...specimenLetter(template, origin, frame), draft: true }
  return caught(async () => ({ pdf: await typeset('official-letter', letter, { now }) }))
}

async function caught<Result>(
  work: () => Promise<Result>,
): Promise<Result | { readonly faults: readonly ExplainedFault[] }> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof TypesetError)) throw error
    return { faults: explainRefusal(error.refusal, error.faults, error.diagnostics) }
  }
}
