// The published behaviours of OpenZeppelin's ERC-20 (base, burnable, capped, permit), on a real node through polkadot.js.
// docs/guide/data-token.md says which of them cannot apply here, and why.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Keyring } from '@polkadot/api';
import { u8aConcat, u8aWrapBytes } from '@polkadot/util';
import { encodeAddress, keccakAsU8a } from '@polkadot/util-crypto';
import { admit, profileOf } from './support/consortium.js';
import { startNode } from './support/node.js';
import { errorName, inBlock, theEvent } from './support/wait.js';

const DATA = 10n ** 18n;
const CAP = 3_000_000_000n * DATA;
const INFINITE = 2n ** 128n - 1n;
const FOREVER = 2n ** 53n - 1n;
const ZERO = new Uint8Array(32);

const keyring = new Keyring({ type: 'sr25519', ss58Format: 42 });
const account = (name) => keyring.addFromUri(`//${name}`);
const [alice, bob, charlie, dave, eve, ferdie] = ['Alice', 'Bob', 'Charlie', 'Dave', 'Eve', 'Ferdie'].map(account);

let node;
let api;
let token;

before(async () => {
	node = await startNode('--dev', '--tmp');
	({ api } = node);
	token = api.tx.dataToken;
});

after(() => node?.stop());

const balanceOf = async (who) => {
	const { free, held } = await api.call.dataTokenApi.balance(who.address ?? who);
	return free.toBigInt() + held.toBigInt();
};
const allowance = async (owner, spender) => (await api.call.dataTokenApi.allowance(owner.address, spender.address)).toBigInt();
const totalSupply = async () => (await api.call.dataTokenApi.token()).totalSupply.toBigInt();

// An event of the token with its fields by name.
const fields = ({ method, data }) => ({ event: method, ...Object.fromEntries(data.names.map((name) => [name, data[name].toJSON()])) });

// Plays `calls` in one transaction, each for itself, and gives for each its error, if any, and the token's events.
async function play(signer, ...calls) {
	const { events } = await inBlock(api, api.tx.utility.forceBatch(calls), signer);
	const outcomes = [];
	let seen = [];
	for (const event of events) {
		const { section, method, data } = event;
		if (section === 'dataToken') seen.push(fields(event));
		if (section !== 'utility' || !['ItemCompleted', 'ItemFailed'].includes(method)) continue;
		outcomes.push({ error: method === 'ItemFailed' ? errorName(api, data.error) : null, events: seen });
		seen = [];
	}
	assert.equal(outcomes.length, calls.length);
	return outcomes;
}

const big = (value) => BigInt(value);
const addressOf = (who) => who?.address ?? null;

function isTransfer(outcome, from, to, value) {
	assert.equal(outcome.error, null);
	assert.equal(outcome.events.length, 1, 'one event, and no Approval');
	const [{ event, ...data }] = outcome.events;
	assert.deepEqual([event, data.from, data.to, big(data.value)], ['Transfer', addressOf(from), addressOf(to), value]);
}

function isApproval(outcome, owner, spender, value) {
	assert.equal(outcome.error, null);
	assert.equal(outcome.events.length, 1);
	const [{ event, ...data }] = outcome.events;
	assert.deepEqual([event, data.owner, data.spender, big(data.value)], ['Approval', owner.address, spender.address, value]);
}

function isRefused(outcome, error) {
	assert.deepEqual(outcome, { error: `dataToken.${error}`, events: [] });
}

test('a wallet shows both coins with their symbols and decimals', async () => {
	assert.deepEqual(api.registry.chainTokens, ['OWN', 'DATA']);
	assert.deepEqual(api.registry.chainDecimals, [12, 18]);
	const properties = await node.request('system_properties');
	assert.deepEqual(properties, { ss58Format: 42, tokenSymbol: ['OWN', 'DATA'], tokenDecimals: [12, 18] });
});

test('name, symbol, decimals, cap and total supply are told by the runtime API and by JSON-RPC', async () => {
	const info = await api.call.dataTokenApi.token();
	assert.deepEqual(
		[info.name.toString(), info.symbol.toString(), info.decimals.toNumber(), info.cap.toBigInt()],
		['Ownome Data Token', 'DATA', 18, CAP],
	);
	assert.ok(info.totalSupply.toBigInt() > 0n);
	assert.deepEqual(await node.request('ownome_token'), {
		name: 'Ownome Data Token',
		symbol: 'DATA',
		decimals: 18,
		cap: CAP.toString(),
		totalSupply: info.totalSupply.toBigInt().toString(),
	});
});

test('an account without tokens has a balance of zero', async () => {
	assert.equal(await balanceOf(account('Nobody')), 0n);
});

