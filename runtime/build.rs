//! Builds the runtime a second time, for WebAssembly, whenever it is built for the node.

fn main() {
	#[cfg(all(feature = "std", feature = "on-chain-release-build"))]
	substrate_wasm_builder::WasmBuilder::init_with_defaults()
		.enable_metadata_hash("OWN", 12)
		.build();

	#[cfg(all(feature = "std", not(feature = "on-chain-release-build")))]
	substrate_wasm_builder::WasmBuilder::build_using_defaults();
}
