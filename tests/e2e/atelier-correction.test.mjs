/** www/atelier/: « Corriger » makes the correction that a finding has, and undoing takes it back. */
import assert from 'node:assert/strict';
import { By, Key, acrossEngines, chord, press, until } from './harness/suite.mjs';
import { focusedPanel, inText, replace, says, start, written } from './atelier-steps.mjs';

acrossEngines('« Corriger », in the list or beside the text, makes the correction; undoing takes it back', {}, async ({ driver, open }) => {
  await start({ driver, open });
  await replace(driver, 'tagline:', 'taglin:');
  await says(driver, '1 avertissement');
  const button = await driver.findElement(By.css('#remarks .fix'));
  assert.equal(await button.getAccessibleName(), 'Corriger\u00a0: clé inconnue taglin');
  await button.sendKeys(Key.ENTER);
  await says(driver, 'Aucune remarque');
  assert.equal(await focusedPanel(driver), 'panel-document');
  await chord(driver, [Key.CONTROL], 'z');
  await says(driver, '1 avertissement');
  assert.match(await written(driver), /^---\ntitle: .*\ntaglin:/);

  await chord(driver, [Key.CONTROL], Key.HOME);
  await press(driver, Key.F8);
  await until(async () => (await inText(driver, '.cm-diagnosticAction')).join() === 'Corriger', 'the button in the text');
  await driver.executeScript('document.querySelector("#panel-document").shadowRoot.querySelector(".cm-diagnosticAction").click()');
  await says(driver, 'Aucune remarque');
});

acrossEngines('a finding without a certain correction has no « Corriger »', {}, async ({ driver, open }) => {
  await start({ driver, open });
  await replace(driver, 'last_update: 10/12/2019', 'last_update: 31/02/2019');
  await says(driver, '1 erreur');
  assert.deepEqual(await driver.findElements(By.css('#remarks .fix')), []);
});
