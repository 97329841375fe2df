//! A stack that exists: only what differs is touched, and never someone's own work.

use std::fs;

use super::{Workdir, stderr, stdout};

const STACK: &str = "generated/staging";

/// A place with a stack.
fn written() -> Workdir {
    let place = Workdir::new();
    place.generate(&[]).code(0);
    place
}

fn file(below: &str) -> String {
    format!("{STACK}/{below}")
}

#[test]
fn a_second_run_touches_nothing() {
    let place = written();
    let before = place.state(STACK);
    let assert = place.generate(&[]).code(0);
    assert!(stderr(&assert).contains("generated/staging is up to date"), "{}", stderr(&assert));
    assert_eq!(place.state(STACK), before);
}

#[test]
fn only_what_differs_is_replaced() {
    let place = written();
    let before = place.state(STACK);
    place.write("pay.toml", "[validation]\nmemory_mb = 1024\n");
    let assert = place.generate(&["--config", "pay.toml"]).code(0);
    assert!(
        stderr(&assert).contains("0 files created, 1 updated, 0 removed"),
        "{}",
        stderr(&assert)
    );
    let after = place.state(STACK);
    let touched: Vec<_> = after.keys().filter(|path| after[*path] != before[*path]).collect();
    assert_eq!(touched, [".paytf.json", "main.tf.json"]);
}

#[test]
fn check_of_a_fresh_stack_says_so() {
    let place = written();
    let before = place.state(STACK);
    let assert = place.generate(&["--check"]).code(0);
    assert_eq!(stdout(&assert), "");
    assert!(stderr(&assert).contains("generated/staging is fresh"), "{}", stderr(&assert));
    assert_eq!(place.state(STACK), before);
}

#[test]
fn check_of_a_stale_stack_prints_a_unified_diff_and_writes_nothing() {
    let place = written();
    let before = place.state(STACK);
    place.write("pay.toml", "[validation]\nmemory_mb = 1024\n");
    let assert = place.generate(&["--check", "--config", "pay.toml"]).code(1);
    let diff = stdout(&assert);
    assert!(
        diff.starts_with("--- main.tf.json (on the disk)\n+++ main.tf.json (generated)\n@@ "),
        "{diff}"
    );
    assert!(diff.contains("\n-      \"memory_mb\": 512,\n+      \"memory_mb\": 1024,\n"), "{diff}");
    assert!(
        stderr(&assert).contains("generated/staging is stale: 1 file differs."),
        "{}",
        stderr(&assert)
    );
    assert_eq!(place.state(STACK), before);
}

#[test]
fn check_where_nothing_was_written_yet_prints_everything_and_writes_nothing() {
    let place = Workdir::new();
    let diff = stdout(&place.generate(&["--check"]).code(1));
    assert!(diff.contains("+++ modules/network/main.tf.json (generated)\n"), "{diff:.200}");
    assert!(
        diff.contains("Binary files lambda/payment-validator.zip differ: 0 bytes on the disk"),
        "{diff:.200}"
    );
    assert_eq!(place.everything(), [""; 0]);
}

#[test]
fn an_edited_file_is_named_and_kept() {
    let place = written();
    place.write(&file("modules/iam/main.tf.json"), "{}");
    let before = place.state(STACK);
    let assert = place.generate(&[]).code(1);
    let message = stderr(&assert);
    assert!(message.contains("refused: these files in generated/staging were edited"), "{message}");
    assert!(
        message.contains("\n  modules/iam/main.tf.json\n")
            && message.contains("Nothing was written."),
        "{message}"
    );
    assert_eq!(place.state(STACK), before);
}

#[test]
fn an_edited_file_stops_the_others_too() {
    let place = written();
    place.write(&file("README.md"), "mine");
    place.write("pay.toml", "[validation]\nmemory_mb = 1024\n");
    let before = place.state(STACK);
    place.generate(&["--config", "pay.toml"]).code(1);
    assert_eq!(place.state(STACK), before);
}

#[test]
fn overwriting_is_asked_for_and_overwrites_what_was_edited() {
    let place = written();
    let original = place.read(&file("README.md"));
    place.write(&file("README.md"), "mine");
    let assert = place.generate(&["--overwrite"]).code(0);
    assert!(
        stderr(&assert).contains("0 files created, 1 updated, 0 removed"),
        "{}",
        stderr(&assert)
    );
    assert_eq!(place.read(&file("README.md")), original);
}

