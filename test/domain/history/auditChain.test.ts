import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { AuditEntry, AuditEvent } from '../../../src/domain/history/audit.js';
import {
  canonicalJson,
  eraseReason,
  genesisHash,
  linkEvent,
  verifyChain,
} from '../../../src/domain/history/auditChain.js';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const event = (id: string, given: Partial<AuditEvent> = {}): AuditEvent => ({
  id,
  kind: 'requestDenied',
  at: 1_700_000_000_000,
  groupId: 'g',
  subjectId: 'p',
  reason: 'full',
  ...given,
});

function chainOf(count: number): AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (let index = 0; index < count; index += 1)
    entries.push(linkEvent(entries.at(-1), 'contoso', event(`e${index}`), sha256));
  return entries;
}

describe('canonicalJson', () => {
  it('spells equal values alike, whatever the order of their fields', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        assert.equal(canonicalJson(turned), canonicalJson(value));
        assert.deepEqual(JSON.parse(canonicalJson(value)), JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('leaves out what is undefined, as a store does', () => {
    assert.equal(canonicalJson({ b: undefined, a: [undefined, 1] }), '{"a":[null,1]}');
  });
});

describe('verifyChain', () => {
  it('F66: holds what was linked, as a whole and in pieces', () => {
    const entries = chainOf(6);
    assert.equal(entries[0]?.previousHash, genesisHash);
    assert.equal(entries[5]?.key, 'contoso/000000000006');
    assert.ok(verifyChain(entries, sha256).ok);
    const first = verifyChain(entries.slice(0, 3), sha256);
    assert.ok(first.ok && first.last);
    assert.ok(verifyChain(entries.slice(3), sha256, first.last).ok);
    assert.deepEqual(verifyChain([], sha256), { ok: true });
  });

  it('F69: holds without reasons that were erased, those of earlier versions too, and keeps nothing to try them by', () => {
    for (const salt of [{ reasonSalt: 'nobody guesses this' }, {}]) {
      const entries: AuditEntry[] = [];
      for (const id of ['a', 'b', 'c']) entries.push(linkEvent(entries.at(-1), 'contoso', event(id, salt), sha256));
      const erased = entries.map((entry) => eraseReason(entry, sha256));
      assert.ok(verifyChain(erased, sha256).ok);
      assert.ok(verifyChain(entries.with(1, erased[1] as AuditEntry), sha256).ok);
      assert.doesNotMatch(JSON.stringify(erased), /full|nobody guesses/);
      assert.deepEqual(eraseReason(erased[0] as AuditEntry, sha256), erased[0], 'once more is the same');
      const { reasonDigest: _, ...without } = (erased[1] as AuditEntry).event;
      const forged = entries.with(1, { ...(erased[1] as AuditEntry), event: without });
      assert.deepEqual(verifyChain(forged, sha256), { ok: false, sequence: 2, problem: 'content' });
      const other = entries.with(1, { ...(entries[1] as AuditEntry), event: event('b', { ...salt, reason: 'other' }) });
      assert.deepEqual(verifyChain(other, sha256), { ok: false, sequence: 2, problem: 'content' });
    }
  });

  it('F66: finds any changed field of any entry', () => {
    const entries = chainOf(4);
    const changes: ((entry: AuditEntry) => AuditEntry)[] = [
      (entry) => ({ ...entry, event: { ...entry.event, at: entry.event.at + 1 } }),
      (entry) => ({ ...entry, event: { ...entry.event, reason: 'because' } }),
      (entry) => ({ ...entry, event: { ...entry.event, actorId: 'mallory' } }),
      (entry) => ({ ...entry, event: { ...entry.event, kind: 'requestApproved' } }),
      (entry) => ({ ...entry, tenantId: 'fabrikam' }),
      (entry) => ({ ...entry, eventKey: 'contoso/other' }),
      (entry) => ({ ...entry, hash: genesisHash }),
      (entry) => ({ ...entry, previousHash: sha256('x') }),
      (entry) => ({ ...entry, sequence: entry.sequence + 1 }),
      (entry) => ({ ...entry, key: 'contoso/000000000099' }),
    ];
    for (const [which, change] of changes.entries()) {
      for (let index = 0; index < entries.length; index += 1) {
        const tampered = entries.map((entry, at) => (at === index ? change(entry) : entry));
        const result = verifyChain(tampered, sha256);
        assert.equal(result.ok, false, `change ${which} of entry ${index + 1} was not seen`);
        assert.ok(!result.ok && result.sequence === index + 1);
      }
    }
  });

  it('F66: finds what was taken out, doubled or put in another order', () => {
    const entries = chainOf(5);
    const [a, b, c, d, e] = entries as [AuditEntry, AuditEntry, AuditEntry, AuditEntry, AuditEntry];
    for (const broken of [
      [a, c, d, e],
      [b, c],
      [a, b, b, c],
      [a, c, b, d],
    ])
      assert.equal(verifyChain(broken, sha256).ok, false);
  });

  it('F66: finds an entry that was recomputed with all its hashes, by the one behind it', () => {
    const [a, b, c] = chainOf(3) as [AuditEntry, AuditEntry, AuditEntry];
    const forged = linkEvent(a, 'contoso', event('e1', { actorId: 'mallory' }), sha256);
    assert.deepEqual(verifyChain([a, forged, c], sha256), { ok: false, sequence: 3, problem: 'link' });
    assert.ok(verifyChain([a, b, c], sha256).ok);
  });
});
