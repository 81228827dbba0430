//! Sends transactions and says what became of them.

use super::{
	connection::Config, dispatch::failure, events, runtime::runtime, Block, Chain, ChainError,
	ChainEvent, Keypair, State,
};
use crate::{
	amount::{Amount, Own},
	cli::name_of,
	interrupt,
};
use clap::ValueEnum;
use ownome_primitives::GrantId;
use std::time::Duration;
use subxt::{
	client::{OnlineClientAtBlockImpl, OnlineClientAtBlockT},
	config::DefaultExtrinsicParamsBuilder,
	extrinsics::ExtrinsicEvents,
	transactions::{
		Payload, SubmittableTransaction, TransactionInBlock, TransactionInvalid,
		TransactionProgress, TransactionStatus, TransactionValid, ValidationResult,
	},
	utils::{AccountId32, H256},
};

/// Which blocks may take a transaction.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lifetime {
	/// How many, a power of two from 4 on.
	pub blocks: u64,
	/// How many of them are over already.
	pub past: u64,
}

/// A transaction must not live forever: when an account has sent all its coins away, its transaction counter starts at zero again, and anybody
/// could send an old transaction once more. It begins in the past, so that a change of the best chain does not make it invalid.
const LONG: Lifetime = Lifetime { blocks: 64, past: 8 };
/// How often to try again when another transaction of the account came first.
const ATTEMPTS: usize = 5;
/// How long to wait for a block. A healthy chain makes one every two seconds.
const PATIENCE: Duration = Duration::from_secs(120);

/// A transaction that is ready to be sent.
pub(super) type Signed = SubmittableTransaction<Config, OnlineClientAtBlockImpl<Config>>;

/// How sure to be that a transaction stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Wait {
	/// It is in the best block
	Best,
	/// It is in a block that can never go away
	Finalized,
}

impl Wait {
	/// The name on the command line.
	pub fn name(self) -> String {
		name_of(&self)
	}
}

/// A transaction that succeeded.
#[derive(Clone, Debug)]
pub struct Inclusion {
	/// The block that it is in.
	pub block: Block,
	/// The hash of the transaction.
	pub transaction: H256,
	/// What the signer paid for it.
	pub fee: Amount<Own>,
	/// What it did.
	pub events: Vec<ChainEvent>,
}

impl Inclusion {
	/// The grant that it made, if it made one.
	pub fn grant(&self) -> Option<GrantId> {
		self.events.iter().find_map(|event| match event {
			ChainEvent::Granted { grant_id, .. } => Some(*grant_id),
			_ => None,
		})
	}
}

impl Chain {
	/// Signs `call`, sends it and waits until it is in a block. A call that fails is an error.
	pub async fn submit(
		&self,
		call: &impl Payload,
		signer: &Keypair,
		wait: Wait,
	) -> Result<Inclusion, ChainError> {
		let mut attempt = 1;
		loop {
			match self.submit_once(call, signer, wait).await {
				// The account sent something else at the same moment: the next number is another one now.
				Err(ChainError::Overtaken { .. }) if attempt < ATTEMPTS => attempt += 1,
				other => return other,
			}
		}
	}

	async fn submit_once(
		&self,
		call: &impl Payload,
		signer: &Keypair,
		wait: Wait,
	) -> Result<Inclusion, ChainError> {
		let account = signer.public_key().to_account_id();
		let state = self.state().await?;
		// This counts the transactions that wait for a block, which the state of the chain does not.
		let nonce = self
			.rpc
			.system_account_next_index(&account)
			.await
			.map_err(|error| self.error(error))?;
		let transaction = self.signed(&state, call, signer, nonce, LONG).await?;
		// The pool would refuse an invalid transaction too, but in other words from release to release.
		self.expect_valid(&transaction, account).await?;
		// Once it may be on its way, only the chain knows what becomes of it.
		let sent = async {
			let progress = transaction
				.submit_and_watch()
				.await
				.map_err(|error| ChainError::from_submitting(self.url(), account, error))?;
			let place = tokio::time::timeout(PATIENCE, included(progress, account, wait))
				.await
				.map_err(|_| {
				ChainError::unknown(format!("it is in no block after {} s", PATIENCE.as_secs()))
			})??;

			let at = place.at().await.map_err(ChainError::unknown)?;
			let events = place.fetch_events().await.map_err(ChainError::unknown)?;
			check(&events, at.metadata_ref())?;
			Ok(Inclusion {
				block: Block { number: at.block_number(), hash: at.block_hash() },
				transaction: place.extrinsic_hash(),
				fee: fee(&events),
				events: events::of(&events, at.metadata_ref())?,
			})
		};
		interrupt::or(sent, || Err(ChainError::unknown("the waiting was interrupted"))).await
	}

