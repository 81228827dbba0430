// Waiting for what the chain says, with a deadline, never for a while.

// `promise`, or an error that names `what` after `milliseconds`.
export function within(milliseconds, what, promise) {
	let timer;
	const deadline = new Promise((_, reject) => {
		timer = setTimeout(() => reject(new Error(`no sign of ${what} within ${milliseconds / 1000} s`)), milliseconds);
	});
	return Promise.race([promise, deadline]).finally(() => clearTimeout(timer));
}

// The first value of a polkadot.js subscription for which `test` holds.
export async function first(milliseconds, what, subscribe, test) {
	let unsubscribe;
	let found;
	const value = new Promise((resolve) => (found = resolve));
	try {
		unsubscribe = await within(milliseconds, what, subscribe((item) => test(item) && found(item)));
		return await within(milliseconds, what, value);
	} finally {
		unsubscribe?.();
	}
}

// Signs and sends `call`, waits for the block that holds it, and gives that block's hash and the call's events.
// An error of the chain is thrown with its name, such as `consent.NotOwner`.
export async function inBlock(api, call, signer) {
	let failed;
	const sent = new Promise((_, reject) => (failed = reject));
	const result = await Promise.race([
		first(
			60_000,
			`${call.method.section}.${call.method.method} in a block`,
			(listen) => call.signAndSend(signer, listen).catch((error) => (failed(error), () => {})),
			(status) => {
				if (status.isError) failed(new Error(`the pool refused the transaction: ${status.status.type}`));
				return status.isInBlock;
			},
		),
		sent,
	]);
	if (result.dispatchError) throw new Error(errorName(api, result.dispatchError));
	return { block: result.status.asInBlock, events: result.events.map(({ event }) => event) };
}

// `pallet.Error` of a dispatch error.
export function errorName(api, error) {
	if (!error.isModule) return error.toString();
	const { section, name } = api.registry.findMetaError(error.asModule);
	return `${section}.${name}`;
}

// The one event of that name, or an error.
export function theEvent(events, section, method) {
	const found = events.filter((event) => event.section === section && event.method === method);
	if (found.length !== 1) {
		const seen = events.map((event) => `${event.section}.${event.method}`).join(', ');
		throw new Error(`expected one ${section}.${method}, got ${found.length} among: ${seen}`);
	}
	return found[0];
}
