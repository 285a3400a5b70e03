import type { Publisher } from '../content/publisher.ts'
import type { Language } from './language.ts'
import type { Random } from './random.ts'

export type Outlet = Pick<Publisher, 'id' | 'name' | 'domains' | 'aliases' | 'agency'> & {
  abbreviation?: string
  /** Share lines, menus and boasts that all its pages print. */
  menu: string[]
  share: string[]
  farewell: string
  /** How it prints the day of a page. */
  dateStyle: 'long' | 'iso' | 'stamp'
}

const KINDS = ['Courier', 'Tribune', 'Monitor', 'Gazette', 'Ledger', 'Herald', 'Post', 'Wire Today']
const MENU = [
  'Home',
  'World',
  'Business',
  'Sport',
  'Weather',
  'Opinion',
  'Travel',
  'Puzzles',
  'Markets',
  'Video',
]
const SHARE = ['Share', 'Tweet', 'Email', 'Print', 'Copy link', 'Comments']

/** Outlets and the agencies whose texts they carry; every page of an outlet has the same furniture. */
export function inventOutlets(language: Language, random: Random): { outlets: Outlet[]; agencies: Outlet[] } {
  const outlet = (name: string, agency: boolean): Outlet => {
    const id = name.toLowerCase().replace(/\s+/g, '-')
    const abbreviation = name
      .split(' ')
      .map((word) => word.charAt(0))
      .join('')
    return {
      id,
      name,
      domains: [`${id}.example`],
      aliases: agency ? [abbreviation] : [],
      agency,
      ...(agency ? { abbreviation } : {}),
      menu: MENU.slice(0, random.between(4, MENU.length)),
      share: SHARE.slice(0, random.between(2, SHARE.length)),
      farewell: `Sign up for the ${name} newsletter and never miss a story`,
      dateStyle: random.pick(['long', 'iso', 'stamp'] as const),
    }
  }
  return {
    outlets: Array.from({ length: 60 }, (_, at) =>
      outlet(`${language.name(random)} ${KINDS[at % KINDS.length]}`, false),
    ),
    agencies: Array.from({ length: 3 }, () => outlet(`${language.name(random)} Press Service`, true)),
  }
}
