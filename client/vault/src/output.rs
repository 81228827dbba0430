//! A file that goes to the disk while it is written.

use std::{
	fs::File,
	io::{self, Write},
	sync::mpsc::{self, SyncSender, TrySendError},
	thread::{Builder, JoinHandle},
};

/// How much is written before the disk is told, in bytes.
const STEP_BYTES: usize = 16 << 20;

/// A new file. Whatever is written starts on its way to the disk soon, so that the wait for it to last, at the end, is short.
#[derive(Debug)]
pub struct Output<'a> {
	file: &'a mut File,
	/// How much was written since the disk was told.
	behind: usize,
	syncing: Option<Syncing>,
}

#[derive(Debug)]
struct Syncing {
	wanted: SyncSender<()>,
	thread: JoinHandle<io::Result<()>>,
}

impl<'a> Output<'a> {
	pub(crate) fn new(file: &'a mut File) -> Self {
		Self { file, behind: 0, syncing: None }
	}

	/// Says what became of what is on its way, which the system tells only once. What was written last is yet to be synced.
	pub(crate) fn finish(self) -> io::Result<()> {
		let Some(Syncing { wanted, thread }) = self.syncing else { return Ok(()) };
		drop(wanted);
		thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
	}

	fn tell_the_disk(&mut self) -> io::Result<()> {
		let syncing = match self.syncing.take() {
			Some(syncing) => syncing,
			None => Syncing::start(self.file)?,
		};
		match syncing.wanted.try_send(()) {
			// It is busy, and will see what has been written when it is told the next time.
			Ok(()) | Err(TrySendError::Full(())) => self.syncing = Some(syncing),
			Err(TrySendError::Disconnected(())) => {
				return syncing
					.thread
					.join()
					.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
			},
		}
		Ok(())
	}
}

impl Syncing {
	fn start(file: &File) -> io::Result<Self> {
		let file = file.try_clone()?;
		let (wanted, told) = mpsc::sync_channel(1);
		let thread = Builder::new()
			.name("disk".into())
			.spawn(move || told.iter().try_for_each(|()| file.sync_data()))?;
		Ok(Self { wanted, thread })
	}
}

impl Write for Output<'_> {
	fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
		let count = self.file.write(buffer)?;
		self.behind += count;
		if self.behind >= STEP_BYTES {
			self.behind = 0;
			self.tell_the_disk()?;
		}
		Ok(count)
	}

	fn flush(&mut self) -> io::Result<()> {
		self.file.flush()
	}
}
