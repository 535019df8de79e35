import type { ComponentChildren } from 'preact'
import { Button, ButtonRow, LinkButton, Notice, StatusTag, type Tone, useFrame } from '#ui/index.ts'
import { fieldCounterPaths } from '../../paths.ts'
import { appTexts } from '../texts.ts'

export type Reach = 'online' | 'offline' | 'signed-out' | 'other-account'

const tones: Readonly<Record<Reach, Tone>> = {
  online: 'good',
  offline: 'soon',
  'signed-out': 'soon',
  'other-account': 'late',
}

export const signInHref = `/masuk?lanjut=${encodeURIComponent(fieldCounterPaths.app)}`

/** Above every page of the opened counter: whether there is a network, and the way out. */
export function Shell(props: { reach: Reach; notice?: string | undefined; children: ComponentChildren }) {
  const t = appTexts(useFrame().locale)
  return (
    <>
      <div class="field-bar print:hidden">
        <a href="#/" class="field-home">
          {t('home')}
        </a>
        <span role="status" data-reach>
          <StatusTag tone={tones[props.reach]}>{t(props.reach)}</StatusTag>
        </span>
        <a href="#/perangkat">{t('device')}</a>
        <Button type="button" variant="quiet" small name="aksi" value="kunci">
          {t('lock-now')}
        </Button>
      </div>
      {props.notice && (
        <Notice tone="good" announce>
          {props.notice}
        </Notice>
      )}
      {props.children}
    </>
  )
}

/** What the missing network or session means now, with what to do about it. */
export function ReachNotice({ reach }: { reach: Reach }) {
  const t = appTexts(useFrame().locale)
  if (reach === 'online') return null
  return (
    <Notice tone={reach === 'other-account' ? 'late' : 'soon'}>
      <p>{t(`${reach}-lead`)}</p>
      {reach !== 'offline' && (
        <p class="mt-3">
          <LinkButton href={signInHref}>{t('sign-in')}</LinkButton>
        </p>
      )}
    </Notice>
  )
}

export function Gone() {
  const t = appTexts(useFrame().locale)
  return (
    <>
      <h1 tabindex={-1}>{t('gone')}</h1>
      <p class="lead">{t('gone-lead')}</p>
      <ButtonRow>
        <LinkButton href="#/">{t('to-home')}</LinkButton>
      </ButtonRow>
    </>
  )
}

export function OtherTab({ draftId }: { draftId: string }) {
  const t = appTexts(useFrame().locale)
  return (
    <>
      <h1 tabindex={-1}>{t('other-tab')}</h1>
      <p class="lead">{t('other-tab-lead')}</p>
      <ButtonRow>
        <Button type="button" name="aksi" value={`ambil-alih:${draftId}`}>
          {t('other-tab-take')}
        </Button>
        <LinkButton variant="quiet" href="#/">
          {t('to-home')}
        </LinkButton>
      </ButtonRow>
    </>
  )
}
