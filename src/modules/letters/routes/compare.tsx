import { z } from 'zod'
import { staff } from '#kernel/access/access.ts'
import { get, page } from '#kernel/http/route.ts'
import { getTemplateVersion } from '#modules/templates/index.ts'
import { changedBetween } from '../content.ts'
import { getContent } from '../letter-row.ts'
import { ComparePage } from '../views/compare-page.tsx'
import { letterParams, readableLetter } from './letter.tsx'

const number = z.coerce.number().int().positive()

/** Two exact versions side by side, only what differs. */
export const compare = get('/naskah/surat/:letterId/bandingkan', {
  access: staff,
  audit: 'none',
  params: letterParams,
  query: z.object({ dari: number, ke: number }),
  async handle(context) {
    const { tenant, db, query } = context
    const letter = await readableLetter(context, context.params.letterId)
    const [before, after, template] = await Promise.all([
      getContent(tenant, db, letter.row, query.dari),
      getContent(tenant, db, letter.row, query.ke),
      getTemplateVersion(db, letter.row.template_version_id),
    ])
    return page(
      <ComparePage
        {...context}
        zone={tenant.profile.zone}
        row={letter.row}
        template={template}
        from={{ version: query.dari, content: before }}
        to={{ version: query.ke, content: after }}
        changed={changedBetween(before, after)}
      />,
    )
  },
})
