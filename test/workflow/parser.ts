import { convertWorkflowTemplate } from '@actions/workflow-parser/model/convert'
import { NoOperationTraceWriter } from '@actions/workflow-parser/templates/trace-writer'
import { parseWorkflow } from '@actions/workflow-parser/workflows/workflow-parser'

/** What GitHub's own parser finds wrong with a workflow. */
export async function errorsIn(name: string, content: string): Promise<string[]> {
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter())
  const errors = context.errors.getErrors().map(({ message }) => message)
  if (!value) return errors
  const { errors: more = [] } = await convertWorkflowTemplate(context, value)
  return [...errors, ...more.map(({ Message }) => Message)]
}
