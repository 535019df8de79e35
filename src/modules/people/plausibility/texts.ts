import { defineTexts } from '#kernel/i18n/texts.ts'

/** What a finding says to an officer: what is wrong, and what to look at. */
export const contradictionTexts = defineTexts({
  id: {
    'mother-too-young': '{name} baru berumur {age} tahun saat anak ini lahir. Periksa tanggal lahir ibu dan anak.',
    'mother-young': '{name} berumur {age} tahun saat anak ini lahir. Pastikan tanggal lahirnya benar.',
    'mother-old': '{name} berumur {age} tahun saat anak ini lahir. Pastikan ia ibunya, bukan neneknya.',
    'mother-too-old': '{name} sudah berumur {age} tahun saat anak ini lahir. Periksa siapa ibu kandungnya.',
    'mother-not-female': '{name} tercatat sebagai ibu tetapi berjenis kelamin laki-laki.',
    'father-not-male': '{name} tercatat sebagai ayah tetapi berjenis kelamin perempuan.',
    'father-too-young': '{name} baru berumur {age} tahun saat anak ini lahir. Periksa tanggal lahir ayah dan anak.',
    'older-than-mother': 'Anak ini lahir sebelum atau pada hari ibunya, {name}, lahir.',
    'older-than-father': 'Anak ini lahir sebelum atau pada hari ayahnya, {name}, lahir.',
    'births-too-close':
      'Jarak kelahiran dengan {name} dari ibu yang sama kurang dari {birthsApart} bulan, dan bukan kembar.',
    'mother-dead-before-birth': '{name} sudah meninggal sebelum anak ini lahir.',
    'father-dead-before-birth':
      '{name} meninggal {days} hari sebelum anak ini lahir. Lebih dari {birthAfterFather} hari, anak tidak dicatat sebagai anak dari perkawinan itu tanpa putusan pengadilan.',
    'already-married': '{name} masih terikat perkawinan menurut register.',
    'below-marriage-age':
      '{name} belum berumur {marriageAge} tahun pada hari perkawinan. Diperlukan dispensasi pengadilan.',
    'close-relative': 'Keduanya berkerabat dekat menurut register, sehingga dilarang kawin.',
    'death-before-birth': '{name} tercatat meninggal sebelum lahir.',
    'in-future': 'Tanggal peristiwa {name} belum tiba.',
    'dead-already': '{name} sudah tercatat meninggal.',
    'too-old': '{name} tercatat berumur lebih dari {oldest} tahun dan masih hidup.',
    'no-head': 'Kartu keluarga ini tidak mempunyai kepala keluarga.',
    'head-elsewhere': 'Kepala keluarga pada kartu ini bukan anggotanya.',
    crowded: 'Kartu keluarga ini memuat {members} orang, lebih dari {familyMembers}.',
    'number-of-dead': 'NIK ini milik {name}, yang tercatat sudah meninggal.',
    'number-of-moved': 'NIK ini milik {name}, yang tercatat sudah pindah dari daerah ini.',
  },
  en: {
    'mother-too-young': '{name} was only {age} years old when this child was born. Check both days of birth.',
    'mother-young': '{name} was {age} years old when this child was born. Make sure that the day of birth is right.',
    'mother-old':
      '{name} was {age} years old when this child was born. Make sure that she is the mother, not the grandmother.',
    'mother-too-old': '{name} was already {age} years old when this child was born. Check who the mother is.',
    'mother-not-female': '{name} is recorded as mother and as male.',
    'father-not-male': '{name} is recorded as father and as female.',
    'father-too-young': '{name} was only {age} years old when this child was born. Check both days of birth.',
    'older-than-mother': 'This child was born before, or on, the day on which the mother, {name}, was born.',
    'older-than-father': 'This child was born before, or on, the day on which the father, {name}, was born.',
    'births-too-close': '{name}, of the same mother, was born less than {birthsApart} months apart and is no twin.',
    'mother-dead-before-birth': '{name} had died before this child was born.',
    'father-dead-before-birth':
      '{name} died {days} days before this child was born. After more than {birthAfterFather} days a child is not recorded as of that marriage without a court.',
    'already-married': '{name} is still married in the register.',
    'below-marriage-age':
      '{name} was not {marriageAge} years old on the day of the marriage. A court’s dispensation is needed.',
    'close-relative': 'The two are close relatives in the register, and may not marry.',
    'death-before-birth': '{name} is recorded as dead before birth.',
    'in-future': 'The day of the event of {name} has not come yet.',
    'dead-already': '{name} is recorded as dead already.',
    'too-old': '{name} is recorded as older than {oldest} years and alive.',
    'no-head': 'This family card has no head.',
    'head-elsewhere': 'The head of this family card is not on it.',
    crowded: 'This family card has {members} people, more than {familyMembers}.',
    'number-of-dead': 'This NIK is of {name}, who is recorded as dead.',
    'number-of-moved': 'This NIK is of {name}, who is recorded as moved away.',
  },
})
