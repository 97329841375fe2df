//! No files import each other in a circle. A file may use the module that it is a part of, and
//! a use of what a module passes on with `pub use` is a use of the file that defines it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::paths::{self, Names};

/// The modules of a crate, by their paths.
type Crate = BTreeMap<paths::Path, Names>;

/// Every crate of the workspace, by the file of its root.
const ROOTS: [&str; 10] = [
    "src/lib.rs",
    "src/main.rs",
    "crates/terraform/src/lib.rs",
    "crates/verify/src/lib.rs",
    "crates/fabric/src/lib.rs",
    "rehearsal/src/main.rs",
    "rehearsal/payments/src/lib.rs",
    "rehearsal/payments/src/main.rs",
    "lambda/payment-validator/src/lib.rs",
    "lambda/payment-validator/src/main.rs",
];

/// Reads a module and those that it declares.
fn read(file: &Path, folder: &Path, module: paths::Path, modules: &mut Crate) {
    let text = fs::read_to_string(file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    let names = Names::of(&text);
    for name in &names.modules {
        let (file, inner) = (folder.join(name).with_extension("rs"), folder.join(name));
        let file = if file.exists() { file } else { inner.join("mod.rs") };
        read(&file, &inner, [&module[..], std::slice::from_ref(name)].concat(), modules);
    }
    modules.insert(module, names);
}

/// The module that defines what a path leads to; none outside of the crate.
fn definer(from: &[String], path: &[String], modules: &Crate) -> Option<paths::Path> {
    let above = path.iter().take_while(|part| *part == "super").count();
    let (mut at, rest) = match path[0].as_str() {
        "crate" => (Vec::new(), &path[1..]),
        "self" => (from.to_vec(), &path[1..]),
        _ => (from[..from.len().checked_sub(above)?].to_vec(), &path[above..]),
    };
    for (place, part) in rest.iter().enumerate() {
        let names = modules.get(&at)?;
        if names.modules.contains(part) {
            at.push(part.clone());
        } else if let Some(bound) = names.bound.get(part) {
            // `use anyhow;` binds a crate to its own name.
            let is_itself = bound[0] == *part;
            let whole = [&bound[..], &rest[place + 1..]].concat();
            return if is_itself { None } else { definer(&at, &whole, modules) };
        } else {
            let is_local = place > 0 || rest.len() < path.len();
            return is_local.then_some(at);
        }
    }
    None
}

/// The files of a circle, each with what ties it to the next: `a -> b: path`. Empty where there is
/// none.
fn files_in_a_circle(modules: &Crate) -> Vec<String> {
    let mut arrows = BTreeMap::new();
    for (from, names) in modules {
        for path in &names.paths {
            if let Some(to) = definer(from, path, modules).filter(|to| !from.starts_with(to)) {
                arrows.entry((from.clone(), to)).or_insert_with(|| path.join("::"));
            }
        }
    }
    // What nothing leads to, or what leads nowhere, is in no circle.
    loop {
        let from: BTreeSet<_> = arrows.keys().map(|(from, _)| from.clone()).collect();
        let to: BTreeSet<_> = arrows.keys().map(|(_, to)| to.clone()).collect();
        let count = arrows.len();
        arrows.retain(|(a, b), _| from.contains(b) && to.contains(a));
        if arrows.len() == count {
            break;
        }
    }
    circle(&arrows)
}

/// One circle among arrows that each have a next one.
fn circle(arrows: &BTreeMap<(paths::Path, paths::Path), String>) -> Vec<String> {
    let Some((from, _)) = arrows.keys().next() else { return Vec::new() };
    let mut way = vec![from];
    loop {
        let last = way[way.len() - 1];
        let (_, next) = arrows.keys().find(|(from, _)| from == last).unwrap();
        if let Some(start) = way.iter().position(|seen| *seen == next) {
            way.push(next);
            let pairs = way[start..].windows(2).map(|pair| (pair[0].clone(), pair[1].clone()));
            let shown = pairs.map(|(from, to)| {
                let path = &arrows[&(from.clone(), to.clone())];
                format!("{} -> {}: {path}", from.join("::"), to.join("::"))
            });
            return shown.collect();
        }
        way.push(next);
    }
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let (mut seen, mut found) = (0, Vec::new());
    for root in ROOTS {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(root);
        let mut modules = Crate::new();
        read(&file, file.parent().unwrap(), Vec::new(), &mut modules);
        seen += modules.len();
        found.extend(
            files_in_a_circle(&modules).into_iter().map(|arrow| format!("{root}: {arrow}")),
        );
    }
    assert!(seen > 900, "only {seen} files");
    assert!(found.is_empty(), "files in circles:\n{}", found.join("\n"));
}

#[test]
fn a_circle_is_found_through_what_is_handed_on_and_a_part_of_a_module_may_use_it() {
    let arrows = |sources: &[(&str, &str)]| {
        let module = |path: &str| path.split_terminator("::").map(String::from).collect();
        let names = sources.iter().map(|(path, text)| (module(path), Names::of(text)));
        files_in_a_circle(&names.collect())
    };
    let root = ("", "mod a; mod b;");
    let of_a = ("a", "mod inner; pub use inner::Thing; pub struct Own;");
    let inner = ("a::inner", "use super::Own; pub struct Thing; fn f() { crate::b::run() }");
    let tests = ("b", "pub fn run() {} #[cfg(test)] mod tests { use crate::a::Thing; }");
    assert_eq!(arrows(&[root, of_a, inner, tests]), [""; 0]);
    let b = ("b", "use crate::a::{self}; pub fn run(_: a::Thing) {}");
    let found = ["a::inner -> b: crate::b::run", "b -> a::inner: a::Thing"];
    assert_eq!(arrows(&[root, of_a, inner, b]), found);
}
