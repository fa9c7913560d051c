import { parse } from 'csv-parse/sync';
import { parsePerson, type PersonTarget } from './parsePerson.js';
import { given } from '../domain/given.js';
import type { Group } from '../domain/groups/group.js';
import type { GroupType, UnsupportedKind } from '../domain/terms.js';

/** A person on a pasted list; `known` is what the line itself says of somebody with an Entra object id. */
export interface PersonLine {
  readonly target: PersonTarget;
  readonly known?: { readonly id: string; readonly name?: string; readonly email?: string };
}

/** A group on a pasted list, as far as the line says what it is. */
export interface GroupLine {
  readonly name: string;
  /** Its Entra object id. */
  readonly id?: string;
  readonly description?: string;
  readonly groupType?: GroupType;
  readonly unsupportedKind?: UnsupportedKind;
  readonly origin?: Group['origin'];
  readonly owners: readonly PersonTarget[];
}

type Column =
  | 'id'
  | 'name'
  | 'email'
  | 'kind'
  | 'origin'
  | 'owners'
  | 'description'
  | 'membership'
  | 'source'
  | 'synced'
  | 'roleAssignable'
  | 'mailEnabled'
  | 'securityEnabled'
  | 'unused';
type Cells = { readonly [C in Column]?: string };

const columns: readonly (readonly [RegExp, Column])[] = [
  [/^(?:(?:entra |aad |azure ad )?object ?id|id|user ?id|group ?id)$/i, 'id'],
  [/^(?:name|display ?name|full ?name|group ?name|person|user|member|group)$/i, 'name'],
  [/^(?:e-?mail|mail|address|e-?mail address|user ?principal ?name|upn)$/i, 'email'],
  [/^(?:kind|type|group ?types?)$/i, 'kind'],
  [/^(?:origin|created (?:in|with|by)|created ?in)$/i, 'origin'],
  [/^owners?$/i, 'owners'],
  [/^description$/i, 'description'],
  [/^membership ?type$/i, 'membership'],
  [/^source$/i, 'source'],
  [/^on ?premises ?sync ?enabled$/i, 'synced'],
  [/^is ?assignable ?to ?role$/i, 'roleAssignable'],
  [/^mail ?enabled$/i, 'mailEnabled'],
  [/^security ?enabled$/i, 'securityEnabled'],
  // What else stands above columns that people keep, and that is used for nothing here.
  [
    /^(?:until|ends?|end ?date|last ?day|expir(?:es|y|ation)(?: ?date)?|since|start ?date|role|phone|mobile|department|title|job ?title|company|office|location|comment|notes?)$/i,
    'unused',
  ],
];

const objectId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const email = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;
const bullet = /^(?:[-*•]|\d{1,3}[.)])\s+/;

/** People, one to a line or with commas in between; of a line with an address or an id, the whole is one person. `undefined` if the list cannot be read. */
export function parsePeopleList(list: string): PersonLine[] | undefined {
  const table = toTable(list);
  return (
    table &&
    table.rows
      .flatMap((row) => (table.header ? [toPerson(cellsOf(row, table.header))] : toPeople(row)))
      .filter((line) => line !== undefined)
  );
}

/** The headings of a list of people that nothing is made of, as they stand there. */
export function findUnusedHeadings(list: string): string[] {
  const { header = [], headings = [] }: Partial<ListTable> = toTable(list) ?? {};
  return headings.filter((heading, index) => heading !== '' && !isUsed(header[index]));
}

function isUsed(column: Column | undefined): boolean {
  return column === 'id' || column === 'name' || column === 'email';
}

/** Groups, one to a line: name, kind, where it was made, owners; or under the headings of an export from Entra. `undefined` if the list cannot be read. */
export function parseGroupList(list: string): GroupLine[] | undefined {
  const table = toTable(list);
  return table && table.rows.map((row) => toGroup(table.header ? cellsOf(row, table.header) : guessCells(row)));
}

