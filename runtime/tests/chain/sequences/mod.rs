//! Whatever is called in whatever order, the chain stays sound: thousands of sequences of calls of all pallets in the runtime's own
//! configuration, with all invariants checked after each.

mod calls;
mod cast;
mod closing;
mod deposits;
mod dice;
mod game;
mod invariants;
mod model;

use dice::Dice;
use frame_support::traits::GetCallMetadata;
use game::{Counts, Game};
use ownome_runtime::RuntimeCall;
use proptest::{
	prelude::*,
	test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use std::{cell::RefCell, collections::BTreeSet, thread};

/// How many sequences each of the threads plays.
const SEQUENCES: u32 = 1_000;
/// How many threads there are, each with dice of its own.
const THREADS: u8 = 2;
/// How many steps a sequence has at most.
const STEPS: usize = 60;

/// One step of a sequence.
#[derive(Clone, Debug)]
enum Step {
	/// A call by its number, and the dice that it is made with.
	Call(usize, u128),
	/// Let time pass.
	Wait(u64),
}

fn step() -> impl Strategy<Value = Step> {
	let calls = calls::all();
	let number = prop::strategy::Union::new_weighted(
		calls
			.iter()
			.enumerate()
			.map(|(number, (weight, _))| (*weight, Just(number)))
			.collect(),
	);
	const HOUR: u64 = 3_600_000;
	let wait = prop::sample::select(vec![1, HOUR, 24 * HOUR, 4 * 24 * HOUR, 15 * 24 * HOUR]);
	prop_oneof![
		14 => (number, any::<u128>()).prop_map(|(number, dice)| Step::Call(number, dice)),
		1 => wait.prop_map(Step::Wait),
	]
}

/// Play many sequences, and return how often each call was made and succeeded.
fn play(genesis: &sp_storage::Storage, seed: u8) -> Counts {
	let config = Config {
		cases: SEQUENCES,
		failure_persistence: None,
		max_shrink_iters: 2_000,
		..Default::default()
	};
	let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]);
	let counts = RefCell::new(Counts::default());
	let calls = calls::all();
	let sequence = prop::collection::vec(step(), STEPS / 2..=STEPS);
	let outcome = TestRunner::new_with_rng(config, rng).run(&sequence, |steps| {
		let mut ext = sp_io::TestExternalities::new(genesis.clone());
		ext.execute_with(|| {
			let mut game = Game::begin();
			let mut outcome = Ok(());
			for step in steps {
				outcome = match step {
					Step::Call(number, dice) => game.call(calls[number].1(&mut Dice::new(dice))),
					Step::Wait(time) => game.wait(time),
				};
				if outcome.is_err() {
					break;
				}
			}
			outcome
				.and_then(|()| game.end())
				.map_err(|error| TestCaseError::fail(format!("{error}, after {}", game.story())))?;
			counts.borrow_mut().add(game.counts);
			Ok(())
		})
	});
	if let Err(failed) = outcome {
		panic!("{failed}");
	}
	counts.into_inner()
}

#[test]
fn any_sequence_of_calls_leaves_the_chain_sound() {
	let genesis = crate::support::genesis();
	let mut counts = Counts::default();
	thread::scope(|scope| {
		let players: Vec<_> = (0..THREADS)
			.map(|seed| (seed, &genesis))
			.map(|(seed, genesis)| scope.spawn(move || play(genesis, seed)))
			.collect();
		for player in players {
			match player.join() {
				Ok(played) => counts.add(played),
				Err(failed) => std::panic::resume_unwind(failed),
			}
		}
	});

	println!("{counts}");
	let ours = ["DataToken", "Consortium", "DataRegistry", "Consent"];
	let mut wanted: BTreeSet<_> = ours
		.iter()
		.flat_map(|pallet| {
			RuntimeCall::get_call_names(pallet).iter().map(move |call| (*pallet, *call))
		})
		.collect();
	wanted.extend([("Utility", "batch_all"), ("Proxy", "proxy"), ("Balances", "transfer_all")]);
	let missing: Vec<_> = wanted.difference(&counts.succeeded()).copied().collect();
	assert!(missing.is_empty(), "these calls never succeeded: {missing:?}");
}
