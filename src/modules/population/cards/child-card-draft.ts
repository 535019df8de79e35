import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import type { DocumentDraft } from '#modules/documents/index.ts'
import type { Person } from '#modules/people/index.ts'
import { issuedAt } from '../effects/papers.ts'
import { cardPrint } from './card-print.ts'
import { childCardTemplate } from './commands/card-row.ts'

/** A child card as a signed file: everything that the plastic card says, to be shown from a phone. @basis Permendagri 2/2016 */
export async function childCardDraft(
  tenant: Tenant,
  db: AnyHandle,
  child: Person,
  card: {
    readonly withPhoto: boolean
    readonly expiresOn: string
    readonly code: string
    readonly on: Temporal.PlainDate
  },
): Promise<DocumentDraft> {
  const print = await cardPrint(tenant, db, {
    personId: child.id,
    kind: 'kia',
    withPhoto: card.withPhoto,
    expiresOn: card.expiresOn,
  })
  return {
    template: childCardTemplate,
    number: card.code,
    title: 'Kartu Identitas Anak',
    subjectPersonId: child.id,
    subjectName: child.fullName,
    footnotes: [
      'Kartu Identitas Anak ini ditandatangani secara elektronik (Permendagri 2/2016; Permendagri 7/2019).',
      card.withPhoto ? 'Kartu cetaknya memuat pas foto.' : 'Jenis tanpa foto: berlaku sampai anak wajib memakai foto.',
    ],
    data: {
      code: card.code,
      province: print.province,
      regency: print.regency,
      nik: print.nik,
      withPhoto: card.withPhoto,
      front: print.rows,
      back: print.back ?? [],
      validUntil: card.expiresOn,
      issued: issuedAt(tenant, card.on),
    },
  }
}
