import { provide } from '#kernel/define/extension-point.ts'
import { defineModule } from '#kernel/define/module.ts'
import { adminNav } from '#modules/organization/index.ts'
import { issueKey, revokeKey } from './commands/keys.ts'
import { addMember, endMember } from './commands/members.ts'
import { changePartner, registerPartner, setPartnerState } from './commands/partners.ts'
import { partnerPaths } from './paths.ts'
import * as pages from './routes/partners.tsx'

export const partners = defineModule({
  name: 'partners',
  routes: [
    pages.partnerList,
    ...pages.exportPartners,
    pages.addForm,
    pages.add,
    pages.partnerView,
    pages.changeForm,
    pages.change,
    pages.setState,
    pages.makeKey,
    pages.endKey,
    pages.makeMember,
    pages.dropMember,
  ],
  commands: [registerPartner, changePartner, setPartnerState, issueKey, revokeKey, addMember, endMember],
  permissions: {
    'partners.read': { id: 'Melihat mitra dan perjanjiannya', en: 'See partners and their agreements' },
    'partners.keep': {
      id: 'Mengelola mitra: mendaftarkan, kunci program, petugas',
      en: 'Keep partners: registration, keys of programs, their people',
    },
  },
  provides: [
    provide(adminNav, 'partners', {
      label: { id: 'Mitra', en: 'Partners' },
      href: partnerPaths.list,
      permission: 'partners.read',
      order: 75,
    }),
  ],
})
