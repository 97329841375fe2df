//! `paytf diff`.

use super::{Workdir, stderr, stdout};

const WIDER: &str = "[application]\nmax_tasks = 60\n";

#[test]
fn equal_stacks_are_fine_in_whatever_syntax_they_are_written() {
    let place = Workdir::new();
    place.generate(&["--out", "json"]).code(0);
    place.generate(&["--out", "hcl", "--format", "hcl"]).code(0);
    let same = place.paytf(&["diff", "json/staging", "hcl/staging"]).assert().code(0);
    assert_eq!(stdout(&same), "");
    assert!(stderr(&same).contains("declare the same infrastructure"), "{}", stderr(&same));
}

#[test]
fn a_difference_is_told_in_terraforms_words_without_colours_and_exits_with_1() {
    let place = Workdir::new();
    place.write("wider.toml", WIDER);
    place.generate(&[]).code(0);
    let arguments = ["diff", "generated/staging", "wider.toml", "--suffix", "staging"];
    let printed = stdout(&place.paytf(&arguments).assert().code(1));
    assert!(
        printed.contains(
            "# module.application.aws_appautoscaling_target.tasks will be updated in-place"
        ),
        "{printed}"
    );
    assert!(printed.contains("~ max_capacity = 50 -> 60\n"), "{printed}");
    assert!(printed.ends_with("Plan: 0 to add, 3 to change, 0 to destroy.\n"), "{printed}");
    let json = place.paytf(&[&arguments[..], &["--format", "json"]].concat()).assert().code(1);
    let json: serde_json::Value = serde_json::from_str(&stdout(&json)).unwrap();
    assert_eq!(json["resource_changes"][0]["change"]["actions"], serde_json::json!(["update"]));
}

#[test]
fn what_is_no_stack_and_a_configuration_without_suffix_are_bad_input() {
    let place = Workdir::new();
    place.write("wider.toml", WIDER);
    for (arguments, expected) in [
        (
            ["diff", "nowhere", "nowhere"],
            "nowhere is not a folder; give one that `paytf gen` wrote",
        ),
        (
            ["diff", "wider.toml", "wider.toml"],
            "wider.toml is a configuration: give --suffix with it",
        ),
    ] {
        let message = stderr(&place.paytf(&arguments).assert().code(2));
        assert!(message.contains(expected), "{message}");
    }
}
