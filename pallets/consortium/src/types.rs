//! Aliases for what the configuration of this pallet names.

use crate::Config;
use sp_runtime::traits::StaticLookup;

/// The address form of an account in a call.
pub type AccountIdLookupOf<T> = <<T as frame_system::Config>::Lookup as StaticLookup>::Source;

/// The receipt for a held deposit.
pub type TicketOf<T> = <T as Config>::MembershipDeposit;
