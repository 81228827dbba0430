// What `ownome_*` says of policies, offers and grants, against what polkadot.js sends and reads.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Keyring } from '@polkadot/api';
import { u8aConcat } from '@polkadot/util';
import { admit, profileOf } from './support/consortium.js';
import { startNode } from './support/node.js';
import { inBlock, theEvent } from './support/wait.js';

const DATA = 10n ** 18n;
const DAY = 86_400_000;
const keyring = new Keyring({ type: 'sr25519', ss58Format: 42 });
const account = (name) => keyring.addFromUri(`//${name}`);
const [alice, bob, charlie, dave, ferdie] = ['Alice', 'Bob', 'Charlie', 'Dave', 'Ferdie'].map(account);

// One purpose, in the form of the chain and in that of JSON-RPC.
const PURPOSE = {
	kind: 'Disease',
	disease: 5148,
	forProfit: false,
	notForProfitOrganisation: true,
	country: 'GB',
	months: 1,
	sensitive: [],
};
const PURPOSE_JSON = {
	kind: 'disease',
	disease: 'MONDO:0005148',
	for_profit: false,
	not_for_profit_organisation: true,
	country: 'GB',
	months: 1,
	sensitive: [],
};
const TERMS = {
	purpose: PURPOSE,
	scope: { Regions: [{ contig: 'chr1', start: 99, end: 200 }, { contig: 'chr2', start: 0, end: 1 }] },
	period: 30 * DAY,
	price: 0,
	upfront: 25,
	accesses: 9,
};
const SCOPE_JSON = { regions: ['chr1:100-200', 'chr2:1-1'] };
const TERMS_JSON = { purpose: PURPOSE_JSON, scope: SCOPE_JSON, period: 30 * DAY, price: '0', upfront: 25, accesses: 9 };

let node;
let api;
let ask;
let dataset;

// BLAKE2b-256 of the domain and the bytes of a value.
const hashOf = (domain, value) => api.registry.hash(u8aConcat(new TextEncoder().encode(domain), value.toU8a())).toHex();
const digest = (byte) => new Uint8Array(32).fill(byte);

before(async () => {
	node = await startNode('--dev', '--tmp');
	({ api } = node);
	ask = (method, ...params) => node.request(`ownome_${method}`, ...params);

	for (const [who, role] of [[charlie, 'Custodian'], [dave, 'Requester']]) {
		await inBlock(api, api.tx.consortium.apply([role], digest(1), digest(2), profileOf(`${role}-1`)), who);
		await inBlock(api, api.tx.sudo.sudo(await admit(api, who)), alice);
	}
	const register = api.tx.dataRegistry.register({ seal: digest(7), format: 'Vcf', custodian: charlie.address, attester: null });
	dataset = theEvent((await inBlock(api, register, ferdie)).events, 'dataRegistry', 'Registered').data.datasetId.toNumber();
});

after(() => node?.stop());

test('a policy is told in the terms of the ontology, and answers as it says', async () => {
	const clause = {
		duo: {
			permission: { Disease: [5148] },
			modifiers: [{ Geography: ['GB', 'SE'] }, { Moratorium: 20_849 }, { TimeLimit: 12 }, 'NotForProfit'],
		},
		longestPeriod: 60 * DAY,
		ask: 2n * DATA,
		standing: true,
		ethics: false,
	};
	const target = { AllOf: ferdie.address };
	const call = api.tx.consent.setPolicy(target, { clauses: [clause] });
	await inBlock(api, call, ferdie);

	const stored = (await api.call.consentApi.policy(target)).unwrap();
	const policy = {
		hash: hashOf('ownome/policy/1', stored),
		clauses: [
			{
				permission: 'DUO:0000007',
				disease: ['MONDO:0005148'],
				modifiers: [
					{ code: 'DUO:0000022', value: ['GB', 'SE'] },
					{ code: 'DUO:0000024', value: '2027-01-31' },
					{ code: 'DUO:0000025', value: 12 },
					{ code: 'DUO:0000045' },
				],
				longestPeriod: 60 * DAY,
				ask: (2n * DATA).toString(),
				standing: true,
				ethics: false,
			},
		],
	};
	assert.deepEqual(await ask('policy', { allOf: ferdie.address }), policy);
	assert.deepEqual(await ask('policyFor', dataset), { target: { allOf: ferdie.address }, policy });
	assert.equal(await ask('policy', { dataset }), null);

	const silent = { ...PURPOSE_JSON, will_publish: false };
	const answer = (terms) => ask('answer', dataset, dave.address, { ...TERMS_JSON, purpose: silent, ...terms });
	assert.deepEqual(await answer({ price: (2n * DATA).toString() }), { answer: 'consent', clause: 0 });
	assert.deepEqual(await answer({ price: (2n * DATA - 1n).toString() }), { answer: 'ask', ethics: false });
	assert.deepEqual(await answer({ period: 61 * DAY }), { answer: 'tooLong' });
	assert.deepEqual(await answer({ purpose: { ...silent, country: 'US' } }), { answer: 'deny' });
	assert.equal(await ask('answer', dataset + 1, dave.address, TERMS_JSON), null);
});

