import { type OptionsAsked, optionsSentence } from './options.ts';

/**
 * What the client accepts, word for word. It is shown, sent back, compared and kept in the evidence file.
 * C. civ. 1366 and 1367: an electronic signature identifies its author and shows that he agrees.
 */
export const consentText = (cgvVersion: string | null): string =>
  cgvVersion === null
    ? 'Je reconnais avoir lu et accepté le présent document et j’entends le signer électroniquement (art. 1366 et 1367 du Code civil).'
    : `Je reconnais avoir lu et accepté le présent document ainsi que les CGV version ${cgvVersion} et j’entends le signer électroniquement (art. 1366 et 1367 du Code civil).`;

/** The same with the options ticked: the screen shows it, the server compares it. */
export const consentTo = (request: { consentText: string; options: OptionsAsked | null }, chosen: readonly string[]): string =>
  request.options ? `${request.consentText} ${optionsSentence(request.options, chosen)}` : request.consentText;

/** What the prestataire reads above the button that makes the agreement. */
export const countersignText = (title: string, organisation: string): string =>
  `Je contresigne électroniquement le document « ${title} » au nom de ${organisation} : il nous engage aux conditions qui y sont écrites.`;
