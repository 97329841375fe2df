//! Help, completions and colours.

use clap::{CommandFactory, Parser};
use paytf::cli::Cli;

use super::{PAYTF, Workdir, stderr, stdout};

#[test]
fn the_help_shows_examples_and_exit_codes() {
    let help = stdout(&Workdir::new().paytf(&["gen", "--help"]).assert().code(0));
    assert!(help.contains("Examples:") && help.contains("paytf gen --suffix staging"), "{help}");
    let help = stdout(&Workdir::new().paytf(&["--help"]).assert().code(0));
    assert!(help.contains("Exit codes: 0 fine; 1 ") && help.contains("; 2 "), "{help}");
}

#[test]
fn without_a_command_the_help_is_shown_as_wrong_use() {
    assert!(stderr(&Workdir::new().paytf(&[]).assert().code(2)).contains("Usage: paytf <COMMAND>"));
}

#[test]
fn the_completions_of_a_shell_are_a_script() {
    let script = stdout(&Workdir::new().paytf(&["completions", "bash"]).assert().code(0));
    assert!(script.contains("complete -F _paytf") && script.contains("--suffix"), "{script}");
}

#[test]
fn the_completions_know_profiles_rules_groups_and_zones() {
    let script = stdout(&Workdir::new().paytf(&["completions", "bash"]).assert().code(0));
    for words in
        ["development staging production", " zone-nat-own-zone ", " zone ", "zone-a zone-b zone-c"]
    {
        assert!(script.contains(words), "{words}");
    }
}

#[test]
fn paytf_and_each_of_its_commands_has_a_manual_page() {
    let page = stdout(&Workdir::new().paytf(&["man"]).assert().code(0));
    assert!(page.contains(".TH paytf 1") && page.contains("paytf\\-gen(1)"), "{page}");
    let page = stdout(&Workdir::new().paytf(&["man", "gen"]).assert().code(0));
    assert!(page.contains(".TH paytf-gen 1") && page.contains("\\-\\-suffix"), "{page}");
    let refused = stderr(&Workdir::new().paytf(&["man", "plan"]).assert().code(2));
    assert!(
        refused.contains("man plan: there is no such command; allowed: init, gen,"),
        "{refused}"
    );
}

#[test]
fn all_manual_pages_are_written_into_a_folder() {
    let place = Workdir::new();
    place.paytf(&["man", "--dir", "share/man1"]).assert().code(0);
    let pages = place.everything();
    assert!(pages.contains(&"share/man1/paytf.1".to_owned()), "{pages:?}");
    assert!(pages.contains(&"share/man1/paytf-verify.1".to_owned()), "{pages:?}");
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
    let place = Workdir::new();
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

/// The words of a command line, without quotes.
fn words(line: &str) -> Vec<String> {
    let (mut words, mut quote) = (vec![String::new()], None);
    for c in line.chars() {
        match (quote, c) {
            (None, ' ') => words.push(String::new()),
            (None, '\'' | '"') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => words.last_mut().unwrap().push(c),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[test]
fn every_example_of_the_help_can_be_run_as_it_is() {
    let mut examples = 0;
    for command in Cli::command().get_subcommands() {
        let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
        for line in
            help.lines().filter_map(|line| line.find("paytf ").map(|at| (line, &line[at..])))
        {
            let (whole, line) = line;
            if !whole.starts_with("  paytf ") && !whole.contains("| paytf ") {
                continue;
            }
            let line = line.split(" > ").next().unwrap().split("  ").next().unwrap();
            if let Err(error) = Cli::try_parse_from(words(line)) {
                panic!("{}: {line}: {error}", command.get_name());
            }
            examples += 1;
        }
    }
    assert!(examples >= 20, "only {examples} examples");
}

#[test]
fn every_command_and_option_that_the_pages_name_exists() {
    let program = Cli::command();
    let commands: Vec<_> = program.get_subcommands().collect();
    let all = commands
        .iter()
        .flat_map(|command| std::iter::once(*command).chain(command.get_subcommands()));
    let mut options: Vec<String> = all
        .flat_map(|command| command.get_arguments())
        .filter_map(|it| Some(format!("--{}", it.get_long()?)))
        .collect();
    options.extend(["--help", "--version", "--suppressions"].map(str::to_owned));
    let repository = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut seen = 0;
    for page in [
        "README.md",
        "docs/stack.md",
        "docs/ci.md",
        "docs/verify.md",
        "docs/policy.md",
        "docs/availability.md",
    ] {
        let text = std::fs::read_to_string(repository.join(page)).unwrap();
        let quoted =
            text.split('`').skip(1).step_by(2).filter_map(|quoted| quoted.strip_prefix("paytf "));
        for line in quoted {
            let name = line.split_whitespace().next().unwrap_or_default();
            assert!(
                commands.iter().any(|command| command.get_name() == name),
                "{page}: `paytf {line}`"
            );
            let named = line.split_whitespace().filter(|word| word.starts_with("--"));
            for option in named.map(|word| word.split('=').next().unwrap_or_default()) {
                assert!(
                    options.iter().any(|known| known == option),
                    "{page}: `paytf {line}` has no {option}"
                );
            }
            seen += 1;
        }
    }
    assert!(seen >= 15, "only {seen} commands are named");
}
