/** Bytes in memory of their own, where numbers of several bytes may begin: as part of others they may stand at any place. */
export const ownMemory = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer
