// Accounts between `ownome` and polkadot.js: the same words give the same account, and files go both ways.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createPrivateKey, createPublicKey, pbkdf2Sync } from 'node:crypto';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { blake3 } from '@noble/hashes/blake3';
import { Keyring } from '@polkadot/api';
import { u8aToHex } from '@polkadot/util';
import { mnemonicGenerate, mnemonicToEntropy } from '@polkadot/util-crypto';
import { startNode, TARGET, temporaryFolder } from './support/node.js';
import { inBlock } from './support/wait.js';

const BINARY = join(TARGET, 'release', 'ownome');
const OWN = 10n ** 12n;
const PASSPHRASE = 'für mich';
// What stands before the 32 bytes of an X25519 key in PKCS #8.
const PKCS8_X25519 = Buffer.from('302e020100300506032b656e04220420', 'hex');

const keyring = new Keyring({ type: 'sr25519', ss58Format: 42 });

let node;
let folder;

before(async () => {
	node = await startNode('--dev', '--tmp');
	folder = temporaryFolder();
});

after(async () => {
	folder?.remove();
	await node?.stop();
});

const path = (name) => join(folder.path, name);

// The answer of `ownome ARGUMENTS...`; its error is thrown.
function ownome(...args) {
	const env = { ...process.env, OWNOME_URL: node.url, OWNOME_PASSPHRASE: PASSPHRASE };
	try {
		const output = execFileSync(BINARY, [...args, '--json'], { cwd: folder.path, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
		return JSON.parse(output);
	} catch (error) {
		throw new Error(error.stderr || error.message);
	}
}

function writePrivate(name, text) {
	writeFileSync(path(name), text);
	chmodSync(path(name), 0o600);
}

test('words that polkadot.js makes are the same account, and keys for files as documented', () => {
	for (const count of [12, 24]) {
		const words = mnemonicGenerate(count);
		writePrivate(`${count}.words`, words);
		const shown = ownome('keys', 'show', `${count}.words`);
		assert.equal(shown.account, keyring.addFromUri(words).address);

		const seed = pbkdf2Sync(mnemonicToEntropy(words), 'mnemonic', 2048, 64, 'sha512');
		for (const index of [0, 1]) {
			const number = Buffer.alloc(4);
			number.writeUInt32LE(index);
			const key = Buffer.from(blake3(Buffer.concat([seed, number]), { context: 'ownome 2026-11-20 file key v1' }));
			const secret = createPrivateKey({ key: Buffer.concat([PKCS8_X25519, key]), format: 'der', type: 'pkcs8' });
			const expected = u8aToHex(createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(-32));
			const made = ownome('keys', 'derive', `${count}.words`, '--index', `${index}`, '--out', `${count}-${index}`);
			assert.equal(made.public_key, expected);
		}
	}
});

test('an account that ownome made opens in polkadot.js and signs there', async () => {
	const { account } = ownome('keys', 'account', '--out', 'me.account');
	ownome('keys', 'export', 'me.account', '--name', 'Me', '--out', 'me.json');
	const pair = new Keyring({ ss58Format: 42 }).addFromJson(JSON.parse(readFileSync(path('me.json'), 'utf8')));
	assert.deepEqual([pair.address, pair.type, pair.meta.name, pair.isLocked], [account, 'sr25519', 'Me', true]);
	assert.throws(() => pair.unlock('für dich'), /Unable to decode/);
	pair.unlock(PASSPHRASE);

	const { api } = node;
	const bob = keyring.addFromUri('//Bob');
	await inBlock(api, api.tx.balances.transferKeepAlive(account, 10n * OWN), bob);
	await inBlock(api, api.tx.balances.transferKeepAlive(bob.address, OWN), pair);
});

test('an account that polkadot.js wrote signs with ownome, whatever its path is', async () => {
	const { api } = node;
	const bob = keyring.addFromUri('//Bob');
	for (const derivation of ['', '//hard/soft']) {
		const pair = keyring.addFromUri(mnemonicGenerate() + derivation, { name: 'From the wallet' });
		writePrivate('wallet.json', JSON.stringify(pair.toJson(PASSPHRASE)));
		const shown = ownome('keys', 'show', 'wallet.json');
		assert.deepEqual([shown.account, shown.name], [pair.address, 'From the wallet']);

		await inBlock(api, api.tx.balances.transferKeepAlive(pair.address, 10n * OWN), bob);
		const sent = ownome('coin', 'transfer', bob.address, '1', '--signer', 'wallet.json');
		const { from, to, amount } = sent.events.find(({ event }) => event === 'CoinTransfer');
		assert.deepEqual([from, to, amount], [pair.address, bob.address, '1']);
	}
});

test('accounts of other kinds and without a passphrase are refused with what to do', () => {
	for (const type of ['ed25519', 'ecdsa', 'ethereum']) {
		const pair = new Keyring({ type }).createFromUri(mnemonicGenerate() + (type === 'ethereum' ? "/m/44'/60'/0'/0/0" : ''));
		writePrivate('other.json', JSON.stringify(pair.toJson(PASSPHRASE)));
		assert.throws(() => ownome('coin', 'transfer', 'bob', '1', '--signer', 'other.json'), new RegExp(`of the kind ${type}`));
	}
	writePrivate('open.json', JSON.stringify(keyring.createFromUri('//Bob').toJson()));
	assert.throws(() => ownome('keys', 'import', 'open.json', '--out', 'mine.json'), /not locked with a passphrase/);
});
