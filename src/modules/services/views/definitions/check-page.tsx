import type { FormValues } from '#kernel/http/form-values.ts'
import {
  Button,
  ButtonRow,
  CsrfField,
  DateField,
  ErrorSummary,
  FileUpload,
  type FormError,
  FormPage,
  Notice,
  parseDateParts,
  Section,
  StatusTag,
  Table,
  TextArea,
} from '#ui/index.ts'
import type { Fault } from '../../definition/check.ts'
import type { GoldenCase, ServiceDefinition } from '../../definition/schema.ts'
import { servicePaths } from '../../paths.ts'
import type { StaffingFault } from '../../queries/staffing.ts'
import { definitionTexts } from '../../texts/definitions.ts'
import type { Difference } from './differences.ts'
import { type DefinitionAdmin, DefinitionFrame } from './frame.tsx'

/** What the proof of a definition found. */
export interface CheckResult {
  readonly faults: readonly Fault[]
  /** Undefined while there are faults. */
  readonly definition: ServiceDefinition | undefined
  /** Examples of what was given, sound or not. */
  readonly golden: readonly Pick<GoldenCase, 'name' | 'source'>[]
  /** Undefined when no version is in force. */
  readonly differences: readonly Difference[] | undefined
  readonly staffing: readonly StaffingFault[]
}

export interface CheckPageProps extends DefinitionAdmin {
  /** The definition as it was given, to be mended or published. */
  readonly text: string
  readonly form: FormValues
  readonly result: CheckResult | undefined
  readonly errors: readonly FormError[]
}

/** Give a definition, read what the proof says, publish it. */
export function CheckPage(props: CheckPageProps) {
  const { locale, text, result, errors } = props
  const t = definitionTexts(locale)
  const of = (name: string) => errors.find((error) => error.name === name)?.text
  return (
    <DefinitionFrame {...props} title={t('check-title')} lead={t('check-lead')} crumbs={[{ label: t('check-title') }]}>
      <ErrorSummary errors={errors} />
      {result && (result.definition ? <Sound {...props} result={result} /> : <Faults {...props} result={result} />)}
      <FormPage action={servicePaths.newDefinition} submitLabel={t('check')} multipart>
        <FileUpload
          name="file"
          label={t('file')}
          files={[]}
          accept={['application/json', '.json']}
          acceptText={t('file-types')}
          optional
          error={of('file')}
        />
        <TextArea
          name="text"
          label={t('text')}
          rows={result?.faults.length ? 24 : 10}
          value={text}
          error={of('text')}
        />
      </FormPage>
    </DefinitionFrame>
  )
}

type WithResult = CheckPageProps & { result: CheckResult }

function Faults({ locale, result }: WithResult) {
  const t = definitionTexts(locale)
  return (
    <>
      <Notice tone="late" title={t('faults-title', { n: result.faults.length })} announce>
        {t('faults-lead')}
      </Notice>
      <Table
        caption={t('faults-title', { n: result.faults.length })}
        captionHidden
        rows={result.faults.map((fault, index) => ({ fault, index }))}
        rowKey={({ index }) => String(index)}
        columns={[
          { key: 'element', label: t('element'), header: true, cell: ({ fault }) => <code>{fault.element}</code> },
          {
            key: 'fault',
            label: t('fault'),
            cell: ({ fault }) => (
              <>
                {fault.say[locale]} <span class="hint">[{fault.code}]</span>
              </>
            ),
          },
        ]}
      />
      <Golden locale={locale} result={result} />
    </>
  )
}

function Sound(props: WithResult) {
  const { locale, result, text, form, errors } = props
  const t = definitionTexts(locale)
  return (
    <>
      <Notice tone="good" title={t('sound')} announce>
        {t('sound-text')}
      </Notice>
      <Section title={t('differences')}>
        <Differences locale={locale} result={result} />
      </Section>
      <Golden locale={locale} result={result} />
      {result.staffing.length > 0 && <Staffing locale={locale} result={result} />}
      <Section title={t('publish-title')}>
        <form method="post" action={servicePaths.publishDefinition} enctype="multipart/form-data" novalidate>
          <CsrfField />
          <input type="hidden" name="text" value={text} />
          <DateField
            name="validFrom"
            label={t('valid-from')}
            hint={t('valid-from-hint')}
            value={parseDateParts(Object.fromEntries(form.entries()), 'validFrom')}
            error={errors.find((error) => error.name === 'validFrom')?.text}
          />
          <ButtonRow>
            <Button>{t('publish')}</Button>
          </ButtonRow>
        </form>
      </Section>
    </>
  )
}

type Part = { locale: 'id' | 'en'; result: CheckResult }
const tones = { added: 'good', removed: 'late', changed: 'soon' } as const

function Differences({ locale, result }: Part) {
  const t = definitionTexts(locale)
  const { differences } = result
  if (!differences) return <p>{t('differences-new')}</p>
  if (differences.length === 0) return <p>{t('differences-none')}</p>
  return (
    <Table
      caption={t('differences')}
      captionHidden
      dense
      rows={differences}
      rowKey={(row) => `${row.part} ${row.name}`}
      columns={[
        { key: 'part', label: t('part'), cell: (row: Difference) => t(`part.${row.part}`) },
        { key: 'name', label: t('name'), header: true, cell: (row: Difference) => <code>{row.name}</code> },
        {
          key: 'change',
          label: t('change'),
          cell: (row: Difference) => (
            <>
              <StatusTag tone={tones[row.kind]}>{t(row.kind)}</StatusTag> {row.of.join(', ')}
            </>
          ),
        },
      ]}
    />
  )
}

function Golden({ locale, result }: Part) {
  const t = definitionTexts(locale)
  if (result.golden.length === 0) return null
  const differs = (name: string) => result.faults.some((fault) => fault.element === `golden.${name}`)
  // Examples are walked only once everything else is sound.
  const isWalked = result.faults.every((fault) => fault.code.startsWith('golden'))
  const standing = (name: string) =>
    differs(name) ? 'golden-differs' : isWalked ? 'golden-as-told' : 'golden-unchecked'
  return (
    <Section title={t('golden')}>
      <Table
        caption={t('golden')}
        captionHidden
        dense
        rows={result.golden}
        rowKey={(example) => example.name}
        columns={[
          { key: 'name', label: t('golden-name'), header: true, cell: (example) => example.name },
          { key: 'source', label: t('golden-source'), cell: (example) => example.source },
          {
            key: 'result',
            label: t('golden-result'),
            cell: ({ name }) => (
              <StatusTag tone={differs(name) ? 'late' : isWalked ? 'good' : 'neutral'}>{t(standing(name))}</StatusTag>
            ),
          },
        ]}
      />
    </Section>
  )
}

const shownDesks = 20

function Staffing({ locale, result }: Part) {
  const t = definitionTexts(locale)
  const rest = result.staffing.length - shownDesks
  return (
    <Section title={t('staffing')}>
      <Notice tone="soon">{t('staffing-lead')}</Notice>
      <ul class="plain-list">
        {result.staffing.slice(0, shownDesks).map((fault) => (
          <li key={`${fault.state} ${fault.branch} ${fault.place}`}>{fault.say[locale]}</li>
        ))}
        {rest > 0 && <li>{t('staffing-more', { n: rest })}</li>}
      </ul>
    </Section>
  )
}
