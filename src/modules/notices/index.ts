export { settleNotices } from './commands/settle-notice.ts'
export { findOpenNotice } from './queries/notices.ts'
