import { get } from 'node:http';

// `downloader.ts URL COOKIE`: takes the same answer again and again, as fast as it comes, and keeps nothing of it.
const [url = '', cookie = ''] = process.argv.slice(2);
let taken = 0;
const take = () =>
  get(url, { headers: { cookie } }, (answer) => {
    if (answer.statusCode !== 200) throw new Error(`${url} answered ${answer.statusCode}`);
    answer.resume();
    answer.once('end', () => {
      taken += 1;
      process.send?.(taken);
      take();
    });
  });
take();
