import { StatusTag, ToneText } from '../components/status-tag.tsx'
import { defineSpecimens } from './specimen.ts'

export const statusTagSpecimens = defineSpecimens('StatusTag', {
  many: () => (
    <p class="flex flex-wrap gap-3">
      <StatusTag>Draf</StatusTag>
      <StatusTag tone="info">Sedang diperiksa</StatusTag>
      <StatusTag tone="soon">Perlu jawaban Anda</StatusTag>
      <StatusTag tone="late">Terlambat 1 hari</StatusTag>
      <StatusTag tone="good">Selesai</StatusTag>
    </p>
  ),
  'without a box': () => (
    <p class="flex flex-wrap gap-3">
      <ToneText tone="neutral">Draf</ToneText>
      <ToneText tone="info">Sedang diperiksa</ToneText>
      <ToneText tone="soon">hari ini 15.00</ToneText>
      <ToneText tone="late">terlambat 1 hari</ToneText>
      <ToneText tone="good">Rabu 25 Nov</ToneText>
    </p>
  ),
})
