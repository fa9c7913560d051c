import type { TableOf } from '../../domain/table.js';
import type { Voice } from '../../messages/voice.js';
import type { List, Row } from '../parts/listCard.js';
import { button } from '../parts/parts.js';
import type { ButtonData } from '../parts/parts.js';

/** Who stands in for whom, as a list. */
export function delegationsTable({ given, received }: TableOf<'delegations'>, { say, f }: Voice): List {
  const text = say.tables.delegations;
  const row =
    (badge: string) =>
    ({ person, until, group }: (typeof given)[number]): Row => ({
      title: person.name,
      badge,
      about: [text.scope(group), text.until(until, f)],
      buttons: [],
    });
  const stop: ButtonData[] = given.length > 0 ? [button(text.stop, 'endDelegations')] : [];
  return {
    summary: text.heading,
    heading: text.heading,
    sentences: [given.length + received.length === 0 ? text.none : undefined],
    rows: [...given.map(row(text.given)), ...received.map(row(text.received))].slice(0, 15),
    buttons: stop,
    typed: [...(given.length > 0 ? ['stop delegating'] : []), 'delegate to … until Friday'],
  };
}
