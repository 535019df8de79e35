export { type MessageDraft, queueMail, sendMessage } from './commands.ts'
export { countUnread } from './queries.ts'
