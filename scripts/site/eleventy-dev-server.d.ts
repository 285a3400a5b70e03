/** The part of the development server that `npm start` uses; the package has no types of its own. */
declare module '@11ty/eleventy-dev-server' {
  interface Server {
    serve(port: number): void
    reload(change: { files: string[]; subtype?: 'css'; build: { templates: unknown[] } }): Promise<void>
  }
  interface Options {
    port: number
    showVersion: boolean
    /** Answers by URL pattern; one that gives nothing leaves the request to the server. */
    onRequest: Record<
      string,
      (request: { url: URL }) => { headers: Record<string, string>; body: string } | undefined
    >
  }
  const DevServer: { getServer(name: string, folder: string, options: Options): Server }
  export default DevServer
}
