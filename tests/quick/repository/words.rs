//! What users read is in plain English: a few words that have crept in before are not used. Read a
//! page aloud to find the others.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;

/// A word or phrase, and what to write instead.
const NOT_USED: [(&str, &str); 19] = [
    ("anew", "regenerate, create again"),
    ("in clear", "unencrypted, in plain text"),
    ("mend", "fix"),
    ("mended", "fixed"),
    ("parted", "split"),
    ("comes about", "is possible"),
    ("come about", "are possible"),
    ("rights", "permissions"),
    ("stands nowhere", "no log shows"),
    ("of its own accord", "itself"),
    ("address in the internet", "public IP address"),
    ("lies under", "is encrypted with"),
    ("takes on a role", "assumes a role"),
    ("for ever", "forever"),
    ("does not tell", "does not show"),
    ("hangs on", "depends on"),
    ("of one's own", "of your own"),
    ("is told to", "is configured to"),
    ("what becomes of what", "each resource"),
];

/// The pages of a folder, and those below it.
fn pages(folder: &str, endings: &[&str]) -> Vec<PathBuf> {
    let (mut pages, mut folders) =
        (Vec::new(), vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)]);
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|of| endings.iter().any(|ending| of == *ending))
            {
                pages.push(path);
            }
        }
    }
    pages
}

/// The help of paytf and of each of its commands, as `paytf man` has it.
fn help() -> Vec<(String, String)> {
    let folder = tempfile::tempdir().unwrap();
    Command::cargo_bin("paytf")
        .unwrap()
        .args(["man", "--dir"])
        .arg(folder.path())
        .assert()
        .success();
    let page = |path: PathBuf| (path.display().to_string(), fs::read_to_string(path).unwrap());
    fs::read_dir(folder.path()).unwrap().map(|entry| page(entry.unwrap().path())).collect()
}

/// The words that are not used, with the place of each.
fn found(name: &str, text: &str) -> Vec<String> {
    let text = text.to_lowercase().replace("\\-", "-");
    // A phrase may be wrapped.
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric() && c != '_' && c != '-')
        .filter(|word| !word.is_empty())
        .collect();
    let joined = format!(" {} ", words.join(" "));
    let used = NOT_USED.iter().filter(|(word, _)| joined.contains(&format!(" {word} ")));
    used.map(|(word, instead)| format!("{name}: \"{word}\"; write: {instead}")).collect()
}

#[test]
fn what_users_read_has_none_of_the_words_that_are_not_used() {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = [
        "README.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "action.yml",
        "tests/quick/config/messages.md",
    ]
    .map(|file| repository.join(file))
    .to_vec();
    for (folder, endings) in [
        ("docs", &["md"][..]),
        ("crates/verify/docs", &["md"]),
        ("crates/verify/tests/rules", &["txt"]),
        ("generated/staging", &["md", "sh"]),
        ("modules", &["md", "tf"]),
        ("examples", &["toml"]),
    ] {
        files.extend(pages(folder, endings));
    }
    assert!(files.len() > 400, "only {} pages", files.len());
    let texts =
        files.iter().map(|path| (path.display().to_string(), fs::read_to_string(path).unwrap()));
    let used: Vec<_> = texts.chain(help()).flat_map(|(name, text)| found(&name, &text)).collect();
    assert!(used.is_empty(), "{}", used.join("\n"));
}

#[test]
fn a_word_that_is_not_used_is_found_where_it_is_wrapped_or_begins_a_sentence() {
    assert_eq!(found("page", "Mended, and sent in\n  clear.").len(), 2);
    assert_eq!(found("page", "Amend the recommendation; it is clear."), [""; 0]);
}
