//! A sequence of calls, as it is played.

use super::{
	calls::{now, origin, Made},
	cast,
	closing::{empty_escrow, give_everything_back, let_time_pass},
	invariants::{check, check_access, check_state, scopes},
	model::{is_permitted, Model},
};
use crate::support::next_block;
use codec::Decode;
use frame_support::{ensure, traits::GetCallMetadata};
use ownome_primitives::{DatasetId, Moment};
use ownome_runtime::{AccountId, Runtime, RuntimeCall, RuntimeEvent, System};
use sp_core::H256;
use sp_runtime::{traits::Dispatchable, DispatchResult, StateVersion};
use std::{
	collections::{BTreeMap, BTreeSet},
	fmt,
};

type Outcome = Result<(), String>;

/// `(pallet, call)`.
type Name = (&'static str, &'static str);

/// How often each call was made, and how often it succeeded.
#[derive(Default)]
pub struct Counts(BTreeMap<Name, (u32, u32)>);

impl Counts {
	fn note(&mut self, name: Name, succeeded: bool) {
		let (made, done) = self.0.entry(name).or_default();
		*made += 1;
		*done += u32::from(succeeded);
	}

	/// Add what was counted elsewhere.
	pub fn add(&mut self, other: Self) {
		for (name, (made, done)) in other.0 {
			let sum = self.0.entry(name).or_default();
			*sum = (sum.0 + made, sum.1 + done);
		}
	}

	/// The calls that succeeded.
	pub fn succeeded(&self) -> BTreeSet<Name> {
		self.0
			.iter()
			.filter(|(_, (_, done))| *done > 0)
			.map(|(name, _)| *name)
			.collect()
	}
}

impl fmt::Display for Counts {
	fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
		let (made, done) = self.0.values().fold((0, 0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
		writeln!(f, "{made} calls, {done} of which succeeded:")?;
		for ((pallet, call), (made, done)) in &self.0 {
			writeln!(f, "{pallet:>12} {call:<22} {made:>7} {done:>7}")?;
		}
		Ok(())
	}
}

/// Who could read what at a moment.
type Readers = BTreeSet<(DatasetId, AccountId, usize)>;

/// What happened in one step.
enum Played {
	Call(Option<AccountId>, Box<RuntimeCall>, DispatchResult),
	Wait(Moment),
}

impl fmt::Display for Played {
	fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
		match self {
			Self::Call(None, call, outcome) => write!(f, "root: {call:?}: {outcome:?}"),
			Self::Call(Some(who), call, outcome) => write!(f, "{who}: {call:?}: {outcome:?}"),
			Self::Wait(time) => write!(f, "{time} ms pass"),
		}
	}
}

/// A chain, and what must hold of it.
pub struct Game {
	model: Model,
	/// Who could read what at moments that are over.
	past: Vec<(Moment, Readers)>,
	root: H256,
	played: Vec<Played>,
	/// What was played.
	pub counts: Counts,
}

impl Game {
	/// A chain with members and datasets.
	pub fn begin() -> Self {
		next_block();
		let mut game = Self {
			model: Model::default(),
			past: Vec::new(),
			root: root(),
			played: Vec::new(),
			counts: Counts::default(),
		};
		for call in cast::prologue() {
			game.dispatch(call).expect("the prologue is sound");
		}
		let complete = game.counts.0.values().all(|(made, done)| made == done);
		assert!(complete, "the prologue is refused");
		game.played.clear();
		game
	}

	/// Make a call.
	pub fn call(&mut self, made: Made) -> Outcome {
		if self.dispatch(made)? {
			check(&self.model)
		} else {
			// What was refused left nothing behind.
			Ok(())
		}
	}

	/// Let time pass: what was said of this moment is said for ever.
	pub fn wait(&mut self, time: Moment) -> Outcome {
		self.past.push((now(), self.readers(None)));
		self.played.push(Played::Wait(time));
		pallet_timestamp::Now::<Runtime>::put(now() + time);
		self.root = root();
		check_access(&self.model)
	}

	/// End the sequence.
	pub fn end(&mut self) -> Outcome {
		check(&self.model)?;
		self.wait(1)?;
		let_time_pass();
		empty_escrow()?;
		check(&self.model)?;
		check_past(&self.past, |at| self.readers(Some(at)))?;
		give_everything_back()?;
		check_state()?;
		check_past(&self.past, |at| self.readers(Some(at)))
	}

	/// What was played.
	pub fn story(&self) -> String {
		self.played.iter().map(|played| format!("\n  {played}")).collect()
	}

	fn readers(&self, at: Option<Moment>) -> Readers {
		let pairs = self.model.pairs();
		let asked = pairs.into_iter().flat_map(|(dataset, who)| {
			scopes()
				.into_iter()
				.enumerate()
				.map(move |(n, what)| (dataset, who.clone(), n, what))
		});
		asked
			.filter(|(dataset, who, _, what)| is_permitted(*dataset, who, at, what))
			.map(|(dataset, who, number, _)| (dataset, who, number))
			.collect()
	}

	/// Make a call, and return whether it was not refused.
	fn dispatch(&mut self, (who, call): Made) -> Result<bool, String> {
		System::reset_events();
		let metadata = call.get_call_metadata();
		let name = (metadata.pallet_name, metadata.function_name);
		let outcome = call.clone().dispatch(origin(&who)).map_err(|refused| refused.error);
		let events = events();
		System::reset_events();
		self.counts.note(name, outcome.is_ok() && !has_failed(&events));
		let followed = if outcome.is_ok() {
			self.root = root();
			self.model.follow(who.as_ref(), &call, events).map(|()| true)
		} else if root() == self.root {
			Ok(false)
		} else {
			Err("a refused call left something behind".into())
		};
		self.played.push(Played::Call(who, Box::new(call), outcome.map(drop)));
		followed
	}
}

/// Whether a call that was carried failed.
fn has_failed(events: &[RuntimeEvent]) -> bool {
	events.iter().any(|event| {
		matches!(
			event,
			RuntimeEvent::Proxy(pallet_proxy::Event::ProxyExecuted { result: Err(_) })
				| RuntimeEvent::Utility(pallet_utility::Event::ItemFailed { .. })
		)
	})
}

fn check_past(past: &[(Moment, Readers)], readers: impl Fn(Moment) -> Readers) -> Outcome {
	for (at, told) in past {
		ensure!(readers(*at) == *told, format!("what was said of the moment {at} has changed"));
	}
	Ok(())
}

fn events() -> Vec<RuntimeEvent> {
	System::read_events_no_consensus().map(|record| record.event).collect()
}

fn root() -> H256 {
	H256::decode(&mut &sp_io::storage::root(StateVersion::V1)[..]).expect("is a hash")
}
