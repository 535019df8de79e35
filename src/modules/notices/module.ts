import { provide } from '#kernel/define/extension-point.ts'
import { defineModule } from '#kernel/define/module.ts'
import { apiOperations } from '#kernel/http/api-description.ts'
import { staffLanding } from '#modules/accounts/index.ts'
import { partnerPermissions } from '#modules/partners/index.ts'
import { noticeOperations } from './api-description.ts'
import { reportByMember, reportByProgram } from './commands/report-event.ts'
import {
  answerNotice,
  refuseNotice,
  tellByOfficer,
  withdrawByMember,
  withdrawByProgram,
} from './commands/settle-notice.ts'
import { noticePaths } from './paths.ts'
import * as api from './routes/api.ts'
import * as desk from './routes/desk.tsx'
import * as facility from './routes/facility.tsx'
import { familyAnswer, familyNotice } from './routes/family.tsx'

const mayReport = { id: 'Melaporkan peristiwa penduduk', en: 'Report events of residents' }

export const notices = defineModule({
  name: 'notices',
  routes: [
    facility.facility,
    facility.reportForm,
    facility.report,
    facility.ownNotice,
    facility.withdraw,
    familyNotice,
    familyAnswer,
    desk.noticeList,
    ...desk.exportNotices,
    desk.noticeView,
    desk.settle,
    api.apiReport,
    api.apiState,
    api.apiWithdraw,
  ],
  commands: [
    reportByProgram,
    reportByMember,
    tellByOfficer,
    refuseNotice,
    withdrawByProgram,
    withdrawByMember,
    answerNotice,
  ],
  permissions: {
    'notices.report': mayReport,
    'notices.settle': {
      id: 'Menyelesaikan laporan lembaga yang belum menemukan orangnya',
      en: 'Settle reports of organisations whose people were not found',
    },
  },
  provides: [
    provide(apiOperations, 'notices', noticeOperations),
    provide(partnerPermissions, 'notices.report', mayReport),
    provide(staffLanding, 'notices', {
      label: { id: 'Pemberitahuan lembaga', en: 'Notices of organisations' },
      permission: 'notices.settle',
      path: noticePaths.desk,
      order: 34,
    }),
  ],
})
