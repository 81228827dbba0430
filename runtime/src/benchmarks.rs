//! The pallets whose weights are measured on this runtime.

frame_benchmarking::define_benchmarks!(
	[pallet_data_token, DataToken]
	[pallet_consortium, Consortium]
	[pallet_data_registry, DataRegistry]
	[pallet_consent, Consent]
);