interface ListTable {
  readonly header?: readonly (Column | undefined)[];
  /** The same as they stand there. */
  readonly headings?: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function toTable(list: string): ListTable | undefined {
  let rows: string[][];
  try {
    rows = parse(list, {
      record_delimiter: [';', '\r\n', '\n'],
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      bom: true,
    });
  } catch {
    // A quotation mark that never ends, for example.
    return undefined;
  }
  const filled = rows
    .map(([first = '', ...rest]) => [first.replace(bullet, ''), ...rest])
    .filter((row) => row.some((cell) => cell !== ''));
  const header = filled[0]?.map((cell) => columns.find(([pattern]) => pattern.test(cell))?.[1]);
  const isHeader = header !== undefined && header.filter((column) => column !== undefined).length * 2 > header.length;
  return isHeader ? { header, headings: filled[0] ?? [], rows: filled.slice(1) } : { rows: filled };
}

function cellsOf(row: readonly string[], header: readonly (Column | undefined)[]): Cells {
  return Object.fromEntries(
    row.flatMap((cell, index) => (header[index] && cell !== '' ? [[header[index], cell]] : [])),
  );
}

function toPeople(row: readonly string[]): (PersonLine | undefined)[] {
  const filled = row.filter((cell) => cell !== '');
  const isOne =
    filled.some((cell) => objectId.test(cell)) ||
    (filled.filter((cell) => email.test(cell)).length === 1 && filled.length === 2);
  if (!isOne) return filled.map((cell) => toLine(parsePerson(cell)));
  const pick = (test: (cell: string) => boolean): string | undefined => filled.find(test);
  const [id, address, name] = [
    pick((cell) => objectId.test(cell)),
    pick((cell) => email.test(cell)),
    pick((cell) => !objectId.test(cell) && !email.test(cell)),
  ];
  return [toPerson(given({ id: id || undefined, email: address || undefined, name: name || undefined }))];
}

function toPerson({ id, email: address, name }: Cells): PersonLine | undefined {
  if (id !== undefined && objectId.test(id))
    return {
      target: { by: 'id', personId: id.toLowerCase() },
      known: {
        id: id.toLowerCase(),
        ...given({ name: name || undefined }),
        ...(address ? { email: address.toLowerCase() } : {}),
      },
    };
  return toLine(parsePerson(address ?? '') ?? parsePerson(name ?? ''));
}

function toLine(target: PersonTarget | undefined): PersonLine | undefined {
  return target && { target };
}

/** What each cell of a line without headings is, by what it looks like; the first that is nothing else is the name. */
function guessCells(row: readonly string[]): Cells {
  const cells: { [C in Column]?: string } = {};
  for (const cell of row.filter((one) => one !== '')) {
    const column: Column = objectId.test(cell)
      ? 'id'
      : cells.name === undefined
        ? 'name'
        : cells.kind === undefined && kindOf(cell)
          ? 'kind'
          : cells.origin === undefined && originOf(cell)
            ? 'origin'
            : 'owners';
    cells[column] = column === 'owners' && cells.owners ? `${cells.owners} & ${cell}` : cell;
  }
  return cells;
}

function toGroup({ id, name = '', description, kind = '', origin = '', owners = '', ...marks }: Cells): GroupLine {
  const madeIn = originOf(origin);
  const people = owners
    .replace(/^owners?:?\s+/i, '')
    .split(/\s*(?:[&+|/,]|\band\b)\s*/i)
    .map((part) => parsePerson(part))
    .filter((person) => person !== undefined);
  return {
    name,
    ...(id && objectId.test(id) ? { id: id.toLowerCase() } : {}),
    ...given({ description: description || undefined }),
    ...(kindOf(kind) ?? {}),
    ...markedKind(marks, kind),
    ...given({ origin: madeIn }),
    owners: people,
  };
}

/** What the other columns of an export from Entra say against self-service. */
function markedKind(
  { membership = '', source = '', synced = '', roleAssignable = '', mailEnabled = '', securityEnabled = '' }: Cells,
  kind: string,
): { readonly unsupportedKind?: UnsupportedKind } {
  const isTrue = (cell: string): boolean => /^(?:true|yes)$/i.test(cell);
  if (/dynamic/i.test(membership)) return { unsupportedKind: 'dynamic' };
  if (isTrue(synced) || /windows server|on-?prem/i.test(source)) return { unsupportedKind: 'onPremSynced' };
  if (isTrue(roleAssignable)) return { unsupportedKind: 'roleAssignable' };
  const isUnified = kindOf(kind)?.groupType === 'm365';
  return isTrue(mailEnabled) && !isUnified
    ? { unsupportedKind: isTrue(securityEnabled) ? 'mailEnabledSecurity' : 'distributionList' }
    : {};
}

function kindOf(
  cell: string,
): { readonly groupType: GroupType; readonly unsupportedKind?: UnsupportedKind } | undefined {
  if (/^distribution/i.test(cell)) return { groupType: 'm365', unsupportedKind: 'distributionList' };
  if (/^mail-? ?enabled/i.test(cell)) return { groupType: 'security', unsupportedKind: 'mailEnabledSecurity' };
  if (/^dynamic/i.test(cell)) return { groupType: /365/.test(cell) ? 'm365' : 'security', unsupportedKind: 'dynamic' };
  if (/^(?:on-?prem|synced)/i.test(cell)) return { groupType: 'security', unsupportedKind: 'onPremSynced' };
  if (/^role-? ?assignable/i.test(cell)) return { groupType: 'security', unsupportedKind: 'roleAssignable' };
  if (/^(?:microsoft ?365|m365|office ?365|o365|unified)(?: group)?$/i.test(cell)) return { groupType: 'm365' };
  return /^security(?: group)?$/i.test(cell) ? { groupType: 'security' } : undefined;
}

function originOf(cell: string): Group['origin'] | undefined {
  if (/^(?:(?:azure|entra|admin) )?(?:portal|admin cent(?:er|re))$/i.test(cell)) return 'portal';
  if (/^(?:(?:azure ad |entra )?powershell|script)$/i.test(cell)) return 'powershell';
  return /^(?:self-? ?service|access panel|my groups)$/i.test(cell) ? 'selfService' : undefined;
}
