//! Help, completions and colours.

use super::{PAYTF, Place, stderr, stdout};

#[test]
fn the_help_shows_examples_and_exit_codes() {
    let help = stdout(&Place::new().paytf(&["gen", "--help"]).assert().code(0));
    assert!(help.contains("Examples:") && help.contains("paytf gen --suffix staging"), "{help}");
    let help = stdout(&Place::new().paytf(&["--help"]).assert().code(0));
    assert!(help.contains("Exit codes: 0 fine; 1 ") && help.contains("; 2 "), "{help}");
}

#[test]
fn without_a_command_the_help_is_shown_as_wrong_use() {
    assert!(stderr(&Place::new().paytf(&[]).assert().code(2)).contains("Usage: paytf <COMMAND>"));
}

#[test]
fn the_completions_of_a_shell_are_a_script() {
    let script = stdout(&Place::new().paytf(&["completions", "bash"]).assert().code(0));
    assert!(script.contains("complete -F _paytf") && script.contains("--suffix"), "{script}");
}

#[test]
fn paytf_and_each_of_its_commands_has_a_manual_page() {
    let page = stdout(&Place::new().paytf(&["man"]).assert().code(0));
    assert!(page.contains(".TH paytf 1") && page.contains("paytf\\-gen(1)"), "{page}");
    let page = stdout(&Place::new().paytf(&["man", "gen"]).assert().code(0));
    assert!(page.contains(".TH paytf-gen 1") && page.contains("\\-\\-suffix"), "{page}");
    let refused = stderr(&Place::new().paytf(&["man", "plan"]).assert().code(2));
    assert!(refused.contains("man plan: there is no such command; allowed: init, gen,"), "{refused}");
}

#[cfg(unix)]
#[test]
fn completions_that_nobody_reads_are_no_crash() {
    let pipe = format!("({PAYTF} completions zsh; echo \"code $?\" >&2) | true");
    let output = std::process::Command::new("sh").args(["-c", &pipe]).output().unwrap();
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(!message.contains("panicked") && message.contains("code "), "{message}");
}

#[test]
fn colours_are_for_terminals_only() {
    let place = Place::new();
    let plain = stderr(&place.generate(&[]).code(0));
    assert!(!plain.contains('\u{1b}'), "{plain:?}");
    let gen_again = ["gen", "--suffix", "staging", "--profile", "staging"];
    let forced = stderr(&place.paytf(&gen_again).env("CLICOLOR_FORCE", "1").assert().code(0));
    assert!(forced.contains("\u{1b}[32m"), "{forced:?}");
    place.write("bad.toml", "logs.retention_days = 2\n");
    let bad = ["gen", "--suffix", "staging", "--config", "bad.toml"];
    let reported = stderr(&place.paytf(&bad).env("CLICOLOR_FORCE", "1").assert().code(2));
    assert!(reported.contains("\u{1b}[1m\u{1b}[91merror"), "{reported:?}");
    let refused = ["gen", "--suffix", "staging", "--out", "generated/staging/README.md"];
    let silenced = stderr(&place.paytf(&refused).env("NO_COLOR", "1").assert().code(2));
    assert!(silenced.starts_with("error: ") && !silenced.contains('\u{1b}'), "{silenced:?}");
}
