//! What crates.io gets holds all that paytf is built from, the function too, and little else.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn packaged() -> BTreeSet<String> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["package", "--list", "--allow-dirty", "--offline", "--package", "paytf"]).current_dir(repository());
    let output = cargo.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
}

#[test]
fn the_package_holds_the_function_the_licence_and_what_the_code_includes() {
    let packaged = packaged();
    let function = fs::read_dir(repository().join("lambda/payment-validator/src")).unwrap();
    let function = function.map(|file| format!("lambda/packaged/src/{}", file.unwrap().file_name().display()));
    let others = ["lambda/packaged/manifest.toml", "lambda/packaged/lock.toml", ".terraform-version", "build.rs"];
    let documents = ["LICENSE", "README.md", "CHANGELOG.md", "examples/production.toml", "src/schema/aws.json"];
    let wanted = function.chain(others.iter().chain(&documents).map(|file| (*file).to_owned()));
    let missing: Vec<_> = wanted.filter(|file| !packaged.contains(file)).collect();
    assert_eq!(missing, [""; 0], "lambda/packaged or `include` in Cargo.toml lacks them");
}

#[test]
fn the_package_holds_nothing_that_is_generated_from_it() {
    for file in packaged() {
        let folder = file.split('/').next().unwrap_or_default();
        assert!(!["generated", "modules", "tests", "target"].contains(&folder), "{file}");
    }
}

/// Where git cannot make links, it writes their targets into files; a package made there would not build.
#[test]
fn the_packaged_function_is_the_member_of_the_workspace() {
    let read = |path: &str| fs::read_to_string(repository().join(path)).unwrap();
    assert_eq!(read("lambda/packaged/manifest.toml"), read("lambda/payment-validator/Cargo.toml"));
    assert_eq!(read("lambda/packaged/lock.toml"), read("Cargo.lock"));
    assert_eq!(read("lambda/packaged/src/main.rs"), read("lambda/payment-validator/src/main.rs"));
}
