//! What crates.io gets holds all that paytf is built from, the function too, and little else.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::process::Command;

/// The packages that are published, and their folders.
const PACKAGES: [(&str, &str); 3] =
    [("paytf-terraform", "crates/terraform"), ("paytf-verify", "crates/verify"), ("paytf", ".")];

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files of a package, by their paths in it.
fn packaged(package: &str) -> BTreeSet<PathBuf> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo
        .args(["package", "--list", "--allow-dirty", "--offline", "--package", package])
        .current_dir(repository());
    let output = cargo.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().lines().map(PathBuf::from).collect()
}

/// Every file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let (mut files, mut folders) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files
}

/// A path without `..`, which needs not exist.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => assert!(plain.pop(), "{} leads out", path.display()),
            Component::CurDir => {}
            part => plain.push(part),
        }
    }
    plain
}

/// What a source is compiled with beside itself: the files that its `include_…!` name. Of
/// `concat!("a/", $id, ".md")` everything in `a`; of `env!` nothing, since the build makes it.
fn included(source: &Path) -> Vec<PathBuf> {
    let text = fs::read_to_string(source).unwrap();
    let folder = source.parent().unwrap();
    let mut included = Vec::new();
    for call in ["include_str!(", "include_bytes!(", "include!("]
        .iter()
        .flat_map(|call| text.split(call).skip(1))
    {
        let literal = |rest: &str| {
            rest.strip_prefix('"').and_then(|rest| rest.split('"').next()).map(str::to_owned)
        };
        match (literal(call), call.strip_prefix("concat!(").and_then(literal)) {
            (Some(path), _) => included.push(plain(&folder.join(path))),
            // Where the macro is called: in this file, or in those of the folder `src/rules`.
            (_, Some(path)) => {
                let named = [folder.join(&path), folder.join("rules").join(&path)]
                    .into_iter()
                    .find(|named| named.is_dir());
                included.extend(files(&plain(
                    &named.unwrap_or_else(|| panic!("{}: no folder {path}", source.display())),
                )));
            }
            _ if call.starts_with("env!(") => {}
            _ => panic!(
                "{}: cannot tell what include_…!({}… includes",
                source.display(),
                &call[..call.len().min(40)]
            ),
        }
    }
    included
}

fn missing(package: &str, folder: &Path, sources: &[PathBuf]) -> (usize, Vec<PathBuf>) {
    let packaged = packaged(package);
    let is_source = |path: &&PathBuf| path.extension().is_some_and(|extension| extension == "rs");
    let mut wanted = sources.to_vec();
    wanted.extend(sources.iter().filter(is_source).flat_map(|source| included(source)));
    let inside = |path: &PathBuf| path.strip_prefix(folder).unwrap_or(path).to_owned();
    (wanted.len(), wanted.iter().map(inside).filter(|path| !packaged.contains(path)).collect())
}

#[test]
fn each_package_holds_its_sources_and_what_they_include() {
    for (package, folder) in PACKAGES {
        let folder = plain(&repository().join(folder));
        let mut sources = files(&folder.join("src"));
        sources.extend(Some(folder.join("build.rs")).filter(|path| path.exists()));
        let (wanted, missing) = missing(package, &folder, &sources);
        assert!(wanted > 10, "{package}: only {wanted} files are looked for");
        assert!(missing.is_empty(), "{package}: `include` in its Cargo.toml lacks {missing:?}");
    }
}

#[test]
fn the_package_holds_the_function_with_what_it_includes_the_licence_and_what_users_copy() {
    let (packaged, function) = (packaged("paytf"), repository().join("lambda/payment-validator"));
    let mut wanted = files(&function.join("src"));
    wanted.extend(files(&function.join("src")).iter().flat_map(|source| included(source)));
    let wanted = wanted
        .iter()
        .map(|path| Path::new("lambda/packaged").join(path.strip_prefix(&function).unwrap()));
    let others = [
        "lambda/packaged/manifest.toml",
        "lambda/packaged/lock.toml",
        "build.rs",
        "LICENSE",
        "README.md",
    ];
    let others =
        others.iter().chain(&["CHANGELOG.md", "examples/production.toml"]).map(PathBuf::from);
    let missing: Vec<_> = wanted.chain(others).filter(|path| !packaged.contains(path)).collect();
    assert!(missing.is_empty(), "lambda/packaged or `include` in Cargo.toml lacks {missing:?}");
}

#[test]
fn the_package_holds_nothing_that_is_generated_from_it() {
    for file in packaged("paytf") {
        let folder = file.components().next().unwrap().as_os_str().to_str().unwrap().to_owned();
        assert!(
            !["generated", "modules", "tests", "target"].contains(&&*folder),
            "{}",
            file.display()
        );
    }
}

/// Where git cannot make links, it writes their targets into files; a package made there would not
/// build.
#[test]
fn the_packaged_function_is_the_member_of_the_workspace() {
    let read = |path: &str| fs::read_to_string(repository().join(path)).unwrap();
    assert_eq!(read("lambda/packaged/manifest.toml"), read("lambda/payment-validator/Cargo.toml"));
    assert_eq!(read("lambda/packaged/lock.toml"), read("Cargo.lock"));
    assert_eq!(read("lambda/packaged/src/main.rs"), read("lambda/payment-validator/src/main.rs"));
}
