import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a whole process took. */
export interface Cost {
  /** Seconds from start to end. */
  wall: number
  /** Seconds of processor time, in the program and in the system for it. */
  cpu: number
  /** Most memory that it held, in MB (2^20 bytes). */
  peak: number
}

/** A program that did not end well. */
export class ProgramFailed extends Error {}

/** Loaded before a measured program of Node: when that ends, what it took is written where the bench waits for it. */
const SAY_USAGE = `import { writeFileSync } from 'node:fs'
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  writeFileSync(process.env.BENCH_USAGE, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, peak: maxRSS / 1024 }))
})`
const TSX = import.meta.resolve('tsx')
const POLL_MS = 20
/** Ticks of /proc in a second: fixed at 100 for programs on every common architecture. */
const TICKS = 100
const PAGE = 1024

/** Arguments of Node that let it run a script of this project, wherever it stands. */
export const scriptArguments = (script: string, ...more: string[]): string[] => [
  '--import',
  TSX,
  script,
  ...more,
]

/**
 * Runs a program to its end. Programs of Node say themselves what they took (their children, such as a compiler kept
 * as a service, are not counted), and nothing else runs meanwhile; what others took is read from /proc while they run, so
 * that the last hundredths of a second may be missing. Exit codes above `mostCode` are failures.
 */
export async function run(program: string, args: string[], options: RunOptions = {}): Promise<Cost> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-usage-'))
  const usage = join(folder, 'usage.json')
  const isNode = program === process.execPath
  const preload = isNode ? ['--import', `data:text/javascript,${encodeURIComponent(SAY_USAGE)}`] : []
  const started = performance.now()
  const child = spawn(program, [...preload, ...args], {
    cwd: options.cwd,
    env: { ...process.env, ...options.env, BENCH_USAGE: usage },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  try {
    const { code, said, polled } = await ended(child, !isNode)
    const wall = (performance.now() - started) / 1000
    if (code === null || code > (options.mostCode ?? 0))
      throw new ProgramFailed(`${program} ${args.join(' ')}: ended with ${code}\n${said.slice(-2000)}`)
    const own = isNode ? (JSON.parse(readFileSync(usage, 'utf8')) as Omit<Cost, 'wall'>) : polled
    return { wall, ...own }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export interface RunOptions {
  cwd?: string
  env?: Record<string, string>
  mostCode?: number
}

function ended(
  child: ChildProcess,
  isPolled: boolean,
): Promise<{ code: number | null; said: string; polled: Omit<Cost, 'wall'> }> {
  let said = ''
  child.stderr?.on('data', (bytes) => {
    said += bytes
  })
  let polled = { cpu: 0, peak: 0 }
  const poll = () => {
    polled = usageOf(child.pid ?? 0) ?? polled
  }
  const timer = isPolled ? setInterval(poll, POLL_MS) : undefined
  return new Promise((resolve, reject) => {
    child.on('error', (error) => {
      clearInterval(timer)
      reject(error)
    })
    child.on('close', (code) => {
      clearInterval(timer)
      resolve({ code, said, polled })
    })
  })
}

/** What a running process has taken so far, on Linux. */
function usageOf(pid: number): Omit<Cost, 'wall'> | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [user, system] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
    const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return peak ? { cpu: (Number(user) + Number(system)) / TICKS, peak: Number(peak) / PAGE } : undefined
  } catch {
    return undefined
  }
}

/** The middle one of several costs, measure by measure. */
export function median(costs: Cost[]): Cost {
  const middle = (measure: keyof Cost) => {
    const sorted = costs.map((cost) => cost[measure]).sort((a, b) => a - b)
    const at = (sorted.length - 1) / 2
    return ((sorted[Math.floor(at)] ?? 0) + (sorted[Math.ceil(at)] ?? 0)) / 2
  }
  return { wall: middle('wall'), cpu: middle('cpu'), peak: middle('peak') }
}