	/// `call` with all that is signed beside it.
	pub(super) async fn signed(
		&self,
		state: &State<'_>,
		call: &impl Payload,
		signer: &Keypair,
		nonce: u64,
		lifetime: Lifetime,
	) -> Result<Signed, ChainError> {
		let anchor = state.block().number.saturating_sub(lifetime.past);
		let anchor_hash = self.block_hash(Some(anchor)).await?;
		let params = DefaultExtrinsicParamsBuilder::new()
			.nonce(nonce)
			.mortal_from_unchecked(lifetime.blocks, anchor, anchor_hash)
			.build();
		state
			.at
			.transactions()
			.create_signable_offline(call, params)
			.and_then(|mut transaction| transaction.sign(signer))
			.map_err(|error| self.error(error))
	}

	/// Refuses a transaction that no block could have.
	pub(super) async fn expect_valid(
		&self,
		transaction: &Signed,
		account: AccountId32,
	) -> Result<TransactionValid, ChainError> {
		match transaction.validate().await.map_err(|error| self.error(error))? {
			ValidationResult::Valid(valid) => Ok(valid),
			ValidationResult::Invalid(reason) => Err(refusal(account, reason)),
			ValidationResult::Unknown(reason) => {
				Err(ChainError::NotTaken { reason: format!("{reason:?}") })
			},
		}
	}
}

/// Waits until the transaction is in a block.
async fn included<C: OnlineClientAtBlockT<Config>>(
	mut progress: TransactionProgress<Config, C>,
	account: AccountId32,
	wait: Wait,
) -> Result<TransactionInBlock<Config, C>, ChainError> {
	while let Some(status) = progress.next().await {
		match status.map_err(ChainError::unknown)? {
			TransactionStatus::InBestBlock(place) if wait == Wait::Best => return Ok(place),
			TransactionStatus::InFinalizedBlock(place) => return Ok(place),
			TransactionStatus::Invalid { message } if message.contains("usurped") => {
				return Err(ChainError::Overtaken { account })
			},
			TransactionStatus::Invalid { message }
			| TransactionStatus::Error { message }
			| TransactionStatus::Dropped { message } => return Err(ChainError::unknown(message)),
			_ => {},
		}
	}
	Err(ChainError::unknown("the node stopped reporting"))
}

/// Turns a failed call, or a failed call within a sudo call, into an error.
fn check(events: &ExtrinsicEvents<Config>, metadata: &subxt::Metadata) -> Result<(), ChainError> {
	if let Some(failed) = events.find_first::<runtime::system::events::ExtrinsicFailed>() {
		let error = failed.map_err(ChainError::unknown)?.dispatch_error;
		return Err(failure(&error, metadata));
	}
	if let Some(sudo) = events.find_first::<runtime::sudo::events::Sudid>() {
		if let Err(error) = sudo.map_err(ChainError::unknown)?.sudo_result {
			return Err(failure(&error, metadata));
		}
	}
	Ok(())
}

/// What the signer paid: nothing if the chain charged nothing.
fn fee(events: &ExtrinsicEvents<Config>) -> Amount<Own> {
	let paid = events
		.find_first::<runtime::transaction_payment::events::TransactionFeePaid>()
		.and_then(Result::ok);
	Amount::from_units(paid.map_or(0, |paid| paid.actual_fee))
}

/// What it means that a transaction of `account` is invalid.
pub(super) fn refusal(account: AccountId32, reason: TransactionInvalid) -> ChainError {
	match reason {
		TransactionInvalid::Payment => ChainError::CannotPay { account },
		TransactionInvalid::Stale => ChainError::Overtaken { account },
		other => ChainError::NotTaken { reason: format!("{other:?}") },
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_fee_that_cannot_be_paid_and_a_race_are_told_apart() {
		let account = AccountId32([1; 32]);
		assert!(matches!(
			refusal(account, TransactionInvalid::Payment),
			ChainError::CannotPay { .. }
		));
		assert!(matches!(
			refusal(account, TransactionInvalid::Stale),
			ChainError::Overtaken { .. }
		));
		assert!(matches!(
			refusal(account, TransactionInvalid::BadProof),
			ChainError::NotTaken { .. }
		));
	}
}
