//! What must hold of this pallet's storage after every block.

use crate::{Applications, Config, Deposits, Members, Pallet, StandingHistory};
use frame_support::ensure;
use ownome_primitives::Standing;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Nobody is applicant and member at once, all that was stated is of its form, the deposits are those of the applicants, members and
	/// former members, and everybody's standing is the last that was noted.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		for (who, application) in Applications::<T>::iter() {
			ensure!(!Members::<T>::contains_key(&who), "an applicant is a member already");
			ensure!(!application.roles.is_empty(), "an application names no role");
			ensure!(
				application.profile.is_well_formed(),
				"the profile of an applicant is malformed"
			);
			ensure!(Deposits::<T>::contains_key(&who), "an applicant has no deposit");
		}
		for (who, member) in Members::<T>::iter() {
			ensure!(!member.roles.is_empty(), "a member has no role");
			ensure!(member.profile.is_well_formed(), "the profile of a member is malformed");
			ensure!(Deposits::<T>::contains_key(&who), "a member has no deposit");
			ensure!(
				StandingHistory::<T>::get(&who).last().map(|(_, last)| *last)
					== Some(member.standing),
				"the standing of a member is not the last that was noted"
			);
		}
		for (who, history) in StandingHistory::<T>::iter() {
			ensure!(Deposits::<T>::contains_key(&who), "standings have no deposit");
			ensure!(history.is_sorted_by_key(|(since, _)| *since), "standings are out of order");
			let Some((_, last)) = history.last() else {
				return Err("a history is empty".into());
			};
			ensure!(
				matches!(last, Standing::Good | Standing::Suspended)
					== Members::<T>::contains_key(&who),
				"an account that is no member has the standing of one, or the other way round"
			);
		}
		for who in Deposits::<T>::iter_keys() {
			ensure!(
				Applications::<T>::contains_key(&who) || StandingHistory::<T>::contains_key(&who),
				"a deposit pays for nothing"
			);
		}
		Ok(())
	}
}
