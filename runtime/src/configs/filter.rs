//! What nobody may call.

use crate::RuntimeCall;
use frame_support::traits::Contains;

/// Refuses every call by which root could act in an owner's name or write into the state by hand. What is left to root to change
/// a consent is an upgrade of the runtime, which everybody sees.
///
/// Root's own calls pass no filter, so the signed call that carries them is looked through. Calls that a proxy or a multisig
/// makes are signed, and pass this filter by themselves.
pub struct NobodyActsForAnOwner;

impl Contains<RuntimeCall> for NobodyActsForAnOwner {
	fn contains(call: &RuntimeCall) -> bool {
		use frame_system::Call as System;
		use pallet_sudo::Call as Sudo;
		use pallet_utility::Call as Utility;
		match call {
			RuntimeCall::System(
				System::set_storage { .. }
				| System::kill_storage { .. }
				| System::kill_prefix { .. },
			)
			| RuntimeCall::Sudo(Sudo::sudo_as { .. })
			| RuntimeCall::Utility(
				Utility::dispatch_as { .. } | Utility::dispatch_as_fallible { .. },
			) => false,
			RuntimeCall::Sudo(Sudo::sudo { call } | Sudo::sudo_unchecked_weight { call, .. })
			| RuntimeCall::Utility(
				Utility::as_derivative { call, .. } | Utility::with_weight { call, .. },
			) => Self::contains(call),
			RuntimeCall::Utility(
				Utility::batch { calls }
				| Utility::batch_all { calls }
				| Utility::force_batch { calls },
			) => calls.iter().all(Self::contains),
			RuntimeCall::Utility(Utility::if_else { main, fallback }) => {
				Self::contains(main) && Self::contains(fallback)
			},
			_ => true,
		}
	}
}
