//! Answers of servers, of which no more is taken than was asked for, whatever a server sends.

use std::{io, ops::Range, sync::Arc};

use futures_util::TryStreamExt;
use object_store::{path::Path as Key, GetOptions, GetResult, ObjectStore};

use super::background::Failure;

/// The first `max` bytes of what comes, or all if there are less.
pub(super) async fn first(found: GetResult, max: u64) -> Result<Vec<u8>, Failure> {
	let mut coming = found.into_stream();
	let mut bytes = Vec::new();
	while let Some(part) = coming.try_next().await? {
		let room = usize::try_from(max).unwrap_or(usize::MAX) - bytes.len();
		bytes.extend_from_slice(&part[..part.len().min(room)]);
		if part.len() >= room {
			break;
		}
	}
	Ok(bytes)
}

/// The bytes of an object in a range, all of them.
pub(super) async fn range(
	store: &Arc<dyn ObjectStore>,
	key: &Key,
	range: Range<u64>,
) -> Result<Vec<u8>, Failure> {
	let wanted = range.end.saturating_sub(range.start);
	let options = GetOptions { range: Some(range.into()), ..GetOptions::default() };
	let bytes = first(store.get_opts(key, options).await?, wanted).await?;
	match bytes.len() as u64 == wanted {
		true => Ok(bytes),
		false => Err(io::Error::from(io::ErrorKind::UnexpectedEof).into()),
	}
}

#[cfg(test)]
mod tests {
	use object_store::{memory::InMemory, ObjectStoreExt};

	use super::*;
	use crate::store::background::run_whole;

	#[test]
	fn no_more_is_taken_than_was_asked_for_and_no_less() {
		let store: Arc<dyn ObjectStore> = Arc::new(InMemory::new());
		let taken = run_whole(async move {
			let key = Key::from("object");
			store.put(&key, vec![7; 10].into()).await?;
			// The whole object comes, as from a server that does not care what was asked.
			let some = first(store.get(&key).await?, 4).await?;
			let all = first(store.get(&key).await?, 11).await?;
			let part = range(&store, &key, 2..5).await?;
			Ok((some.len(), all.len(), part.len(), range(&store, &key, 8..12).await.is_err()))
		});
		assert_eq!(taken.ok(), Some((4, 10, 3, true)));
	}
}
