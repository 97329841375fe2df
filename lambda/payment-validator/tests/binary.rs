//! The deployed binary runs on `provided.al2023`: it is static, or needs no symbol newer than that
//! system's glibc.

// The hosts that build the binary themselves.
#![cfg(all(target_os = "linux", target_arch = "x86_64"))]

#[path = "support/deployed.rs"]
mod deployed;

use std::{env, fs};

use object::{Object, ObjectSymbol, read::elf::ElfFile64};

/// glibc of Amazon Linux 2023: <https://docs.aws.amazon.com/linux/al2023/ug/core-glibc.html>.
const GLIBC: [u32; 2] = [2, 34];

/// The limit this crate sets itself for the stripped binary.
const MAX_BYTES: usize = 3_000_000;

/// The newest glibc version that `binary` needs; `None` if it is static.
fn newest_glibc(binary: &[u8]) -> Option<[u32; 2]> {
    let file: ElfFile64 = ElfFile64::parse(binary).expect("the bootstrap is an x86-64 ELF file");
    let versions =
        file.elf_section_table().versions(file.endian(), binary).expect("readable versions");
    let versions = versions?;
    file.dynamic_symbols()
        .filter(|symbol| symbol.is_undefined())
        .filter_map(|symbol| {
            versions
                .version(versions.version_index(file.endian(), symbol.index()).index())
                .ok()
                .flatten()
        })
        .filter_map(|version| {
            parse(std::str::from_utf8(version.name()).ok()?.strip_prefix("GLIBC_")?)
        })
        .max()
}

fn parse(version: &str) -> Option<[u32; 2]> {
    let mut parts = version.split('.').map(|part| part.parse().ok());
    Some([parts.next()??, parts.next()??])
}

#[test]
fn the_reader_of_symbol_versions_finds_those_of_a_dynamic_binary() {
    let test = fs::read(env::current_exe().expect("a path")).expect("readable");
    assert!(newest_glibc(&test).expect("this test is linked to glibc") >= [2, 2]);
}

#[test]
fn the_deployed_binary_is_static_or_needs_no_newer_glibc_and_is_small() {
    let path = deployed::deployed();
    let binary = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    if let Some(newest) = newest_glibc(&binary) {
        assert!(newest <= GLIBC, "needs GLIBC_{}.{}", newest[0], newest[1]);
    }
    assert!(binary.len() < MAX_BYTES, "{} bytes", binary.len());
}
