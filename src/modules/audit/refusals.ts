import type { Refusals } from '../../shared/refusal.ts';

export const refusals = {
  unknown_audit: { status: 404, fr: 'Cet audit n’existe pas.', en: 'This audit does not exist.' },
  unknown_subject: {
    status: 404,
    fr: 'Ce devis ou ce client n’existe pas.',
    en: 'This quote or client does not exist.',
  },
  nothing_to_audit: {
    status: 422,
    fr: 'Il n’y a rien à auditer : collez un texte, déposez un fichier ou choisissez un document.',
    en: 'There is nothing to audit: paste a text, drop a file or choose a document.',
  },
  unreadable_encrypted: {
    status: 422,
    fr: 'Ce fichier est protégé par un mot de passe : retirez la protection, enregistrez-le sous un autre nom et déposez-le à nouveau.',
    en: 'This file is under a password: remove it, save under another name and drop it again.',
  },
  unreadable_image_only: {
    status: 422,
    fr: 'Ce PDF est une image, sans texte à lire : demandez le fichier d’origine, ou passez-le par une reconnaissance de caractères avant de le déposer.',
    en: 'This PDF is a picture, without text to read: ask for the original file, or run it through character recognition first.',
  },
  unreadable_old_word: {
    status: 422,
    fr: 'Ce fichier .doc est d’un format Word antérieur à 2007 : ouvrez-le et enregistrez-le en .docx, en .odt ou en PDF.',
    en: 'This .doc file is in a Word format older than 2007: open it and save it as .docx, .odt or PDF.',
  },
  unreadable_broken: {
    status: 422,
    fr: 'Ce fichier est endommagé ou incomplet : rouvrez-le dans son logiciel, enregistrez-le à nouveau, ou collez son texte.',
    en: 'This file is damaged or incomplete: open it again in its program and save it, or paste its text.',
  },
  unreadable_bomb: {
    status: 413,
    fr: 'Ce fichier prend trop de place une fois déplié : enregistrez le texte seul, sans images, ou collez-le.',
    en: 'This file takes too much room once unfolded: save the text alone, without pictures, or paste it.',
  },
  unreadable_slow: {
    status: 422,
    fr: 'La lecture de ce fichier a été arrêtée après 25 secondes : coupez-le en plusieurs parties, ou collez le passage qui vous intéresse.',
    en: 'Reading this file was stopped after 25 seconds: cut it into parts, or paste the passage that matters.',
  },
  unreadable_empty: {
    status: 422,
    fr: 'Aucun texte n’a été trouvé dans ce fichier : vérifiez qu’il s’agit du bon, ou collez le texte.',
    en: 'No text was found in this file: check that it is the right one, or paste the text.',
  },
  unreadable_format: {
    status: 415,
    fr: 'Ce format n’est pas lu : déposez un PDF, un DOCX, un ODT ou un fichier texte.',
    en: 'This format is not read: drop a PDF, a DOCX, an ODT or a text file.',
  },
} as const satisfies Refusals;
