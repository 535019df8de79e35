import { type Machine, machine, type Transition } from '#kernel/command/machine.ts'

export const importStates = [
  'receiving',
  'inspecting',
  'unreadable',
  'mapping',
  'checking',
  'checked',
  'submitted',
  'entering',
  'paused',
  'entered',
  'stopped',
  'recall-asked',
  'recalling',
  'recalled',
  'discarded',
] as const
export type ImportState = (typeof importStates)[number]

const prepare = 'population-import.prepare'
const approve = 'population-import.approve'
const step = (from: ImportState, verb: string, to: ImportState, by: string, id: string, en: string): Transition => ({
  from,
  verb,
  to,
  by,
  label: { id, en },
})

/** The life of an import. What the program does by itself is by `engine`. */
export const importMachine: Machine = machine({
  initial: 'receiving',
  states: importStates,
  transitions: [
    step('receiving', 'receive', 'inspecting', prepare, 'Berkas lengkap diterima', 'The file has arrived'),
    step('inspecting', 'refuse', 'unreadable', 'engine', 'Berkas tidak dapat dibaca', 'The file cannot be read'),
    step('inspecting', 'inspect', 'mapping', 'engine', 'Isi berkas dikenali', 'The content is known'),
    step('mapping', 'choose-sheet', 'inspecting', prepare, 'Baca lembar lain', 'Read another sheet'),
    step('mapping', 'check', 'checking', prepare, 'Periksa seluruh berkas', 'Check the whole file'),
    step('checking', 'judge', 'checked', 'engine', 'Pemeriksaan selesai', 'The check is done'),
    step('checked', 'remap', 'mapping', prepare, 'Perbaiki kolom', 'Correct the columns'),
    step('checked', 'submit', 'submitted', prepare, 'Ajukan persetujuan', 'Ask for approval'),
    step('submitted', 'return', 'checked', approve, 'Kembalikan', 'Send back'),
    step('submitted', 'approve', 'entering', approve, 'Setujui dan masukkan', 'Approve and enter'),
    step('entering', 'pause', 'paused', prepare, 'Jeda', 'Pause'),
    step('paused', 'resume', 'entering', prepare, 'Lanjutkan', 'Go on'),
    step('paused', 'stop', 'stopped', prepare, 'Hentikan', 'Stop for good'),
    step('entering', 'finish', 'entered', 'engine', 'Semua keluarga masuk', 'All families are entered'),
    step('entered', 'ask-recall', 'recall-asked', prepare, 'Usulkan penarikan', 'Ask to take it back'),
    step('stopped', 'ask-recall', 'recall-asked', prepare, 'Usulkan penarikan', 'Ask to take it back'),
    step('recall-asked', 'keep', 'entered', approve, 'Tolak penarikan', 'Keep it'),
    step('recall-asked', 'keep-stopped', 'stopped', approve, 'Tolak penarikan', 'Keep it'),
    step('recall-asked', 'recall', 'recalling', approve, 'Setujui penarikan', 'Take it back'),
    step('recalling', 'recalled', 'recalled', 'engine', 'Semua ditarik', 'All is taken back'),
    ...(['receiving', 'mapping', 'checked', 'submitted', 'unreadable'] as const).map((from) =>
      step(from, 'discard', 'discarded', prepare, 'Buang', 'Discard'),
    ),
  ],
})

/** Largest upload without scripts: the browser sends the file whole. */
export const plainUploadBytes = 64 * 1024 * 1024
/** Scripts send a file in pieces of this size; a broken one is sent again alone. */
export const partBytes = 4 * 1024 * 1024
/** Families of one transaction: about a second of work, so that others wait no longer than that. */
export const familiesAtOnce = 2000
/** Files and checked rows of what has ended, or lies untouched, are removed after so many days. */
export const keptDays = 30

/** Still to come at the speed so far; undefined while too little is done to tell. */
export function secondsLeft(done: number, total: number, elapsedSeconds: number): number | undefined {
  if (done < 1 || elapsedSeconds < 2 || total <= 0) return undefined
  return Math.max(0, Math.ceil(((total - done) * elapsedSeconds) / done))
}
