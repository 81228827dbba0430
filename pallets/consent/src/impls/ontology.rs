//! Which diseases are kinds of others.

use crate::{Config, Error, Event, OntologyOnRecord, Pallet};
use alloc::vec::Vec;
use frame_support::{
	ensure,
	traits::{Get, Time},
};
use ownome_primitives::{Ancestry, AncestryProof, Ontology, OntologyRecord};

impl<T: Config> Pallet<T> {
	/// Announce an ontology, or take it off.
	pub(crate) fn do_set_ontology(ontology: Option<Ontology>) {
		let Some(Ontology { root, count }) = ontology else {
			OntologyOnRecord::<T>::kill();
			Self::deposit_event(Event::OntologyRemoved);
			return;
		};
		let now = T::Time::now();
		let from = now.saturating_add(T::OntologyDelay::get());
		OntologyOnRecord::<T>::mutate(|record| {
			let current = record.at(now);
			*record = OntologyRecord { current, next: Some((from, Ontology { root, count })) };
		});
		Self::deposit_event(Event::OntologyAnnounced { root, count, from });
	}

	/// The pairs of which the proofs show that they are in the ontology. One that does not fit spoils all.
	pub(crate) fn proven(proofs: &[AncestryProof]) -> Result<Vec<Ancestry>, Error<T>> {
		if proofs.is_empty() {
			return Ok(Vec::new());
		}
		let ontology =
			OntologyOnRecord::<T>::get().at(T::Time::now()).ok_or(Error::<T>::NoOntology)?;
		ensure!(proofs.iter().all(|proof| ontology.proves(proof)), Error::<T>::BadAncestryProof);
		Ok(proofs.iter().map(|proof| proof.pair).collect())
	}
}
