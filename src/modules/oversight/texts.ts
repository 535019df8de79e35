import { defineTexts } from '#kernel/i18n/texts.ts'

export const oversightTexts = defineTexts({
  id: {
    'record.title': 'Siapa melihat data saya',
    'record.lead':
      'Setiap kali petugas membuka data Anda, namanya, jabatannya dan keperluannya tercatat di sini. Catatan ini tidak dapat dihapus.',
    'record.empty': 'Belum ada yang membuka data Anda',
    'record.empty-help': 'Membuka data Anda sendiri tidak dicatat.',
    'record.when': 'Waktu',
    'record.who': 'Siapa',
    'record.why': 'Keperluan',
    'record.unmasked': 'NIK dibuka',
    'record.older': 'Lebih lama',
    'journal.title': 'Jurnal',
    'journal.lead':
      'Setiap perubahan, siapa yang melakukannya, dalam jabatan apa. Hanya bertambah, tidak dapat diubah.',
    'journal.search': 'Nomor berkas atau kode objek',
    'journal.event': 'Peristiwa',
    'journal.actor': 'Pelaku',
    'journal.subject': 'Objek',
    'journal.empty': 'Tidak ada peristiwa yang cocok',
    'journal.desk': 'Pengawasan',
    'proofs.title': 'Bukti terbuka',
    'proofs.lead':
      'Setiap perubahan data dicatat sekali, dengan sidik yang mengikat isinya. Pangkalan data sendiri menolak perubahan dan penghapusan catatan itu.',
    'proofs.total': 'peristiwa tercatat dalam 30 hari terakhir',
    'proofs.latest': 'Sidik peristiwa terakhir',
    'proofs.at': 'Dicatat',
    'proofs.none': 'Belum ada peristiwa.',
  },
  en: {
    'record.title': 'Who looked at my data',
    'record.lead':
      'Each time an officer opens your data, the name, position and purpose are written here. This record cannot be deleted.',
    'record.empty': 'Nobody has opened your data yet',
    'record.empty-help': 'Opening your own data is not recorded.',
    'record.when': 'When',
    'record.who': 'Who',
    'record.why': 'Purpose',
    'record.unmasked': 'NIK shown',
    'record.older': 'Older',
    'journal.title': 'Journal',
    'journal.lead': 'Every change, who made it, in which position. It only grows and cannot be changed.',
    'journal.search': 'File number or object code',
    'journal.event': 'Event',
    'journal.actor': 'Actor',
    'journal.subject': 'Object',
    'journal.empty': 'No event matches',
    'journal.desk': 'Oversight',
    'proofs.title': 'Open proofs',
    'proofs.lead':
      'Every change of data is recorded once, with a fingerprint that binds its content. The database itself refuses to change or delete these records.',
    'proofs.total': 'events recorded in the last 30 days',
    'proofs.latest': 'Fingerprint of the latest event',
    'proofs.at': 'Recorded',
    'proofs.none': 'No events yet.',
  },
})
