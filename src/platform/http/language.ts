import type { FastifyRequest } from 'fastify';
import type { Language } from '../../shared/refusal.ts';

/** The language chosen on screen (cookie), else the browser's, else French. */
export const languageOf = (request: FastifyRequest): Language => {
  const chosen = request.cookies?.['cadran_lang'];
  if (chosen === 'fr' || chosen === 'en') return chosen;
  return preferred(request.headers['accept-language'] ?? '');
};

/** The first of French and English in an Accept-Language list, by weight. */
export const preferred = (header: string): Language => {
  const wanted = header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.map((p) => p.trim()).find((p) => p.startsWith('q='));
      return { language: tag.slice(0, 2), weight: weight ? Number(weight.slice(2)) || 0 : 1 };
    })
    .filter(({ language, weight }) => (language === 'fr' || language === 'en') && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return (wanted[0]?.language as Language | undefined) ?? 'fr';
};
