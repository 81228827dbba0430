//! Puts what an owner may do for free before what others pay for (docs/adr/0005-free-rights.md).

use crate::{AccountId, Runtime, RuntimeCall};
use alloc::{vec, vec::Vec};
use codec::{Decode, DecodeWithMemTracking, Encode};
use frame_support::pallet_prelude::{
	TransactionPriority, TransactionSource, TransactionValidityError, Weight,
};
use ownome_primitives::{DatasetId, GrantId, PolicyTarget, ProposalId};
use pallet_skip_feeless_payment::{Intermediate, SkipCheckIfFeeless};
use scale_info::{StaticTypeInfo, TypeInfo};
use sp_runtime::{
	traits::{
		DispatchInfoOf, DispatchOriginOf, Implication, PostDispatchInfoOf, TransactionExtension,
		TransactionExtensionMetadata, ValidateResult,
	},
	DispatchResult,
};

/// Before every transaction that pays without an extraordinary tip.
const URGENT: TransactionPriority = TransactionPriority::MAX / 2;

/// Separates the tags of this extension from those of others.
const TAG: &[u8] = b"ownome/free-right";

/// What a free call makes use of. Two free calls that have one of these in common exclude each other.
#[derive(Encode)]
enum Right<'a> {
	/// To decide about a proposal.
	Proposal(ProposalId),
	/// To take back a grant or a part of it.
	Grant(GrantId),
	/// To take off what is said to all requests.
	Policy(&'a PolicyTarget<AccountId>),
	/// To have a dataset erased.
	Dataset(DatasetId),
	/// Any other.
	Other(&'a RuntimeCall),
}

/// The rights of which a free call makes use.
fn rights(call: &RuntimeCall) -> Vec<Right<'_>> {
	use pallet_consent::Call as Consent;
	use pallet_data_registry::Call as Registry;
	match call {
		RuntimeCall::Consent(Consent::reject { proposal_id }) => {
			vec![Right::Proposal(*proposal_id)]
		},
		RuntimeCall::Consent(Consent::revoke { grant_id } | Consent::narrow { grant_id, .. }) => {
			vec![Right::Grant(*grant_id)]
		},
		RuntimeCall::Consent(Consent::revoke_many { grant_ids }) => {
			grant_ids.iter().copied().map(Right::Grant).collect()
		},
		RuntimeCall::Consent(Consent::set_policy { target, .. }) => vec![Right::Policy(target)],
		RuntimeCall::DataRegistry(Registry::erase { dataset_id }) => {
			vec![Right::Dataset(*dataset_id)]
		},
		other => vec![Right::Other(other)],
	}
}

/// Whether a right is worth nothing if it comes late: a grant that is to end, an offer that is to be refused. An erasure takes
/// its turn, because anybody can register as many titles as deposits allow, get these back, and erase the titles all at once.
fn is_urgent(call: &RuntimeCall) -> bool {
	use pallet_consent::Call::{narrow, reject, revoke, revoke_many, set_policy};
	matches!(
		call,
		RuntimeCall::Consent(
			reject { .. } | revoke { .. } | revoke_many { .. } | narrow { .. } | set_policy { .. }
		)
	)
}

type Inner<S> = SkipCheckIfFeeless<Runtime, S>;

/// A payment `S` that is skipped for free calls, as [`SkipCheckIfFeeless`] does it, with two rules for the transaction pool:
///
/// - Revoking, narrowing, rejecting and taking a policy off come before all paid transactions, so that full blocks or a full pool cannot keep them out.
/// - The pool keeps one free transaction for each right, whatever the call, so that nobody fills it with free ones: a call is free as
///   long as a proposal, a grant or a dataset stands, for which somebody paid a deposit.
///
/// Wallets see the payment and nothing else.
#[derive(Clone, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking)]
pub struct FreeRightsFirst<S>(Inner<S>);

impl<S: Encode> core::fmt::Debug for FreeRightsFirst<S> {
	fn fmt(&self, f: &mut core::fmt::Formatter) -> core::fmt::Result {
		self.0.fmt(f)
	}
}

impl<S> From<S> for FreeRightsFirst<S> {
	fn from(payment: S) -> Self {
		Self(payment.into())
	}
}

impl<S: StaticTypeInfo> TypeInfo for FreeRightsFirst<S> {
	type Identity = S;
	fn type_info() -> scale_info::Type {
		S::type_info()
	}
}

impl<S: TransactionExtension<RuntimeCall> + StaticTypeInfo> TransactionExtension<RuntimeCall>
	for FreeRightsFirst<S>
{
	const IDENTIFIER: &'static str = S::IDENTIFIER;
	type Implicit = S::Implicit;
	type Val = <Inner<S> as TransactionExtension<RuntimeCall>>::Val;
	type Pre = <Inner<S> as TransactionExtension<RuntimeCall>>::Pre;

	fn metadata() -> Vec<TransactionExtensionMetadata> {
		S::metadata()
	}

	fn implicit(&self) -> Result<Self::Implicit, TransactionValidityError> {
		self.0.implicit()
	}

	fn weight(&self, call: &RuntimeCall) -> Weight {
		self.0.weight(call)
	}

	fn validate(
		&self,
		origin: DispatchOriginOf<RuntimeCall>,
		call: &RuntimeCall,
		info: &DispatchInfoOf<RuntimeCall>,
		len: usize,
		self_implicit: Self::Implicit,
		inherited_implication: &impl Implication,
		source: TransactionSource,
	) -> ValidateResult<Self::Val, RuntimeCall> {
		let (mut valid, val, origin) = self.0.validate(
			origin,
			call,
			info,
			len,
			self_implicit,
			inherited_implication,
			source,
		)?;
		if let Intermediate::Skip(_) = val {
			if is_urgent(call) {
				valid.priority = URGENT;
			}
			valid.provides.extend(rights(call).iter().map(|right| (TAG, right).encode()));
		}
		Ok((valid, val, origin))
	}

	fn prepare(
		self,
		val: Self::Val,
		origin: &DispatchOriginOf<RuntimeCall>,
		call: &RuntimeCall,
		info: &DispatchInfoOf<RuntimeCall>,
		len: usize,
	) -> Result<Self::Pre, TransactionValidityError> {
		self.0.prepare(val, origin, call, info, len)
	}

	fn post_dispatch_details(
		pre: Self::Pre,
		info: &DispatchInfoOf<RuntimeCall>,
		post_info: &PostDispatchInfoOf<RuntimeCall>,
		len: usize,
		result: &DispatchResult,
	) -> Result<Weight, TransactionValidityError> {
		Inner::<S>::post_dispatch_details(pre, info, post_info, len, result)
	}
}
