// Opens each page in a browser, on a phone's screen and a desk's, light and dark, and prints as JSON
// what it did there: [{page, scheme, width, violations, unsure, requests, spoken, overflow}].
// A picture of each look stands beside the page.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const [executablePath, ...pages] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const looks = [];
for (const page of pages) {
  for (const scheme of ['light', 'dark']) {
    for (const width of [360, 1280]) looks.push(await look(page, scheme, width));
  }
}
await browser.close();
console.log(JSON.stringify(looks));

async function look(page, scheme, width) {
  const tab = await browser.newPage({ viewport: { width, height: 800 }, colorScheme: scheme });
  const [requests, spoken] = [[], []];
  tab.on('request', (request) => requests.push(request.url()));
  tab.on('console', (message) => spoken.push(message.text()));
  tab.on('pageerror', (error) => spoken.push(String(error)));
  tab.on('dialog', (dialog) => { spoken.push(dialog.message()); dialog.dismiss(); });
  await tab.goto(pathToFileURL(page).href);
  await tab.screenshot({ path: `${page}-${scheme}-${width}.png`, fullPage: true });
  const overflow = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await tab.evaluate(axe);
  const rules = { 'target-size': { enabled: true } };
  const found = await tab.evaluate((rules) => window.axe.run({ rules }), rules);
  await tab.close();
  const ids = (results) => results.map((result) => result.id);
  return {
    page, scheme, width, requests, spoken, overflow,
    violations: ids(found.violations), unsure: ids(found.incomplete),
  };
}
