/** The part of Eleventy's programmatic interface that the build uses; the package has no types of its own. */
declare module '@11ty/eleventy' {
  export interface EleventyConfig {
    addGlobalData(name: string, value: unknown): void
  }
  export interface EleventyOptions {
    configPath?: string
    quietMode?: boolean
    config?: (config: EleventyConfig) => void
  }
  export default class Eleventy {
    constructor(input: string, output: string, options?: EleventyOptions)
    write(): Promise<[unknown[], { outputPath: string }[]] | undefined>
  }
}
