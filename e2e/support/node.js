// Real nodes as child processes, on ports that the system chooses.

import { spawn, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { ApiPromise, WsProvider } from '@polkadot/api';
import { within } from './wait.js';

// Where the binaries are.
export const TARGET = process.env.CARGO_TARGET_DIR ?? fileURLToPath(new URL('../../target', import.meta.url));
const BINARY = join(TARGET, 'release', 'ownome-node');

if (!existsSync(BINARY)) throw new Error(`There is no node at ${BINARY}: run ./scripts/test.sh, which builds it.`);

const running = new Set();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

// A new empty folder and the call that removes it.
export function temporaryFolder() {
	const path = mkdtempSync(join(tmpdir(), 'ownome-e2e-'));
	return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

// What `ownome-node ARGUMENTS...` prints.
export function nodeOutput(...args) {
	return execFileSync(BINARY, args, { encoding: 'utf8', maxBuffer: 64 << 20, stdio: ['ignore', 'pipe', 'ignore'] });
}

// Starts a node and resolves once its JSON-RPC answers, at `url`: `api` of polkadot.js, `request` for any method, `stop`.
export async function startNode(...args) {
	const child = spawn(
		BINARY,
		[...args, '--rpc-port', '0', '--listen-addr', '/ip4/127.0.0.1/tcp/0', '--no-prometheus', '--no-telemetry', '--no-mdns'],
		{ stdio: ['ignore', 'ignore', 'pipe'] },
	);
	running.add(child);
	const exited = once(child, 'exit').finally(() => running.delete(child));
	const log = [];
	const address = new Promise((resolve, reject) => {
		createInterface({ input: child.stderr }).on('line', (line) => {
			log.push(line);
			if (log.length > 200) log.shift();
			const found = line.match(/Running JSON-RPC server: addr=(127\.0\.0\.1:\d+)/);
			if (found) resolve(found[1]);
		});
		exited.then(([code]) => reject(new Error(`the node ended with status ${code}:\n${log.join('\n')}`)), reject);
	});

	async function stop() {
		await api?.disconnect();
		child.kill('SIGTERM');
		const killer = setTimeout(() => child.kill('SIGKILL'), 20_000);
		await exited;
		clearTimeout(killer);
	}

	let api;
	try {
		const url = `ws://${await within(60_000, 'the JSON-RPC server of the node', address)}`;
		const provider = new WsProvider(url);
		api = await within(60_000, `the API at ${url}`, ApiPromise.create({ provider, noInitWarn: true }));
		return { api, url, request: (method, ...params) => provider.send(method, params), stop };
	} catch (error) {
		await stop();
		error.message += `\nThe last lines of its log:\n${log.join('\n')}`;
		throw error;
	}
}