#[test]
fn a_file_that_someone_wrote_before_paytf_is_kept() {
    let place = Workdir::new();
    place.write(&file("README.md"), "mine");
    assert!(stderr(&place.generate(&[]).code(1)).contains("\n  README.md\n"));
    assert_eq!(place.everything(), [file("README.md")]);
}

#[test]
fn a_deleted_file_is_written_again() {
    let place = written();
    let before = place.state(STACK);
    fs::remove_dir_all(place.path(&file("modules/iam"))).unwrap();
    place.generate(&[]).code(0);
    let contents = |state: std::collections::BTreeMap<String, (Vec<u8>, _)>| -> Vec<_> {
        state.into_iter().map(|(path, (content, _))| (path, content)).collect()
    };
    assert_eq!(contents(place.state(STACK)), contents(before));
}

#[test]
fn what_paytf_did_not_write_survives_everything() {
    let place = written();
    let own = [
        "terraform.tfstate",
        "own.auto.tfvars",
        ".terraform/modules/modules.json",
        "modules/iam/notes.txt",
    ];
    for path in own {
        place.write(&file(path), "mine");
    }
    for arguments in
        [&[][..], &["--format", "hcl"], &["--overwrite"], &["--profile", "development"]]
    {
        place.generate(arguments).code(0);
        for path in own {
            assert_eq!(place.read(&file(path)), "mine", "{path} after {arguments:?}");
        }
    }
}

#[test]
fn another_format_replaces_the_first() {
    let place = written();
    let json = place.state(STACK);
    place.generate(&["--format", "hcl"]).code(0);
    let hcl = place.state(STACK);
    assert!(
        hcl.contains_key("modules/iam/main.tf")
            && hcl.keys().all(|path| !path.ends_with(".tf.json")),
        "{hcl:?}"
    );
    place.generate(&[]).code(0);
    assert_eq!(place.state(STACK), hcl, "the syntax of a stack is remembered");
    place.generate(&["--format", "json"]).code(0);
    assert!(place.state(STACK).keys().eq(json.keys()));
}

#[test]
fn an_edited_file_of_the_first_format_is_kept() {
    let place = written();
    place.write(&file("main.tf.json"), "{}");
    assert!(stderr(&place.generate(&["--format", "hcl"]).code(1)).contains("\n  main.tf.json\n"));
    assert!(!place.path(&file("main.tf")).exists());
}

#[test]
fn a_backend_comes_and_goes_with_the_configuration() {
    let place = written();
    place.write("pay.toml", "[backend]\nbucket = \"my-state\"\n");
    place.generate(&["--config", "pay.toml"]).code(0);
    let backend = place.read(&file("backend.tf.json"));
    for printed in ["\"my-state\"", "\"paytf/staging/terraform.tfstate\"", "\"use_lockfile\": true"]
    {
        assert!(backend.contains(printed), "{backend}");
    }
    place.generate(&[]).code(0);
    assert!(!place.path(&file("backend.tf.json")).exists());
}

#[test]
fn a_moved_stack_is_still_known() {
    let place = written();
    fs::rename(place.path("generated"), place.path("elsewhere")).unwrap();
    place.generate(&["--check", "--out", "elsewhere"]).code(0);
}

#[test]
fn what_takes_two_applies_is_refused_in_one() {
    let place = written();
    let before = place.state(STACK);
    for (toml, printed) in [
        ("application.container_port = 9443", "application.previous_container_port = 8443"),
        ("database.engine_version = \"17.7\"", "database.apply_immediately = true"),
        ("database.engine_version = \"15.10\"", "from 16.8 back to 15.10"),
    ] {
        place.write("pay.toml", toml);
        let message = stderr(&place.generate(&["--config", "pay.toml", "--overwrite"]).code(1));
        assert!(message.contains(printed) && message.contains("Nothing was written."), "{message}");
        assert_eq!(place.state(STACK), before);
    }
}

#[test]
fn a_killed_run_leaves_nothing_that_the_next_does_not_remove() {
    let place = written();
    for left in [
        "generated/.paytf-dead/.lock",
        "generated/.paytf-dead/staging/main.tf.json",
        &file(".paytf-half"),
    ] {
        place.write(left, "");
    }
    place.generate(&[]).code(0);
    assert!(
        !place.everything().iter().any(|path| path.contains(".paytf-")),
        "{:?}",
        place.everything()
    );
}