test('an offer is told with the hash by which the owner agrees to it', async () => {
	const { events } = await inBlock(api, api.tx.consent.offer(dataset, TERMS, []), dave);
	const id = theEvent(events, 'consent', 'Offered').data.proposalId.toNumber();
	assert.deepEqual(await ask('proposalsOfOwner', ferdie.address), [id]);
	assert.deepEqual(await ask('proposalsOfRequester', dave.address), [id]);

	const proposal = await ask('proposal', id);
	assert.deepEqual(proposal.terms, TERMS_JSON);
	assert.deepEqual(
		[proposal.id, proposal.dataset, proposal.owner, proposal.requester, proposal.turn, proposal.ethics],
		[id, dataset, ferdie.address, dave.address, 'owner', { status: 'notNeeded' }],
	);
	const approved = await inBlock(api, api.tx.consent.approve(id, proposal.termsHash), ferdie);
	theEvent(approved.events, 'consent', 'Granted');
	assert.equal(await ask('proposal', id), null);
});

test('a grant is told with all that became of it', async () => {
	const [id] = await ask('grantsOfDataset', dataset);
	for (const grants of [
		await ask('grantsOf', dataset, dave.address),
		await ask('grantsOfOwner', ferdie.address),
		await ask('grantsOfGrantee', dave.address),
	]) {
		assert.deepEqual(grants, [id]);
	}
	const access = (at, what) => ask('checkAccess', dataset, dave.address, at, what);
	assert.deepEqual(await access(null, SCOPE_JSON), { permitted: false, reason: 'notDelivered', grant: id });

	await inBlock(api, api.tx.consent.deliver(id, digest(3)), ferdie);
	await inBlock(api, api.tx.consent.confirm(id), dave);
	await inBlock(api, api.tx.consent.recordAccess(id, digest(4)), charlie);
	await inBlock(api, api.tx.consent.recordAccesses(id, digest(5), 2), charlie);

	const grant = await ask('grant', id);
	assert.deepEqual([grant.terms, grant.basis, grant.accesses], [TERMS_JSON, { kind: 'owner', by: ferdie.address }, 3]);
	assert.equal(grant.delivery.verdict.status, 'confirmed');
	assert.equal((await ask('grantMoney', id)).price, '0');

	const permitted = { permitted: true, grant: id, until: grant.expiresAt };
	const outOfScope = { permitted: false, reason: 'outOfScope', grant: id };
	assert.deepEqual(await access(null, SCOPE_JSON), permitted);
	for (const [region, expected] of [
		['chr1:100-200', permitted],
		['chr1:99-200', outOfScope],
		['chr1:100-201', outOfScope],
		['chr2:1-1', permitted],
		['chr2:1-2', outOfScope],
	]) {
		assert.deepEqual(await access(null, { regions: [region] }), expected, region);
	}
	assert.deepEqual(await access(), outOfScope, 'without a scope it is the whole dataset');

	const receipts = await ask('receipts', id);
	const hex = (byte) => api.registry.createType('H256', digest(byte)).toHex();
	assert.deepEqual(
		receipts.map(({ number, custodian, evidence }) => [number, custodian, evidence]),
		[
			[0, charlie.address, { kind: 'record', hash: hex(4) }],
			[1, charlie.address, { kind: 'batch', root: hex(5), count: 2 }],
		],
	);
	assert.deepEqual(await ask('receipts', id, 0), receipts.slice(1));

	await inBlock(api, api.tx.consent.revoke(id), ferdie);
	const { ended } = await ask('grant', id);
	assert.equal(ended.cause, 'revoked');
	assert.deepEqual(await access(null, SCOPE_JSON), { permitted: false, reason: 'revoked', grant: id, at: ended.at });
	assert.equal((await access(ended.at - 1, SCOPE_JSON)).permitted, true, 'the past stays');

	const trail = await ask('auditTrail', dataset);
	assert.deepEqual(
		trail.map(({ by, act }) => [by, act]),
		[
			[ferdie.address, { kind: 'granted', grant: id }],
			[ferdie.address, { kind: 'delivered', grant: id }],
			[dave.address, { kind: 'confirmed', grant: id }],
			[charlie.address, { kind: 'accessed', grant: id, receipt: 0, count: 1 }],
			[charlie.address, { kind: 'accessed', grant: id, receipt: 1, count: 2 }],
			[ferdie.address, { kind: 'ended', grant: id, at: ended.at, cause: 'revoked' }],
		],
	);
	assert.deepEqual(await ask('auditTrail', dataset, trail[1].number, 1), [trail[2]]);
});

test('what nobody set is told as nothing', async () => {
	assert.deepEqual(await ask('refusals', bob.address), { offers: false, emergencies: false });
	assert.deepEqual(await ask('disputes', bob.address), { raised: 0, dismissed: 0, undecided: 0 });
	assert.deepEqual(await ask('ontology'), { current: null, next: null });
	assert.equal(await ask('grant', 99), null);
	assert.deepEqual(await ask('auditTrail', 99), []);
});

test('a wrong parameter is told in a sentence', async () => {
	const wrong = ask('checkAccess', dataset, 'Dave');
	await assert.rejects(wrong, (error) => error.code === -32602 && error.data.startsWith("use the address of an account as wallets show it, not 'Dave'"));
});
