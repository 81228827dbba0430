//! Several threads on one stream, in bounded memory, with the output in the order of the input.
//!
//! Each thread takes a piece from the source, works on it, waits until it is its turn, and gives it to the sink. So all cores
//! are busy, reading and writing included, and there are never more pieces than threads.

use std::{
	num::NonZero,
	sync::{
		atomic::{AtomicUsize, Ordering},
		Condvar, Mutex, MutexGuard, PoisonError,
	},
	thread::{self, Builder, Scope},
};

use crate::Result;

/// More threads than this would need more memory than is promised.
const MAX_THREADS: usize = 8;

static LIMIT: AtomicUsize = AtomicUsize::new(MAX_THREADS);

/// Lets no more than `threads` threads work on one file. Without this, as many do as there are cores, up to 8.
pub fn limit_threads(threads: NonZero<usize>) {
	LIMIT.store(threads.get().min(MAX_THREADS), Ordering::Relaxed);
}

/// What a source has given.
pub(crate) enum Taken {
	/// A piece, after which there may be others.
	Piece,
	/// A piece, and it is the last one.
	Last,
	/// Nothing: the piece before was the last one.
	Nothing,
}

/// Runs until the source ends or something fails. The first error in the order of the input is the one that counts, and all
/// pieces before it have gone into the sink.
pub(crate) fn run<P: Send>(
	new: impl Fn() -> P + Sync,
	take: impl FnMut(&mut P) -> Result<Taken> + Send,
	work: impl Fn(&mut P) -> Result<()> + Sync,
	put: impl FnMut(&P) -> Result<()> + Send,
) -> Result<()> {
	let cores = thread::available_parallelism().map_or(1, NonZero::get);
	let line = Line {
		new,
		source: Mutex::new(Source {
			take,
			turn: 0,
			ended: false,
			spare: cores.min(LIMIT.load(Ordering::Relaxed)) - 1,
		}),
		work,
		sink: Mutex::new(Sink { put, turn: 0, outcome: None }),
		turned: Condvar::new(),
	};
	thread::scope(|scope| line.serve(scope));
	let sink = line.sink.into_inner().unwrap_or_else(PoisonError::into_inner);
	sink.outcome.unwrap_or(Ok(()))
}

struct Line<N, T, W, P> {
	new: N,
	source: Mutex<Source<T>>,
	work: W,
	sink: Mutex<Sink<P>>,
	turned: Condvar,
}

struct Source<T> {
	take: T,
	/// The number of the next piece.
	turn: u64,
	ended: bool,
	/// How many threads more there may be.
	spare: usize,
}

struct Sink<P> {
	put: P,
	/// The number of the piece that comes next.
	turn: u64,
	/// There once something has failed, and all is over.
	outcome: Option<Result<()>>,
}

impl<N, T, W, P> Line<N, T, W, P> {
	/// What one thread does.
	fn serve<'scope, Q: Send>(&'scope self, scope: &'scope Scope<'scope, '_>)
	where
		N: Fn() -> Q + Sync,
		T: FnMut(&mut Q) -> Result<Taken> + Send,
		W: Fn(&mut Q) -> Result<()> + Sync,
		P: FnMut(&Q) -> Result<()> + Send,
	{
		let _release = Release(self);
		let mut piece = (self.new)();
		loop {
			let mut source = lock(&self.source);
			if source.ended {
				return;
			}
			let taken = (source.take)(&mut piece);
			let turn = source.turn;
			source.turn += 1;
			source.ended = !matches!(taken, Ok(Taken::Piece));
			// A thread is started only when there is something to do for it: small inputs need none.
			let helped = !source.ended && source.spare > 0;
			source.spare -= usize::from(helped);
			drop(source);
			if helped {
				// Where the system has no more threads, these are enough.
				let _ = Builder::new().spawn_scoped(scope, || self.serve(scope));
			}

			let done = match taken {
				Ok(Taken::Nothing) => return,
				Ok(Taken::Piece | Taken::Last) => (self.work)(&mut piece),
				Err(error) => Err(error),
			};
			let mut sink = self
				.turned
				.wait_while(lock(&self.sink), |sink| sink.turn != turn && sink.outcome.is_none())
				.unwrap_or_else(PoisonError::into_inner);
			if sink.outcome.is_some() {
				return;
			}
			match done.and_then(|()| (sink.put)(&piece)) {
				Ok(()) => sink.turn += 1,
				Err(error) => sink.outcome = Some(Err(error)),
			}
			drop(sink);
			self.turned.notify_all();
		}
	}
}

/// Lets the others go when a thread panics, which would else wait for its turn to pass for ever.
struct Release<'a, N, T, W, P>(&'a Line<N, T, W, P>);

impl<N, T, W, P> Drop for Release<'_, N, T, W, P> {
	fn drop(&mut self) {
		if thread::panicking() {
			lock(&self.0.source).ended = true;
			lock(&self.0.sink).outcome = Some(Ok(()));
			self.0.turned.notify_all();
		}
	}
}

/// What is behind a lock is in order also after a panic: a panic ends everything.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
	mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
