// Two validators as two processes: they find each other, author in turn and finalise the same blocks; one is stopped,
// and comes back.
//
// The preset `local` has four validators, and GRANDPA finalises with more than two thirds of them: three. With two
// processes nothing would ever be final. The test therefore takes the chain specification of the preset and keeps two
// of its authorities; everything else is as the preset has it. With two, both are needed for finality, so the stop of
// one shows that the other goes on authoring and that no block becomes final without the missing vote.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { nodeOutput, startNode, temporaryFolder } from './support/node.js';
import { first } from './support/wait.js';

const folder = temporaryFolder();
const spec = join(folder.path, 'two.json');
let alice;
let bob;

const start = (name, ...args) =>
	startNode('--chain', spec, `--${name}`, '--base-path', join(folder.path, name), '--unsafe-force-node-key-generation', ...args);

const best = (node, number) =>
	first(120_000, `block ${number}`, (listen) => node.api.rpc.chain.subscribeNewHeads(listen), (head) => head.number.toNumber() >= number);

const finalised = (node, number) =>
	first(120_000, `finality of block ${number}`, (listen) => node.api.rpc.chain.subscribeFinalizedHeads(listen), (head) => head.number.toNumber() >= number);

const finalisedNumber = async ({ api }) =>
	(await api.rpc.chain.getHeader(await api.rpc.chain.getFinalizedHead())).number.toNumber();

const hash = async (node, number) => (await node.api.rpc.chain.getBlockHash(number)).toHex();

// The Aura slot of a block, from its digest.
async function slot(node, number) {
	const header = await node.api.rpc.chain.getHeader(await hash(node, number));
	const [, data] = header.digest.logs.find((log) => log.isPreRuntime).asPreRuntime;
	return data.toU8a(true).reduceRight((value, byte) => value * 256n + BigInt(byte), 0n);
}

// Bob dials Alice. Alice authors without peers too, else she would pause while Bob is away.
async function startBob() {
	const addresses = (await alice.api.rpc.system.localListenAddresses()).map(String);
	bob = await start('bob', '--bootnodes', addresses.find((address) => address.startsWith('/ip4/127.0.0.1/tcp/')));
}

before(async () => {
	let lists = 0;
	// The text is changed, not the parsed JSON: JavaScript would round the balances.
	const description = nodeOutput('export-chain-spec', '--chain', 'local').replace(/("authorities": *)(\[[^{}]*\])/g, (_, key, list) => {
		lists += 1;
		return key + JSON.stringify(JSON.parse(list).slice(0, 2));
	});
	assert.equal(lists, 2, 'there are authorities for Aura and for GRANDPA');
	writeFileSync(spec, description);
	alice = await start('alice', '--force-authoring');
	await startBob();
});

after(async () => {
	await Promise.all([alice?.stop(), bob?.stop()]);
	folder.remove();
});

test('two validators author in turn and finalise the same blocks', async () => {
	const from = await finalisedNumber(bob);
	const to = from + 6;
	await Promise.all([finalised(alice, to), finalised(bob, to)]);
	const authors = new Set();
	for (let number = from + 1; number <= to; number++) {
		assert.equal(await hash(alice, number), await hash(bob, number), `block ${number} is the same for both`);
		authors.add((await slot(alice, number)) % 2n);
	}
	assert.equal(authors.size, 2, 'both validators have authored among the last six blocks');
});

test('while one is away nothing becomes final, and when it is back both finalise again', async () => {
	await bob.stop();
	bob = undefined;
	const whenBobLeft = (await alice.api.rpc.chain.getHeader()).number.toNumber();

	const lonely = (await best(alice, whenBobLeft + 4)).number.toNumber();
	assert.ok((await finalisedNumber(alice)) <= whenBobLeft, 'no block is final that Bob has never seen');

	await startBob();
	await Promise.all([finalised(alice, lonely + 2), finalised(bob, lonely + 2)]);
	for (let number = whenBobLeft; number <= lonely + 2; number++) {
		assert.equal(await hash(bob, number), await hash(alice, number), `block ${number} is the same for both`);
	}
});
