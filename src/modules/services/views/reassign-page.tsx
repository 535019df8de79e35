import {
  Button,
  ButtonRow,
  CsrfField,
  EmptyState,
  ErrorSummary,
  LinkButton,
  Radios,
  StaffLayout,
  useFrame,
} from '#ui/index.ts'
import { servicePaths } from '../paths.ts'
import type { PostHolder } from '../queries/takers.ts'
import { queueTexts } from '../texts/desk.ts'
import { deskTexts } from './desk-texts.ts'

export interface ReassignProps {
  readonly taskId: string
  readonly caseId: string
  readonly number: string
  readonly claimedName: string | undefined
  readonly holders: readonly PostHolder[]
  readonly chosen: string
  readonly error: string | undefined
  readonly nav: readonly { readonly label: string; readonly href: string }[]
  readonly unitName: string
}

/** To whom a piece of work goes: only those who may do it today. */
export function ReassignPage(props: ReassignProps) {
  const { locale } = useFrame()
  const t = queueTexts(locale)
  return (
    <StaffLayout
      title={t('give.title', { number: props.number })}
      lead={[props.claimedName && t('give.now', { name: props.claimedName }), t('give.lead')].filter(Boolean).join(' ')}
      desk={deskTexts(locale)('desk')}
      unit={props.unitName}
      nav={props.nav}
    >
      {props.error && <ErrorSummary errors={[{ name: 'personId', text: props.error }]} />}
      {props.holders.length === 0 ? (
        <EmptyState title={t('give.none')} />
      ) : (
        <form method="post" action={servicePaths.reassign(props.taskId)}>
          <CsrfField />
          <Radios
            name="personId"
            label={t('give.who')}
            value={props.chosen}
            error={props.error}
            options={props.holders.map((holder) => ({
              value: holder.personId,
              label: holder.name,
              hint: `${holder.title}, ${holder.unitName}`,
            }))}
          />
          <ButtonRow>
            <Button>{t('give.do')}</Button>
            <LinkButton variant="quiet" href={servicePaths.deskCase(props.caseId)}>
              {fileBack(locale)}
            </LinkButton>
          </ButtonRow>
        </form>
      )}
    </StaffLayout>
  )
}

function fileBack(locale: 'id' | 'en'): string {
  return locale === 'id' ? 'Kembali ke berkas' : 'Back to the file'
}
