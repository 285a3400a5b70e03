import { jsonForHtml } from '../../scripts/site/json.ts'

/** Structured data for machines: a block that no browser runs, so the content security policy needs no word for it. */
export function DataBlock({ data }: { data: object }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonForHtml(data) }} />
}
