import fc from 'fast-check'

const text = fc.oneof(fc.constant(''), fc.constant('Sekar Wulandari'), fc.string({ maxLength: 30 }))
const nik = fc.constantFrom('9901014501700003', '9901010202690004', '123', '')
const day = fc.constantFrom('1996-07-11', '2027-01-04', '1890-01-01', '2026-02-30', '')
const number = fc.oneof(fc.integer({ min: -5, max: 1_000_000 }), fc.constant('banyak'))
const witness = fc.record(
  { name: text, nik, relation: fc.constantFrom('neighbour', 'other', 'x', ''), relationText: text, metOn: day },
  { requiredKeys: [] },
)
const item = fc.record({ what: text, count: number, price: number }, { requiredKeys: [] })

/** Answers to the form of every kind: right, wrong, half and to questions that may not be asked. */
export const someAnswers = fc.record(
  {
    fullName: text,
    nickname: text,
    nik,
    phone: fc.constantFrom('081234567890', '12', ''),
    email: fc.constantFrom('a@b.id', 'a@', ''),
    birthOn: fc.oneof(day, fc.constant({ day: '31', month: '', year: '2026' })),
    plannedOn: day,
    opensAt: fc.constantFrom('08:00', '25:00', ''),
    hasBusiness: fc.constantFrom('yes', 'no', ''),
    nib: fc.constantFrom('9120001234567', '91', ''),
    scale: fc.constantFrom('micro', 'small', 'large', 'huge', ''),
    needs: fc.subarray(['money', 'training', 'place', 'x']),
    story: text,
    floors: number,
    area: fc.oneof(number, fc.double({ min: 0, max: 5000, noNaN: true })),
    income: number,
    items: fc.array(item, { maxLength: 4 }),
    spent: fc.integer(),
    isBig: fc.constantFrom('yes', 'no'),
    engineer: text,
    witnesses: fc.array(witness, { maxLength: 5 }),
    home: fc.record({
      street: text,
      rt: fc.constantFrom('003', 'x', ''),
      rw: fc.constant('001'),
      area: fc.constantFrom('99.01.01.2001', '99.01', ''),
    }),
    origin: fc.constantFrom('99.01.01.2001', '99', ''),
    spot: fc.oneof(
      fc.constant(''),
      fc.record({ lat: fc.constantFrom(-7.2, 112, 'x'), lon: fc.constantFrom(112.7, -7, 'y') }),
    ),
    heir: fc.constantFrom('p1', 'p9', ''),
    movers: fc.subarray(['p1', 'p2', 'p9']),
    partner: nik,
    letter: fc.subarray(['file-1', 'file-2']),
    signature: fc.subarray(['file-3']),
    sharing: fc.boolean(),
    sharingAt: fc.constant('2026-11-22T09:30:00+07:00'),
    truth: fc.boolean(),
  },
  { requiredKeys: [] },
)
