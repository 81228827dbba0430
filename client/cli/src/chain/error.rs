//! What can go wrong between this tool and the chain, and what to do about it.

use crate::time::Time;
use ownome_primitives::{BatchId, DatasetId, GrantId, Moment, ProposalId};
use subxt::{
	error::{BackendError, ExtrinsicError, RpcError, RuntimeApiError, StorageError},
	utils::AccountId32,
};

/// Everything that can go wrong between this tool and the chain.
#[derive(Debug, thiserror::Error)]
pub enum ChainError {
	/// Nothing listens there.
	#[error("No node answers at {url}: start one with ./scripts/run.sh or give --url.")]
	NoNode {
		/// Where it was expected.
		url: String,
	},
	/// Not a URL that can be used.
	#[error("{url} is not the address of a node: give --url like ws://127.0.0.1:9944.")]
	BadUrl {
		/// What was given.
		url: String,
	},
	/// What the node answers could be changed on the way.
	#[error("{url} is on another machine and not encrypted: give --url with wss:// in front.")]
	InsecureUrl {
		/// What was given.
		url: String,
	},
	/// The node knows other calls or other types.
	#[error(
		"The node at {url} runs another chain or another release than this ownome was made for: give --url of an Ownome node, and use the \
		 ownome of its release."
	)]
	OtherChain {
		/// Where the node is.
		url: String,
	},
	/// The node failed, or went away.
	#[error("The node at {url} did not answer as it should, look at its log and run the command again: {reason}.")]
	Node {
		/// Where the node is.
		url: String,
		/// What happened.
		reason: String,
	},
	/// The fee is more than the signer has.
	#[error("Account {account} cannot pay the fee: send it some OWN; to revoke, narrow, reject, erase or take a policy off is free.")]
	CannotPay {
		/// The signer.
		account: AccountId32,
	},
	/// Another transaction of the same account came first.
	#[error("Another transaction of account {account} came first: run the command again.")]
	Overtaken {
		/// The signer.
		account: AccountId32,
	},
	/// The transaction never became part of a block.
	#[error("The chain did not take the transaction ({reason}): run the command again.")]
	NotTaken {
		/// Why not.
		reason: String,
	},
	/// The chain executed the call, and it failed.
	#[error("{0}")]
	Failed(String),
	/// The chain executed the call, and it failed because somebody is not accredited for it.
	#[error("{0}")]
	NotAccredited(String),
	/// The consortium took from the account what its roles say.
	#[error("Account {0} is suspended: the council has to reinstate it before it can do this, on a development chain with `ownome member reinstate {0}`.")]
	Suspended(AccountId32),
	/// Not accredited for this.
	#[error("Account {account} is not accredited as {role}: it applies with `ownome member apply --roles {role}`, and waits to be admitted.")]
	LacksRole {
		/// Who would need it.
		account: AccountId32,
		/// The role.
		role: String,
	},
	/// It was sent, and nobody knows what became of it.
	#[error(
		"The transaction was sent, but what became of it is unknown ({reason}): see with `ownome chain info` whether the chain grows, and \
		 look before you send it again."
	)]
	Unknown {
		/// What stopped the waiting.
		reason: String,
	},
	/// No such dataset.
	#[error("There is no dataset {0} on this chain: `ownome dataset register` prints the number of a new one.")]
	NoDataset(DatasetId),
	/// The dataset was erased.
	#[error("Dataset {id} was erased at {}, for ever: what is left of it is shown by `ownome dataset show {id}`.", Time(*.at))]
	Erased {
		/// The dataset.
		id: DatasetId,
		/// When.
		at: Moment,
	},
	/// Nothing is left to register.
	#[error("This is registered already, as dataset {id} of {owner}: nothing is left to do, see `ownome dataset show {id}`.")]
	RegisteredAlready {
		/// The dataset.
		id: DatasetId,
		/// For whom it was registered.
		owner: AccountId32,
	},
	/// Somebody else has to decide.
	#[error("Dataset {id} belongs to {owner}, not to {account}: give the key of the owner, or of the owner's guardian, with --signer.")]
	NotOwner {
		/// The dataset.
		id: DatasetId,
		/// Who owns it.
		owner: AccountId32,
		/// Who wanted to decide.
		account: AccountId32,
	},
	/// Somebody else has to decide.
	#[error("{account} does not act for {owner} now: give the key of the owner, or of the owner's guardian, with --signer.")]
	NotGuardian {
		/// For whom it is to be decided.
		owner: AccountId32,
		/// Who wanted to decide.
		account: AccountId32,
	},
	/// No such batch.
	#[error("There is no batch {0} on this chain: `ownome batch anchor` prints the number of a new one.")]
	NoBatch(BatchId),
	/// No such proposal.
	#[error("There is no open offer {0} on this chain: it was answered or withdrawn, or never made; `ownome offer` prints the number of a new one.")]
	NoProposal(ProposalId),
	/// No such grant.
	#[error(
		"There is no grant {0} on this chain: `ownome approve` prints the number of a new one."
	)]
	NoGrant(GrantId),
	/// Not a member.
	#[error("Account {0} is not a member of the consortium: it applies with `ownome member apply`, and waits to be admitted.")]
	NoMember(AccountId32),
	/// Nothing to decide on.
	#[error("Account {0} has no open application: it applies with `ownome member apply`, or it was decided on already.")]
	NoApplication(AccountId32),
}

