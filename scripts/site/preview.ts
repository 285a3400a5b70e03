import { readFileSync } from 'node:fs'
import { inside } from '../content/files.ts'

const POLICY = /<meta http-equiv="Content-Security-Policy"[^>]*>/

/**
 * A built page for the development server: without its content security policy, which would stop the script that
 * reloads the page after a change. Undefined for what is no page, which the server then answers itself.
 */
export function previewPage(
  site: string,
  pathname: string,
): { headers: Record<string, string>; body: string } | undefined {
  if (!pathname.endsWith('/')) return undefined
  try {
    const page = readFileSync(inside(site, `.${decodeURIComponent(pathname)}index.html`), 'utf8')
    return { headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: page.replace(POLICY, '') }
  } catch {
    return undefined
  }
}
