import { formatMoment, formatShort } from '#kernel/i18n/format.ts'
import {
  Button,
  CsrfField,
  DecisionPanel,
  EmptyState,
  ErrorSummary,
  Notice,
  PanelPart,
  QueueList,
  StaffLayout,
  TextArea,
  useFrame,
} from '#ui/index.ts'
import { servicePaths } from '../paths.ts'
import { mostCounted } from '../queries/desk.ts'
import { dueWords, sinceWhen } from './case-words.ts'
import { DeskFileBody } from './desk-file.tsx'
import { type DeskFile, type DeskPageProps, decisionForm } from './desk-parts.ts'
import { deskTexts } from './desk-texts.ts'

/** Queue left, file in the middle, decision right. */
export function DeskPage(props: DeskPageProps) {
  const { locale } = useFrame()
  const t = deskTexts(locale)
  const { file } = props
  const keys = [
    { keys: ['J', 'L'], label: t('key.next') },
    { keys: ['M'], label: t('key.mark') },
    { keys: ['/'], label: t('key.search') },
    { keys: ['?'], label: t('key.all') },
  ]
  const title = file ? `${file.view.definition.title[locale]}, ${file.view.subjectName}` : t('queue')
  return (
    <StaffLayout
      title={title}
      lead={
        file &&
        t('file.sub', {
          number: file.view.number,
          sent: formatShort(file.view.submittedAt, locale, props.zone),
          since: sinceWhen(file.view.enteredAt, props.now, locale, props.zone),
        })
      }
      desk={t('desk')}
      unit={props.unitName}
      search={{ action: servicePaths.deskSearch, placeholder: t('search.placeholder'), suggestUrl: false }}
      keys={keys}
      allKeys={[
        ...keys,
        { keys: ['S'], label: t('key.accept') },
        { keys: ['K'], label: t('key.return') },
        { keys: ['T'], label: t('key.refuse') },
      ]}
      queue={<Queue {...props} />}
      decision={file && <Decision {...props} file={file} />}
    >
      {props.notice && (
        <Notice tone="good" announce>
          {props.notice}
        </Notice>
      )}
      <ErrorSummary errors={props.errors.map((error) => ({ name: error.path, text: error.message[locale] }))} />
      {file ? <DeskFileBody {...props} file={file} /> : <EmptyState title={t('queue.pick')} icon="file-text" />}
    </StaffLayout>
  )
}

function Queue(props: DeskPageProps) {
  const { locale } = useFrame()
  const t = deskTexts(locale)
  const { queue } = props
  const { waiting, late } = queue.counts
  return (
    <QueueList
      title={t('queue')}
      countText={
        waiting > mostCounted ? t('queue.count-many', { n: mostCounted }) : t('queue.count', { n: waiting, late })
      }
      items={queue.rows.map((row) => {
        const due = dueWords(row.promisedAt, props.now, locale, props.zone)
        return {
          id: row.id,
          href: servicePaths.deskCase(row.id),
          title: row.title,
          who: row.subjectName,
          where: row.placeName,
          due: due.text,
          tone: due.tone,
          current: row.id === props.file?.view.id,
        }
      })}
      empty={<EmptyState title={t('queue.empty')}>{t('queue.empty-help')}</EmptyState>}
      more={
        <p class="queue-more">
          {!queue.isFirstPage && <a href={servicePaths.desk}>{t('queue.first')}</a>}{' '}
          {queue.next && (
            <a href={`${servicePaths.desk}?sesudah=${encodeURIComponent(queue.next)}`}>{t('queue.more')}</a>
          )}
        </p>
      }
    />
  )
}

type WithFile = DeskPageProps & { readonly file: DeskFile }

function Decision(props: WithFile) {
  const { locale } = useFrame()
  const t = deskTexts(locale)
  const { view, transitions, minutesLeft } = props.file
  const due = dueWords(view.promisedAt, props.now, locale, props.zone)
  const when = formatMoment(view.promisedAt, locale, props.zone)
  if (view.result) {
    return (
      <DecisionPanel promise={t('closed')} tone="neutral">
        {view.closedAt && <p>{formatShort(view.closedAt, locale, props.zone)}</p>}
      </DecisionPanel>
    )
  }
  const asksReason = transitions.some((row) => row.needs.includes('reason'))
  const issues = transitions.some((row) => row.effects.length > 0)
  return (
    <form method="post" action={servicePaths.deskAct(view.id)} id={decisionForm}>
      <CsrfField />
      <input type="hidden" name="revision" value={view.revision} />
      <DecisionPanel
        promise={due.tone === 'late' ? t('promise.late', { when }) : t('promise', { when })}
        tone={due.tone}
        promiseHint={minutesLeft > 0 ? t('left', { h: Math.floor(minutesLeft / 60), m: minutesLeft % 60 }) : undefined}
        parts={
          <>
            {asksReason && (
              <TextArea
                name="reason"
                label={t('reason')}
                hint={t('reason.hint')}
                rows={3}
                maxLength={2000}
                value={props.typed.reason}
              />
            )}
            {issues && (
              <PanelPart title={t('will-issue')}>
                <ul class="plain-list">
                  {view.definition.products.map((product) => (
                    <li key={product.id}>{product[locale]}</li>
                  ))}
                </ul>
              </PanelPart>
            )}
          </>
        }
      >
        {transitions.map((row) => (
          <Button key={row.verb} wide name="verb" value={row.verb} variant={row.tone} kbd={row.key?.toUpperCase()}>
            {row.label[locale]}
          </Button>
        ))}
      </DecisionPanel>
    </form>
  )
}
