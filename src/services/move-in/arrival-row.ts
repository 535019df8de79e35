import type { Field } from '../rows/moving-pages.ts'

/** One person as the letter of the region of origin describes him. */
export const arrivalRow: Field = {
  id: 'arrivals',
  kind: 'repeat',
  minItems: 1,
  maxItems: 15,
  label: { id: 'Yang datang', en: 'Who arrives' },
  itemLabel: { id: 'Orang', en: 'Person' },
  checks: [
    {
      holds: 'answers.arrivals.filter(p, p.relation == "head").size() <= 1',
      say: { id: 'Hanya satu orang kepala keluarga.', en: 'Only one person is the head.' },
    },
  ],
  fields: [
    { id: 'nik', kind: 'nik', sensitive: true, label: { id: 'NIK', en: 'NIK' } },
    { id: 'name', kind: 'name', label: { id: 'Nama lengkap', en: 'Full name' } },
    {
      id: 'sex',
      kind: 'choice',
      label: { id: 'Jenis kelamin', en: 'Sex' },
      options: [
        { value: 'male', label: { id: 'Laki-laki', en: 'Male' } },
        { value: 'female', label: { id: 'Perempuan', en: 'Female' } },
      ],
    },
    { id: 'birthPlace', kind: 'text', max: 60, label: { id: 'Tempat lahir', en: 'Place of birth' } },
    { id: 'birthOn', kind: 'date', label: { id: 'Tanggal lahir', en: 'Date of birth' } },
    {
      id: 'religion',
      kind: 'choice',
      label: { id: 'Agama', en: 'Religion' },
      options: [
        { value: 'islam', label: { id: 'Islam', en: 'Islam' } },
        { value: 'kristen', label: { id: 'Kristen', en: 'Protestant' } },
        { value: 'katolik', label: { id: 'Katolik', en: 'Catholic' } },
        { value: 'hindu', label: { id: 'Hindu', en: 'Hindu' } },
        { value: 'buddha', label: { id: 'Buddha', en: 'Buddhist' } },
        { value: 'khonghucu', label: { id: 'Khonghucu', en: 'Confucian' } },
        { value: 'kepercayaan', label: { id: 'Kepercayaan terhadap Tuhan YME', en: 'Belief in the Almighty' } },
      ],
    },
    {
      id: 'education',
      kind: 'choice',
      label: { id: 'Pendidikan terakhir', en: 'Education' },
      options: [
        { value: 'none', label: { id: 'Tidak atau belum sekolah', en: 'None yet' } },
        { value: 'primary', label: { id: 'SD', en: 'Primary' } },
        { value: 'lower-secondary', label: { id: 'SMP', en: 'Lower secondary' } },
        { value: 'upper-secondary', label: { id: 'SMA atau SMK', en: 'Upper secondary' } },
        { value: 'diploma', label: { id: 'Diploma', en: 'Diploma' } },
        { value: 'bachelor', label: { id: 'Sarjana', en: 'Bachelor' } },
        { value: 'master', label: { id: 'Pascasarjana', en: 'Master or above' } },
      ],
    },
    { id: 'occupation', kind: 'text', max: 60, required: 'false', label: { id: 'Pekerjaan', en: 'Occupation' } },
    {
      id: 'marital',
      kind: 'choice',
      label: { id: 'Status kawin', en: 'Marital status' },
      options: [
        { value: 'single', label: { id: 'Belum kawin', en: 'Single' } },
        { value: 'married', label: { id: 'Kawin', en: 'Married' } },
        { value: 'divorced', label: { id: 'Cerai hidup', en: 'Divorced' } },
        { value: 'widowed', label: { id: 'Cerai mati', en: 'Widowed' } },
      ],
    },
    {
      id: 'relation',
      kind: 'choice',
      label: { id: 'Hubungan keluarga', en: 'Relation' },
      options: [
        { value: 'head', label: { id: 'Kepala keluarga', en: 'Head' } },
        { value: 'husband', label: { id: 'Suami', en: 'Husband' } },
        { value: 'wife', label: { id: 'Istri', en: 'Wife' } },
        { value: 'child', label: { id: 'Anak', en: 'Child' } },
        { value: 'parent', label: { id: 'Orang tua', en: 'Parent' } },
        { value: 'relative', label: { id: 'Famili lain', en: 'Other relative' } },
      ],
    },
    { id: 'mother', kind: 'text', max: 80, required: 'false', label: { id: 'Nama ibu', en: 'Mother’s name' } },
    { id: 'father', kind: 'text', max: 80, required: 'false', label: { id: 'Nama ayah', en: 'Father’s name' } },
  ],
}