impl ChainError {
	/// Whether it is certain that the chain did not, and will not, do what was asked.
	pub fn is_refusal(&self) -> bool {
		!matches!(self, Self::Unknown { .. })
	}

	/// The transaction was sent, and then something hid what became of it.
	pub fn unknown(reason: impl ToString) -> Self {
		Self::Unknown { reason: reason.to_string() }
	}

	/// What a failure in talking to the node at `url` means.
	pub fn from_subxt(url: &str, error: impl Into<subxt::Error>) -> Self {
		let error = error.into();
		let url = url.to_owned();
		if is_other_chain(&error) {
			return Self::OtherChain { url };
		}
		Self::Node { url, reason: error.to_string() }
	}

	/// What a failure in connecting to `url` means.
	pub fn from_connecting(url: &str, error: &subxt::rpcs::Error) -> Self {
		let url = url.to_owned();
		match error {
			subxt::rpcs::Error::InsecureUrl(_) => Self::InsecureUrl { url },
			_ if !url.starts_with("ws://") && !url.starts_with("wss://") => Self::BadUrl { url },
			_ => Self::NoNode { url },
		}
	}

	/// What it means that the node refused a transaction of `account`.
	pub fn from_submitting(url: &str, account: AccountId32, error: ExtrinsicError) -> Self {
		match &error {
			ExtrinsicError::ErrorSubmittingTransaction(BackendError::Rpc(
				RpcError::ClientError(subxt::rpcs::Error::User(refusal)),
			)) => match refusal.code {
				ALREADY_IMPORTED | TOO_LOW_PRIORITY => Self::Overtaken { account },
				_ => {
					let data = refusal.data.as_ref().map(|data| data.get().trim_matches('"'));
					Self::NotTaken { reason: data.unwrap_or(&refusal.message).to_owned() }
				},
			},
			// The connection broke: the node may have the transaction.
			ExtrinsicError::ErrorSubmittingTransaction(_) => Self::unknown(error),
			_ => Self::from_subxt(url, error),
		}
	}
}

/// The node has this very transaction already.
const ALREADY_IMPORTED: i32 = 1013;
/// The node has another transaction with this nonce.
const TOO_LOW_PRIORITY: i32 = 1014;

