import assert from 'node:assert/strict';
import { context, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
  type ReadableSpan,
} from '@opentelemetry/sdk-trace-base';
import { after, afterEach, before, describe, it } from 'mocha';
import type { Effect } from '../src/domain/effect.js';
import { createTracing } from '../src/tracing.js';
import { storesUnderTest } from './support/stores.js';
import { World } from './support/world.js';

const exporter = new InMemorySpanExporter();

function spansOf(traceId: string): readonly ReadableSpan[] {
  return exporter.getFinishedSpans().filter((span) => span.spanContext().traceId === traceId);
}

function turnOf(intent: string): ReadableSpan {
  const found = exporter
    .getFinishedSpans()
    .filter(({ name, attributes }) => name === 'turn' && attributes['concierge.intent'] === intent);
  assert.equal(found.length, 1, `one turn of ${intent}`);
  return found[0] as ReadableSpan;
}

describe('traces', () => {
  it('cost nothing and do nothing while no SDK is registered', async () => {
    const tracing = createTracing();
    assert.deepEqual(await tracing.turn('R1', async () => tracing.origin('R1')), { reference: 'R1' });
    assert.equal(
      await tracing.effect({ kind: 'tell', origin: { reference: 'R1', trace: 'no trace' } }, async () => 7),
      7,
    );
    tracing.call('commit', {})('failed');
    assert.equal(exporter.getFinishedSpans().length, 0);
  });

  describe('with an SDK', () => {
    before(() => {
      context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
      trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }));
    });
    after(() => {
      trace.disable();
      context.disable();
    });
    afterEach(() => exporter.reset());

    for (const kind of storesUnderTest())
      it(`go from the turn through the commit to each effect and call, across a restart, on ${kind.name}`, async () => {
        const world = await World.open(kind);
        const marketing = await world.addGroup({ name: 'Marketing', owners: ['olga'], justification: 'off' });
        const { ann, olga } = world.people;
        await ann.says('join Marketing because I draw the posters');
        await olga.sees('Ann Archer wants to join');
        await world.settles();
        const asked = turnOf('joinGroup');
        const names = spansOf(asked.spanContext().traceId).map(({ name }) => name);
        for (const name of ['turn', 'commit', 'channel', 'effect.showApprover', 'effect.recordEvent'])
          assert.ok(names.includes(name), `${name} is missing: ${names.join(', ')}`);
        const reference = asked.attributes['concierge.reference'];
        for (const { name, attributes } of spansOf(asked.spanContext().traceId))
          if (name.startsWith('effect.')) assert.equal(attributes['concierge.reference'], reference, name);
        // What is due later keeps it in the record, and another process goes on with it.
        const [request] = await world.requests();
        const timer = request?.effects.find((effect: Effect) => effect.kind === 'expireRequest');
        assert.equal(timer?.origin?.reference, reference);
        await world.app.close();
        await world.start();
        await world.passes(15 * 86_400_000);
        const later = spansOf(asked.spanContext().traceId).map(({ name }) => name);
        assert.ok(later.includes('effect.expireRequest'), later.join(', '));
        assert.ok(later.includes('effect.showRequester'), 'what follows from an effect belongs to it');
        assert.equal(await world.isMember('ann', marketing), false);
        await world.close();
      });

    it('hold neither people nor groups nor what anybody wrote', async () => {
      const world = await World.open(storesUnderTest()[0] ?? assert.fail('no store'));
      await world.addGroup({ name: 'Marketing', owners: ['olga'], justification: 'off' });
      const { ann, olga } = world.people;
      await ann.says('join Marketing because I draw the posters');
      await olga.sees('Ann Archer wants to join');
      await olga.clicks('Deny', { justification: 'The project is over' });
      await world.settles();
      const said = JSON.stringify(
        exporter.getFinishedSpans().map(({ name, attributes, status }) => [name, attributes, status]),
      );
      for (const secret of ['Ann', 'Olga', 'Marketing', 'posters', 'project', ann.id, olga.id, world.tenantId])
        assert.ok(!said.includes(secret), secret);
      await world.close();
    });

    it('tell that a turn, an effect or a call went wrong, and not in whose words', async () => {
      const tracing = createTracing();
      await assert.rejects(tracing.turn('R1', () => Promise.reject(new RangeError('Ann Archer'))));
      await assert.rejects(tracing.effect({ kind: 'tell' }, () => Promise.reject(new RangeError('Ann Archer'))));
      tracing.call('channel', {})('429');
      assert.deepEqual(
        exporter.getFinishedSpans().map(({ name, status }) => [name, status.message]),
        [
          ['turn', 'RangeError'],
          ['effect.tell', 'RangeError'],
          ['channel', '429'],
        ],
      );
    });
  });
});
