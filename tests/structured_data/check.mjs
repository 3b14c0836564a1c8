// Prints, as JSON, what Google's rules find in each of the pages: {page: {ERROR: [...], WARNING: [...]}}.
import fs from 'node:fs';
import Validator from '@adobe/structured-data-validator';
import extractor from '@marbec/web-auto-extractor';

const Extractor = extractor.default ?? extractor;
const found = {};
for (const page of process.argv.slice(2)) {
  const data = new Extractor({ addLocation: true }).parse(fs.readFileSync(page, 'utf8'));
  found[page] = { ERROR: [], WARNING: [], types: Object.keys(data.jsonld) };
  for (const issue of await new Validator().validate(data)) {
    found[page][issue.severity].push((issue.fieldNames ?? [issue.issueMessage]).join());
  }
}
console.log(JSON.stringify(found));