fn is_other_chain(error: &subxt::Error) -> bool {
	matches!(
		error,
		subxt::Error::ExtrinsicError(
			ExtrinsicError::IncompatibleCodegen
				| ExtrinsicError::PalletNameNotFound(_)
				| ExtrinsicError::CallNameNotFound { .. },
		) | subxt::Error::RuntimeApiError(
			RuntimeApiError::IncompatibleCodegen
				| RuntimeApiError::TraitNotFound(_)
				| RuntimeApiError::MethodNotFound { .. },
		) | subxt::Error::StorageError(
			StorageError::IncompatibleCodegen
				| StorageError::PalletNameNotFound(_)
				| StorageError::StorageEntryNotFound { .. },
		)
	)
}

#[cfg(test)]
mod tests {
	use super::*;
	use subxt::rpcs::UserError;

	const URL: &str = "ws://127.0.0.1:9944";

	fn refused(code: i32, data: Option<&str>) -> ChainError {
		let data = data.map(|text| serde_json::value::to_raw_value(text).unwrap());
		let error = UserError { code, message: "Invalid Transaction".into(), data };
		let error = BackendError::from(subxt::rpcs::Error::User(error));
		let error = ExtrinsicError::ErrorSubmittingTransaction(error);
		ChainError::from_submitting(URL, AccountId32([1; 32]), error)
	}

	#[test]
	fn an_unreachable_node_is_named_with_what_to_do() {
		let error = subxt::rpcs::Error::Client("Connection refused".into());
		let message = ChainError::from_connecting(URL, &error).to_string();
		assert_eq!(
			message,
			"No node answers at ws://127.0.0.1:9944: start one with ./scripts/run.sh or give --url."
		);
	}

	#[test]
	fn an_address_that_is_none_is_told_apart_from_a_silent_node() {
		let error = subxt::rpcs::Error::Client("bad".into());
		assert!(matches!(
			ChainError::from_connecting("127.0.0.1:9944", &error),
			ChainError::BadUrl { .. }
		));
		let url = "ws://example.org";
		let error = subxt::rpcs::Error::InsecureUrl(url.into());
		let message = ChainError::from_connecting(url, &error).to_string();
		assert!(message.contains("wss://"), "{message}");
	}

	#[test]
	fn another_chain_is_recognised() {
		let errors: [subxt::Error; 3] = [
			RuntimeApiError::TraitNotFound("ConsentApi".into()).into(),
			ExtrinsicError::IncompatibleCodegen.into(),
			StorageError::PalletNameNotFound("Sudo".into()).into(),
		];
		for error in errors {
			assert!(matches!(ChainError::from_subxt(URL, error), ChainError::OtherChain { .. }));
		}
		let other = RuntimeApiError::CannotCallApi(BackendError::other("gone"));
		assert!(matches!(ChainError::from_subxt(URL, other), ChainError::Node { .. }));
	}

	#[test]
	fn the_pool_gives_its_reason_and_tells_a_race_apart() {
		let message = refused(1010, Some("Transaction has a bad signature")).to_string();
		assert!(message.contains("(Transaction has a bad signature)"), "{message}");
		assert!(matches!(refused(1014, None), ChainError::Overtaken { .. }));
		assert!(matches!(refused(1013, None), ChainError::Overtaken { .. }));
	}

	#[test]
	fn only_a_lost_transaction_is_no_refusal() {
		assert!(refused(1010, None).is_refusal());
		assert!(ChainError::Failed(String::new()).is_refusal());
		let lost = ExtrinsicError::ErrorSubmittingTransaction(BackendError::other("gone"));
		assert!(!ChainError::from_submitting(URL, AccountId32([1; 32]), lost).is_refusal());
	}

	#[test]
	fn an_account_without_coins_is_told_what_is_free() {
		let account = AccountId32([1; 32]);
		let message = ChainError::CannotPay { account }.to_string();
		assert!(message.contains(&account.to_string()), "{message}");
		assert!(
			message.contains("to revoke, narrow, reject, erase or take a policy off is free"),
			"{message}"
		);
	}
}
