import { Button, ButtonRow, LinkButton, Notice, PasswordField, Radios, useFrame } from '#ui/index.ts'
import { fieldCounterPaths } from '../../paths.ts'
import type { VaultRecord } from '../store.ts'
import { appTexts } from '../texts.ts'
import { mostWrong } from '../vault.ts'

export interface LockProps {
  readonly vaults: readonly VaultRecord[]
  readonly chosen: string
  readonly error?: string | undefined
  readonly idleMinutes?: number | undefined
}

/** Nothing of anybody is on this page: the vaults are told apart by post and initials. */
export function LockPage({ vaults, chosen, error, idleMinutes }: LockProps) {
  const t = appTexts(useFrame().locale)
  const isLocked = vaults.find((vault) => vault.accountId === chosen)?.byPin === undefined
  return (
    <div class="form-page">
      <h1 tabindex={-1}>{t('lock-title')}</h1>
      <p class="lead">{t('lock-lead')}</p>
      {idleMinutes !== undefined && <Notice tone="info">{t('lock-idle', { minutes: idleMinutes })}</Notice>}
      <form data-form="pin" novalidate>
        {vaults.length > 1 ? (
          <Radios
            name="petugas"
            label={t('lock-who')}
            value={chosen}
            options={vaults.map((vault) => ({ value: vault.accountId, label: vault.label }))}
          />
        ) : (
          <>
            <input type="hidden" name="petugas" value={chosen} />
            <p class="hint">{vaults[0]?.label}</p>
          </>
        )}
        {isLocked && vaults.length === 1 ? (
          <Notice tone="late">{t('lock-locked', { most: mostWrong })}</Notice>
        ) : (
          <PasswordField name="pin" label={t('lock-pin')} error={error} autocomplete="current-password" />
        )}
        <ButtonRow>
          {!(isLocked && vaults.length === 1) && <Button>{t('lock-open')}</Button>}
          <LinkButton variant="quiet" href={fieldCounterPaths.setUp}>
            {t('lock-forgot')}
          </LinkButton>
        </ButtonRow>
      </form>
    </div>
  )
}

/** No device yet, a revoked one, or a browser that cannot. */
export function OutsidePage({ kind }: { kind: 'setup' | 'wiped' | 'old-browser' }) {
  const t = appTexts(useFrame().locale)
  return (
    <>
      <h1 tabindex={-1}>{t(kind)}</h1>
      <p class="lead">{t(`${kind}-lead`)}</p>
      {kind !== 'old-browser' && (
        <ButtonRow>
          <LinkButton href={fieldCounterPaths.setUp}>{t('setup')}</LinkButton>
        </ButtonRow>
      )}
    </>
  )
}
