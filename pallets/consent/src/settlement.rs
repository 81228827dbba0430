//! Where the money of a grant goes.

use crate::{types::GrantOf, Balance, Config, Event, GrantId, HoldReason, Moment, Pallet};
use frame_support::{
	dispatch::DispatchResult,
	traits::{
		fungible::MutateHold,
		tokens::{Fortitude, Precision, Restriction},
		Get,
	},
};

impl<T: Config> Pallet<T> {
	/// Pay out what `grant` has earned at `now` and, if it has ended, refund the rest. The caller stores the grant.
	pub(crate) fn settle_at(id: GrantId, grant: &mut GrantOf<T>, now: Moment) -> DispatchResult {
		let due = grant.earned(now).saturating_sub(grant.paid);
		if due > 0 {
			Self::pay(id, grant, due)?;
			grant.paid = grant.paid.saturating_add(due);
		}
		if now >= grant.end() && !grant.settled {
			let refunded = grant.terms.price.saturating_sub(grant.paid);
			let reason = HoldReason::Escrow.into();
			T::Token::release(&reason, &grant.grantee, refunded, Precision::Exact)?;
			grant.settled = true;
			Self::deposit_event(Event::Settled { grant_id: id, paid: grant.paid, refunded });
		}
		Ok(())
	}

	/// Split `due` between attester, treasury and owner. The owner gets all that the other two do not.
	fn pay(id: GrantId, grant: &GrantOf<T>, due: Balance) -> DispatchResult {
		let mut to_attester = 0;
		if let Some((attester, share)) = &grant.shares.attester {
			to_attester = share.mul_floor(due);
			Self::pay_out(&grant.grantee, attester, to_attester)?;
		}
		let to_treasury = grant.shares.treasury.mul_floor(due);
		Self::pay_out(&grant.grantee, &T::Treasury::get(), to_treasury)?;
		let to_owner = due.saturating_sub(to_attester).saturating_sub(to_treasury);
		Self::pay_out(&grant.grantee, &grant.owner, to_owner)?;
		Self::deposit_event(Event::Paid { grant_id: id, to_owner, to_attester, to_treasury });
		Ok(())
	}

	/// Move `amount` out of the escrow of `from`. Whatever may freeze an account later does not stop what it owes.
	fn pay_out(from: &T::AccountId, to: &T::AccountId, amount: Balance) -> DispatchResult {
		if amount == 0 {
			return Ok(());
		}
		T::Token::transfer_on_hold(
			&HoldReason::Escrow.into(),
			from,
			to,
			amount,
			Precision::Exact,
			Restriction::Free,
			Fortitude::Force,
		)?;
		Ok(())
	}
}
