//! Sending a file to a server.

use std::{
	fs::File,
	io::{self, Read},
	sync::Arc,
};

use object_store::{
	path::Path as Key, ObjectStore, ObjectStoreExt, PutMode, PutPayload, WriteMultipart,
};

use super::background::{or_interrupted, Failure};

/// The least that a server takes as one of several parts.
const LEAST_PART: u64 = 5 << 20;
/// The most parts that a server takes.
const MOST_PARTS: u64 = 10_000;
/// How much may be on its way.
const UNDER_WAY: u64 = 3 * LEAST_PART;

/// Makes a new object of bytes.
pub(super) async fn create(
	store: Arc<dyn ObjectStore>,
	key: Key,
	bytes: PutPayload,
) -> Result<(), Failure> {
	store.put_opts(&key, bytes, PutMode::Create.into()).await?;
	Ok(())
}

/// Makes a new object of a file. A large one is sent in parts, of which nothing is left if it ends halfway.
pub(super) async fn send(
	store: Arc<dyn ObjectStore>,
	key: Key,
	mut file: File,
) -> Result<(), Failure> {
	let size = file.metadata()?.len();
	if size <= LEAST_PART {
		let mut bytes = Vec::new();
		file.take(LEAST_PART).read_to_end(&mut bytes)?;
		return or_interrupted(create(store, key, bytes.into())).await;
	}
	// Parts make an object also where there is one.
	match or_interrupted(async { Ok(store.head(&key).await?) }).await {
		Ok(_) => return Err(io::Error::from(io::ErrorKind::AlreadyExists).into()),
		Err(failure) if failure.is_not_found() => {},
		Err(failure) => return Err(failure),
	}
	let part = LEAST_PART.max(size.div_ceil(MOST_PARTS));
	let upload = or_interrupted(async { Ok(store.put_multipart(&key).await?) }).await?;
	let mut sending = WriteMultipart::new_with_chunk_size(upload, part as usize);
	match or_interrupted(send_parts(&mut sending, &mut file, part)).await {
		Ok(()) => Ok(sending.finish().await.map(drop)?),
		Err(failure) => {
			// Where the server is gone, there is nobody to tell.
			let _ = sending.abort().await;
			Err(failure)
		},
	}
}

async fn send_parts(
	sending: &mut WriteMultipart,
	file: &mut File,
	part: u64,
) -> Result<(), Failure> {
	let at_once = (UNDER_WAY / part).max(1) as usize;
	loop {
		sending.wait_for_capacity(at_once).await?;
		let mut bytes = Vec::new();
		file.take(part).read_to_end(&mut bytes)?;
		if bytes.is_empty() {
			// All of it has arrived before somebody may not interrupt any more.
			return Ok(sending.wait_for_capacity(1).await?);
		}
		sending.put(bytes.into());
	}
}
