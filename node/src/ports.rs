//! Says at once, and in one sentence, that a port is taken.
//!
//! Left alone, the node would move its JSON-RPC to a random port, or run where nobody can dial it.

use sc_network::{multiaddr::Protocol, Multiaddr};
use sc_service::Configuration;
use std::{
	io::ErrorKind,
	net::{IpAddr, SocketAddr, TcpListener},
};

/// Checks that the ports for JSON-RPC and for the network are free.
///
/// The port for metrics is not checked: without it the node works, and says so in its log.
///
/// # Errors
///
/// Names the first port that is taken, and the option that chooses another.
pub fn ensure_free(config: &Configuration) -> Result<(), String> {
	let rpc = config
		.rpc
		.addr
		.iter()
		.flatten()
		.filter(|endpoint| !endpoint.is_optional)
		.map(|endpoint| (endpoint.listen_addr, "JSON-RPC", "--rpc-port"));
	let network = config
		.network
		.listen_addresses
		.iter()
		.filter_map(tcp_address)
		.map(|address| (address, "the network", "--port"));

	match rpc.chain(network).find(|(address, ..)| is_taken(*address)) {
		Some((address, purpose, option)) => Err(format!(
			"port {} for {purpose} is in use: stop the program that listens there, \
			 or choose another port with {option}",
			address.port()
		)),
		None => Ok(()),
	}
}

/// The address that a listener binds to, `None` if it is not one for TCP.
fn tcp_address(address: &Multiaddr) -> Option<SocketAddr> {
	let mut parts = address.iter();
	let ip = match parts.next()? {
		Protocol::Ip4(ip) => IpAddr::from(ip),
		Protocol::Ip6(ip) => IpAddr::from(ip),
		_ => return None,
	};
	match parts.next()? {
		Protocol::Tcp(port) => Some(SocketAddr::new(ip, port)),
		_ => None,
	}
}

/// Whether somebody listens there. Other reasons not to bind, such as a machine without IPv6, do not count.
fn is_taken(address: SocketAddr) -> bool {
	TcpListener::bind(address).is_err_and(|error| error.kind() == ErrorKind::AddrInUse)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_port_is_taken_while_somebody_listens() {
		let listener = TcpListener::bind("127.0.0.1:0").unwrap();
		let address = listener.local_addr().unwrap();
		assert!(is_taken(address));
		drop(listener);
		assert!(!is_taken(address));
	}

	#[test]
	fn only_tcp_addresses_are_checked() {
		let parse = |text: &str| tcp_address(&text.parse().unwrap()).map(|found| found.to_string());
		assert_eq!(parse("/ip4/0.0.0.0/tcp/30333/ws").as_deref(), Some("0.0.0.0:30333"));
		assert_eq!(parse("/ip6/::/tcp/30333").as_deref(), Some("[::]:30333"));
		assert_eq!(parse("/ip4/0.0.0.0/udp/30333/webrtc-direct"), None);
		assert_eq!(parse("/dns/example.org/tcp/30333"), None);
	}
}