test('transfer', async () => {
	const [had, receiverHad] = [await balanceOf(bob), await balanceOf(charlie)];
	const outcomes = await play(
		bob,
		token.transfer(charlie.address, 5n * DATA),
		token.transfer(charlie.address, 0),
		token.transfer(bob.address, DATA),
		token.transfer(charlie.address, had),
		token.transfer(ZERO, DATA),
		token.transfer(ZERO, 0),
	);
	isTransfer(outcomes[0], bob, charlie, 5n * DATA);
	isTransfer(outcomes[1], bob, charlie, 0n);
	isTransfer(outcomes[2], bob, bob, DATA);
	isRefused(outcomes[3], 'InsufficientBalance');
	isRefused(outcomes[4], 'ZeroAccount');
	isRefused(outcomes[5], 'ZeroAccount');
	assert.equal(await balanceOf(bob), had - 5n * DATA);
	assert.equal(await balanceOf(charlie), receiverHad + 5n * DATA);
});

test('an entire balance can be sent, and can be sent back', async () => {
	const had = await balanceOf(ferdie);
	const [sent] = await play(ferdie, token.transfer(dave.address, had));
	isTransfer(sent, ferdie, dave, had);
	assert.equal(await balanceOf(ferdie), 0n);
	const [back] = await play(dave, token.transfer(ferdie.address, had));
	isTransfer(back, dave, ferdie, had);
});

test('approve replaces, whatever the balance is, and transferFrom reduces', async () => {
	const had = await balanceOf(bob);
	const approvals = await play(
		bob,
		token.approve(dave.address, 10n * DATA),
		token.approve(dave.address, had + DATA),
		token.approve(dave.address, 7n * DATA),
		token.approve(ZERO, DATA),
	);
	isApproval(approvals[0], bob, dave, 10n * DATA);
	isApproval(approvals[1], bob, dave, had + DATA);
	isApproval(approvals[2], bob, dave, 7n * DATA);
	isRefused(approvals[3], 'ZeroAccount');
	assert.equal(await allowance(bob, dave), 7n * DATA);
	assert.equal(await node.request('ownome_tokenAllowance', bob.address, dave.address), (7n * DATA).toString());

	const before = await balanceOf(eve);
	const spent = await play(
		dave,
		token.transferFrom(bob.address, eve.address, 3n * DATA),
		token.transferFrom(bob.address, eve.address, 4n * DATA + 1n),
		token.transferFrom(bob.address, ZERO, DATA),
		token.transferFrom(ZERO, eve.address, 1),
		token.transferFrom(ZERO, eve.address, 0),
		token.transferFrom(charlie.address, eve.address, 1),
		token.transferFrom(charlie.address, eve.address, 0),
	);
	isTransfer(spent[0], bob, eve, 3n * DATA);
	isRefused(spent[1], 'InsufficientAllowance');
	isRefused(spent[2], 'ZeroAccount');
	isRefused(spent[3], 'InsufficientAllowance');
	isRefused(spent[4], 'ZeroAccount');
	isRefused(spent[5], 'InsufficientAllowance');
	isTransfer(spent[6], charlie, eve, 0n);
	assert.equal(await allowance(bob, dave), 4n * DATA);
	assert.equal(await balanceOf(eve), before + 3n * DATA);

	const [cleared] = await play(bob, token.approve(dave.address, 0));
	isApproval(cleared, bob, dave, 0n);
	assert.equal((await api.query.dataToken.allowances(bob.address, dave.address)).isNone, true);
});

test('an infinite allowance stays infinite, and does not reach beyond the balance', async () => {
	await play(eve, token.approve(dave.address, INFINITE));
	const had = await balanceOf(eve);
	const outcomes = await play(
		dave,
		token.transferFrom(eve.address, charlie.address, DATA),
		token.transferFrom(eve.address, charlie.address, had),
	);
	isTransfer(outcomes[0], eve, charlie, DATA);
	isRefused(outcomes[1], 'InsufficientBalance');
	assert.equal(await allowance(eve, dave), INFINITE);
	await play(eve, token.approve(dave.address, 0));
});

