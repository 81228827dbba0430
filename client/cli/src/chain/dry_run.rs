//! What would become of a transaction: the runtime executes it on a copy of the state that is thrown away.

use super::{
	dispatch::failure,
	runtime::runtime::DispatchError,
	spoken::{self, Spoken},
	submit::{refusal, Signed},
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
	/// error that it would be if it were sent.
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
		let signed = self.signed(&state, call, signer, nonce).await?;
		let valid = self.expect_valid(&signed, account).await?;
		self.execute(&state, &signed, account).await?;

		let free = FREE.encode();
		let fee = match valid.provides.iter().any(|tag| tag.starts_with(&free)) {
			true => 0,
			false => signed.partial_fee_estimate().await.map_err(|error| self.error(error))?,
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
