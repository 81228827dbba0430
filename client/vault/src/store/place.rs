//! Where a store is, and how it is reached.

use std::{path::Path, sync::Arc, time::Duration};

use object_store::{
	aws::{AmazonS3Builder, AmazonS3ConfigKey},
	http::HttpBuilder,
	local::LocalFileSystem,
	path::Path as Key,
	ClientOptions, ObjectStore, RetryConfig,
};
use rustls::crypto::{ring, CryptoProvider};
use url::Url;

use crate::{Error, Result};

/// How long a server may be silent.
const SILENCE: Duration = Duration::from_secs(60);
/// How often a request is repeated, and for how long.
const RETRIES: usize = 5;
const RETRY_TIMEOUT: Duration = Duration::from_secs(60);

/// What the name of a store says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
	/// A folder.
	Folder,
	/// A prefix in a bucket of an S3-compatible store.
	Bucket { bucket: String, prefix: Key },
	/// A folder of a web server, which can only be read.
	Web { url: String },
}

impl Place {
	/// Understands a name. What has no scheme is a folder.
	pub(super) fn of(name: &Path) -> Result<Self> {
		let wrong = |reason| Error::StoreName { name: name.into(), reason };
		if name.as_os_str().is_empty() {
			return Err(wrong("it is empty"));
		}
		let Some((scheme, _)) = name.to_str().and_then(|name| name.split_once("://")) else {
			return Ok(Self::Folder);
		};
		let url = name.to_str().and_then(|name| Url::parse(name).ok());
		let url = url.ok_or_else(|| wrong("it is not a URL"))?;
		if !url.username().is_empty() || url.password().is_some() {
			// It would be shown with every error.
			return Err(Error::StoreName {
				name: format!("{scheme}://…").into(),
				reason: "credentials do not belong in a URL",
			});
		}
		if url.query().is_some() || url.fragment().is_some() {
			return Err(wrong("it has more than a path"));
		}
		let host = url.host_str().filter(|host| !host.is_empty());
		let host = host.ok_or_else(|| wrong("it has no host"))?;
		match url.scheme() {
			"s3" => Ok(Self::Bucket {
				bucket: host.into(),
				prefix: Key::from_url_path(url.path()).map_err(|_| wrong("its path is not one"))?,
			}),
			"http" | "https" => Ok(Self::Web { url: url.as_str().trim_end_matches('/').into() }),
			_ => Err(wrong("its scheme is unknown")),
		}
	}

	/// Refuses a store that can only be read.
	pub(super) fn expect_writable(&self, name: &Path) -> Result<()> {
		match self {
			Self::Web { .. } => Err(Error::StoreReadOnly { path: name.into() }),
			Self::Folder | Self::Bucket { .. } => Ok(()),
		}
	}

	/// What reads, and mostly writes, the objects of the store with this name.
	pub(super) fn connect(&self, name: &Path) -> object_store::Result<Arc<dyn ObjectStore>> {
		if *self != Self::Folder && CryptoProvider::get_default().is_none() {
			// Somebody else may just have done the same.
			let _ = ring::default_provider().install_default();
		}
		match self {
			Self::Folder => Ok(Arc::new(LocalFileSystem::new_with_prefix(name)?)),
			Self::Bucket { bucket, .. } => {
				let builder = AmazonS3Builder::from_env().with_bucket_name(bucket);
				let endpoint = builder
					.get_config_value(&AmazonS3ConfigKey::S3Endpoint)
					.or_else(|| builder.get_config_value(&AmazonS3ConfigKey::Endpoint));
				// Whoever names such an endpoint knows that it has no TLS.
				let plain = endpoint.is_some_and(|url| url.starts_with("http://"));
				let options = options().with_allow_http(plain);
				Ok(Arc::new(builder.with_client_options(options).with_retry(retry()).build()?))
			},
			Self::Web { url } => {
				let options = options().with_allow_http(url.starts_with("http://"));
				let builder = HttpBuilder::new().with_url(url).with_client_options(options);
				Ok(Arc::new(builder.with_retry(retry()).build()?))
			},
		}
	}

	/// The name under which everything in the store lies.
	pub(super) fn prefix(&self) -> Key {
		match self {
			Self::Bucket { prefix, .. } => prefix.clone(),
			Self::Folder | Self::Web { .. } => Key::default(),
		}
	}
}

fn options() -> ClientOptions {
	// A large object may take its time, as long as it moves.
	ClientOptions::new().with_timeout_disabled().with_read_timeout(SILENCE)
}

fn retry() -> RetryConfig {
	RetryConfig { max_retries: RETRIES, retry_timeout: RETRY_TIMEOUT, ..RetryConfig::default() }
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_store_is_a_folder_a_bucket_or_a_web_server() {
		let bucket =
			|prefix: &str| Place::Bucket { bucket: "lab".into(), prefix: Key::from(prefix) };
		let web = |url: &str| Place::Web { url: url.into() };
		for (name, place) in [
			("store", Place::Folder),
			("/srv/it's [here] #1", Place::Folder),
			("s3:", Place::Folder),
			("s3://lab", bucket("")),
			("s3://lab/", bucket("")),
			("s3://lab/a/b/", bucket("a/b")),
			("https://lab.example/data/", web("https://lab.example/data")),
			("http://lab.example:8080", web("http://lab.example:8080")),
		] {
			assert_eq!(Place::of(Path::new(name)).unwrap(), place, "{name}");
		}
	}

	#[test]
	fn other_names_are_refused() {
		for name in [
			"",
			"ftp://lab.example/data",
			"s3://",
			"s3:///data",
			"https://",
			"https://lab.example/?list",
			"https://lab.example/#data",
		] {
			let error = Place::of(Path::new(name)).unwrap_err();
			assert!(matches!(error, Error::StoreName { .. }), "{name}");
		}
	}

	#[test]
	fn credentials_in_a_url_are_refused_and_not_shown() {
		for name in ["https://me:hush@lab.example/data", "s3://hush@lab/data"] {
			let error = Place::of(Path::new(name)).unwrap_err();
			assert!(!format!("{error} {error:?}").contains("hush"), "{error}");
		}
	}
}
