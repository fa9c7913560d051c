import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createMetrics } from '../src/metrics.js';

describe('createMetrics', () => {
  it('counts turns, effects, sends and the backlog, in seconds and by kind', async () => {
    const metrics = createMetrics();
    metrics.recordTurn('joinGroup', 'requestOpened', 0.02);
    metrics.recordTurn('joinGroup', 'requestOpened', 0.3);
    metrics.effectEnded('askApprovers' as never, 'later', 1500);
    metrics.effectEnded('askApprovers' as never, 'dead', 500);
    metrics.recordSend('blocked');
    metrics.recordGraphCall('add members', 204);
    metrics.backlog(7);
    metrics.recordUnreadable('groups');
    const lines = (await metrics.text()).split('\n');
    for (const line of [
      'concierge_turns_total{intent="joinGroup",outcome="requestOpened"} 2',
      'concierge_turn_seconds_count 2',
      'concierge_turn_seconds_bucket{le="0.025"} 1',
      'concierge_effects_total{kind="askApprovers",result="retried"} 1',
      'concierge_effects_total{kind="askApprovers",result="dead"} 1',
      'concierge_effect_seconds_sum{kind="askApprovers"} 2',
      'concierge_sends_total{result="blocked"} 1',
      'concierge_graph_calls_total{operation="add members",status="204"} 1',
      'concierge_backlog 7',
      'concierge_unreadable_records_total{collection="groups"} 1',
    ])
      assert.ok(lines.includes(line), line);
  });

  it('shares no counter between two bots in one process', async () => {
    const one = createMetrics();
    one.recordSend('sent');
    assert.doesNotMatch(await createMetrics().text(), /concierge_sends_total\{/);
  });
});
