//! A run that an earlier one has left nothing to do: it says what the whole run would say, and sees whatever that would see.

use std::fs;
use std::path::PathBuf;

use super::{Place, stderr, stdout};

const FILE: &str = "generated/staging/main.tf.json";

/// The indexes that paytf keeps here.
fn indexes(place: &Place) -> Vec<PathBuf> {
    let files = fs::read_dir(place.cache.path().join("gen")).into_iter().flatten();
    files.map(|entry| entry.unwrap().path()).collect()
}

/// A place with a stack that has been indexed. Until the clock has ticked since the stack was written, no run indexes it.
fn indexed(more: &[&str]) -> Place {
    let place = Place::new();
    place.generate(more).code(0);
    let runs = (0..100).find(|_| {
        place.generate(more).code(0);
        !indexes(&place).is_empty()
    });
    assert!(runs.is_some(), "no run keeps an index");
    place
}

/// Lets the index say something that nothing else does: whether a run believes it, shows.
fn tamper(place: &Place) {
    let index = indexes(place).pop().unwrap();
    let text = fs::read_to_string(&index).unwrap();
    let start = text.find("\"files\":").unwrap();
    let end = start + text[start..].find(',').unwrap();
    fs::write(index, format!("{}\"files\":12345{}", &text[..start], &text[end..])).unwrap();
}

/// Whether a run does no more than to believe the index.
fn believes(place: &Place, more: &[&str]) -> bool {
    stderr(&place.generate(more)).contains("12345 files")
}

#[test]
fn an_unchanged_stack_is_told_as_by_the_whole_run_whether_to_be_written_or_checked() {
    let place = indexed(&["--profile", "development"]);
    for more in [&["--profile", "development"][..], &["--profile", "development", "--check"]] {
        let short = place.generate(more);
        indexes(&place).iter().for_each(|index| fs::remove_file(index).unwrap());
        let whole = place.generate(more);
        assert_eq!((stdout(&short), stderr(&short)), (stdout(&whole), stderr(&whole)));
        assert_eq!(short.get_output().status, whole.get_output().status);
    }
}

#[test]
fn an_index_is_believed_only_while_nothing_has_changed() {
    let place = indexed(&[]);
    tamper(&place);
    assert!(believes(&place, &[]) && believes(&place, &["--check"]) && believes(&place, &["--force"]));
    place.write("other.toml", "profile = \"staging\"\n");
    assert!(!believes(&place, &["--check", "--profile", "staging"]));
    assert!(!believes(&place, &["--check", "--format", "hcl"]));
    assert!(!believes(&place, &["--check", "--config", "other.toml"]));
    assert!(believes(&place, &["--check"]), "a run that found a difference leaves the index as it was");
}

#[test]
fn an_edit_of_the_same_size_is_seen() {
    let place = indexed(&[]);
    let text = place.read(FILE);
    place.write(FILE, &text.replacen("us-east-1", "us-east-2", 1));
    let said = stderr(&place.generate(&[]).code(1));
    assert!(said.contains("main.tf.json"), "{said}");
    assert!(stdout(&place.generate(&["--check"]).code(1)).contains("us-east-2"));
}

#[test]
fn an_edit_that_keeps_the_old_time_is_seen() {
    let place = indexed(&[]);
    let (path, text) = (place.path(FILE), place.read(FILE));
    let time = fs::metadata(&path).unwrap().modified().unwrap();
    place.write(FILE, &text.replacen("us-east-1", "us-east-2", 1));
    fs::File::options().write(true).open(&path).unwrap().set_modified(time).unwrap();
    // At first it is looked into for being so new; later only by its time of change of any kind.
    for _ in 0..3 {
        place.generate(&["--check"]).code(1);
    }
}

#[test]
fn a_deleted_file_is_seen_and_written_again() {
    let place = indexed(&[]);
    fs::remove_file(place.path(FILE)).unwrap();
    place.generate(&["--check"]).code(1);
    assert!(stderr(&place.generate(&[]).code(0)).contains("1 files created"));
}

#[test]
fn a_touched_file_is_looked_into_and_found_to_be_the_same() {
    let place = indexed(&[]);
    tamper(&place);
    let text = place.read(FILE);
    place.write(FILE, &text);
    assert!(!believes(&place, &["--check"]));
    place.generate(&["--check"]).code(0);
}

#[test]
fn a_deleted_list_of_what_was_written_is_written_again() {
    let place = indexed(&[]);
    let list = "generated/staging/.paytf.json";
    let text = place.read(list);
    fs::remove_file(place.path(list)).unwrap();
    place.generate(&[]).code(0);
    assert_eq!(place.read(list), text);
}

#[test]
fn another_package_is_seen() {
    let place = Place::new();
    place.write("a.zip", "PK\u{3}\u{4}a");
    place.generate(&["--validator-zip", "a.zip"]).code(0);
    place.generate(&["--validator-zip", "a.zip"]).code(0);
    place.write("a.zip", "PK\u{3}\u{4}b");
    place.generate(&["--validator-zip", "a.zip", "--check"]).code(1);
}

#[test]
fn a_damaged_index_and_one_that_cannot_be_written_only_mean_the_whole_run() {
    let place = indexed(&[]);
    for damage in ["", "{", "[]", "{\"fingerprint\":1}", "\u{0}"] {
        indexes(&place).iter().for_each(|index| fs::write(index, damage).unwrap());
        let said = stderr(&place.generate(&["--check"]).code(0));
        assert!(said.contains("generated/staging is fresh"), "{said}");
    }
    fs::remove_dir_all(place.cache.path().join("gen")).unwrap();
    fs::write(place.cache.path().join("gen"), "a file").unwrap();
    let said = stderr(&place.generate(&[]).code(0));
    assert!(said.starts_with("generated/staging is up to date"), "{said}");
}