test('burn and burnFrom lower the supply', async () => {
	const [supply, had] = [await totalSupply(), await balanceOf(charlie)];
	const burnt = await play(
		charlie,
		token.burn(2n * DATA),
		token.burn(0),
		token.burn(had),
		token.approve(dave.address, 3n * DATA),
	);
	isTransfer(burnt[0], charlie, null, 2n * DATA);
	isTransfer(burnt[1], charlie, null, 0n);
	isRefused(burnt[2], 'InsufficientBalance');

	const burntFrom = await play(
		dave,
		token.burnFrom(charlie.address, DATA),
		token.burnFrom(charlie.address, 2n * DATA + 1n),
		token.burnFrom(charlie.address, 0),
		token.burnFrom(charlie.address, 2n * DATA),
	);
	isTransfer(burntFrom[0], charlie, null, DATA);
	isRefused(burntFrom[1], 'InsufficientAllowance');
	isTransfer(burntFrom[2], charlie, null, 0n);
	isTransfer(burntFrom[3], charlie, null, 2n * DATA);
	assert.equal(await totalSupply(), supply - 5n * DATA);
	assert.equal(await balanceOf(charlie), had - 5n * DATA);
	assert.equal(await allowance(charlie, dave), 0n);
});

test('mint follows the schedule, never exceeds the cap, and is for the issuer', async () => {
	const schedule = await api.call.dataTokenApi.schedule();
	assert.equal(schedule[0].beneficiary.toString(), alice.address);
	const [atOnce, supply] = [schedule[0].amount.toBigInt(), await totalSupply()];
	assert.equal((await api.call.dataTokenApi.mintable(alice.address)).toBigInt(), atOnce);
	assert.equal(await node.request('ownome_tokenMintable', alice.address), atOnce.toString());
	assert.equal((await node.request('ownome_tokenSchedule'))[0].amount, atOnce.toString());

	// The outcome of a call that root makes is in the event of sudo.
	const asIssuer = async (to, value) => {
		const { events } = await inBlock(api, api.tx.sudo.sudo(token.mint(to, value)), alice);
		const { sudoResult } = events.find(({ method }) => method === 'Sudid').data;
		const ours = events.filter(({ section }) => section === 'dataToken');
		return {
			error: sudoResult.isErr ? errorName(api, sudoResult.asErr) : null,
			events: ours.map(fields),
		};
	};
	isRefused(await asIssuer(alice.address, CAP - supply + 1n), 'CapExceeded');
	isRefused(await asIssuer(alice.address, INFINITE), 'CapExceeded');
	isRefused(await asIssuer(alice.address, atOnce + 1n), 'NotReleased');
	isRefused(await asIssuer(eve.address, 1n), 'NotReleased');
	isRefused(await asIssuer(ZERO, 1n), 'ZeroAccount');
	isTransfer(await asIssuer(alice.address, atOnce), null, alice, atOnce);
	isRefused(await asIssuer(alice.address, 1n), 'NotReleased');
	assert.equal(await totalSupply(), supply + atOnce);
	assert.equal((await api.call.dataTokenApi.schedule())[0].minted.toBigInt(), atOnce);

	// Bob's tranche is released bit by bit.
	const released = (await api.call.dataTokenApi.mintable(bob.address)).toBigInt();
	assert.ok(released > 0n && released < schedule[1].amount.toBigInt());

	const [notIssuer] = await play(bob, token.mint(bob.address, 1));
	assert.equal(notIssuer.error, 'BadOrigin');
});

test('what is held in escrow can be neither sent nor burnt, and stays in balance and supply', async () => {
	const salted = (byte) => new Uint8Array(32).fill(byte);
	await Promise.all([
		inBlock(api, api.tx.consortium.apply(['Requester'], salted(1), salted(2), profileOf('institute-1')), eve),
		inBlock(api, api.tx.consortium.apply(['Custodian'], salted(3), salted(4), profileOf('laboratory-1')), charlie),
	]);
	const admissions = await Promise.all([eve, charlie].map((applicant) => admit(api, applicant)));
	await inBlock(api, api.tx.utility.batchAll(admissions.map((call) => api.tx.sudo.sudo(call))), alice);
	const registration = { seal: salted(7), format: 'Vcf', custodian: charlie.address, attester: null };
	const registered = await inBlock(api, api.tx.dataRegistry.register(registration), ferdie);
	const { datasetId } = theEvent(registered.events, 'dataRegistry', 'Registered').data;

	const [had, supply] = [await balanceOf(eve), await totalSupply()];
	const price = had - 10n * DATA;
	const terms = { purpose: { kind: 'General' }, scope: 'Whole', period: 86_400_000, price, upfront: 0 };
	await inBlock(api, api.tx.consent.offer(datasetId, terms, []), eve);
	assert.deepEqual(await node.request('ownome_tokenBalance', eve.address), {
		free: (10n * DATA).toString(),
		held: price.toString(),
	});
	const outcomes = await play(
		eve,
		token.approve(dave.address, INFINITE),
		token.transfer(dave.address, 10n * DATA + 1n),
		token.burn(10n * DATA + 1n),
	);
	isRefused(outcomes[1], 'InsufficientBalance');
	isRefused(outcomes[2], 'InsufficientBalance');
	const [spent] = await play(dave, token.transferFrom(eve.address, dave.address, 10n * DATA + 1n));
	isRefused(spent, 'InsufficientBalance');
	assert.deepEqual([await balanceOf(eve), await totalSupply()], [had, supply]);

	await inBlock(api, api.tx.consent.reject(0), ferdie);
	const [sent] = await play(eve, token.transfer(dave.address, had));
	isTransfer(sent, eve, dave, had);
});

