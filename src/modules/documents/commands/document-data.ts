import { dayOf } from '#kernel/clock/clock.ts'
import type { CommandContext } from '#kernel/command/command.ts'
import { AppError } from '#kernel/errors.ts'
import type { TenantProfile } from '#kernel/tenancy/tenants.ts'
import type { RegionColors, SignatureData, TemplateName, VerificationData } from '../typeset/template-data.ts'
import { findUnprintable } from '../typeset/typeset.ts'
import type { DocumentDraft } from './document-draft.ts'
import type { SigningParty } from './signing-party.ts'

/** Everything that a document says, with letterhead and signature; the QR, which binds it, comes after. */
export function documentData(
  context: CommandContext,
  draft: DocumentDraft,
  party: SigningParty,
  cosigners: readonly SignatureData[] = [],
): object {
  const { profile } = context.tenant
  const { address, phone } = party.unit
  const signed =
    draft.template === 'official-letter'
      ? { signatures: [party.signature, ...cosigners] }
      : { signature: party.signature }
  return {
    title: draft.title,
    number: draft.number,
    issued: {
      place: profile.shortName.replace(/^(Kabupaten|Kota|Provinsi)\s+/, ''),
      on: dayOf(context.now, profile.zone).toString(),
    },
    ...draft.data,
    region: { name: profile.shortName, timeZone: profile.zone, colors: colorsOf(profile) },
    office: {
      government: profile.name,
      name: party.unit.name,
      lines: [...(address ? [address] : []), ...(phone ? [phone] : [])],
    },
    footnotes: draft.footnotes,
    ...signed,
  }
}

/**
 * What the QR and the printed line say. The statement travels in the address, so that a phone without a network has it from
 * the paper alone; capitals only, for a QR holds them in the fewest modules.
 */
export function verificationData(origin: string, code: string, statement: string): VerificationData {
  return {
    url: `${origin}/v/${code.replaceAll('-', '')}/${statement}`.toUpperCase(),
    address: `${origin.replace(/^https?:\/\//, '')}/v`,
    code,
  }
}

/** The region's own, except what is no plain colour: that would stop every letter. */
function colorsOf(profile: TenantProfile): Partial<RegionColors> {
  const colors = { accent: profile.accent, deep: profile.accentDeep, wash: profile.accentWash }
  return Object.fromEntries(Object.entries(colors).filter(([, color]) => /^#[0-9a-f]{6}$/i.test(color)))
}

/** @throws invalid-input naming the letters that no font of ours can print */
export async function refuseUnprintable(template: TemplateName, data: object): Promise<void> {
  const unprintable = await findUnprintable(template, data as never)
  if (unprintable.length === 0) return
  throw new AppError('invalid-input', {
    text: {
      id: 'Dokumen ini memuat huruf yang belum dapat dicetak: {letters}. Kembalikan berkas agar ditulis dengan huruf Latin.',
      en: 'This document holds letters that cannot be printed yet: {letters}. Send the file back to be written in Latin letters.',
    },
    params: { letters: unprintable.join(' ') },
    fields: [
      {
        path: 'verb',
        message: {
          id: `Huruf yang belum dapat dicetak: ${unprintable.join(' ')}`,
          en: `Letters that cannot be printed: ${unprintable.join(' ')}`,
        },
      },
    ],
  })
}
