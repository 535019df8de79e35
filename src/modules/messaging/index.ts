export { queueMail } from './commands/mail.ts'
export { type MessageDraft, sendMessage } from './commands/send-message.ts'
export { callHttp, callOwnServer, type HttpAnswer, ownAddress } from './own-address.ts'
export { countUnread } from './queries/messages.ts'
