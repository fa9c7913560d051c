import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { createMetrics } from '../../src/metrics.js';
import { projectPath } from '../support/project.js';

/* promtool tests what the rules say (`.ci/run`); here, that they ask for numbers and labels that the product has. */
describe('the alert rules', () => {
  const rules = readFileSync(projectPath('deploymentTemplates', 'alerts', 'concierge.rules.yaml'), 'utf8');

  it('ask only for numbers that are there, with labels that they have', async () => {
    const metrics = createMetrics('1.2.3');
    metrics.looked('ok', 1500);
    metrics.recordTurn('joinGroup', 'failed', 0.1);
    metrics.effectEnded('tell', 'dead', 10);
    metrics.recordConnector('POST', '4xx', 0.2);
    metrics.recordStore('get', 0.001, true);
    const lines = (await metrics.text()).split('\n');
    const asked = [...rules.replace(/^\s*(?:fix|summary):.*$/gm, '').matchAll(/(concierge_\w+)(?:\{([^}]*)\})?/g)];
    assert.ok(asked.length >= 7);
    for (const [, name = '', labels = ''] of asked) {
      const samples = lines.filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));
      assert.ok(samples.length > 0, `${name} is not there`);
      for (const [, label = ''] of labels.matchAll(/(\w+)=/g))
        assert.ok(label === 'job' || samples.some((line) => line.includes(`${label}="`)), `${name} has no ${label}`);
    }
    assert.ok(lines.includes('concierge_oldest_due_seconds 1.5'));
    assert.ok(lines.includes('concierge_dead_effects 1'));
    assert.ok(lines.includes('concierge_store_seconds_count{operation="get",result="ok"} 1'));
    assert.ok(lines.some((line) => line.startsWith('concierge_build_info{version="1.2.3",node="')));
  });

  it('say what to do, each', () => {
    const alerts = rules.split('- alert: ').slice(1);
    assert.ok(alerts.length >= 6);
    for (const alert of alerts) assert.match(alert, /summary: \S.*\.\n\s+fix: \S/);
  });
});
