// Sums the results of all test projects into the last line, "N passed, N failed, N skipped". In CI a skipped test fails the run
// unless its reason is one of the two that are allowed there: no SQL Server is named, or ../shared is not beside the checkout.
// Above it stands what matrices of tests have tried, as they say it themselves ("… matrix: …").
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const [folder, testRun] = [process.argv[2], Number(process.argv[3])];
const allowed = [/COMPETENCYPORTAL_TEST_SQLSERVER/, /\.\.\/shared/];
let [passed, failed, skipped] = [0, 0, 0];
const refused = [];
const figures = [];

for (const file of readdirSync(folder).filter((name) => name.endsWith('.trx'))) {
  const results = readFileSync(join(folder, file), 'utf8').matchAll(/<UnitTestResult\s([^>]*?)(?:\/>|>([\s\S]*?)<\/UnitTestResult>)/g);
  for (const [, attributes, content = ''] of results) {
    const outcome = /outcome="(\w+)"/.exec(attributes)?.[1];
    if (outcome === 'Passed') {
      passed++;
    } else if (outcome === 'NotExecuted') {
      skipped++;
      if (process.env.CI === 'true' && !allowed.some((reason) => reason.test(content))) {
        refused.push(/testName="([^"]*)"/.exec(attributes)?.[1]);
      }
    } else {
      failed++;
    }

    figures.push(...(content.match(/^.*\bmatrix: .*$/gm) ?? []).map((line) => line.replace(/<[^>]*>/g, '').trim()));
  }
}

for (const figure of figures) {
  console.log(figure);
}

for (const name of refused) {
  console.log(`Skipped in CI for a reason that is not allowed there: ${name}`);
}

failed += refused.length;
skipped -= refused.length;
if (testRun !== 0 && failed === 0) {
  console.log('The test run ended with an error outside any test; see above.');
  failed = 1;
}

if (passed + failed === 0) {
  console.log('No test ran.');
  failed = 1;
}

console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed > 0 ? 1 : 0;
