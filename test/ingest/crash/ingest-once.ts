import { startupSnapshot } from 'node:v8'
import { ingest } from '../../../scripts/ingest/run.ts'
import { interrupt } from '../../faults.ts'

/** One run in a process of its own: content, sources, the operation at which it is killed and the signal that does it. */
startupSnapshot.setDeserializeMainFunction(() => {
  const [content = '', sources = '', last = '', signal = ''] = process.argv.slice(-4)
  interrupt((at) => {
    if (at === Number(last)) process.kill(process.pid, signal)
  })
  ingest({ content, sources })
})