// The message that an owner signs, as docs/guide/data-token.md has it.
function permitMessage({ owner, spender, value, nonce, deadline, genesis = api.genesisHash }) {
	return u8aConcat(
		'ownome/data-token/permit/1',
		genesis.toU8a(),
		api.createType('(AccountId, AccountId, u128, u64, u64)', [owner, spender, value, nonce, deadline]).toU8a(),
	);
}

test('permit', async () => {
	const nonce = async (who) => (await api.call.dataTokenApi.permitNonce(who.address)).toBigInt();
	assert.equal(await nonce(dave), 0n);
	const good = { owner: dave.address, spender: eve.address, value: 6n * DATA, nonce: 0n, deadline: FOREVER };
	// As the polkadot.js extension signs bytes for a web page.
	const sign = (signer, permit) => ({ Sr25519: signer.sign(u8aWrapBytes(permitMessage(permit))) });
	const call = (permit, signature) =>
		token.permit(permit.owner, permit.spender, permit.value, permit.deadline, signature);

	const expired = { ...good, deadline: 1n };
	const otherChain = { ...good, genesis: api.registry.createType('Hash', new Uint8Array(32).fill(1)) };
	const outcomes = await play(
		charlie,
		call(good, sign(eve, good)),
		call(expired, sign(dave, expired)),
		call(good, sign(dave, otherChain)),
		call({ ...good, value: 7n * DATA }, sign(dave, good)),
		call({ ...good, spender: charlie.address }, sign(dave, good)),
		call(good, sign(dave, { ...good, nonce: 1n })),
		call(good, sign(dave, good)),
		call(good, sign(dave, good)),
	);
	isRefused(outcomes[0], 'InvalidPermit');
	isRefused(outcomes[1], 'PermitExpired');
	isRefused(outcomes[2], 'InvalidPermit');
	isRefused(outcomes[3], 'InvalidPermit');
	isRefused(outcomes[4], 'InvalidPermit');
	isRefused(outcomes[5], 'InvalidPermit');
	isApproval(outcomes[6], dave, eve, 6n * DATA);
	isRefused(outcomes[7], 'InvalidPermit');
	assert.equal(await nonce(dave), 1n);
	assert.equal(await node.request('ownome_tokenPermitNonce', dave.address), 1);

	const [spent] = await play(eve, token.transferFrom(dave.address, charlie.address, 6n * DATA));
	isTransfer(spent, dave, charlie, 6n * DATA);
});

test('permits are signed with other kinds of key, too', async () => {
	for (const [type, variant] of [
		['ed25519', 'Ed25519'],
		['ecdsa', 'Ecdsa'],
	]) {
		const owner = new Keyring({ type, ss58Format: 42 }).addFromUri(`//An owner with ${type}`);
		await inBlock(api, api.tx.balances.transferKeepAlive(owner.address, 10n ** 12n), bob);
		const permit = { owner: owner.address, spender: eve.address, value: DATA, nonce: 0n, deadline: FOREVER };
		const signature = { [variant]: owner.sign(permitMessage(permit)) };
		const [outcome] = await play(charlie, token.permit(owner.address, eve.address, DATA, FOREVER, signature));
		isApproval(outcome, owner, eve, DATA);
	}
});

test('a Keccak signature permits for the account that the chain derives from the compressed key', async () => {
	const key = new Keyring({ type: 'ethereum' }).addFromSeed(new Uint8Array(32).fill(7));
	const owner = { address: encodeAddress(u8aConcat(keccakAsU8a(key.publicKey).slice(12), new Uint8Array(12).fill(0xee)), 42) };
	await inBlock(api, api.tx.balances.transferKeepAlive(owner.address, 10n ** 12n), bob);
	const permit = { owner: owner.address, spender: eve.address, value: DATA, nonce: 0n, deadline: FOREVER };
	const signature = { Eth: key.sign(permitMessage(permit)) };
	const [outcome] = await play(charlie, token.permit(owner.address, eve.address, DATA, FOREVER, signature));
	isApproval(outcome, owner, eve, DATA);
});
