// A reporter for `node --test`: says again, after everything else, which tests failed and why,
// so that the end of a long log is enough to know.

export default async function* failures(events) {
  const failed = [];
  for await (const { type, data } of events) {
    // A file fails with its tests: only the tests themselves are told.
    const ofItsTests = data.details?.error?.failureType === 'subtestsFailed';
    if (type === 'test:fail' && !ofItsTests) failed.push(data);
  }
  for (const { name, details } of failed) {
    yield `\nFAILED ${name}\n  ${details.error.cause?.message ?? details.error.message}\n`;
  }
}
