//! Bad input: a clear error on stderr, exit code 2, nothing written.

use super::{Workdir, stderr, stdout};

/// Runs `paytf gen`, which must fail as wrong use and leave the folder as it was, and gives what it
/// says.
fn refusal(place: &Workdir, arguments: &[&str]) -> String {
    let before = place.state("");
    let assert = place.paytf(&[&["gen"], arguments].concat()).assert().code(2);
    assert_eq!(stdout(&assert), "", "{arguments:?}");
    assert_eq!(place.state(""), before, "{arguments:?}");
    let message = stderr(&assert);
    assert!(message.starts_with("error: "), "{arguments:?}: {message}");
    message
}

fn assert_refused(place: &Workdir, arguments: &[&str], messages: &[&str]) {
    let message = refusal(place, arguments);
    for words in messages {
        assert!(message.contains(words), "{arguments:?}: {words:?} is not in {message}");
    }
}

#[test]
fn a_suffix_that_cannot_end_every_name_is_refused_with_what_is_allowed() {
    let place = Workdir::new();
    for (suffix, wrong) in [
        ("", "is empty"),
        ("x", "is 1 character long"),
        ("Staging", "the upper-case letter 'S'"),
        ("my_env", "an underscore"),
        ("2prod", "starts with the digit '2'"),
        ("-prod", "starts with a hyphen"),
        ("prod-", "ends with a hyphen"),
        ("pr--od", "two hyphens in a row"),
        ("abcdefghijklmnopq", "is 17 characters long"),
        ("../x", "holds '.'"),
        ("a/b", "path separator '/'"),
        ("stäging", "'ä', which is not ASCII"),
    ] {
        let allowed = "allowed: 2 to 16 lower-case letters, digits and single hyphens";
        assert_refused(
            &place,
            &["--suffix", suffix],
            &["--suffix", &format!("{suffix:?} "), wrong, allowed],
        );
    }
}

#[test]
fn a_suffix_or_all_is_needed() {
    assert_refused(&Workdir::new(), &[], &["--suffix <SUFFIX>", "--all"]);
    for arguments in [["--suffix", "staging", "--all"], ["--all", "--profile", "staging"]] {
        assert_refused(&Workdir::new(), &arguments, &["--all", "cannot be used with"]);
    }
}

#[test]
fn all_environments_of_nothing_are_refused() {
    let place = Workdir::new();
    assert_refused(
        &place,
        &["--all"],
        &["Give a --config that defines them, or a paytf.toml here"],
    );
    place.write("one.toml", "profile = \"staging\"\n");
    assert_refused(
        &place,
        &["--all", "--config", "one.toml"],
        &["one.toml defines no environments"],
    );
}

#[test]
fn an_environment_that_the_configuration_lacks_is_refused_with_those_it_has() {
    let place = Workdir::new();
    place.write(
        "pay.toml",
        "[environments.staging]\n[environments.prod]\nnetwork.vpc_cidr = \"10.1.0.0/16\"\n",
    );
    let messages =
        ["no environment \"stagin\"", "did you mean \"staging\"?", "defined: prod, staging"];
    assert_refused(&place, &["--suffix", "stagin", "--config", "pay.toml"], &messages);
}

#[test]
fn an_unknown_profile_is_refused_with_the_known_ones() {
    let arguments = ["--suffix", "staging", "--profile", "prodution"];
    let messages =
        ["prodution", "did you mean \"production\"?", "development, staging, production"];
    assert_refused(&Workdir::new(), &arguments, &messages);
}

#[test]
fn an_out_that_is_a_file_is_refused() {
    let place = Workdir::new();
    place.write("out", "");
    assert_refused(
        &place,
        &["--suffix", "staging", "--out", "out"],
        &["--out out: is a file", "give a folder"],
    );
}

#[test]
fn an_out_that_holds_a_file_in_the_place_of_the_stack_is_refused() {
    let place = Workdir::new();
    place.write("out/staging", "");
    assert_refused(&place, &["--suffix", "staging", "--out", "out"], &["out/staging is a file"]);
}

#[test]
fn an_out_that_cannot_be_made_is_refused() {
    let place = Workdir::new();
    place.write("file", "");
    for out in ["file/below", "/proc/paytf"] {
        assert_refused(
            &place,
            &["--suffix", "staging", "--out", out],
            &[&format!("cannot make the folder {out}")],
        );
    }
}

#[test]
fn a_missing_configuration_is_refused() {
    let arguments = ["--suffix", "staging", "--config", "none.toml"];
    assert_refused(
        &Workdir::new(),
        &arguments,
        &["cannot read the configuration none.toml", "leave --config out"],
    );
}

#[test]
fn a_malformed_configuration_is_refused_with_file_line_and_key() {
    let place = Workdir::new();
    place.write("bad.toml", "[database]\nbackup_retention_days = 99\n[network\n");
    assert_refused(
        &place,
        &["--suffix", "staging", "--config", "bad.toml"],
        &["bad.toml cannot be used: 1 problem", "--> bad.toml:3:"],
    );
    place.write("bad.toml", "[database]\nbackup_retention_days = 99\n");
    let messages =
        ["database.backup_retention_days: 99", "--> bad.toml:2:25", "^^", "from 1 to 35"];
    assert_refused(&place, &["--suffix", "staging", "--config", "bad.toml"], &messages);
}

#[test]
fn an_architecture_without_a_package_is_refused_with_what_to_do() {
    let place = Workdir::new();
    place.write("pay.toml", "[validation]\narchitecture = \"arm64\"\n");
    let message = refusal(&place, &["--suffix", "staging", "--config", "pay.toml"]);
    assert!(
        message.contains("validation.architecture = \"arm64\"")
            && message.contains("--validator-zip"),
        "{message}"
    );
}

#[test]
fn a_package_that_is_missing_or_no_zip_file_is_refused_with_how_to_make_one() {
    let place = Workdir::new();
    place.write("function.tar", "not a zip file");
    let zip = |path| ["--suffix", "staging", "--validator-zip", path];
    assert_refused(&place, &zip("none.zip"), &["--validator-zip none.zip: cannot be read"]);
    assert_refused(
        &place,
        &zip("function.tar"),
        &["--validator-zip function.tar: is not a zip file", "docker run"],
    );
}

#[test]
fn overwriting_and_check_exclude_each_other() {
    assert_refused(
        &Workdir::new(),
        &["--suffix", "staging", "--check", "--overwrite"],
        &["--check", "--overwrite"],
    );
}

/// A stack is moved to its place in one step; when that step fails, nothing of it stays.
#[cfg(unix)]
#[test]
fn a_stack_that_cannot_be_moved_to_its_place_leaves_nothing_behind() {
    let place = Workdir::new();
    std::fs::create_dir(place.path("out")).unwrap();
    std::os::unix::fs::symlink("nowhere", place.path("out/staging")).unwrap();
    assert_refused(
        &place,
        &["--suffix", "staging", "--out", "out"],
        &["cannot move the stack to out/staging"],
    );
}
