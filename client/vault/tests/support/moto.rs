//! `moto`, which does what S3 does, and a wire to it that counts and can be cut.

use std::{
	env,
	io::{BufRead, BufReader, Read, Write},
	net::{Shutdown, TcpListener, TcpStream},
	path::PathBuf,
	process::{Child, Command, Stdio},
	sync::{
		atomic::{AtomicI64, AtomicU64, Ordering},
		Arc,
	},
	thread,
	time::Duration,
};

/// The variables in which the tool looks for the server and its credentials.
pub const VARIABLES: [(&str, &str); 3] = [
	("AWS_REGION", "us-east-1"),
	("AWS_ACCESS_KEY_ID", "anybody"),
	("AWS_SECRET_ACCESS_KEY", "THE-SECRET-OF-THE-BUCKET"),
];

/// A server of its own, with an empty bucket `ownome`.
pub struct Moto {
	process: Child,
	port: u16,
}

impl Moto {
	/// Starts it.
	pub fn start() -> Self {
		let python = env::var_os("OWNOME_MOTO").expect(
			"OWNOME_MOTO does not name a python with moto: run the tests with scripts/test.sh, which sets it",
		);
		let script = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
			.with_file_name("vault")
			.join("tests/support/s3_server.py");
		// It ends with its standard input, so whatever becomes of this test, it goes with it.
		let mut process = Command::new(python)
			.arg(script)
			.stdin(Stdio::piped())
			.stdout(Stdio::piped())
			.stderr(Stdio::null())
			.spawn()
			.unwrap();
		let mut port = String::new();
		BufReader::new(process.stdout.take().unwrap()).read_line(&mut port).unwrap();
		Self { process, port: port.trim().parse().expect("the server prints its port") }
	}

	/// Where it listens.
	pub fn url(&self) -> String {
		format!("http://127.0.0.1:{}", self.port)
	}

	/// A wire to it.
	pub fn wire(&self) -> Wire {
		Wire::to(self.port)
	}

	/// The names of what is in the bucket.
	pub fn keys(&self) -> Vec<String> {
		let listing = self.ask("GET", "ownome?list-type=2", b"");
		let listing = String::from_utf8(listing).unwrap();
		let mut keys: Vec<String> = listing
			.split("<Key>")
			.skip(1)
			.map(|key| key.split('<').next().unwrap().to_owned())
			.collect();
		keys.sort();
		keys
	}

	/// How many uploads in parts are neither complete nor taken back.
	pub fn unfinished(&self) -> usize {
		let listing = self.ask("GET", "ownome?uploads", b"");
		String::from_utf8(listing).unwrap().matches("<Upload>").count()
	}

	/// Puts an object into the bucket, whatever is there.
	pub fn put(&self, key: &str, bytes: &[u8]) {
		self.ask("PUT", &format!("ownome/{key}"), bytes);
	}

	/// An object of the bucket.
	pub fn get(&self, key: &str) -> Vec<u8> {
		self.ask("GET", &format!("ownome/{key}"), b"")
	}

	/// What the server itself answers.
	fn ask(&self, method: &str, path: &str, bytes: &[u8]) -> Vec<u8> {
		// It looks who asks, but not at the signature.
		let credential = "Credential=setup/20260101/us-east-1/s3/aws4_request";
		let request = format!(
			"{method} /{path} HTTP/1.0\r\nHost: 127.0.0.1\r\nContent-Length: {}\r\n\
			 Authorization: AWS4-HMAC-SHA256 {credential}, SignedHeaders=host, Signature=0\r\n\r\n",
			bytes.len()
		);
		let mut server = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
		server.write_all(&[request.as_bytes(), bytes].concat()).unwrap();
		let mut answer = Vec::new();
		server.read_to_end(&mut answer).unwrap();
		let end = answer.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
		let body = answer.split_off(end + 4);
		let head = String::from_utf8_lossy(&answer);
		assert!(head.contains(" 200 "), "{method} {path}: {head}");
		body
	}
}

impl Drop for Moto {
	fn drop(&mut self) {
		drop(self.process.stdin.take());
		let _ = self.process.wait();
	}
}

/// A wire to a server: it counts what goes either way, and is cut after some bytes, never to work again.
pub struct Wire {
	port: u16,
	counts: Arc<Counts>,
}

struct Counts {
	sent: AtomicU64,
	received: AtomicU64,
	/// How long each 64 KiB take.
	delay: AtomicU64,
	/// How many bytes more may go either way.
	left: AtomicI64,
}

impl Wire {
	fn to(server: u16) -> Self {
		let listener = TcpListener::bind("127.0.0.1:0").unwrap();
		let port = listener.local_addr().unwrap().port();
		let counts = Arc::new(Counts {
			sent: AtomicU64::new(0),
			received: AtomicU64::new(0),
			delay: AtomicU64::new(0),
			left: AtomicI64::new(i64::MAX),
		});
		let shared = counts.clone();
		thread::spawn(move || {
			for client in listener.incoming().flatten() {
				if shared.left.load(Ordering::SeqCst) <= 0 {
					continue;
				}
				let Ok(server) = TcpStream::connect(("127.0.0.1", server)) else { return };
				for (from, to, is_answer) in [
					(client.try_clone().unwrap(), server.try_clone().unwrap(), false),
					(server, client, true),
				] {
					let counts = shared.clone();
					thread::spawn(move || carry(from, to, is_answer, &counts));
				}
			}
		});
		Self { port, counts }
	}

	/// Where to reach the server through it.
	pub fn url(&self) -> String {
		format!("http://127.0.0.1:{}", self.port)
	}

	/// How many bytes have gone to the server, what HTTP says around them included.
	pub fn sent(&self) -> u64 {
		self.counts.sent.load(Ordering::SeqCst)
	}

	/// Lets each 64 KiB take `delay`.
	pub fn slow_down(&self, delay: Duration) {
		self.counts.delay.store(delay.as_millis() as u64, Ordering::SeqCst);
	}

	/// How many bytes have come back, what HTTP says around them included.
	pub fn received(&self) -> u64 {
		self.counts.received.load(Ordering::SeqCst)
	}

	/// Lets `bytes` more through, and nothing after them.
	pub fn cut_after(&self, bytes: i64) {
		self.counts.left.store(bytes, Ordering::SeqCst);
	}
}

fn carry(mut from: TcpStream, mut to: TcpStream, is_answer: bool, counts: &Counts) {
	let mut buffer = vec![0; 1 << 16];
	while let Ok(count @ 1..) = from.read(&mut buffer) {
		if counts.left.fetch_sub(count as i64, Ordering::SeqCst) < count as i64 {
			break;
		}
		let counted = if is_answer { &counts.received } else { &counts.sent };
		counted.fetch_add(count as u64, Ordering::SeqCst);
		thread::sleep(Duration::from_millis(counts.delay.load(Ordering::SeqCst)));
		if to.write_all(&buffer[..count]).is_err() {
			break;
		}
	}
	let _ = from.shutdown(Shutdown::Both);
	let _ = to.shutdown(Shutdown::Both);
}
