//! What would become of a transaction: the runtime executes it on a copy of the state that is thrown away.

use super::{
	dispatch::failure,
	runtime::runtime::DispatchError,
	spoken::{self, Spoken},
	submit::{refusal, Lifetime, Signed},
	Chain, ChainError, Keypair, State,
};
use crate::amount::{Amount, Own};
use codec::{Decode, Encode};
use sp_runtime::{transaction_validity::TransactionValidityError, ApplyExtrinsicResult};
use subxt::{ext::scale_decode::DecodeAsType, transactions::Payload, utils::AccountId32, Metadata};

/// The runtime API that executes one transaction.
const APPLY: &str = "BlockBuilder_apply_extrinsic";
/// With this begins what a transaction provides that is free of charge (docs/adr/0005-free-rights.md).
const FREE: &[u8] = b"ownome/free-right";

/// It could have been in the best block and the three before it, and can be in none that comes: a node that is asked cannot send what is tried.
const OVER: Lifetime = Lifetime { blocks: 4, past: 3 };
/// Validity is judged for the block that comes.
const COMING: Lifetime = Lifetime { past: 2, ..OVER };
/// So many transactions of the account would have to come first, within the next block, that no block can have what is judged.
const FAR: u64 = 1 << 30;

/// A transaction that would succeed.
#[derive(Clone, Debug)]
pub struct DryRun {
	/// What it would do.
	pub call: Spoken,
	/// What the signer would pay for it.
	pub fee: Amount<Own>,
}

impl Chain {
	/// Signs `call` and lets the node's runtime execute it on the state of the best block, where it leaves no trace. A call that fails is the
	/// error that it would be if it were sent. What is signed no block can have, so that the node need not be trusted with it.
	pub async fn dry_run(
		&self,
		call: &impl Payload,
		signer: &Keypair,
	) -> Result<DryRun, ChainError> {
		let account = signer.public_key().to_account_id();
		let state = self.state().await?;
		// Transactions that wait for a block do not count in its state.
		let transactions = state.at.transactions();
		let nonce =
			transactions.account_nonce(&account).await.map_err(|error| self.error(error))?;
		let tried = self.signed(&state, call, signer, nonce, OVER).await?;
		self.execute(&state, &tried, account).await?;

		let judged = self.signed(&state, call, signer, nonce.saturating_add(FAR), COMING).await?;
		let valid = self.expect_valid(&judged, account).await?;
		let free = FREE.encode();
		let fee = match valid.provides.iter().any(|tag| tag.starts_with(&free)) {
			true => 0,
			false => tried.partial_fee_estimate().await.map_err(|error| self.error(error))?,
		};
		let data = transactions.call_data(call).map_err(|error| self.error(error))?;
		let call = spoken::of(&data, state.at.metadata_ref()).ok_or_else(|| self.other_chain())?;
		Ok(DryRun { call, fee: Amount::from_units(fee) })
	}

	/// Executes a transaction and forgets it.
	async fn execute(
		&self,
		state: &State<'_>,
		signed: &Signed,
		account: AccountId32,
	) -> Result<(), ChainError> {
		let apis = state.at.runtime_apis();
		let answer = apis.call_raw(APPLY, Some(signed.encoded())).await;
		let answer = answer.map_err(|error| self.error(error))?;
		let outcome = ApplyExtrinsicResult::decode(&mut &*answer);
		match outcome.map_err(|_| self.other_chain())? {
			Ok(Ok(())) => Ok(()),
			Ok(Err(error)) => {
				let metadata = state.at.metadata_ref();
				let error = of_this_chain(&error, metadata).ok_or_else(|| self.other_chain())?;
				Err(failure(&error, metadata))
			},
			Err(TransactionValidityError::Invalid(reason)) => {
				let reason = Decode::decode(&mut &*reason.encode());
				Err(refusal(account, reason.map_err(|_| self.other_chain())?))
			},
			Err(TransactionValidityError::Unknown(reason)) => {
				Err(ChainError::NotTaken { reason: format!("{reason:?}") })
			},
		}
	}

	fn other_chain(&self) -> ChainError {
		ChainError::OtherChain { url: self.url().into() }
	}
}

/// An error as the metadata of the chain have it.
fn of_this_chain(error: &sp_runtime::DispatchError, metadata: &Metadata) -> Option<DispatchError> {
	let id = metadata.dispatch_error_ty()?;
	DispatchError::decode_as_type(&mut &*error.encode(), id, metadata.types()).ok()
}

#[cfg(test)]
mod tests {
	use super::*;
	use sp_runtime::generic::Era;

	/// The block whose hash a transaction has to be signed with to be valid in the block `at`, if it was signed at the best block `best`.
	fn anchor(lifetime: Lifetime, best: u64, at: u64) -> u64 {
		Era::mortal(lifetime.blocks, best.saturating_sub(lifetime.past)).birth(at)
	}

	#[test]
	fn what_is_tried_fits_the_best_block_and_none_that_comes() {
		for best in 3..100 {
			assert_eq!(anchor(OVER, best, best), best - OVER.past);
			// These blocks are not there yet, so nobody can have signed with their hash.
			for next in best + 1..best + 100 {
				assert!(anchor(OVER, best, next) > best, "{best} {next}");
			}
			assert_eq!(anchor(COMING, best, best + 1), best - COMING.past);
		}
	}
}
