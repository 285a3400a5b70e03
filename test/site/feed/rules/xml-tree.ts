import { SaxesParser } from 'saxes'

/** An element of a feed; names are `prefix:local` by namespace, whatever prefix the document chose. */
export interface Element {
  name: string
  attributes: Record<string, string>
  children: Element[]
  text: string
}

const PREFIXES: Record<string, string> = {
  '': '',
  'http://www.w3.org/2005/Atom': 'atom:',
  'http://purl.org/syndication/history/1.0': 'fh:',
  'http://purl.org/rss/1.0/modules/content/': 'content:',
  'http://purl.org/dc/elements/1.1/': 'dc:',
}

/** Reads XML as strictly as a feed reader may. Throws at the first thing that is not well-formed, and at unknown namespaces. */
export function parseXml(xml: string): Element {
  const parser = new SaxesParser({ xmlns: true })
  const stack: Element[] = [{ name: '', attributes: {}, children: [], text: '' }]
  const top = () => stack.at(-1) as Element
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ uri, local, attributes }) => {
    const prefix = PREFIXES[uri]
    if (prefix === undefined) throw new Error(`unknown namespace ${uri}`)
    const element: Element = {
      name: prefix + local,
      attributes: Object.fromEntries(
        Object.values(attributes)
          .filter((attribute) => attribute.prefix !== 'xmlns' && attribute.name !== 'xmlns')
          .map((attribute) => [attribute.name, attribute.value]),
      ),
      children: [],
      text: '',
    }
    top().children.push(element)
    stack.push(element)
  })
  parser.on('text', (text) => {
    top().text += text
  })
  parser.on('cdata', (text) => {
    top().text += text
  })
  parser.on('closetag', () => void stack.pop())
  parser.write(xml).close()
  return top().children[0] as Element
}

export const all = (element: Element, name: string): Element[] =>
  element.children.filter((child) => child.name === name)
export const first = (element: Element, name: string): Element | undefined => all(element, name)[0]
export const textOf = (element: Element, name: string): string | undefined => first(element, name)?.text
