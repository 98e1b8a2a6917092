import type { Language } from '../../shared/refusal.ts';

/** What a mail says, before it becomes text and HTML. */
export type MailContent = {
  language?: Language;
  /** Who writes: the organisation's name, printed above and below. */
  sender: string;
  title: string;
  paragraphs: readonly string[];
  /** One button; its address is also written out so that it can be copied. */
  action?: { label: string; url: string };
  /** A one-time code, printed large. */
  code?: string;
  /** Small print: why this mail was received, until when the link holds. */
  notes?: readonly string[];
};

const words = {
  fr: {
    copy: 'Si le bouton ne s’ouvre pas, copiez cette adresse\u00a0:',
    sentBy: (sender: string) => `Envoyé par ${sender} avec Cadran.`,
  },
  en: { copy: 'If the button does not open, copy this address:', sentBy: (sender: string) => `Sent by ${sender} with Cadran.` },
};

export const mailText = (content: MailContent): string => {
  const w = words[content.language ?? 'fr'];
  return [
    content.title,
    ...content.paragraphs,
    ...(content.code ? [content.code] : []),
    ...(content.action ? [`${content.action.label}\u00a0:\n${content.action.url}`] : []),
    ...(content.notes ?? []),
    `--\n${w.sentBy(content.sender)}`,
  ].join('\n\n');
};

/** A single column that every mail reader shows alike: inline styles, no picture from the network. */
export const mailHtml = (content: MailContent): string => {
  const language = content.language ?? 'fr';
  const w = words[language];
  const paragraph = (text: string, style = '') => `<p style="margin:0 0 16px;${style}">${escaped(text)}</p>`;
  const small = 'font-size:13px;line-height:19px;color:#4A5A66;';
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(content.title)}</title></head>
<body style="margin:0;background:#FBFAF7;color:#16232E;font-family:Inter,'Segoe UI',Helvetica,Arial,sans-serif;font-size:16px;line-height:24px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px"><tr><td style="padding:0 0 16px;${small}">${escaped(content.sender)}</td></tr>
<tr><td style="background:#FFFFFF;border:1px solid #E3E0D8;border-top:3px solid #0F5C5C;border-radius:6px;padding:32px">
<h1 style="margin:0 0 20px;font-size:20px;line-height:28px;font-weight:600">${escaped(content.title)}</h1>
${content.paragraphs.map((text) => paragraph(text)).join('\n')}
${content.code ? `<p style="margin:8px 0 24px;font-size:28px;line-height:36px;letter-spacing:6px;font-weight:600;font-variant-numeric:tabular-nums">${escaped(content.code)}</p>` : ''}
${content.action ? button(content.action, w.copy, small) : ''}
${(content.notes ?? []).map((text) => paragraph(text, small)).join('\n')}
</td></tr><tr><td style="padding:16px 0;${small}">${escaped(w.sentBy(content.sender))}</td></tr></table>
</td></tr></table></body></html>`;
};

const button = ({ label, url }: { label: string; url: string }, copy: string, small: string): string =>
  `<p style="margin:8px 0 24px"><a href="${escaped(url)}" style="display:inline-block;background:#0F5C5C;color:#FFFFFF;text-decoration:none;font-weight:600;padding:12px 20px;border-radius:6px">${escaped(label)}</a></p>
<p style="margin:0 0 16px;${small}">${escaped(copy)}<br><a href="${escaped(url)}" style="color:#0F5C5C;word-break:break-all">${escaped(url)}</a></p>`;

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[char]!);

/** At most 78 characters (RFC 5322 §2.1.1), one line, cut at a word. */
export const subjectLine = (subject: string): string => {
  const line = subject.replace(/\s*[\r\n]+\s*/g, ' ').trim();
  if ([...line].length <= 78) return line;
  const cut = [...line].slice(0, 77).join('');
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 40))}…`;
};
