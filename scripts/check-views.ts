import { join } from 'node:path';
import { checkViews } from '../src/web/views.ts';

// The build's look at the views: a page is compiled when it is first shown, so what does not compile is found here.
checkViews(join(import.meta.dirname, '../views'));
