/** What has a page or a feed of its own; views refer to each other in circles. */
export interface View {
  url: string
  output: string
}

/** Stand between the parts of a list, of an object, and before the address of a view. */
const [LIST, END, FIELDS, VIEW] = [Symbol('list'), Symbol('end'), Symbol('fields'), Symbol('view')]
const MARKS = new Map<unknown, string>([
  [LIST, '['],
  [END, ']'],
  [FIELDS, '{'],
  [VIEW, '&'],
])

/**
 * Puts all that a view says into `parts`, which is emptied first: names and values of its fields, and of the views that it
 * holds the addresses. Gives back those views. Two views that have the same parts say the same.
 */
export function partsOf(view: object, parts: unknown[]): View[] {
  parts.length = 0
  const views: View[] = []
  addFields(view, parts, views)
  return views
}

function addFields(value: object, parts: unknown[], views: View[]): void {
  if (Array.isArray(value)) {
    parts.push(LIST)
    for (const item of value) add(item, parts, views)
  } else {
    parts.push(FIELDS)
    for (const name in value) {
      const field = value[name as keyof typeof value] as unknown
      if (field === undefined || typeof field === 'function') continue
      parts.push(name)
      add(field, parts, views)
    }
  }
  parts.push(END)
}

function add(value: unknown, parts: unknown[], views: View[]): void {
  if (typeof value === 'function') return
  if (typeof value !== 'object' || value === null) parts.push(value)
  else if (isView(value)) {
    parts.push(VIEW, value.url)
    views.push(value)
  } else addFields(value, parts, views)
}

const isView = (value: object): value is View => 'output' in value

/** Parts as one text, which no others have: a text's length goes before it, so that none can pass for two. */
export function textOf(parts: unknown[]): string {
  let text = ''
  for (const part of parts)
    text += typeof part === 'string' ? `${part.length}:${part},` : (MARKS.get(part) ?? `${part},`)
  return text
}
