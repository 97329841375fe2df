//! Builds the payment validator, the stack's Lambda function, and zips it for `gen` to write.
//!
//! The zip is made here, once, so that generating a stack compresses nothing and needs no toolchain. Its bytes depend
//! on the source and the toolchain alone: times are fixed, paths of the machine are mapped away.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use zip::write::{SimpleFileOptions, ZipWriter};

/// Where Lambda's `provided.al2023` runs; static, so that no libc of the building machine is asked for.
const TARGET: &str = "x86_64-unknown-linux-gnu";

fn main() {
    println!("cargo::rustc-check-cfg=cfg(validator_embedded)");
    for input in
        ["build.rs", "Cargo.toml", "Cargo.lock", "lambda/payment-validator/src", "lambda/payment-validator/Cargo.toml"]
    {
        println!("cargo::rerun-if-changed={input}");
    }
    if env::var("HOST").as_deref() != Ok(TARGET) {
        // `gen` then asks for --validator-zip and names the command that makes one.
        return;
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let zip = out.join("payment-validator.zip");
    write_zip(&zip, &build_bootstrap(&out));
    println!("cargo::rustc-cfg=validator_embedded");
    println!("cargo::rustc-env=VALIDATOR_ZIP={}", zip.display());
}

/// Builds the function in a target folder that all profiles of paytf share.
fn build_bootstrap(out: &Path) -> PathBuf {
    let source = env::var("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR");
    let target = out.ancestors().nth(4).expect("OUT_DIR is <target>/<profile>/build/<package>/out").join("validator");
    let home = env::var("CARGO_HOME").or_else(|_| env::var("HOME").map(|home| home + "/.cargo")).unwrap_or_default();
    let flags = [
        "-Ctarget-feature=+crt-static".to_owned(),
        format!("--remap-path-prefix={source}=paytf"),
        format!("--remap-path-prefix={home}=cargo"),
        format!("--remap-path-prefix={}=target", target.display()),
    ];
    let status = Command::new(env::var_os("CARGO").expect("cargo sets CARGO"))
        .args(["build", "--locked", "--profile", "validator", "--package", "payment-validator", "--bin", "bootstrap"])
        .args(["--target", TARGET, "--target-dir"])
        .arg(&target)
        .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"))
        // Under clippy the wrapper would check the function instead of compiling it.
        .env_remove("RUSTC_WORKSPACE_WRAPPER")
        .env_remove("RUSTC_WRAPPER")
        .status();
    assert!(matches!(status, Ok(status) if status.success()), "the payment validator does not build: {status:?}");
    target.join(TARGET).join("validator/bootstrap")
}

fn write_zip(zip: &Path, bootstrap: &Path) {
    let binary = fs::read(bootstrap).expect("the build has just written the binary");
    let options = SimpleFileOptions::default().unix_permissions(0o755).compression_level(Some(9));
    let mut writer = ZipWriter::new(File::create(zip).expect("OUT_DIR is writable"));
    writer.start_file("bootstrap", options).expect("a first entry is always accepted");
    writer.write_all(&binary).expect("OUT_DIR is writable");
    writer.finish().expect("OUT_DIR is writable");
}
