/** The part of the development server that `npm start` uses; the package has no types of its own. */
declare module '@11ty/eleventy-dev-server' {
  interface Server {
    serve(port: number): void
    reload(change: { files: string[]; subtype?: 'css'; build: { templates: unknown[] } }): Promise<void>
  }
  const DevServer: {
    getServer(name: string, folder: string, options: { port: number; showVersion: boolean }): Server
  }
  export default DevServer
}
