import { groupNames, letterGroups, letterKinds, type PublishedTemplate } from '#modules/templates/index.ts'
import { Button, CsrfField, EmptyState, FilterBar, Section, Select } from '#ui/index.ts'
import { letterPaths } from '../paths.ts'
import type { ChainTemplate } from '../queries/chain-templates.ts'
import { deskTexts } from '../texts/desk.ts'
import { workTexts } from '../texts/work.ts'
import { LetterFrame, type LetterPageProps } from './frame.tsx'

interface StartProps extends LetterPageProps {
  readonly text: string
  readonly templates: readonly PublishedTemplate[]
  readonly chains: readonly ChainTemplate[]
}

/** Every template that the unit may use, by group; one press begins the draft. */
export function StartPage(props: StartProps) {
  const { locale, templates } = props
  const t = workTexts(locale)
  return (
    <LetterFrame
      {...props}
      title={t('start.title')}
      lead={t('start.lead')}
      crumbs={[{ label: deskTexts(locale)('nav.drafts'), href: letterPaths.drafts }]}
    >
      <FilterBar action={letterPaths.start} search={{ label: t('start.search'), value: props.text }} />
      {templates.length === 0 ? (
        <EmptyState title={t('start.none')} icon="file-text">
          {t('start.none-help')}
        </EmptyState>
      ) : (
        <form method="post" action={letterPaths.start}>
          <CsrfField />
          {props.chains.length > 0 && (
            <Select
              name="rantai"
              label={t('start.chain')}
              empty={t('start.chain-empty')}
              options={props.chains.map((chain) => ({ value: chain.id, label: chain.name }))}
            />
          )}
          {letterGroups.map((group) => {
            const inGroup = templates.filter((template) => template.group === group)
            if (inGroup.length === 0) return null
            return (
              <Section key={group} title={groupNames[group][locale]} id={group}>
                <ul class="rows">
                  {inGroup.map((template) => (
                    <li class="row" key={template.versionId}>
                      <span class="row-main">
                        <b>{template.name[locale]}</b>{' '}
                        <span class="hint">
                          {[
                            ...(letterKinds[template.kind].name[locale] === template.name[locale]
                              ? []
                              : [letterKinds[template.kind].name[locale]]),
                            ...(template.signers > 1 ? [t('start.signers', { n: template.signers })] : []),
                          ].join(', ')}
                        </span>
                      </span>
                      <span class="row-note">
                        <Button name="templat" value={template.versionId} variant="secondary" small>
                          {t('start.use')}
                          <span class="sr-only"> {template.name[locale]}</span>
                        </Button>
                      </span>
                    </li>
                  ))}
                </ul>
              </Section>
            )
          })}
        </form>
      )}
    </LetterFrame>
  )
}
