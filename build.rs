//! Builds the payment validator, the stack's Lambda function, and zips it for `gen` to write.
//!
//! The zip is made here, once, so that generating a stack compresses nothing and needs no
//! toolchain. Its bytes depend on the source and the toolchain alone: times are fixed, paths of the
//! machine are mapped away.
//!
//! The function is a package of its own, and `cargo package` leaves out every folder that holds
//! one. So the package of paytf takes its sources, manifest and lock through the links in
//! `lambda/packaged`, and here they become one again.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use zip::write::{SimpleFileOptions, ZipWriter};

/// Where Lambda's `provided.al2023` runs; static, so that no libc of the building machine is asked
/// for.
const TARGET: &str = "x86_64-unknown-linux-gnu";
/// The function in the repository, where it is a member of the workspace.
const MEMBER: &str = "lambda/payment-validator";
/// The function in the package that crates.io has.
const PACKAGED: &str = "lambda/packaged";

fn main() {
    println!("cargo::rustc-check-cfg=cfg(validator_embedded)");
    let packaged = !Path::new(MEMBER).exists();
    let inputs: &[&str] = if packaged {
        &[PACKAGED]
    } else {
        &["lambda/payment-validator/src", "lambda/payment-validator/Cargo.toml"]
    };
    for input in ["build.rs", "Cargo.toml", "Cargo.lock"].iter().chain(inputs) {
        println!("cargo::rerun-if-changed={input}");
    }
    // A release makes the function once, on Linux, and gives it to the builds for all other
    // systems.
    println!("cargo::rerun-if-env-changed=PAYTF_VALIDATOR_ZIP");
    if let Some(given) = env::var_os("PAYTF_VALIDATOR_ZIP").map(PathBuf::from) {
        let zip = given
            .canonicalize()
            .unwrap_or_else(|error| panic!("PAYTF_VALIDATOR_ZIP={}: {error}", given.display()));
        println!("cargo::rerun-if-changed={}", zip.display());
        return embed(&zip);
    }
    // Without the function `gen` asks for --validator-zip and names the command that makes one.
    // docs.rs gives a build no network, and shows no function.
    if env::var("HOST").as_deref() != Ok(TARGET) || env::var_os("DOCS_RS").is_some() {
        return;
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let folder = if packaged { unpack(&out) } else { PathBuf::from(MEMBER) };
    match build_bootstrap(&folder, &out, packaged) {
        Some(bootstrap) => {
            let zip = out.join("payment-validator.zip");
            write_zip(&zip, &bootstrap);
            embed(&zip);
        }
        None if packaged => {
            println!(
                "cargo::warning=the payment validator does not build here; paytf is built without"
            )
        }
        None => panic!("the payment validator does not build"),
    }
}

/// The function's package, put together from files of paytf's; returns its folder.
fn unpack(out: &Path) -> PathBuf {
    let (from, folder) = (Path::new(PACKAGED), out.join("payment-validator"));
    let read = |path: &Path| {
        fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    fs::create_dir_all(folder.join("src")).expect("OUT_DIR is writable");
    for file in fs::read_dir(from.join("src")).expect("the package holds the function").flatten() {
        fs::copy(file.path(), folder.join("src").join(file.file_name()))
            .expect("OUT_DIR is writable");
    }
    // What only tests and benchmarks need is last in the manifest, and they are not here.
    let manifest = read(&from.join("manifest.toml"));
    let manifest = manifest.split("[dev-dependencies]").next().unwrap_or_default();
    let workspace = read(Path::new("Cargo.toml"));
    let profile = workspace
        .split("\n[")
        .find(|table| table.starts_with("profile.validator]"))
        .unwrap_or_default();
    let manifest = format!("{manifest}\n[workspace]\n\n[{profile}\n");
    fs::write(folder.join("Cargo.toml"), manifest).expect("OUT_DIR is writable");
    fs::write(folder.join("Cargo.lock"), read(&from.join("lock.toml")))
        .expect("OUT_DIR is writable");
    folder
}

/// Builds the function in a target folder that all profiles of paytf share.
fn build_bootstrap(folder: &Path, out: &Path, packaged: bool) -> Option<PathBuf> {
    let source = env::var("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR");
    let target = out
        .ancestors()
        .nth(4)
        .expect("OUT_DIR is <target>/<profile>/build/<package>/out")
        .join("validator");
    let home = env::var("CARGO_HOME")
        .or_else(|_| env::var("HOME").map(|home| home + "/.cargo"))
        .unwrap_or_default();
    let flags = [
        "-Ctarget-feature=+crt-static".to_owned(),
        format!("--remap-path-prefix={source}=paytf"),
        format!("--remap-path-prefix={home}=cargo"),
        format!("--remap-path-prefix={}=target", target.display()),
    ];
    let mut cargo = Command::new(env::var_os("CARGO").expect("cargo sets CARGO"));
    cargo.args([
        "build",
        "--profile",
        "validator",
        "--bin",
        "bootstrap",
        "--target",
        TARGET,
        "--target-dir",
    ]);
    cargo.arg(&target).arg("--manifest-path").arg(folder.join("Cargo.toml"));
    // The packaged lock is the whole workspace's: the same versions, of which cargo drops what the
    // function lacks.
    cargo.args((!packaged).then_some("--locked"));
    cargo.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
    // Under clippy the wrapper would check the function instead of compiling it.
    cargo.env_remove("RUSTC_WORKSPACE_WRAPPER").env_remove("RUSTC_WRAPPER");
    let built = cargo.status().is_ok_and(|status| status.success());
    built.then(|| target.join(TARGET).join("validator/bootstrap"))
}

fn embed(zip: &Path) {
    println!("cargo::rustc-cfg=validator_embedded");
    println!("cargo::rustc-env=VALIDATOR_ZIP={}", zip.display());
}

fn write_zip(zip: &Path, bootstrap: &Path) {
    let binary = fs::read(bootstrap).expect("the build has just written the binary");
    let options = SimpleFileOptions::default().unix_permissions(0o755).compression_level(Some(9));
    let mut writer = ZipWriter::new(File::create(zip).expect("OUT_DIR is writable"));
    writer.start_file("bootstrap", options).expect("a first entry is always accepted");
    writer.write_all(&binary).expect("OUT_DIR is writable");
    writer.finish().expect("OUT_DIR is writable");
}
