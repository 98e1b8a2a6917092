/** How a call leaves, and what can be relied on afterwards. The same words as the telephony port, which a rule may not import. */
export type LineId = 'simulated' | 'manual';
export type EvidenceLevel = 'server' | 'provider' | 'client' | 'declared' | 'simulated';
