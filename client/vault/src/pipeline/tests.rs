use std::{
	collections::HashSet,
	sync::Barrier,
	thread::{sleep, ThreadId},
	time::Duration,
};

use super::*;
use crate::Error;

/// Passes the numbers below `count` through `work`, and gives what comes out, in order.
fn through(count: u64, work: impl Fn(&mut u64) -> Result<()> + Sync) -> (Result<()>, Vec<u64>) {
	let (mut next, mut out) = (0, Vec::new());
	let done = run(
		|| 0,
		|piece| {
			if next == count {
				return Ok(Taken::Nothing);
			}
			*piece = next;
			next += 1;
			Ok(Taken::Piece)
		},
		work,
		|piece| {
			out.push(*piece);
			Ok(())
		},
	);
	(done, out)
}

#[test]
fn the_order_stays_however_long_the_work_takes() {
	let (done, out) = through(100, |piece| {
		sleep(Duration::from_micros((*piece * 7919) % 1000));
		*piece *= 2;
		Ok(())
	});
	assert!(done.is_ok());
	assert_eq!(out, (0..100).map(|piece| piece * 2).collect::<Vec<_>>());
}

#[test]
fn all_cores_work_at_the_same_time() {
	let cores = thread::available_parallelism().unwrap().get().min(MAX_THREADS);
	let all = Barrier::new(cores);
	let threads = Mutex::new(HashSet::<ThreadId>::new());
	// It would wait for ever if there were fewer.
	let (done, _) = through(cores as u64, |_| {
		lock(&threads).insert(thread::current().id());
		all.wait();
		Ok(())
	});
	assert!(done.is_ok());
	assert_eq!(lock(&threads).len(), cores);
}

#[test]
fn a_single_piece_starts_no_thread() {
	let caller = thread::current().id();
	let done = run(
		|| (),
		|()| Ok(Taken::Last),
		|()| {
			assert_eq!(thread::current().id(), caller);
			Ok(())
		},
		|()| Ok(()),
	);
	assert!(done.is_ok());
}

#[test]
fn the_first_error_in_order_counts_and_all_before_it_is_done() {
	for bad in 0..20 {
		let (done, out) = through(1000, |piece| {
			if *piece == bad {
				// The others come before it, with errors of their own.
				sleep(Duration::from_millis(2));
			}
			if *piece >= bad {
				return Err(Error::Block { index: *piece });
			}
			Ok(())
		});
		assert!(matches!(done, Err(Error::Block { index }) if index == bad), "{done:?}");
		assert_eq!(out, (0..bad).collect::<Vec<_>>());
	}
}

#[test]
fn errors_of_both_ends_stop_everything() {
	let mut taken = 0;
	let source = run(
		|| (),
		|()| {
			taken += 1;
			if taken == 10 {
				Err(Error::Interrupted)
			} else {
				Ok(Taken::Piece)
			}
		},
		|()| Ok(()),
		|()| Ok(()),
	);
	assert!(matches!(source, Err(Error::Interrupted)));
	assert_eq!(taken, 10);

	let mut put = 0;
	let sink = run(
		|| (),
		|()| Ok(Taken::Piece),
		|()| Ok(()),
		|()| {
			put += 1;
			if put == 10 {
				Err(Error::Random)
			} else {
				Ok(())
			}
		},
	);
	assert!(matches!(sink, Err(Error::Random)));
	assert_eq!(put, 10);
}

#[test]
#[should_panic]
fn a_panic_ends_all_threads() {
	let _ = through(1000, |piece| {
		assert!(*piece != 5, "a panic for the test");
		Ok(())
	});
}
