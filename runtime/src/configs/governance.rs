//! Who decides.

use crate::{
	configs::monetary::HoldDeposit, AccountId, Runtime, RuntimeCall, RuntimeEvent,
	RuntimeHoldReason, Timestamp,
};
use frame_support::parameter_types;
use frame_system::EnsureRoot;

parameter_types! {
	pub const MembershipReason: RuntimeHoldReason =
		RuntimeHoldReason::Consortium(pallet_consortium::HoldReason::Membership);
}

impl pallet_consortium::Config for Runtime {
	type MembershipDeposit = HoldDeposit<MembershipReason>;
	type AdmitOrigin = EnsureRoot<AccountId>;
	type Time = Timestamp;
	type WeightInfo = pallet_consortium::weights::SubstrateWeight<Runtime>;
}

impl pallet_sudo::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type WeightInfo = pallet_sudo::weights::SubstrateWeight<Runtime>;
}
