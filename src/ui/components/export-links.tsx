import { useTexts } from '../texts.ts'
import { withQuery } from '../with-query.ts'
import { LinkButton } from './button.tsx'

export type ExportLinksProps = {
  /** Without its ending; `.xlsx` and `.csv` answer there. */
  path: string
  /** The filters in use: the file holds the whole filtered list, whatever page is shown. */
  query?: Readonly<Record<string, string | undefined>> | undefined
}

/** The list as a file: a workbook, and plain text for other programs. */
export function ExportLinks({ path, query = {} }: ExportLinksProps) {
  const t = useTexts()
  return (
    <>
      <LinkButton href={withQuery(`${path}.xlsx`, query)} variant="quiet" icon="download" small download>
        {t('export-xlsx')}
      </LinkButton>
      <LinkButton href={withQuery(`${path}.csv`, query)} variant="quiet" icon="download" small download>
        {t('export-csv')}
      </LinkButton>
    </>
  )
}
