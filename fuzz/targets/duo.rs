#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| ownome_fuzz::duo(data));
