/** What officers are told about work. Messages are written in the language of record. */
export const workMessages = {
  given: (number: string, by: string) => ({
    title: `Berkas ${number} diserahkan kepada Anda`,
    body: `${by} menyerahkan berkas ${number} kepada Anda. Berkas itu sekarang ada di antrean Anda, pada pilihan "Saya pegang".`,
  }),
  handedOver: (n: number, by: string) => ({
    title: `${n} berkas diserahkan kepada Anda`,
    body: `${by} menyerahkan ${n} berkas kepada Anda. Semuanya sekarang ada di antrean Anda, pada pilihan "Saya pegang".`,
  }),
  asked: (number: string, service: string) => ({
    title: `Pertanyaan pemohon tentang berkas ${number}`,
    body: `Pemohon menulis tentang berkas ${number} (${service}). Jawab di halaman berkas itu.`,
  }),
  otherTime: (number: string, note: string) => ({
    title: `Pemohon meminta waktu lain untuk berkas ${number}`,
    body: `Pemohon tidak dapat hadir pada waktu yang diusulkan. Pesannya: "${note}". Usulkan waktu lain di halaman berkas itu.`,
  }),
  agreed: (number: string, when: string) => ({
    title: `Pemohon menyetujui pertemuan berkas ${number}`,
    body: `Pertemuan ${when} untuk berkas ${number} disetujui pemohon.`,
  }),
}

/** What applicants are told about their file by those who work on it. */
export const talkMessages = {
  answered: (number: string) => ({
    title: `Pesan dari petugas tentang berkas ${number}`,
    body: `Petugas menulis kepada Anda tentang berkas ${number}. Baca dan balas di halaman status berkas itu.`,
  }),
  proposed: (number: string, label: string, when: string, place: string) => ({
    title: `Usulan waktu: ${label}`,
    body: `Untuk berkas ${number} kami mengusulkan ${label} pada ${when}, di ${place}. Buka halaman status berkas untuk menyetujui atau meminta waktu lain.`,
  }),
  missed: (number: string, label: string, isLast: boolean) => ({
    title: `${label} belum terlaksana`,
    body: isLast
      ? `Untuk kedua kalinya kami tidak bertemu Anda pada ${label} berkas ${number}. Bila tidak ada kabar dari Anda, berkas ini dapat gugur. Tulis pesan di halaman status berkas bila ada halangan.`
      : `Kami tidak bertemu Anda pada ${label} berkas ${number}. Petugas akan mengusulkan waktu lain.`,
  }),
}

/** Powers of attorney. */
export const mandateMessages = {
  offered: (name: string) => ({
    title: 'Anda diminta menjadi kuasa',
    body: `${name} ingin memberi Anda kuasa untuk mengurus permohonan atas namanya. Terima atau tolak di halaman Kuasa.`,
  }),
  decided: (name: string, accepts: boolean) => ({
    title: accepts ? `${name} menerima kuasa Anda` : `${name} menolak kuasa Anda`,
    body: accepts
      ? `${name} sekarang dapat mengajukan permohonan atas nama Anda sampai hari terakhir kuasa. Setiap pemakaiannya kami kabarkan, dan Anda dapat mencabutnya kapan saja.`
      : `${name} tidak menerima kuasa yang Anda tawarkan. Tidak ada yang berubah.`,
  }),
  revoked: (name: string) => ({
    title: 'Kuasa diakhiri',
    body: `${name} mengakhiri kuasa di antara Anda. Permohonan atas nama pemberi kuasa tidak dapat dilanjutkan lagi oleh penerima kuasa.`,
  }),
  used: (agent: string, service: string) => ({
    title: `${agent} memakai kuasa Anda`,
    body: `${agent} mulai mengisi permohonan "${service}" atas nama Anda. Bila Anda tidak menghendakinya, cabut kuasanya di halaman Kuasa.`,
  }),
}
