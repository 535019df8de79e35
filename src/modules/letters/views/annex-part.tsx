import { Button, CsrfField, Field, useFrame } from '#ui/index.ts'
import type { AnnexFile } from '../content.ts'
import { letterPaths } from '../paths.ts'
import { letterTexts } from '../texts/letter.ts'

/** Files that go with the letter. Each change is a new version of the letter. */
export function AnnexPart(props: {
  readonly letterId: string
  readonly version: number
  readonly annexes: readonly AnnexFile[]
  readonly mayChange: boolean
  readonly errors: { of(name: string): string | undefined }
}) {
  const t = letterTexts(useFrame().locale)
  const action = letterPaths.annexes(props.letterId)
  return (
    <>
      {props.annexes.length === 0 ? (
        <p class="hint">{t('annexes-none')}</p>
      ) : (
        <ul class="plain-list">
          {props.annexes.map((annex) => (
            <li key={annex.hash}>
              <a href={letterPaths.annex(props.letterId, annex.hash)}>{annex.name}</a>{' '}
              <span class="hint">{Math.max(1, Math.round(annex.size / 1024))} KB</span>
              {props.mayChange && (
                <form method="post" action={action} enctype="multipart/form-data" class="inline-form">
                  <CsrfField />
                  <input type="hidden" name="version" value={String(props.version)} />
                  <Button variant="quiet" small name="lepas" value={annex.hash}>
                    {t('annex-remove')}
                    <span class="sr-only"> {annex.name}</span>
                  </Button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {props.mayChange && (
        <form method="post" action={action} enctype="multipart/form-data">
          <CsrfField />
          <input type="hidden" name="version" value={String(props.version)} />
          <Field name="berkas" label={t('annex-file')} hint={t('annex-hint')} error={props.errors.of('berkas')}>
            {(control) => (
              <input
                {...control}
                class="input"
                type="file"
                name="berkas"
                accept=".pdf,.jpg,.jpeg,.png,application/pdf"
              />
            )}
          </Field>
          <Button variant="secondary" small>
            {t('annex-send')}
          </Button>
        </form>
      )}
    </>
  )
}
