import { Button, ButtonRow, CitizenLayout, CsrfField, Notice, Section, SummaryList, useFrame } from '#ui/index.ts'
import type { ServiceDefinition } from '../definition/schema.ts'
import type { ReadableForm } from '../form/display.ts'
import { servicePaths } from '../paths.ts'
import { statusTexts } from '../texts/status.ts'
import { AnswerInWords } from './answer-words.tsx'

export interface ConsentPageProps {
  readonly draftId: string
  readonly status: 'asked' | 'agreed' | 'declined'
  /** Undefined when it was sent, or thrown away. */
  readonly application:
    | { readonly definition: ServiceDefinition; readonly applicantName: string; readonly readable: ReadableForm }
    | undefined
  readonly notice: string | undefined
}

/** The application as it would be sent, and yes or no. */
export function ConsentPage(props: ConsentPageProps) {
  const { locale } = useFrame()
  const s = statusTexts(locale)
  const { application, status } = props
  const lead =
    application && status === 'asked'
      ? s('consent.lead', { name: application.applicantName, service: application.definition.title[locale] })
      : undefined
  return (
    <CitizenLayout title={s('consent.title')} lead={lead} narrow private>
      {props.notice && (
        <Notice tone="good" announce>
          {props.notice}
        </Notice>
      )}
      {status !== 'asked' && (
        <Notice tone="info">
          {s('consent.answered')} {s(status === 'agreed' ? 'consent.given' : 'consent.refused')}
        </Notice>
      )}
      {status === 'asked' && application && (
        <>
          {application.readable.pages.map((page) => (
            <Section key={page.id} title={page.title[locale]}>
              <SummaryList
                rows={page.rows.map((row) => ({
                  term: row.label[locale],
                  value: <AnswerInWords row={row} files={[]} />,
                }))}
              />
            </Section>
          ))}
          <p>{s('consent.why')}</p>
          <form method="post" action={servicePaths.consent(props.draftId)}>
            <CsrfField />
            <ButtonRow>
              <Button name="agrees" value="yes">
                {s('consent.agree')}
              </Button>
              <Button name="agrees" value="no" variant="danger">
                {s('consent.decline')}
              </Button>
            </ButtonRow>
          </form>
        </>
      )}
    </CitizenLayout>
  )
}
