//! The pages in `docs/rules` and the lists of the groups are what the files of the rules say:
//! `PAYTF_UPDATE=1 cargo test -p paytf-verify rule_files`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn rules() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules")
}

/// The group folders, each with its files' names without ending, in order, and their texts.
fn groups() -> BTreeMap<String, BTreeMap<String, String>> {
    let folders = fs::read_dir(rules())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir());
    let name = |path: &Path| path.file_stem().unwrap().to_str().unwrap().to_owned();
    let files = |folder: &Path| {
        let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let files =
            files.filter(|path| path.extension().is_some_and(|extension| extension == "rs"));
        files.map(|file| (name(&file), fs::read_to_string(&file).unwrap())).collect()
    };
    folders.map(|folder| (name(&folder), files(&folder))).collect()
}

fn is_rule(text: &str) -> bool {
    text.lines().any(|line| line.starts_with("rule! {"))
}

fn id(group: &str, file: &str) -> String {
    format!("{group}-{}", file.replace('_', "-"))
}

/// The inner documentation at the top of a file, as Markdown.
fn documentation(text: &str) -> String {
    let lines = text
        .lines()
        .skip_while(|line| line.starts_with("// "))
        .map_while(|line| line.strip_prefix("//!"));
    lines.map(|line| format!("{}\n", line.strip_prefix(' ').unwrap_or(line))).collect()
}

#[test]
fn the_pages_are_the_documentation_of_the_files() {
    let mut pages = BTreeMap::new();
    for (group, files) in groups() {
        for (file, text) in files.into_iter().filter(|(_, text)| is_rule(text)) {
            let id = id(&group, &file);
            let header = format!(
                "<!-- GENERATED from crates/verify/src/rules/{group}/{file}.rs. {REGENERATE} -->"
            );
            pages.insert(
                format!("{id}.md"),
                format!("{header}\n# {id}\n\n{}", documentation(&text)).into_bytes(),
            );
        }
    }
    assert!(pages.len() > 150, "only {} files hold a rule", pages.len());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules");
    crate::update::assert_fresh(&folder, &pages, |_| true);
}

const REGENERATE: &str = "Regenerate: PAYTF_UPDATE=1 cargo test -p paytf-verify rule_files";

#[test]
fn the_list_of_each_group_holds_every_rule_of_its_folder() {
    let mut lists = BTreeMap::new();
    for (group, files) in groups() {
        let list = fs::read_to_string(rules().join(format!("{group}.rs"))).unwrap_or_default();
        let documentation = documentation(&list);
        assert!(
            !documentation.is_empty(),
            "src/rules/{group}.rs says in one line, after //!, what the group is about"
        );
        let mut text = format!(
            "// GENERATED from the files of the group. {REGENERATE}\n//! {documentation}\n"
        );
        text.extend(files.keys().map(|file| format!("mod {file};\n")));
        text += "\nuse crate::rule::Rule;\n\n/// The rules of the group.\n#[rustfmt::skip]\npub \
                 const RULES: &[&Rule] = &[\n";
        let rules = files.iter().filter(|(_, text)| is_rule(text));
        text.extend(
            rules.map(|(file, _)| format!("    named!(\"{}\", {file}),\n", id(&group, file))),
        );
        text += "];\n";
        lists.insert(format!("{group}.rs"), text.into_bytes());
    }
    crate::update::assert_fresh(&rules(), &lists, |path| !path.contains('/'));
}
