//! Lets the vault, which waits for its work, use stores that do not wait.
//!
//! The work is done by threads of their own, so that it makes no difference whether the caller is itself a part of something
//! that does not wait.

use std::{
	future::Future,
	io, iter,
	path::Path,
	sync::{mpsc, OnceLock},
	time::Duration,
};

use tokio::{
	runtime::{Builder, Runtime},
	task::AbortHandle,
	time,
};

use crate::{interrupt, Error};

/// How often it is seen whether somebody wants the work to end.
const INTERRUPT_CHECK: Duration = Duration::from_millis(100);
/// How the crate calls a store that is a folder.
const FOLDER: &str = "LocalFileSystem";
/// More of an answer than anybody reads.
const MAX_REASON: usize = 200;

/// Why work in the background came to nothing.
pub(super) enum Failure {
	/// Somebody wanted it to end.
	Interrupted,
	/// What the store says.
	Store(object_store::Error),
	/// What the operating system says.
	System(io::Error),
}

impl From<object_store::Error> for Failure {
	fn from(error: object_store::Error) -> Self {
		Self::Store(error)
	}
}

impl From<io::Error> for Failure {
	fn from(error: io::Error) -> Self {
		Self::System(error)
	}
}

impl Failure {
	/// Whether there is nothing of the name.
	pub(super) fn is_not_found(&self) -> bool {
		match self {
			Self::Store(object_store::Error::NotFound { .. }) => true,
			Self::System(error) => error.kind() == io::ErrorKind::NotFound,
			_ => false,
		}
	}

	/// It happened while `path` was read.
	pub(super) fn read(self, path: &Path) -> Error {
		self.at(path, Error::read)
	}

	/// It happened while `path` was written.
	pub(super) fn write(self, path: &Path) -> Error {
		self.at(path, Error::write)
	}

	fn at(self, path: &Path, io: fn(&Path, io::Error) -> Error) -> Error {
		use object_store::Error as Store;
		match self {
			Self::Interrupted => Error::Interrupted,
			Self::System(error) => io(path, error),
			Self::Store(Store::AlreadyExists { .. } | Store::Precondition { .. }) => {
				Error::Exists { path: path.into() }
			},
			Self::Store(
				error @ (Store::NotFound { .. } | Store::Generic { store: FOLDER, .. }),
			) => io(path, system_error(&error)),
			Self::Store(Store::PermissionDenied { .. } | Store::Unauthenticated { .. }) => {
				io(path, io::ErrorKind::PermissionDenied.into())
			},
			Self::Store(error) => Error::StoreAnswer { path: path.into(), reason: reason(&error) },
		}
	}
}

/// What the operating system said, where it was asked.
fn system_error(error: &object_store::Error) -> io::Error {
	let said = causes(error)
		.find_map(|cause| cause.downcast_ref::<io::Error>()?.raw_os_error())
		.map(io::Error::from_raw_os_error);
	said.unwrap_or_else(|| match error {
		object_store::Error::NotFound { .. } => io::ErrorKind::NotFound.into(),
		_ => io::Error::other(reason(error)),
	})
}

fn causes<'a>(
	error: &'a (dyn std::error::Error + 'static),
) -> impl Iterator<Item = &'a (dyn std::error::Error + 'static)> {
	iter::successors(Some(error), |error| error.source())
}

/// The innermost cause, in one line. A server may have written it.
fn reason(error: &object_store::Error) -> String {
	let text = causes(error).last().map(ToString::to_string).unwrap_or_default();
	let line = text.lines().next().unwrap_or_default();
	let shown: String = line.chars().filter(|c| !c.is_control()).take(MAX_REASON).collect();
	shown.trim_end_matches(['.', ':', ' ']).into()
}

/// Work that goes on while its caller does something else. It ends with this.
pub(super) struct Running<T> {
	answer: mpsc::Receiver<Result<T, Failure>>,
	task: AbortHandle,
}

impl<T> Running<T> {
	/// What came of it.
	pub(super) fn wait(self) -> Result<T, Failure> {
		self.answer
			.recv()
			.unwrap_or_else(|_| Err(io::Error::other("the work ended early").into()))
	}
}

impl<T> Drop for Running<T> {
	fn drop(&mut self) {
		self.task.abort();
	}
}

/// Starts work that an interruption ends.
pub(super) fn start<T: Send + 'static>(
	work: impl Future<Output = Result<T, Failure>> + Send + 'static,
) -> io::Result<Running<T>> {
	start_whole(or_interrupted(work))
}

/// Does work that an interruption ends.
pub(super) fn run<T: Send + 'static>(
	work: impl Future<Output = Result<T, Failure>> + Send + 'static,
) -> Result<T, Failure> {
	start(work)?.wait()
}

/// Does work that takes care of interruptions itself.
pub(super) fn run_whole<T: Send + 'static>(
	work: impl Future<Output = Result<T, Failure>> + Send + 'static,
) -> Result<T, Failure> {
	start_whole(work)?.wait()
}

/// The answer of `work` if nobody interrupts it.
pub(super) async fn or_interrupted<T>(
	work: impl Future<Output = Result<T, Failure>>,
) -> Result<T, Failure> {
	let interrupted = async {
		while interrupt::check().is_ok() {
			time::sleep(INTERRUPT_CHECK).await;
		}
	};
	tokio::select! {
		biased;
		() = interrupted => Err(Failure::Interrupted),
		done = work => done,
	}
}

fn start_whole<T: Send + 'static>(
	work: impl Future<Output = Result<T, Failure>> + Send + 'static,
) -> io::Result<Running<T>> {
	let (sender, answer) = mpsc::sync_channel(1);
	let task = runtime()?.spawn(async move {
		// Where nobody waits any more, nobody wants the answer.
		let _ = sender.send(work.await);
	});
	Ok(Running { answer, task: task.abort_handle() })
}

fn runtime() -> io::Result<&'static Runtime> {
	static RUNTIME: OnceLock<Runtime> = OnceLock::new();
	if let Some(runtime) = RUNTIME.get() {
		return Ok(runtime);
	}
	let runtime = Builder::new_multi_thread()
		.worker_threads(1)
		.thread_name("ownome-store")
		.enable_all()
		.build()?;
	Ok(RUNTIME.get_or_init(|| runtime))
}
