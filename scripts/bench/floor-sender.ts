import { createTransport } from 'nodemailer';
import { letterKinds } from '../../src/registries.ts';

// `floor-sender.ts SMTP_URL LETTERS PDF`: letters of the product's length by nodemailer's own pool, and nothing else.
const [url = '', letters = '0', path = ''] = process.argv.slice(2);
const transport = createTransport({ url, pool: true, maxConnections: 1 });
const body = Object.values(letterKinds).find(({ opensDoor }) => opensDoor !== true)?.body ?? '';
const sent = Array.from({ length: Number(letters) }, (_, n) =>
  transport.sendMail({
    from: { name: 'Biblioteka', address: 'biblioteka@example.org' },
    to: [{ name: `Grupa ${n + 1}`, address: `grupa-${n + 1}@example.org` }],
    subject: 'Zaproszenie',
    text: body,
    html: `<p>${body}</p>`,
    attachments: [{ filename: 'Zaproszenie.pdf', path, contentType: 'application/pdf' }],
  }),
);
await Promise.all(sent);
transport.close();
