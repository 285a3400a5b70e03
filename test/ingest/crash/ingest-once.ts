import { startupSnapshot } from 'node:v8'
import { ingest } from '../../../scripts/ingest/run.ts'
import { type Fault, inject } from './faults.ts'

/** One run in a process of its own: content, sources and the fault as JSON. Prints the number of operations. */
startupSnapshot.setDeserializeMainFunction(() => {
  const [content = '', sources = '', fault = ''] = process.argv.slice(-3)
  const operations = inject(JSON.parse(fault) as Fault)
  ingest({ content, sources })
  console.log(operations.count())
})
