import { formatMoment, formatShort } from '#kernel/i18n/format.ts'
import { formatRupiah, rupiah } from '#kernel/money/money.ts'
import { Section, SummaryList, Table, ToneText, useFrame } from '#ui/index.ts'
import { servicePaths } from '../paths.ts'
import { fileTexts } from '../texts/case-file.ts'
import { AnswerInWords, AnswerMap } from './answer-words.tsx'
import { type DeskPageProps, fileHref, type NamedTask } from './desk-parts.ts'

/** What else bears on the decision: reviews, requirements, fee, findings, related files. */
export function DeskFacts(props: DeskPageProps) {
  return (
    <>
      <Reviews {...props} />
      <Evidence {...props} />
      <Findings {...props} />
      <Fee {...props} />
      <Related {...props} />
    </>
  )
}

function Reviews(props: DeskPageProps) {
  const { locale } = useFrame()
  const t = fileTexts(locale)
  const { view, tasks } = props.file
  const branches = view.state.branches
  if (!branches) return null
  const rows = branches.map((branch) => ({ branch, task: tasks.find((task) => task.branch === branch.id) }))
  const asked = rows.filter((row) => row.task)
  const done = asked.filter((row) => row.task?.closedAt).length
  const stateOf = (branch: (typeof branches)[number], task: NamedTask | undefined) => {
    if (!task) return <span class="hint">{t('review.skipped')}</span>
    const outcome = branch.outcomes.find((each) => each.id === task.outcome)
    if (task.closedAt) return <ToneText tone="good">{outcome?.done[locale] ?? task.outcome}</ToneText>
    const when = formatMoment(task.dueAt, locale, props.zone)
    return task.claimedName ? t('review.held', { name: task.claimedName, when }) : t('review.running', { when })
  }
  return (
    <Section title={t('reviews')}>
      <p class="hint">{t('reviews.count', { done, all: asked.length })}</p>
      <Table
        caption={t('reviews')}
        captionHidden
        dense
        rows={rows}
        rowKey={(row) => row.branch.id}
        columns={[
          { key: 'name', label: t('review.name'), header: true, cell: (row) => row.branch.label[locale] },
          { key: 'where', label: t('review.where'), cell: (row) => row.task?.unitName ?? '' },
          { key: 'state', label: t('review.state'), cell: (row) => stateOf(row.branch, row.task) },
        ]}
      />
    </Section>
  )
}

function Evidence(props: DeskPageProps) {
  const { locale } = useFrame()
  const t = fileTexts(locale)
  const { evidence } = props.file
  if (evidence.length === 0) return null
  return (
    <Section title={t('evidence')}>
      <SummaryList
        dense
        rows={evidence.map((item) => ({
          term: item.label[locale],
          value: <ToneText tone={item.how === 'missing' ? 'soon' : 'neutral'}>{t(`evidence.${item.how}`)}</ToneText>,
        }))}
      />
    </Section>
  )
}

function Findings(props: DeskPageProps) {
  const { locale } = useFrame()
  const t = fileTexts(locale)
  const { findings, files, points, sheet } = props.file
  if (findings.length === 0) return null
  return (
    <Section title={t('findings')}>
      <SummaryList
        dense
        rows={findings.map((row) => ({
          term: row.label[locale],
          value: (
            <>
              <AnswerInWords row={row} files={files} openHref={(file) => fileHref(props, file)} />
              <AnswerMap sheet={sheet} point={points[row.field]} />
            </>
          ),
        }))}
      />
    </Section>
  )
}

function Fee(props: DeskPageProps) {
  const { locale } = useFrame()
  const t = fileTexts(locale)
  const { cost } = props.file
  const total = cost.reduce((sum, item) => sum + item.amount, 0)
  if (total === 0) return null
  return (
    <Section title={t('fee')}>
      <Table
        caption={t('fee')}
        captionHidden
        dense
        rows={cost}
        rowKey={(item) => item.id}
        columns={[
          {
            key: 'line',
            label: t('fee.line'),
            header: true,
            cell: (item) => (
              <>
                {item.label[locale]}
                {item.trace.map((step) => (
                  <span key={step.label.id} class="hint">
                    {step.label[locale]}: {step.value}
                  </span>
                ))}
              </>
            ),
          },
          {
            key: 'basis',
            label: t('fee.basis'),
            cell: (item) => [...new Set(item.rules.map((rule) => rule.citation))].join('; '),
          },
          { key: 'amount', label: t('fee.amount'), align: 'end', cell: (item) => formatRupiah(rupiah(item.amount)) },
        ]}
        foot={
          <tr>
            <th scope="row" colspan={2}>
              {t('fee.total')}
            </th>
            <td class="end">
              <b>{formatRupiah(rupiah(total))}</b>
            </td>
          </tr>
        }
      />
    </Section>
  )
}

function Related(props: DeskPageProps) {
  const { locale } = useFrame()
  const t = fileTexts(locale)
  const { related, told } = props.file
  return (
    <>
      {related.length > 0 && (
        <Section title={t('related')}>
          <ul class="plain-list">
            {related.map((row) => {
              const words = { number: row.number, title: row.title[locale], state: row.stateLabel[locale] }
              const text = row.isParent ? 'related.parent' : row.isOpen ? 'related.child' : 'related.done'
              return (
                <li key={row.id}>
                  <a href={servicePaths.deskCase(row.id)}>{t(text, words)}</a>
                </li>
              )
            })}
          </ul>
        </Section>
      )}
      {told.length > 0 && (
        <Section title={t('told')}>
          <ul class="plain-list">
            {told.map((message) => (
              <li key={`${message.at}${message.title}`}>
                {message.title} <span class="hint-inline">{formatShort(message.at, locale, props.zone)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
