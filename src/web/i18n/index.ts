export { defineMessages, languages, type Catalogue, type Language } from './messages.ts';
export { LanguageProvider, localeOf, readLanguage, useLanguage, useMessages, type Translate } from './language.tsx';
export { formats, useFormats, type Formats } from './format.ts';
export { useWhyNot } from './why-not.ts';
