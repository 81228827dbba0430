// The node as polkadot.js sees it: stock metadata, no types of our own.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Keyring } from '@polkadot/api';
import { admit, profileOf } from './support/consortium.js';
import { startNode } from './support/node.js';
import { inBlock, theEvent } from './support/wait.js';

const OWN = 10n ** 12n;
const keyring = new Keyring({ type: 'sr25519', ss58Format: 42 });
const account = (name) => keyring.addFromUri(`//${name}`);
const [alice, bob, charlie, ferdie] = ['Alice', 'Bob', 'Charlie', 'Ferdie'].map(account);

let node;
let api;

before(async () => {
	node = await startNode('--dev', '--tmp');
	({ api } = node);
});

after(() => node?.stop());

const free = async (who, block) => (await (await api.at(block)).query.system.account(who)).data.free.toBigInt();

test('a transfer of OWN arrives, and costs the sender the value and the fee', async () => {
	const receiver = account('A new account').address;
	const value = 5n * OWN;
	const { block, events } = await inBlock(api, api.tx.balances.transferKeepAlive(receiver, value), bob);
	const { parentHash } = await api.rpc.chain.getHeader(block);

	const { from, to, amount } = theEvent(events, 'balances', 'Transfer').data;
	assert.deepEqual([from.toString(), to.toString(), amount.toBigInt()], [bob.address, receiver, value]);
	const { actualFee } = theEvent(events, 'transactionPayment', 'TransactionFeePaid').data;
	assert.equal(await free(receiver, block), value);
	assert.equal(await free(bob.address, block), (await free(bob.address, parentHash)) - value - actualFee.toBigInt());
});

test('a dataset is registered with a custodian that the consortium admitted', async () => {
	const seal = new Uint8Array(32).fill(7);
	const register = api.tx.dataRegistry.register({ seal, format: 'Vcf', custodian: charlie.address, attester: null });
	await assert.rejects(inBlock(api, register, ferdie), /^Error: dataRegistry\./, 'Charlie is no custodian yet');

	const profile = profileOf('laboratory-1');
	await inBlock(api, api.tx.consortium.apply(['Custodian'], new Uint8Array(32).fill(1), new Uint8Array(32).fill(2), profile), charlie);
	const admission = await inBlock(api, api.tx.sudo.sudo(await admit(api, charlie)), alice);
	assert.equal(theEvent(admission.events, 'consortium', 'Admitted').data.member.toString(), charlie.address);
	const { institution, country, notForProfit } = await node.request('ownome_member', charlie.address);
	assert.deepEqual({ institution, country, notForProfit }, profile);

	const { block, events } = await inBlock(api, register, ferdie);
	const { datasetId, owner, custodian, commitment } = theEvent(events, 'dataRegistry', 'Registered').data;
	assert.deepEqual([owner.toString(), custodian.toString()], [ferdie.address, charlie.address]);
	const bound = new Uint8Array([...new TextEncoder().encode('ownome/commitment/1'), ...ferdie.publicKey, ...seal]);
	assert.equal(commitment.toHex(), api.registry.hash(bound).toHex(), 'the commitment binds owner and seal');

	const dataset = (await (await api.at(block)).call.dataRegistryApi.dataset(datasetId)).unwrap();
	assert.equal(dataset.owner.toString(), ferdie.address);
	assert.equal(dataset.commitment.toHex(), commitment.toHex());

	const answer = await node.request('ownome_dataset', datasetId.toNumber());
	assert.equal(answer.owner, ferdie.address);
	assert.equal(answer.commitment, commitment.toHex());
});
