/** What schema.org and the readers of its data ask of a node, as far as the digest uses it. */
interface Shape {
  required: string[]
  optional?: string[]
}

const TOPIC: Shape = {
  required: ['@id', 'name', 'url'],
  optional: ['description', 'alternateName', 'sameAs'],
}

const SHAPES: Record<string, Shape[]> = {
  NewsArticle: [
    {
      required: [
        ...['@id', 'url', 'mainEntityOfPage', 'headline', 'inLanguage', 'isAccessibleForFree', 'isPartOf'],
        ...['publisher', 'author'],
      ],
      optional: [
        ...[
          'description',
          'temporalCoverage',
          'datePublished',
          'dateModified',
          'image',
          'about',
          'isBasedOn',
          'citation',
        ],
        'correction',
      ],
    },
    {
      required: ['headline', 'url', 'inLanguage'],
      optional: ['publisher', 'sourceOrganization', 'datePublished', 'creativeWorkStatus'],
    },
  ],
  CollectionPage: [
    {
      required: ['@id', 'url', 'name', 'inLanguage', 'isAccessibleForFree', 'isPartOf'],
      optional: ['about', 'mainEntity'],
    },
  ],
  ItemList: [{ required: ['numberOfItems', 'itemListElement'] }],
  BreadcrumbList: [{ required: ['itemListElement'] }],
  ListItem: [{ required: ['position', 'name', 'url'] }, { required: ['position', 'name', 'item'] }],
  WebSite: [
    { required: ['@id', 'url', 'name', 'description', 'inLanguage', 'publisher'] },
    { required: ['@id', 'url', 'name'] },
  ],
  Organization: [TOPIC, { required: ['name'], optional: ['@id', 'url', 'alternateName'] }],
  CreativeWork: [{ required: [], optional: ['name', 'description', 'url', 'publisher'] }],
  CorrectionComment: [{ required: ['text', 'datePublished'] }],
  Country: [TOPIC],
  Person: [TOPIC],
  Place: [TOPIC],
  Thing: [TOPIC],
}

const ADDRESSES = ['@id', 'url', 'mainEntityOfPage', 'item', 'image', 'sameAs']
const DAYS = ['temporalCoverage', 'datePublished', 'dateModified']

/** What is wrong with a node and all below it, each with its place. */
export function wrongWith(node: unknown, at = '$'): string[] {
  if (Array.isArray(node)) return node.flatMap((one, index) => wrongWith(one, `${at}[${index}]`))
  if (typeof node !== 'object' || node === null) return []
  const { '@type': type, ...properties } = node as Record<string, unknown>
  const shapes = SHAPES[String(type)]
  if (!shapes) return [`${at}: unknown type ${String(type)}`]
  const wrong = shapes.map((shape) => wrongProperties(shape, Object.keys(properties)))
  const least = wrong.sort((a, b) => a.length - b.length)[0] ?? []
  return [
    ...least.map((what) => `${at}: ${String(type)}: ${what}`),
    ...Object.entries(properties).flatMap(([name, value]) => [
      ...wrongValue(name, value).map((what) => `${at}.${name}: ${what}`),
      ...wrongWith(value, `${at}.${name}`),
    ]),
  ]
}

function wrongProperties({ required, optional = [] }: Shape, names: string[]): string[] {
  return [
    ...required.filter((name) => !names.includes(name)).map((name) => `lacks ${name}`),
    ...names
      .filter((name) => !required.includes(name) && !optional.includes(name))
      .map((name) => `has ${name}`),
  ]
}

function wrongValue(name: string, value: unknown): string[] {
  const values = [value].flat()
  const is = (test: (text: string) => boolean) => values.every((one) => typeof one === 'string' && test(one))
  if (ADDRESSES.includes(name) && !is((text) => /^https?:\/\/[^/]/.test(text) && URL.canParse(text)))
    return [`${JSON.stringify(value)} is no absolute address`]
  if (DAYS.includes(name) && !is((text) => /^\d{4}-\d{2}-\d{2}$/.test(text))) return ['is no day']
  if (values.some((one) => one === '' || one === null) || values.length === 0) return ['is empty']
  return []
}
