import type { LocalText } from '#kernel/i18n/texts.ts'

/** What was done, by command. */
export const historyTexts: Readonly<Record<string, LocalText>> = {
  'population-import.start-import': { id: 'Impor dimulai', en: 'Import begun' },
  'population-import.note-inspection': { id: 'Isi berkas dikenali', en: 'Content of the file known' },
  'population-import.refuse-file': { id: 'Berkas tidak dapat dibaca', en: 'The file cannot be read' },
  'population-import.choose-sheet': { id: 'Lembar lain dipilih', en: 'Another sheet chosen' },
  'population-import.map-columns': { id: 'Arti kolom disimpan', en: 'Meaning of the columns saved' },
  'population-import.remap-columns': { id: 'Kolom dibuka lagi', en: 'Columns opened again' },
  'population-import.note-check': { id: 'Seluruh berkas diperiksa', en: 'The whole file checked' },
  'population-import.submit-import': { id: 'Persetujuan diminta', en: 'Approval asked for' },
  'population-import.approve-import': { id: 'Disetujui', en: 'Approved' },
  'population-import.return-import': { id: 'Dikembalikan', en: 'Sent back' },
  'population-import.discard-import': { id: 'Dibuang', en: 'Discarded' },
  'population-import.enter-batch': { id: 'Selesai dimasukkan', en: 'All entered' },
  'population-import.pause-import': { id: 'Dijeda', en: 'Paused' },
  'population-import.resume-import': { id: 'Dilanjutkan', en: 'Gone on with' },
  'population-import.stop-import': { id: 'Dihentikan selamanya', en: 'Stopped for good' },
  'population-import.ask-recall': { id: 'Penarikan diusulkan', en: 'Asked to be taken back' },
  'population-import.decide-recall': { id: 'Penarikan diputuskan', en: 'Taking back decided' },
  'population-import.recall-batch': { id: 'Selesai ditarik', en: 'All taken back' },
  'population-import.forget-import': { id: 'Berkas dihapus dari simpanan', en: 'File removed from the store' },
}
