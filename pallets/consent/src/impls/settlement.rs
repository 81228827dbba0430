//! Where the money of a grant goes.

use crate::{
	types::{AccountIdOf, GrantOf},
	Config, Error, Event, Grants, HoldReason, Pallet,
};
use frame_support::{
	ensure,
	traits::{
		fungible::MutateHold,
		tokens::{Fortitude, Precision, Restriction},
		Get, Time,
	},
};
use ownome_primitives::{Balance, GrantId, Moment};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Let everything happen to a grant that is due.
	pub(crate) fn do_settle(who: &AccountIdOf<T>, id: GrantId) -> DispatchResult {
		let (mut grant, deposit) = Grants::<T>::get(id).ok_or(Error::<T>::UnknownGrant)?;
		let now = T::Time::now();
		let ripened = Self::note_ripe_end(who, id, &mut grant, now);
		let moved = Self::settle_at(id, &mut grant, now)?;
		ensure!(ripened || moved, Error::<T>::NothingDue);
		Grants::<T>::insert(id, (grant, deposit));
		Ok(())
	}

	/// Pay out what `grant` has earned at `now`, and release what it cannot earn any more. Returns whether any money moved. The caller stores
	/// the grant.
	pub(crate) fn settle_at(
		id: GrantId,
		grant: &mut GrantOf<T>,
		now: Moment,
	) -> Result<bool, DispatchError> {
		let (payable, refundable) = (grant.payable(now), grant.refundable(now));
		if payable > 0 {
			Self::pay(id, grant, payable)?;
			grant.paid = grant.paid.saturating_add(payable);
		}
		if refundable > 0 {
			let reason = HoldReason::Escrow.into();
			T::Token::release(&reason, &grant.grantee, refundable, Precision::Exact)?;
			grant.refunded = grant.refunded.saturating_add(refundable);
			Self::deposit_event(Event::Refunded { grant_id: id, amount: refundable });
		}
		let moved = payable > 0 || refundable > 0;
		if moved && grant.held() == 0 {
			let (paid, refunded) = (grant.paid, grant.refunded);
			Self::deposit_event(Event::Settled { grant_id: id, paid, refunded });
		}
		Ok(moved)
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
	fn pay_out(from: &AccountIdOf<T>, to: &AccountIdOf<T>, amount: Balance) -> DispatchResult {
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
