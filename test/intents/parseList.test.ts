import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { parseGroupList, parsePeopleList } from '../../src/intents/parseList.js';

const id = '8a7b6c5d-1111-4222-8333-944455556666';

describe('a pasted list of people (S32, F63)', () => {
  const rows: readonly (readonly [string, string, unknown])[] = [
    [
      'lines',
      'Ann Archer\nBen Okafor',
      [{ target: { by: 'name', name: 'Ann Archer' } }, { target: { by: 'name', name: 'Ben Okafor' } }],
    ],
    [
      'commas and semicolons',
      'Ann Archer, Ben Okafor; cleo@contoso.example',
      [
        { target: { by: 'name', name: 'Ann Archer' } },
        { target: { by: 'name', name: 'Ben Okafor' } },
        { target: { by: 'address', email: 'cleo@contoso.example' } },
      ],
    ],
    [
      'bullets and numbers',
      '- Ann Archer\n2. Ben Okafor\n• Cleo',
      [
        { target: { by: 'name', name: 'Ann Archer' } },
        { target: { by: 'name', name: 'Ben Okafor' } },
        { target: { by: 'name', name: 'Cleo' } },
      ],
    ],
    [
      'a name with its address is one person',
      'Ann Archer, Ann@Contoso.Example',
      [{ target: { by: 'address', email: 'ann@contoso.example' } }],
    ],
    [
      'two addresses are two',
      'a@contoso.example, b@contoso.example',
      [
        { target: { by: 'address', email: 'a@contoso.example' } },
        { target: { by: 'address', email: 'b@contoso.example' } },
      ],
    ],
    ['a name in quotation marks keeps its comma', '"Archer, Ann"', [{ target: { by: 'name', name: 'Archer, Ann' } }]],
    [
      'an id counts before everything',
      `Ann Archer,${id},ann@contoso.example`,
      [{ target: { by: 'id', personId: id }, known: { id, name: 'Ann Archer', email: 'ann@contoso.example' } }],
    ],
    [
      'headings say what is what',
      `userPrincipalName,displayName,id\nann@contoso.example,Ann Archer,${id.toUpperCase()}\nben@contoso.example,Ben Okafor,`,
      [
        { target: { by: 'id', personId: id }, known: { id, name: 'Ann Archer', email: 'ann@contoso.example' } },
        { target: { by: 'address', email: 'ben@contoso.example' } },
      ],
    ],
    ['empty lines and cells are nothing', '\n,,\n ; ;Ann Archer,\n', [{ target: { by: 'name', name: 'Ann Archer' } }]],
    ['nothing', ' ', []],
    ['a quotation mark without an end', '"Ann Archer', undefined],
  ];
  for (const [name, list, expected] of rows) it(name, () => assert.deepEqual(parsePeopleList(list), expected));
});

describe('a pasted list of groups (F63)', () => {
  const rows: readonly (readonly [string, string, unknown])[] = [
    [
      'name, kind, origin and owners',
      'Finance Reviewers, security, PowerShell, Olga Berg & omar@contoso.example',
      [
        {
          name: 'Finance Reviewers',
          groupType: 'security',
          origin: 'powershell',
          owners: [
            { by: 'name', name: 'Olga Berg' },
            { by: 'address', email: 'omar@contoso.example' },
          ],
        },
      ],
    ],
    [
      'owners in cells of their own',
      'Newsroom, m365, Olga Berg, Omar Haddad',
      [
        {
          name: 'Newsroom',
          groupType: 'm365',
          owners: [
            { by: 'name', name: 'Olga Berg' },
            { by: 'name', name: 'Omar Haddad' },
          ],
        },
      ],
    ],
    ['a name alone', 'Mystery', [{ name: 'Mystery', owners: [] }]],
    ['a group whose name is a kind', 'Security, security', [{ name: 'Security', groupType: 'security', owners: [] }]],
    [
      'kinds that self-service refuses',
      'News, distribution list; Alerts, mail-enabled security; All, dynamic; Staff, synced; Keys, role-assignable',
      [
        { name: 'News', groupType: 'm365', unsupportedKind: 'distributionList', owners: [] },
        { name: 'Alerts', groupType: 'security', unsupportedKind: 'mailEnabledSecurity', owners: [] },
        { name: 'All', groupType: 'security', unsupportedKind: 'dynamic', owners: [] },
        { name: 'Staff', groupType: 'security', unsupportedKind: 'onPremSynced', owners: [] },
        { name: 'Keys', groupType: 'security', unsupportedKind: 'roleAssignable', owners: [] },
      ],
    ],
    [
      'an export from Entra',
      `id,displayName,groupType,membershipType,source,mailEnabled,securityEnabled\n${id},Lists,,Assigned,Cloud,true,false\n,Mailed,Security,Assigned,Cloud,TRUE,TRUE\n,Unified,Microsoft 365,Assigned,Cloud,true,false`,
      [
        { name: 'Lists', id, unsupportedKind: 'distributionList', owners: [] },
        { name: 'Mailed', groupType: 'security', unsupportedKind: 'mailEnabledSecurity', owners: [] },
        { name: 'Unified', groupType: 'm365', owners: [] },
      ],
    ],
  ];
  for (const [name, list, expected] of rows) it(name, () => assert.deepEqual(parseGroupList(list), expected));

  it('no list makes it throw', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.constantFrom('"', ';', ',', '\n', 'security', 'id', 'name', 'owners', id, '=1+1'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        for (const parse of [parsePeopleList, parseGroupList]) parse(pieces.join(''));
      }),
    );
  });
});
