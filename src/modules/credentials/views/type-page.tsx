import type { Locale } from '#kernel/i18n/texts.ts'
import { CitizenLayout, LinkButton, Table } from '#ui/index.ts'
import { cardAbouts, cardFields, cardTitles } from '../cards/fields.ts'
import { type CardKind, fieldName } from '../domain.ts'
import { credentialPaths } from '../paths.ts'
import { credentialTexts } from '../texts.ts'

/** What a kind of card may say, for whoever was shown one and wants to know. */
export function TypePage({ locale, kind }: { locale: Locale; kind: CardKind }) {
  const t = credentialTexts(locale)
  return (
    <CitizenLayout title={cardTitles[kind][locale]} lead={`${cardAbouts[kind][locale]} ${t('type-lead')}`} narrow>
      <Table
        caption={t('says-title')}
        captionHidden
        rows={cardFields[kind]}
        rowKey={(row) => fieldName(row.path)}
        columns={[
          { key: 'label', label: t('field'), header: true, cell: (row) => row.label[locale] },
          { key: 'name', label: t('name'), cell: (row) => <code>{fieldName(row.path)}</code> },
        ]}
      />
      <p class="mt-4">
        <LinkButton href={credentialPaths.check} variant="secondary">
          {t('type-check')}
        </LinkButton>
      </p>
    </CitizenLayout>
  )
}
