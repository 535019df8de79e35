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
    'record.proof': 'Bukti',
    'record.see-proof': 'Lihat bukti',
    'record.content': 'Unduh isi',
    'record.proof-help':
      'Bukti menunjukkan bahwa catatan ini ada dalam log terbuka yang ditandatangani. Isinya hanya dapat Anda unduh sendiri; dengan keduanya siapa pun yang Anda tunjuki dapat memeriksa bahwa catatan itu tidak kami ubah.',
    'journal.title': 'Jurnal',
    'journal.lead':
      'Setiap perubahan, siapa yang melakukannya, dalam jabatan apa. Hanya bertambah, tidak dapat diubah.',
    'journal.search': 'Nomor berkas atau kode objek',
    'journal.event': 'Peristiwa',
    'journal.actor': 'Pelaku',
    'journal.subject': 'Objek',
    'journal.empty': 'Tidak ada peristiwa yang cocok',
    'journal.desk': 'Pengawasan',
    'journal.proofs': 'Bukti terbuka',
    'journal.witnesses': 'Saksi log bukti',
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
    'record.proof': 'Proof',
    'record.see-proof': 'See the proof',
    'record.content': 'Download the content',
    'record.proof-help':
      'The proof shows that this record is in the open, signed log. Only you can download its content; with both, anyone you show them to can check that we did not change the record.',
    'journal.title': 'Journal',
    'journal.lead': 'Every change, who made it, in which position. It only grows and cannot be changed.',
    'journal.search': 'File number or object code',
    'journal.event': 'Event',
    'journal.actor': 'Actor',
    'journal.subject': 'Object',
    'journal.empty': 'No event matches',
    'journal.desk': 'Oversight',
    'journal.proofs': 'Open proofs',
    'journal.witnesses': 'Witnesses of the proof log',
  },
})
