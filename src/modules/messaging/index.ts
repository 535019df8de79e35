export { queueMail } from './commands/mail.ts'
export { type MessageDraft, sendMessage } from './commands/send-message.ts'
export { callOwnServer, type HttpAnswer } from './own-address.ts'
export { countUnread } from './queries/messages.ts'
