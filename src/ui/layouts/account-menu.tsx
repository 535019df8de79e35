import { CsrfField } from '../components/csrf-field.tsx'
import { Icon } from '../components/icon.tsx'
import { useTexts } from '../texts.ts'
import { type FrameAccount, useFrameLinks } from './frame.ts'

/** Name of the person, opening to their own pages and the way out. Works without scripts. */
export function AccountMenu({ account }: { account: FrameAccount }) {
  const t = useTexts()
  const links = useFrameLinks()
  const staff = account.kind === 'staff'
  const unread = account.unread > 0 && (
    <>
      <span class="badge" aria-hidden="true">
        {account.unread}
      </span>
      <span class="sr-only">, {t('unread', { count: account.unread })}</span>
    </>
  )
  return (
    <details class="menu" data-menu>
      <summary>
        <Icon name="user" size={20} class="menu-user" />
        <span class="menu-name">
          {staff && account.position ? `${account.name}, ${account.position}` : account.name}
        </span>
        {unread}
        <Icon name="chevron-down" size={16} />
      </summary>
      <ul>
        {staff && (
          <>
            {(account.workplaces ?? [{ label: t('menu-desk'), href: links.desk }]).map(({ label, href }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
            <li>
              <a href={links.positions}>{t('menu-position')}</a>
            </li>
          </>
        )}
        <li>
          <a href={links.account}>{t(staff ? 'menu-account' : 'menu-files')}</a>
        </li>
        {!staff && (
          <>
            <li>
              <a href={links.bills}>{t('menu-bills')}</a>
            </li>
            <li>
              <a href={links.taxes}>{t('menu-taxes')}</a>
            </li>
            <li>
              <a href={links.mandates}>{t('menu-mandates')}</a>
            </li>
            <li>
              <a href={links.cards}>{t('menu-cards')}</a>
            </li>
          </>
        )}
        <li>
          <a href={links.inbox}>
            {t('menu-inbox')}
            {unread}
          </a>
        </li>
        <li>
          <form method="post" action={links.signOut}>
            <CsrfField />
            <button type="submit">{t('menu-sign-out')}</button>
          </form>
        </li>
      </ul>
    </details>
  )
}
