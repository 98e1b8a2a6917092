/** What one upload may cost: bytes as sent, bytes once unfolded, pages, characters, seconds and memory of its thread. */
export const uploadLimits = {
  bytes: 20 * 1024 * 1024,
  unfoldedBytes: 60 * 1024 * 1024,
  pages: 300,
  characters: 1_500_000,
  seconds: 25,
  memoryMb: 512,
} as const;
