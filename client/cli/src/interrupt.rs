//! What SIGINT and SIGTERM do to work that must not end halfway.

use std::{
	future::Future,
	process,
	sync::{
		atomic::{AtomicU8, Ordering},
		Once,
	},
};
use tokio::{
	signal::unix::{signal, SignalKind},
	sync::Semaphore,
};

/// What the process answers after a signal: 128 and its number, as shells have it.
const AFTER_INTERRUPT: u8 = 130;
const AFTER_TERMINATE: u8 = 143;

static EXIT_CODE: AtomicU8 = AtomicU8::new(0);
/// It has no permits: it is closed by a signal, which ends all waiting for it.
static REQUESTED: Semaphore = Semaphore::const_new(0);

/// From here on the first signal asks the work to end in good order, and the second one ends the process at once. Where nobody
/// listens, for example while a passphrase is typed, the first one does.
pub fn listen() {
	static ONCE: Once = Once::new();
	ONCE.call_once(|| {
		let interrupt = signal(SignalKind::interrupt());
		// Where the system refuses, signals go on to end the process at once.
		let (Ok(mut interrupt), Ok(mut terminate)) = (interrupt, signal(SignalKind::terminate()))
		else {
			return;
		};
		tokio::spawn(async move {
			loop {
				let code = tokio::select! {
					_ = interrupt.recv() => AFTER_INTERRUPT,
					_ = terminate.recv() => AFTER_TERMINATE,
				};
				if EXIT_CODE.swap(code, Ordering::Relaxed) != 0 {
					process::exit(code.into());
				}
				ownome_vault::interrupt::request();
				REQUESTED.close();
			}
		});
	});
}

/// The answer of `work`, or of `interrupted` if a signal comes first.
pub async fn or<T>(work: impl Future<Output = T>, interrupted: impl FnOnce() -> T) -> T {
	tokio::select! {
		biased;
		done = work => done,
		_ = REQUESTED.acquire() => interrupted(),
	}
}

/// The exit code of an interrupted process.
pub fn exit_code() -> Option<u8> {
	match EXIT_CODE.load(Ordering::Relaxed) {
		0 => None,
		code => Some(code),
	}
}
